"""Columns and cells that tell of persons."""

from __future__ import annotations

from decimal import Decimal

from thidua_cli.tables.personal_data import personal_findings
from thidua_cli.tables.table import Cell, Origin, Row, StoredNumber

ORIGIN = Origin("u.csv")


def _found(header, *rows):
    cells = [Cell(text, 1, column, 1, ORIGIN) for column, text in enumerate(header)]
    table = [Row(number, number, tuple(values), ORIGIN) for number, values in enumerate(rows, 2)]
    return [
        (finding.span.cell, finding.variant, finding.values["text"])
        for finding in personal_findings(cells, table)
    ]


def test_a_column_is_told_once_by_its_heading():
    found = _found(["Đơn vị", "Số CCCD"], ["A", "001203004567"], ["B", StoredNumber(Decimal(1203004567))])
    assert found == [("B1", "column", "Số CCCD")]


def test_of_other_columns_the_first_cell_of_each_kind():
    found = _found(
        ["Đơn vị", "Ghi chú"],
        ["A", "gọi 0912 345 678"],
        ["B", "gọi 0912 345 679, a.b@gmail.com"],
        ["C", "0912345670"],
    )
    assert found == [("B2", "phone", "09…78"), ("B3", "email", "a.…om")]


def test_numbers_and_names_of_units_are_none():
    assert (
        _found(["Đơn vị", "Thu"], ["Sở Tài chính", StoredNumber(Decimal(912345678))], ["B", "19.663,5"]) == []
    )
