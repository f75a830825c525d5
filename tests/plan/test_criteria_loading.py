"""Criteria files: places, and what is fatal."""

from __future__ import annotations

from thidua_cli.findings.catalogue import entries
from thidua_cli.plan.criteria_loading import load_criteria
from thidua_cli.source.text import SourceText

TABLE = """thidua: 1
name: Bảng
max: {most}
criteria:
  - id: a
    name: Nhiệm vụ
    kind: yes_no
    max: {points}
  - id: {second}
    name: Kỷ luật
    kind: yes_no
    max: 5
"""


def load(**values: str) -> tuple[bool, list[tuple[str, str, int]]]:
    text = TABLE.format(**({"most": "15", "points": "10", "second": "b"} | values))
    loaded, findings = load_criteria(SourceText("criteria.yaml", text))
    return loaded is not None, [(item.code, item.variant, item.span.line) for item in findings]


def test_a_sound_table() -> None:
    assert load() == (True, [])


def test_a_contradiction_is_told_and_the_table_still_used() -> None:
    assert load(most="14") == (True, [("TD540", "sum", 3)])


def test_a_doubled_id_or_an_unreadable_number_stops() -> None:
    assert load(second="a") == (False, [("TD544", "", 9)])
    assert load(points="57,500") == (False, [("TD543", "ambiguous", 8)])


def test_every_code_of_the_room_has_words_for_its_variants() -> None:
    known = entries()
    for code, variants in {
        "TD543": ("ambiguous", "percent", "negative"),
        "TD546": ("lower", "upper", "open", "empty"),
        "TD547": ("ceiling", "places"),
        "TD540": ("sum", "bands"),
        "TD541": ("band", "grade"),
        "TD542": ("band", "grade"),
    }.items():
        for lang in ("vi", "en"):
            assert set(variants) <= set(known[code].words[lang]["messages"])
