"""What a column says, and when a person is asked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from thidua_cli.plan.criteria.table import Criterion
from thidua_cli.scoring.inputs.column_readings import Readings, read_column
from thidua_cli.scoring.points.manners import manner_of, side_manner_of
from thidua_cli.tables.table import FORMULA_ERRORS, CellValue, StoredNumber

ADAPTER: TypeAdapter[Criterion] = TypeAdapter(Criterion)
FIELDS = {
    "proportional": {"max": "10", "target": "90"},
    "percent": {"kind": "proportional", "max": "10", "target": "90", "unit": "%"},
    "low": {"kind": "proportional", "max": "10", "target": "2", "unit": "%"},
    "stretch": {"kind": "proportional", "max": "10", "target": "300", "unit": "%"},
    "steps": {
        "kind": "bands",
        "max": "10",
        "unit": "%",
        "bands": [{"from": "90", "points": "10"}, {"below": "90", "points": "0"}],
    },
    "relative": {"max": "10", "unit": "%"},
    "yes_no": {"max": "10"},
    "count": {"max": "10", "point": "1"},
    "bonus": {"point": "1"},
    "direct": {"max": "10"},
    "leader": {"max": "10", "target": "90", "unit": "%"},
    "accrual": {"kind": "steps", "max": "10", "unit": "%", "start": "92", "step": "1", "point": "1"},
    "deadline": {"max": "1", "due": "05/7/2022", "ladder": [{"to": "0", "points": "1"}]},
}


def read(kind: str, *cells: CellValue) -> Readings:
    rule = ADAPTER.validate_python({"kind": kind, "id": "a", "name": "A", **FIELDS[kind]})
    return read_column(manner_of(rule), cells)  # type: ignore[arg-type] # no group is asked for here


@pytest.mark.parametrize(
    ("kind", "cell", "value", "note"),
    [
        ("proportional", "12,5", "12.5", ""),
        ("proportional", "05", "5", ""),
        ("proportional", "19.663", "19663", ""),
        ("proportional", "174.186,0", "174186", ""),
        ("proportional", "8.76", "8.76", "foreign"),
        ("proportional", "57,500", None, "ambiguous"),
        ("proportional", "khoảng 90", None, "not_number"),
        ("proportional", "95%", None, "percent"),
        ("proportional", StoredNumber(Decimal(95), percent=True), None, "percent"),
        ("proportional", StoredNumber(Decimal("57.5")), "57.5", ""),
        ("proportional", "", None, "missing"),
        ("proportional", "–", None, "missing"),
        ("proportional", "-3", "-3", "negative"),
        ("proportional", "#REF!", None, ""),
        ("percent", "95%", "95", ""),
        ("percent", "95", "95", ""),
        ("percent", "100", "100", ""),
        ("percent", "100,01", "100.01", "over_100"),
        ("percent", "200", "200", "over_100"),
        ("percent", "200,5", "200.5", "over_200"),
        ("percent", "0,95", "0.95", "share"),
        ("percent", "0", "0", ""),
        ("low", "0,95", "0.95", ""),
        ("stretch", "250", "250", "over_100"),
        ("stretch", "300,1", "300.1", "over_200"),
        ("percent", "0,95%", "0.95", ""),
        ("percent", StoredNumber(Decimal("0.95")), "0.95", "share"),
        ("percent", StoredNumber(Decimal("0.95"), percent=True), "0.95", ""),
        ("yes_no", "Có", "1", ""),
        ("yes_no", "x", "1", ""),
        ("yes_no", StoredNumber(Decimal(1)), "1", ""),
        ("yes_no", "KHÔNG ĐẠT", "0", ""),
        ("yes_no", "tốt", None, "yes_no"),
        ("yes_no", "", None, "missing"),
        ("count", "3", "3", ""),
        ("count", "3,5", None, "not_whole"),
        ("count", "-3", None, "negative_count"),
        ("bonus", "", None, "missing"),
        ("direct", "8,5", "8.5", ""),
        ("direct", "-1", "-1", ""),
        ("direct", "95%", None, "percent"),
        ("leader", "95%", "95", ""),
        ("leader", "0,95", "0.95", "share"),
        ("accrual", "97,5%", "97.5", ""),
        ("accrual", "0,97", "0.97", "share"),
        ("deadline", "05/7/2022", "738341", ""),
        ("deadline", "2022-07-05", "738341", ""),
        ("deadline", "7/2022", None, "date"),
        ("deadline", "30/02/2022", None, "date"),
        ("deadline", StoredNumber(Decimal(44747)), None, "date"),
        ("deadline", "", None, "missing"),
        ("deadline", "#N/A", None, ""),
    ],
)
def test_one_cell(kind: str, cell: CellValue, value: str | None, note: str) -> None:
    found = read(kind, cell)
    assert found.values.get(cell) == (None if value is None else Decimal(value))
    assert found.notes.get(cell, "") == note


def test_a_column_with_decimal_dots_makes_grouping_dots_doubtful() -> None:
    assert read("proportional", "19.663", "12").values["19.663"] == 19663
    found = read("proportional", "19.663", "8.76", "12")
    assert found.notes == {"19.663": "mixed", "8.76": "foreign"}
    assert "19.663" not in found.values


@pytest.mark.parametrize(
    ("kind", "cells", "asked"),
    [
        ("percent", ("0,95", "1", "0"), {"0,95", "1"}),
        ("steps", ("0,95", "1"), {"0,95", "1"}),
        ("percent", ("0,95", "0,9%"), {"0,95"}),
        ("percent", ("0,95", "95"), set()),
        ("percent", ("0,95", "1,5"), set()),
        ("low", ("0,95", "1"), set()),
    ],
)
def test_shares_are_asked_about_only_where_the_whole_column_looks_like_them(
    kind: str, cells: tuple[str, ...], asked: set[str]
) -> None:
    notes = read(kind, *cells).notes
    assert {cell for cell in cells if notes.get(cell) == "share"} == asked


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(sorted(FIELDS)), st.text(max_size=12))
def test_every_cell_has_a_value_or_a_note(kind: str, cell: str) -> None:
    found = read(kind, cell)
    # What a sheet shows for a failed formula was reported when the table was read.
    assert cell in found.values or cell in found.notes or cell in FORMULA_ERRORS


def test_targets_of_units_tell_what_a_share_would_be() -> None:
    rule = ADAPTER.validate_python(
        {"kind": "proportional", "id": "a", "name": "A", "max": "1", "target_column": "Giao", "unit": "%"}
    )
    targets = read_column(side_manner_of(rule), ["90", "95%"]).values  # type: ignore[arg-type] # as above
    assert set(targets.values()) == {90, 95}
    assert read_column(manner_of(rule, targets.values()), ["0,95"]).notes == {"0,95": "share"}  # type: ignore[arg-type] # as above
    assert read_column(manner_of(rule), ["0,95"]).notes == {}  # type: ignore[arg-type] # as above


@pytest.mark.parametrize(
    ("kind", "cells", "noted"),
    [
        ("percent", ("0,95", "93", "88"), {"0,95": "share_cell"}),
        ("percent", ("0,95", "0,9"), {"0,95": "share", "0,9": "share"}),
        ("percent", ("0,95%", "93"), {}),
        ("percent", ("0", "93"), {}),
        ("percent", ("1,5", "93"), {}),
        ("low", ("0,95", "1,2"), {}),
        ("steps", ("0,95", "91"), {"0,95": "share_cell"}),
        ("relative", ("0,95", "91", "88"), {"0,95": "share_cell"}),
        ("relative", ("0,95", "12", "88"), {}),
    ],
)
def test_one_share_among_percentages_is_asked_about(
    kind: str, cells: tuple[str, ...], noted: dict[str, str]
) -> None:
    assert read(kind, *cells).notes == noted
