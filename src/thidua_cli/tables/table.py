"""A table as read: rows of cells, every cell with its address in the user's own file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.span import Span
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal


class StoredNumber(NamedTuple):
    """A number that a workbook stores as a number: exact, so that no rule of notation applies to it.

    `value` of a percent cell is what the person sees: 12.5 for 12,5%.
    """

    value: Decimal
    percent: bool = False

    @property
    def text(self) -> str:
        """The number as a Vietnamese sheet shows it."""
        return format_number(self.value) + ("%" if self.percent else "")


CellValue = str | StoredNumber
# What a sheet shows in place of a value that it could not compute.
FORMULA_ERRORS = frozenset(
    {"#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"}
)


@dataclass(frozen=True, slots=True)
class Origin:
    """The file and, in a workbook, the sheet that cells come from."""

    path: str
    sheet: str | None = None

    def span(self, row: int, column: int, line: int) -> Span:
        """The place of a cell; `row` and `line` are 1-based, `column` 0-based."""
        cell = address(row, column)
        return Span(self.path, line, 1, line, 1, f"{self.sheet}!{cell}" if self.sheet else cell)


class Cell(NamedTuple):
    """One cell. `row` is 1-based as sheets count, `column` 0-based, `line` the line of the text file."""

    value: CellValue
    row: int
    column: int
    line: int
    origin: Origin

    @property
    def text(self) -> str:
        """What the cell says."""
        return self.value if isinstance(self.value, str) else self.value.text

    @property
    def address(self) -> str:
        """The address as people quote it: `B7`."""
        return address(self.row, self.column)

    @property
    def span(self) -> Span:
        """The place of the cell."""
        return self.origin.span(self.row, self.column, self.line)


@dataclass(frozen=True, slots=True)
class Row:
    """One row, as wide as the header; an absent cell is the empty text."""

    number: int
    line: int
    values: tuple[CellValue, ...]
    origin: Origin

    def cell(self, column: int) -> Cell:
        """The cell of a 0-based column."""
        return Cell(self.values[column], self.number, column, self.line, self.origin)

    def cells(self) -> Iterator[Cell]:
        """Every cell, from the left."""
        return (self.cell(column) for column in range(len(self.values)))


@dataclass(frozen=True, slots=True)
class Table:
    """A header and its rows; empty rows are left out, rows keep their own numbers."""

    origin: Origin
    header: tuple[Cell, ...]
    rows: tuple[Row, ...]


def address(row: int, column: int) -> str:
    """`address(7, 1)` is `B7`: the row 1-based, the column 0-based."""
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """The letters of a 0-based column: 0 is A, 25 Z, 26 AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The 0-based column of letters in capitals: AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
