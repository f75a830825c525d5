"""Addresses of cells."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.tables.table import Origin, Row, StoredNumber, address, column_index, column_letters


@pytest.mark.parametrize(
    ("column", "letters"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_letters_of_columns(column: int, letters: str) -> None:
    assert column_letters(column) == letters
    assert address(7, column) == f"{letters}7"


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 16_383))
def test_letters_and_columns_are_inverse(column: int) -> None:
    assert column_index(column_letters(column)) == column


def test_a_cell_of_a_workbook_names_its_sheet() -> None:
    row = Row(3, 3, ("a", StoredNumber(Decimal("12.5"), percent=True)), Origin("u.xlsx", "Quý I"))
    cell = row.cell(1)
    assert (cell.text, cell.address, cell.span.place) == ("12,5%", "B3", "u.xlsx:Quý I!B3")


def test_a_cell_of_a_text_file_keeps_its_line_beside_its_row() -> None:
    span = Row(3, 5, ("a",), Origin("u.csv")).cell(0).span
    assert (span.cell, span.line) == ("A3", 5)
