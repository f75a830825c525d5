"""What a form gave its unit stays as it was given, whatever is typed over it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from thidua_cli.forms.units import FormUnit

ITEMS: list[dict[str, Any]] = [
    {"kind": "proportional", "id": "c1", "max": 20, "target_column": "Chỉ tiêu thu"},
    {"kind": "proportional", "id": "c2", "max": 20, "target": 95, "unit": "%"},
    {
        "kind": "deadline",
        "id": "c3",
        "max": 10,
        "due_column": "Hạn",
        "ladder": [{"to": 0, "points": 10}, {"above": 0, "points": 4}],
    },
    {"kind": "direct", "id": "c4", "max": 10, "applies_to": ["Xã"]},
]
TARGETS: Mapping[str, Any] = {"c1.target": Decimal(1250), "c3.due": date(2022, 11, 5)}
UNIT = FormUnit("Xã A", "Xã", "Khối 1", TARGETS)


@pytest.fixture
def filled(criteria_of: Any, filling: Any) -> Any:
    def made(unit: FormUnit = UNIT, *, layers: bool = False) -> Any:
        form = filling(criteria_of(*ITEMS, cluster_column="Khối"), unit, layers=layers)
        values = {"c1": 1000, "c2": 90, "c3": date(2022, 11, 5), "c4": 7}
        given = dict(unit.targets)
        absent = {key.partition(".")[0] for key, value in given.items() if isinstance(value, str)}
        if unit.type != "Xã":
            absent.add("c4")
        return form.put({key: value for key, value in values.items() if key not in absent})

    return made


def told(findings: Any, code: str) -> list[tuple[str, str]]:
    return [
        (finding.variant, finding.span.cell.rpartition("!")[2])
        for finding in findings
        if finding.code == code
    ]


def test_a_form_that_is_only_filled_in_says_nothing(filled: Any, read_back: Any, tmp_path: Path) -> None:
    for layers in (False, True):
        form = filled(layers=layers)
        assert read_back(form.criteria, form.save(tmp_path / "f.xlsx"))[1] == []


@pytest.mark.parametrize(
    ("line", "typed", "variant", "key", "counts"),
    [
        ("c1", 500, "", "c1.target", Decimal(1250)),
        ("c1", "không giao", "", "c1.target", Decimal(1250)),
        ("c1", None, "cleared", "c1.target", Decimal(1250)),
        ("c3", date(2022, 12, 1), "due", "c3.due", "05/11/2022"),
        ("@type", "Phường", "fact", "@type", "Xã"),
        ("@cluster", "Khối 2", "fact", "@cluster", "Khối 1"),
    ],
)
def test_what_was_given_counts(
    line: str,
    typed: Any,
    variant: str,
    key: str,
    counts: Any,
    filled: Any,
    read_back: Any,
    tmp_path: Path,
) -> None:
    form = filled()
    place = form.place(line, "target") if not line.startswith("@") else form.cells[line, "target"]
    form.sheet[place] = typed
    table, findings = read_back(form.criteria, form.save(tmp_path / "f.xlsx"))
    assert told(findings, "TD589") == [(variant, place)]
    assert len(findings) == 1
    value = table.rows[0].cell(table.columns[key]).value
    assert (value if isinstance(value, str) else value.value) == counts


@pytest.mark.parametrize("typed", [1250, "1250", "1250,0"])
def test_the_same_target_spelled_otherwise_is_the_same(
    typed: Any, filled: Any, read_back: Any, tmp_path: Path
) -> None:
    form = filled().put({"c1": typed}, "target")
    assert read_back(form.criteria, form.save(tmp_path / "f.xlsx"))[1] == []


def test_a_target_of_the_criteria_is_held_against_the_cell(
    filled: Any, read_back: Any, scored: Any, tmp_path: Path
) -> None:
    form = filled()
    place = form.place("c2", "target")
    form.sheet[place] = 50
    path = form.save(tmp_path / "f.xlsx")
    _, findings = read_back(form.criteria, path)
    assert [(finding.values["text"], finding.values["given"]) for finding in findings] == [("50", "95")]
    results = scored(form.criteria, path)
    assert results.points(results.units[0], "c2") == Fraction(20 * 90, 95)


def test_what_is_not_assigned_is_closed_and_a_value_there_is_not_taken(
    filled: Any, read_back: Any, scored: Any, tmp_path: Path
) -> None:
    unit = UNIT._replace(targets={"c1.target": "không giao", "c3.due": date(2022, 11, 5)})
    form = filled(unit, layers=True)
    cell = form.sheet[form.place("c1", "value")]
    assert (cell.value, cell.protection.locked) == ("không giao", True)
    assert form.sheet[form.place("c1", "layer.tham_dinh")].protection.locked
    assert form.shown()("c1") == "–"
    assert read_back(form.criteria, form.save(tmp_path / "a.xlsx"))[1] == []
    form.put({"c1": 2000}).put({"c1": 3000}, "layer.tham_dinh")
    path = form.save(tmp_path / "b.xlsx")
    _, findings = read_back(form.criteria, path)
    assert told(findings, "TD589") == [("not_assigned", form.place("c1", "value"))]
    assert told(findings, "TD582") == [("typed", form.place("c1", "layer.tham_dinh"))]
    results = scored(form.criteria, path)
    assert not results.assigned(results.units[0], "c1")


def test_values_typed_over_locked_cells_are_told_once(filled: Any, read_back: Any, tmp_path: Path) -> None:
    form = filled()
    places = [form.place("c1", "max"), form.place("c1", "points"), form.place("c2", "name"), form.total()]
    for place in places:
        form.sheet[place] = 100
    _, findings = read_back(form.criteria, form.save(tmp_path / "f.xlsx"))
    (finding,) = findings
    assert (finding.code, finding.variant, finding.values["text"]) == ("TD582", "typed", "100")
    assert sorted(finding.values["cells"].split(", ")) == sorted(places)
    for line in ("c1", "c2", "c3"):
        form.sheet[form.place(line, "number")] = "x"
    _, findings = read_back(form.criteria, form.save(tmp_path / "g.xlsx"))
    assert [(each.variant, each.values["count"]) for each in findings] == [("typed_many", "7")]


def test_what_applies_to_others_is_closed_and_a_value_there_is_told(
    filled: Any, read_back: Any, tmp_path: Path
) -> None:
    form = filled(UNIT._replace(type="Phường"))
    assert read_back(form.criteria, form.save(tmp_path / "a.xlsx"))[1] == []
    form.put({"c4": 9})
    _, findings = read_back(form.criteria, form.save(tmp_path / "b.xlsx"))
    assert told(findings, "TD582") == [("typed", form.place("c4", "value"))]


@pytest.mark.parametrize("layers", [False, True])
def test_an_untouched_form_is_told_once(layers: bool, filling: Any, criteria_of: Any, tmp_path: Path) -> None:
    from thidua_cli.findings.span import Span
    from thidua_cli.forms.reading.form_reader import FormReader
    from thidua_cli.scoring.inputs.gathering import gather
    from thidua_cli.scoring.inputs.headings import Headings
    from thidua_cli.scoring.score import score
    from thidua_cli.tables.collected import FindingLog

    vetoes = [{"id": "v", "name": "Có kỷ luật"}]
    grades = [{"name": "Tốt", "from": 0}]
    criteria = criteria_of(*ITEMS, cluster_column="Khối", vetoes=vetoes, grades=grades)
    unit = FormUnit("P", "Phường", "Khối 1", {"c1.target": "không giao"})
    headings, log = Headings(criteria), FindingLog()
    path = filling(criteria, unit, layers=layers).save(tmp_path / "f.xlsx")
    told = FormReader(headings).read(path, "f.xlsx", log)
    results, more = score(criteria, gather(told, headings, Span("f.xlsx"), log))
    assert [finding.code for finding in (*log.close(), *more)] == ["TD586"]
    assert not results.units[0].complete
