"""Criteria files: places, and what is fatal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from thidua_cli.findings.catalogue import entries
from thidua_cli.plan import criteria
from thidua_cli.plan.criteria.loading import criteria_of_plan, load_criteria
from thidua_cli.plan.loading import load_plan
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
    criteria, findings = load_criteria(SourceText("criteria.yaml", text))
    return criteria is not None, [(item.code, item.variant, item.span.line) for item in findings]


def test_a_sound_table() -> None:
    assert load() == (True, [])


def test_a_contradiction_is_told_and_the_table_still_used() -> None:
    assert load(most="14") == (True, [("TD540", "sum", 3)])


def test_a_doubled_id_or_an_unreadable_number_stops() -> None:
    assert load(second="a") == (False, [("TD544", "", 9)])
    assert load(points="57,500") == (False, [("TD543", "ambiguous", 8)])


def test_a_doubled_name_is_told_and_the_table_still_used() -> None:
    text = TABLE.format(most="15", points="10", second="b").replace("Kỷ luật", "Nhiệm vụ")
    criteria, findings = load_criteria(SourceText("criteria.yaml", text))
    assert criteria is not None
    assert [(item.code, item.variant, item.span.line) for item in findings] == [("TD544", "name", 10)]


def test_a_comment_switches_a_contradiction_off() -> None:
    assert load(most="14 # thidua: ignore[TD540] điểm liệt cộng sau") == (True, [])
    assert load(most="15 # thidua: ignore[TD540] điểm liệt cộng sau") == (True, [("TD901", "", 3)])


def test_a_table_that_cannot_be_used_says_why_whatever_its_comments() -> None:
    assert load(second="a # thidua: ignore[TD544] hai lần") == (False, [("TD544", "", 9)])


PLAN = """thidua: 1
document:
  type: ke-hoach
  issuer: {name: Sở Công Thương, symbol: SCT}
  subject: Phong trào thi đua
  signature: {title: GIÁM ĐỐC, name: A}
period: 2022
criteria: """


def named(folder: Path, criteria: str) -> list[tuple[str, str, str]] | None:
    plan, findings = load_plan(SourceText("plans/plan.yaml", f"{PLAN}{criteria}\noutline: [Nội dung.]\n"))
    assert plan is not None, findings
    read = criteria_of_plan(plan, folder)
    return read and [(item.code, item.variant, item.span.place) for item in read.findings]


def test_the_criteria_of_a_plan_are_looked_for_in_its_own_folder(tmp_path: Path) -> None:
    inside = tmp_path / "plans"
    (inside / "folder").mkdir(parents=True)
    table = TABLE.format(most="14", points="10", second="b")
    for place in (inside / "criteria.yaml", inside / "folder" / "b.yaml", tmp_path / "outside.yaml"):
        place.write_text(table, encoding="utf-8")
    assert named(inside, "null") is None
    assert named(inside, "criteria.yaml") == [("TD540", "sum", "plans/criteria.yaml:3:6")]
    assert named(inside, "folder/b.yaml") == [("TD540", "sum", "plans/folder/b.yaml:3:6")]
    assert named(inside, "cu.yaml") == [("TD528", "missing", "plans/plan.yaml:8:11")]
    assert named(inside, "folder") == [("TD528", "directory", "plans/plan.yaml:8:11")]
    assert named(inside, "../outside.yaml") == [("TD526", "", "plans/plan.yaml:8:11")]
    assert named(inside, (tmp_path / "outside.yaml").as_posix()) == [("TD526", "", "plans/plan.yaml:8:11")]
    assert named(inside, "a" * 300) == [("TD528", "", "plans/plan.yaml:8:11")]


SOURCE = Path(criteria.__file__).parent
VARIANTS = {
    "TD540": ("sum", "bands", "segments", "one_of"),
    **dict.fromkeys(("TD541", "TD542"), ("band", "grade", "row", "column", "segment", "ladder")),
    "TD543": ("ambiguous", "percent", "negative", "share"),
    "TD544": ("default", "name", "heading", "cluster_column", "type_column"),
    "TD546": ("lower", "upper", "open", "empty", "grade"),
    "TD547": ("ceiling", "places"),
    "TD548": ("default", "near", "cycle", "no_max"),
    "TD549": ("default", "near", "grade_missing", "grade_unused"),
    "TD552": (
        *("own_column", "never_reached", "always_reached", "floor_above"),
        *(
            name
            for path in SOURCE.glob("*.py")
            for call in re.findall(r"refuse\(([^,)]*)", path.read_text("utf-8"))
            for name in re.findall(r'"([a-z_]+)"', call)
        ),
    ),
}


@pytest.mark.parametrize("code", VARIANTS)
def test_every_variant_has_its_words(code: str) -> None:
    assert VARIANTS[code]
    for lang in ("vi", "en"):
        assert set(VARIANTS[code]) <= set(entries()[code].words[lang]["messages"])
