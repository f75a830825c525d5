"""From cells to a table in print: row numbers, groups, numbers in Vietnamese notation, exact sums."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.data_tables.printed import PrintedRow, PrintedTable
from thidua_cli.plan.data_tables.words import words
from thidua_cli.source.text import excerpt
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.table import StoredNumber
from thidua_cli.vietnamese.numbers import NumberError, format_number, parse_number
from thidua_cli.vietnamese.roman import LARGEST_ROMAN, roman
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from thidua_cli.plan.data_tables.cells import Cells, Given
    from thidua_cli.plan.data_tables.model import Column, DataTable

ROW_NUMBERS = frozenset({"tt", "stt", "số tt", "số thứ tự"})


def lay_out(table: DataTable, cells: Cells) -> tuple[PrintedTable, list[Finding]]:
    """The printed table, and the cells that should be numbers and are none (TD134).

    A column with such a cell is printed as written and has no sum.
    """
    return _LayingOut(table, cells).table()


@dataclass
class _LayingOut:
    """One table on its way to print."""

    given: DataTable
    cells: Cells
    findings: FindingLog = field(default_factory=FindingLog)

    def __post_init__(self) -> None:
        columns = self.cells.columns
        by = self.given.group_by
        self.group = next((at for at, column in enumerate(columns) if by and column.is_called(by)), None)
        self.kept = [place for place in range(len(columns)) if place != self.group]
        numbered_already = any(fold(columns[place].name) in ROW_NUMBERS for place in self.kept)
        self.numbered = self.given.numbered and not numbered_already
        self.sums: dict[int, Decimal | None] = {
            place: Decimal(0) for place in self.kept if columns[place].total
        }

    def table(self) -> tuple[PrintedTable, list[Finding]]:
        """The whole table."""
        columns = self.cells.columns
        shift = int(self.numbered)
        rows = [row for group in self._groups() for row in group]
        sums = [self._printed_sum(place) for place in self.sums]
        if self.sums:
            rows.append(self._total_row())
        return PrintedTable(
            caption=self.given.caption,
            header=(*([words()["number"]] * shift), *(columns[place].name for place in self.kept)),
            rows=tuple(rows),
            widths=self._widths(),
            numeric=frozenset(at + shift for at, place in enumerate(self.kept) if columns[place].is_number),
            count=len(self.cells.rows),
            total=sums[0] if len(sums) == 1 else "",
            landscape=self.given.landscape,
        ), self.findings.close()

    def _groups(self) -> list[list[PrintedRow]]:
        """The rows, below the name of their group where there are groups, each numbered from 1."""
        by_name: dict[str, list[list[Given]]] = {}
        for row in self.cells.rows:
            name = "" if self.group is None else _text(row[self.group])
            by_name.setdefault(name, []).append(row)
        made = []
        for position, (name, rows) in enumerate(by_name.items(), 1):
            number = f"{roman(position)}. " if position <= LARGEST_ROMAN else ""
            band = [] if self.group is None else [PrintedRow("band", (f"{number}{name}".rstrip(),))]
            made.append([*band, *(self._row(at, row) for at, row in enumerate(rows, 1))])
        return made

    def _row(self, number: int, row: list[Given]) -> PrintedRow:
        own = (str(number),) if self.numbered else ()
        return PrintedRow("row", (*own, *(self._cell(place, row[place]) for place in self.kept)))

    def _cell(self, place: int, cell: Given) -> str:
        column, text = self.cells.columns[place], _text(cell)
        if not column.is_number or not text:
            return text
        value = self._number(cell, column)
        if value is None:
            if place in self.sums:
                self.sums[place] = None
            return text
        before = self.sums.get(place)
        if before is not None:
            self.sums[place] = before + value
        if column.is_dong and value % 1:
            found = {"text": format_number(value), "column": column.name}
            self.findings.add(Finding("TD141", cell.span, found))
        return format_number(value, column.places)

    def _number(self, cell: Given, column: Column) -> Decimal | None:
        if isinstance(cell.value, StoredNumber) and not cell.value.percent:
            return cell.value.value
        found = {"text": excerpt(_text(cell)), "column": column.name}
        try:
            number = parse_number(_text(cell))
        except NumberError:
            self.findings.add(Finding("TD134", cell.span, found, "summed" if column.total else ""))
            return None
        if number.value is None:
            first, second = map(format_number, number.readings)
            two = {**found, "first": first, "second": second}
            self.findings.add(Finding("TD134", cell.span, two, "ambiguous"))
        return number.value

    def _printed_sum(self, place: int) -> str:
        total = self.sums[place]
        return "" if total is None else format_number(total, self.cells.columns[place].places)

    def _total_row(self) -> PrintedRow:
        """The label stands in the first column of words, the sums in theirs."""
        label = next((place for place in self.kept if place not in self.sums), None)
        cells = [
            self._printed_sum(place) if place in self.sums else self.given.total_label * (place == label)
            for place in self.kept
        ]
        return PrintedRow("total", (*([""] * self.numbered), *cells))

    def _widths(self) -> tuple[int, ...]:
        """Relative widths where any is given, 0 for a column that is measured."""
        given = tuple(self.cells.columns[place].width or 0 for place in self.kept)
        return (*([0] * self.numbered), *given) if any(given) else ()


def _text(cell: Given) -> str:
    """What a cell says; a number of no numeric column (a year) has no points at the thousands."""
    if isinstance(cell.value, str):
        return cell.value
    plain = format(cell.value.value, "f").replace(".", ",")
    return f"{plain}%" if cell.value.percent else plain
