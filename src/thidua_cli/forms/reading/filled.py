"""A form as it came back: found by its hidden sheet, its cells by the keys of their lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span
from thidua_cli.forms.columns import KEY
from thidua_cli.forms.hidden_sheet import SHEET, Marks, marks_of
from thidua_cli.forms.reading.recognition import is_form
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.refusal import TableError, refused
from thidua_cli.tables.table import Cell, Origin
from thidua_cli.tables.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from thidua_cli.tables.records import Record
    from thidua_cli.tables.workbook import Sheet


def open_form(path: Path, shown: str) -> tuple[Marks, Filled]:
    """The marks and the filled sheet of a form; raises TableError, OSError."""
    with Workbook(path, shown) as book:
        marks = _marks(book, shown)
        named = [sheet for sheet in book.sheets if sheet.name == marks.sheet]
        for sheet in [
            *named,
            *(other for other in book.sheets if other.name != SHEET and other not in named),
        ]:
            filled = _filled(book, sheet, shown)
            if filled is not None:
                return marks, filled
        raise refused("TD580", "no_sheet", Span(shown), sheet=marks.sheet)


def unit_of_form(path: Path) -> str | None:
    """The unit that a form was made for, empty where it had none; None for what cannot be read as a form."""
    shown = path.as_posix()
    if not is_form(path):
        return None
    try:
        with Workbook(path, shown) as book:
            return _marks(book, shown).unit
    except (TableError, OSError):
        return None


def _marks(book: Workbook, shown: str) -> Marks:
    hidden = next((sheet for sheet in book.sheets if sheet.name == SHEET), None)
    if hidden is None:
        raise refused("TD580", "", Span(shown), sheet=SHEET)
    marks = marks_of(record.values for record in book.records(hidden, FindingLog()))
    if marks is None:
        raise refused("TD580", "damaged", Span(shown), sheet=SHEET)
    return marks


def _filled(book: Workbook, sheet: Sheet, shown: str) -> Filled | None:
    """A sheet by its keys; None where its first cell does not say that it has them."""
    found = FindingLog()
    formulas: set[tuple[int, int]] = set()
    records = book.records(sheet, found, formulas)
    first = next(records, None)
    if first is None or not first.values or first.values[0] != KEY:
        return None
    return Filled(Origin(shown, sheet.name), first, list(records), formulas)


class Filled:
    """The cells of a filled sheet, by the key of the line and the role of the column."""

    def __init__(
        self, origin: Origin, roles: Record, records: Sequence[Record], formulas: set[tuple[int, int]]
    ) -> None:
        self._origin, self._formulas = origin, formulas
        self._columns = {role: column for column, role in enumerate(roles.values) if isinstance(role, str)}
        self._lines: dict[str, list[Record]] = {}
        for record in records:
            key = record.values[0] if record.values else ""
            if isinstance(key, str) and key:
                self._lines.setdefault(key, []).append(record)

    @property
    def span(self) -> Span:
        """The sheet."""
        return self._origin.span(1, 0, 1)

    def has(self, key: str, name: str, findings: FindingLog) -> bool:
        """Whether a line stands there once; else it is told."""
        count = len(self._lines.get(key, ()))
        if count == 0:
            findings.add(Finding("TD583", self.span, {"name": name}))
        elif count > 1:
            again = self._lines[key][1]
            place = self._origin.span(again.number, 0, again.line)
            findings.add(Finding("TD583", place, {"name": name}, "twice"))
        return count == 1

    def lacks(self, roles: Iterable[str]) -> list[str]:
        """The columns that are gone."""
        return [role for role in dict.fromkeys(roles) if role not in self._columns]

    def cell(self, key: str, role: str) -> Cell | None:
        """The cell of a line and a column; None where either is gone."""
        records, column = self._lines.get(key), self._columns.get(role)
        if not records or column is None:
            return None
        record = records[0]
        value = record.values[column] if column < len(record.values) else ""
        return Cell(value, record.number, column, record.line, self._origin)

    def computed(self, cell: Cell) -> bool:
        """Whether a cell holds a formula."""
        return (cell.row, cell.column) in self._formulas

    def report_moves(self, marks: Marks, findings: FindingLog) -> None:
        """Tell, once a form, that its sheet was renamed, or that lines or columns have moved."""
        if self._origin.sheet != marks.sheet:
            values = {"sheet": self._origin.sheet or "", "stated": marks.sheet}
            findings.add(Finding("TD582", self.span, values, "sheet", Severity.INFO))
        for (key, role), stated in marks.cells.items():
            cell = self.cell(key, role)
            if cell is not None and cell.address != stated:
                findings.add(Finding("TD582", cell.span, {"stated": stated, "found": cell.address}))
                return
