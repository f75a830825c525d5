"""A sheet as CSV, separated as a Vietnamese Excel separates: by semicolons, numbers with a decimal comma."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from thidua_cli.tables.writing.sheets import Band, Subtotal, full_heading, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from thidua_cli.tables.writing.sheets import Column, Content, Sheet

# A cell that opens with one of these would be run as a formula by a sheet.
# Those of full width too: programs fold them to the plain ones.
_FORMULA_MARKS = frozenset("=+-@\t\r＝＋－＠")


def csv_of(sheet: Sheet) -> Iterator[str]:
    """The header, the rows and the total; titles, bands, subtotals and notes are no data and are left out."""
    columns = list(sheet.columns)
    yield from semicolons([[safe(full_heading(column)) for column in columns]])
    yield from semicolons(_cells(row, columns) for row in sheet.rows if not isinstance(row, Band | Subtotal))
    if sheet.total is not None:
        yield from semicolons([_cells(sheet.total, columns)])


def _cells(row: Sequence[Content], columns: Sequence[Column]) -> list[str]:
    return [
        safe(content) if isinstance(content, str) else shown(content, column)
        for content, column in zip(row, columns, strict=True)
    ]


def semicolons(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Lines of CSV."""
    for row in rows:
        line = StringIO()
        csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(row)
        yield line.getvalue()


def safe(cell: str) -> str:
    """Text that no sheet takes for a formula: an apostrophe goes before it."""
    return f"'{cell}" if cell[:1] in _FORMULA_MARKS and cell else cell
