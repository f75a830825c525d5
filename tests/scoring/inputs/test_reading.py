"""However a thing is told, the same is understood."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.inputs.adjustments import read_adjustments
from thidua_cli.scoring.inputs.headings import Headings
from thidua_cli.scoring.inputs.reading import inputs_of
from thidua_cli.scoring.inputs.roster import read_roster
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.table import Origin, Row, StoredNumber, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.scoring.inputs.input_table import InputTable
    from thidua_cli.tables.table import CellValue

ITEMS: list[dict[str, Any]] = [
    {"kind": "yes_no", "id": "a", "name": "Nhiệm vụ", "max": "1"},
    {"kind": "proportional", "id": "b", "name": "Giải ngân", "max": "1", "target_column": "Chỉ tiêu năm"},
    {"kind": "penalty", "id": "c", "name": "Vi phạm", "point": "1", "evidence": "note"},
]
CRITERIA = Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": ITEMS})
KEYS = ("a", "b", "b.target", "c", "c.evidence")
LAYERS = ("Tự chấm", "Thẩm định", "Thống nhất")


def made(header: Sequence[str], rows: Sequence[Sequence[CellValue]], path: str = "m.csv") -> Table:
    origin = Origin(path)
    lines = [Row(number, number, tuple(row), origin) for number, row in enumerate([header, *rows], start=1)]
    return Table(origin, tuple(lines[0].cells()), tuple(lines[1:]))


def told(table: Table) -> tuple[InputTable, list[Finding]]:
    inputs, findings = inputs_of(CRITERIA, [table])
    assert inputs is not None
    return inputs, findings


def values(inputs: InputTable) -> dict[str, dict[str, CellValue]]:
    return {
        inputs.unit(row).text: {key: row.values[at] for key, at in inputs.columns.items()}
        for row in inputs.rows
    }


def kinds(findings: list[Finding]) -> Counter[tuple[str, str]]:
    return Counter((item.code, item.variant) for item in findings)


CELL = st.sampled_from(["", "-", "x", "90", "85,5", "1.000", "không giao", "15/11/2025", "chậm"])
UNITS = st.lists(st.sampled_from(["Sở A", "Sở B", "Xã Tân Thanh", "Xã Tân Thành"]), min_size=1, unique=True)


@settings(deadline=None, max_examples=60)
@given(UNITS, st.data(), st.randoms(use_true_random=False))
def test_wide_and_long_tables_of_the_same_data_are_equal(
    units: list[str], data: st.DataObject, chance: Any
) -> None:
    cells = {(unit, key): data.draw(CELL) for unit in units for key in KEYS}
    wide = made(["don_vi", *KEYS], [[unit, *(cells[unit, key] for key in KEYS)] for unit in units])
    rows = [[unit, key, value] for (unit, key), value in cells.items()]
    in_order = made(["don_vi", "tieu_chi", "gia_tri"], rows)
    chance.shuffle(rows)
    shuffled = made(["don_vi", "tieu_chi", "gia_tri"], rows)
    first, findings = told(wide)
    for table in (in_order, shuffled):
        second, others = told(table)
        assert values(second) == values(first)
        assert kinds(others) == kinds(findings)
        assert second.columns.keys() == first.columns.keys()


@settings(deadline=None, max_examples=60)
@given(UNITS, st.data(), st.randoms(use_true_random=False))
def test_layers_say_the_same_in_columns_and_in_rows_of_any_order(
    units: list[str], data: st.DataObject, chance: Any
) -> None:
    cells = {(unit, layer): data.draw(CELL) for unit in units for layer in LAYERS}
    reason = {unit: data.draw(st.sampled_from(["", "vì"])) for unit in units}
    others = {"a": "x", "b": "1", "b.target": "2", "c.evidence": ""}
    header = ["don_vi", *others, *(f"Vi phạm – {layer}" for layer in LAYERS), "Vi phạm – lý do"]
    wide = made(
        header,
        [[unit, *others.values(), *(cells[unit, layer] for layer in LAYERS), reason[unit]] for unit in units],
    )
    rows = [[unit, "c", layer, value, reason[unit]] for (unit, layer), value in cells.items()]
    rows += [[unit, key, "", value, ""] for unit in units for key, value in others.items()]
    chance.shuffle(rows)
    long = made(["don_vi", "tieu_chi", "lop", "gia_tri", "ly_do"], rows)
    (first, findings), (second, problems) = told(wide), told(long)
    assert values(first) == values(second)
    assert kinds(findings) == kinds(problems)
    assert Counter(each[:7] for each in first.differences) == Counter(each[:7] for each in second.differences)
    silent = [{inputs.unit(inputs.rows[at]).text for at in inputs.silent} for inputs in (first, second)]
    assert silent[0] == silent[1]


ODD = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["#N/A", "=1+1", "\x00", "1e400", "9" * 400, "don_vi", "Sở\u00a0A", "So\u031b\u0309 A", "x"]
    ),
    st.decimals(allow_nan=False, allow_infinity=False).map(StoredNumber),
)
LONG = ["don_vi", "Tiêu chí", "Giá trị", "Lớp", "Lý do", "Điểm", "Ngày", "Tự chấm", "Loại đơn vị"]
WIDE = [
    "a",
    "b – chỉ tiêu",
    "c – tự chấm",
    "c – thẩm định",
    "c – lý do",
    "c – minh chứng",
    "Tổng số",
    "",
    "?",
]
HEADINGS = st.sampled_from(LONG + WIDE)


@settings(deadline=None, max_examples=120)
@given(st.lists(HEADINGS, min_size=1, max_size=8), st.data())
def test_no_table_is_too_odd(header: list[str], data: st.DataObject) -> None:
    row = st.lists(ODD, min_size=len(header), max_size=len(header))
    table = made(header, data.draw(st.lists(row, max_size=5)))
    inputs, _ = inputs_of(CRITERIA, [table, table])
    if inputs is not None:
        for each in inputs.rows:
            assert len(each.values) == len(list(each.cells()))
            assert all(each.cell(at).value == each.values[at] for at in inputs.columns.values())
    headings, findings = Headings(CRITERIA), FindingLog()
    read_adjustments(headings, table, ["Sở A"], findings)
    read_roster(headings, table, findings)


def test_a_thousand_columns_are_read_in_moments() -> None:
    header = ["don_vi", *(f"Cột số {number} – {layer}" for number in range(333) for layer in LAYERS)]
    inputs, findings = told(made(header, [["A"] * len(header)]))
    assert len(inputs.rows) == 1
    assert kinds(findings)["TD521", ""] > 0
