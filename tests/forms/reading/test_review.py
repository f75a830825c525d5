"""The council's cells: later layers of criteria and of vetoes, and who the council is."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from thidua_cli.forms.blueprint import blueprint
from thidua_cli.forms.units import FormUnit
from thidua_cli.forms.writing.writer import write_form
from thidua_cli.scoring.inputs.layers import layers_of

MORE: dict[str, Any] = {
    "vetoes": [{"id": "v", "name": "Có cá nhân bị kỷ luật"}],
    "grades": [{"name": "Tốt", "from": 0}],
}


@pytest.fixture
def form(criteria_of: Any, filling: Any) -> Any:
    criteria = criteria_of({"kind": "direct", "id": "c1", "max": 10}, **MORE)
    return filling(criteria, FormUnit("Xã A"), layers=True).put({"c1": 9})


@pytest.mark.parametrize(
    ("own", "review", "agreed", "graded"),
    [
        ("Không", None, None, True),
        ("Không", "Có", None, False),
        ("Có", "Không", None, True),
        ("Không", "Có", "không", True),
        (None, "Có", None, False),
    ],
)
def test_the_last_layer_of_a_veto_counts(
    own: Any, review: Any, agreed: Any, graded: bool, form: Any, read_back: Any, scored: Any, tmp_path: Path
) -> None:
    for role, value in (("value", own), ("layer.tham_dinh", review), ("layer.thong_nhat", agreed)):
        form.put({"@veto.v": value}, role)
    form.put({"@veto.v": "QĐ 12"}, "reason")
    path = form.save(tmp_path / "f.xlsx")
    _, findings = read_back(form.criteria, path)
    assert findings == []
    assert (scored(form.criteria, path).units[0].grade == "Tốt") is graded


def test_a_veto_of_the_council_needs_a_reason(form: Any, read_back: Any, scored: Any, tmp_path: Path) -> None:
    form.put({"@veto.v": "Không"}).put({"@veto.v": "Có"}, "layer.tham_dinh")
    path = form.save(tmp_path / "f.xlsx")
    (finding,) = read_back(form.criteria, path)[1]
    assert (finding.code, finding.values["name"]) == ("TD564", "Có cá nhân bị kỷ luật")
    (difference,) = scored(form.criteria, path).differences
    assert (difference.before, difference.after, difference.later) == ("Không", "Có", "Thẩm định")


def test_the_cells_of_a_veto_are_open_to_the_council(form: Any) -> None:
    for role in ("value", "layer.tham_dinh", "layer.giai_trinh", "layer.thong_nhat", "reason"):
        assert not form.sheet[form.place("@veto.v", role)].protection.locked


def test_the_reviewer_is_named(criteria_of: Any, filling: Any, tmp_path: Path) -> None:
    import openpyxl

    criteria = criteria_of({"kind": "relative", "id": "c1", "max": 10})
    for reviewer in ("", "Thường trực Khối"):
        content = write_form(blueprint(criteria, "", layers_of(criteria), reviewer), FormUnit("A"))
        (tmp_path / "f.xlsx").write_bytes(content)
        book = openpyxl.load_workbook(tmp_path / "f.xlsx")
        said = "\n".join(
            str(cell.value) for sheet in book.worksheets[:2] for row in sheet for cell in row if cell.value
        )
        assert ("Hội đồng" in said, "HỘI ĐỒNG" in said) == (not reviewer, not reviewer)
        assert (f"do {reviewer} tính" in said and "THƯỜNG TRỰC KHỐI" in said) is bool(reviewer)


def test_forms_of_another_table_or_period_are_told_together(
    criteria_of: Any, filling: Any, tmp_path: Path
) -> None:
    from thidua_cli.forms.reading.form_reader import FormReader
    from thidua_cli.scoring.inputs.headings import Headings
    from thidua_cli.tables.collected import FindingLog

    asked = {"kind": "direct", "id": "c1", "max": 10}
    old = criteria_of(asked, {"kind": "direct", "id": "c2", "max": 10})
    paths = [filling(old, FormUnit(f"Xã {n}")).put({"c1": 1}).save(tmp_path / f"{n}.xlsx") for n in range(3)]
    last_year = tmp_path / "y.xlsx"
    last_year.write_bytes(write_form(blueprint(old, "năm 2025", ()), FormUnit("Xã Y")))
    changed = criteria_of(asked, {"kind": "direct", "id": "c2", "max": 10}, cap=15)
    for criteria, period, variants, severity in (
        (criteria_of(asked), "năm 2026", [("", "3"), ("", "1")], None),
        (changed, "", [("changed", "3"), ("changed", "1")], "warning"),
        (old, "năm 2026", [("period", "1")], "warning"),
        (old, "năm 2025", [], None),
    ):
        log = FindingLog()
        reader = FormReader(Headings(criteria), period)
        told = [reader.read(path, path.name, log) for path in (*paths, last_year)]
        reader.close(log)
        strange = [finding for finding in log.close() if finding.code == "TD581"]
        assert [(each.variant, each.values["count"]) for each in strange] == variants
        assert {each.severity and each.severity.value for each in strange} <= {severity}
        assert all(bool(each) is (variants[:1] != [("", "3")]) for each in told)
        if variants[:1] == [("", "3")]:
            assert [place.span.path for place in strange[0].related] == ["1.xlsx", "2.xlsx"]
            assert "năm 2025" in strange[1].values["made_for"]


def test_what_a_form_says_of_itself(criteria_of: Any, filling: Any) -> None:
    criteria = criteria_of(
        {"kind": "direct", "id": "c1", "max": 60, "blank": "not_assigned"},
        {"kind": "deadline", "id": "c2", "max": 40, "due": "2022-11-05", "ladder": [{"to": 0, "points": 40}]},
        layers=["Tự chấm", "Thẩm định"],
        ranking={"tie_breaks": [{"column": "Dân số", "order": "low"}]},
    )
    form = filling(criteria, FormUnit("A"), layers=True).put({"c1": 48, "c2": "không giao"})
    assert form.sheet[form.place("c2", "measure")].value == "ngày nộp"
    assert "phân định khi bằng điểm: số nhỏ hơn" in str(form.sheet[form.place("@tie.Dân số", "name")].value)
    shown = form.shown()
    assert shown("total") == 80
    note = form.sheet[form.total("evidence")].value
    assert "được giao" in note
    guide = "\n".join(str(row[0].value) for row in form.book["Hướng dẫn"])
    assert "được giao 85 điểm, đạt 68 điểm thì tổng điểm là 68 × 100 : 85 = 80 điểm" in guide
    assert "iải trình" not in guide
    assert "iải trình" in "\n".join(
        str(row[0].value)
        for row in filling(
            criteria_of({"kind": "direct", "id": "c1", "max": 10}), FormUnit(), layers=True
        ).book["Hướng dẫn"]
    )


@pytest.mark.parametrize(
    ("rule", "least"),
    [
        ({"kind": "proportional", "target": 5}, ">=0"),
        ({"kind": "bands", "bands": [{"below": 0, "points": 0}, {"from": 0, "points": 10}]}, ""),
        ({"kind": "bands", "bands": [{"to": 0, "points": 10}, {"above": 0, "points": 1}]}, ">=0"),
        ({"kind": "steps", "start": -2, "step": 1, "point": 1}, ""),
        ({"kind": "segments", "segments": [{"from": -5, "to": 5, "base": 1, "slope": Decimal(1)}]}, ""),
    ],
)
def test_numbers_below_zero_are_let_in_only_where_the_criterion_has_them(
    rule: dict[str, Any], least: str, criteria_of: Any
) -> None:
    form = blueprint(criteria_of({"id": "c1", "max": 10, **rule}), "", ())
    (own,) = form.inputs[0]
    assert own.least == least
