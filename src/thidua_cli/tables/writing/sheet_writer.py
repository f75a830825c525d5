"""One sheet of a workbook, written from the top: titles, header, rows, total, notes, and its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.tables.records import MOST_ROWS
from thidua_cli.tables.table import address
from thidua_cli.tables.writing.cells import Cells
from thidua_cli.tables.writing.looks import BAND_FILL, HEADING_FILL, SIZE, TITLE_SIZE
from thidua_cli.tables.writing.paper import MARGINS, lay_out
from thidua_cli.tables.writing.sheets import NUMERIC, Band, Subtotal, spans_of
from thidua_cli.tables.writing.widths import BOLD, LINE_POINTS, PLAIN, fitted, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from thidua_cli.tables.writing.cells import Cell
    from thidua_cli.tables.writing.looks import Looks
    from thidua_cli.tables.writing.sheets import Content, Sheet

MOST_COLUMNS = 16_384
HIGHEST = 400  # points; Excel allows 409
PAPER_A4 = 9
SIGNED_LINES = 4  # what a hand and a seal need
PAGE_OF_PAGES = "&C&P/&N"
HEADING = {"bold": True, "align": "center", "border": 1, "bg_color": HEADING_FILL}
BAND = {"bold": True, "align": "left", "text_wrap": False, "bg_color": BAND_FILL, "top": 1, "bottom": 1}


class TooLargeError(Exception):
    """A sheet has more rows or columns than a workbook holds. Its text is the name of the sheet."""


class SheetWriter:
    """Writes a sheet onto a worksheet of a workbook whose formats are `looks`."""

    def __init__(self, worksheet: Worksheet, sheet: Sheet, looks: Looks) -> None:
        self._worksheet, self._sheet, self._looks = worksheet, sheet, looks
        self._columns = list(sheet.columns)
        self._rows = list(sheet.rows)
        total = [] if sheet.total is None else [sheet.total]
        self._widths = fitted(self._columns, [*self._rows, *total])
        self._layout = lay_out(self._columns, self._widths, sheet.fixed)
        self._cells = Cells(looks)
        self._next = 0

    def write(self) -> None:
        """The whole sheet. Raises TooLargeError."""
        around = len(self._sheet.titles) + len(self._sheet.notes) + 4
        around += SIGNED_LINES + 4 if self._sheet.signatures else 0
        if len(self._rows) + around > MOST_ROWS or len(self._columns) > MOST_COLUMNS:
            raise TooLargeError(self._sheet.name)
        for index, width in enumerate(self._widths):
            self._worksheet.set_column(index, index, width)
        self._titles()
        first = self._next
        self._header()
        header = self._next - 1
        for row in self._rows:
            if isinstance(row, Band):
                self._band(row.text)
            elif isinstance(row, Subtotal):
                self._row(row.cells, strong=True)
            else:
                self._row(row)
        if self._rows:
            self._serve(header)
        if self._sheet.total is not None:
            self._row(self._sheet.total, strong=True)
        self._notes()
        self._sign()
        self._set_up(first, header)

    def _serve(self, header: int) -> None:
        """A filter, unless bands part the rows; no green corners at numbers that had to be text."""
        last = len(self._columns) - 1
        if not any(isinstance(row, Band | Subtotal) for row in self._rows):
            self._worksheet.autofilter(header, 0, self._next - 1, last)
        cells = f"{address(header + 2, 0)}:{address(self._next + 1, last)}"
        self._worksheet.ignore_errors({"number_stored_as_text": cells})

    def _titles(self) -> None:
        for index, title in enumerate(self._sheet.titles):
            size = TITLE_SIZE if index == 0 else SIZE
            look = {"bold": index == 0, "italic": index > 0, "align": "center", "font_size": size}
            self._across(title, BOLD * size / SIZE, **look)
        self._next += bool(self._sheet.titles)

    def _notes(self) -> None:
        for note in self._sheet.notes:
            self._across(note, PLAIN, italic=True, align="left")

    def _sign(self) -> None:
        """The places for signatures side by side, as wide as each other."""
        signed = self._sheet.signatures
        if not signed:
            return
        self._next += 1
        for line, strong in enumerate((False, True, False)):
            look = {"bold": strong, "italic": not strong, "align": "center"}
            for (left, right), signature in zip(self._parts(len(signed)), signed, strict=True):
                self._merged(self._next, left, self._next, right, signature[line], look)
            self._next += 1
        self._next += SIGNED_LINES

    def _parts(self, count: int) -> list[tuple[int, int]]:
        """The columns of the first page in so many parts, each about as wide as the others."""
        ends: list[int] = []
        used = 0
        total = sum(self._widths[: self._layout.first])
        for index in range(self._layout.first):
            used += self._widths[index]
            missing = count - len(ends)
            if used * count >= total * (len(ends) + 1) or self._layout.first - index <= missing:
                ends.append(index)
        return list(zip([0, *(end + 1 for end in ends[:-1])], ends[:count], strict=True))

    def _across(self, text: str, scale: float, **look: Any) -> None:
        """A line over the columns of the first page; `scale`: how wide its letters are.

        Columns that repeat on other pages are left free of it, or a piece of it would repeat with them.
        """
        first = self._sheet.fixed if self._layout.breaks else 0
        last = self._layout.first - 1
        room = sum(self._widths[first : last + 1])
        self._worksheet.set_row(self._next, _height(lines(text, room, scale)))
        self._merged(self._next, first, self._next, last, text, look)
        self._next += 1

    def _header(self) -> None:
        """One row, or two where columns share a heading above; merged cells do not find their own height."""
        sized = zip(self._columns, self._widths, strict=True)
        high = [lines(column.heading, width, BOLD) for column, width in sized]
        spans = spans_of(self._columns, self._layout.breaks)
        top = self._next
        if any(over for over, _, _ in spans):
            above = max(lines(over, sum(self._widths[first : last + 1]), BOLD) for over, first, last in spans)
            beside = zip(self._columns, high, strict=True)
            high = [needed if column.over else needed - above for column, needed in beside]
            self._worksheet.set_row(top, _height(above))
            self._next += 1
            for over, first, last in spans:
                if over:
                    self._merged(top, first, top, last, over, HEADING)
        self._worksheet.set_row(self._next, _height(max(1, *high)))
        for index, column in enumerate(self._columns):
            start = self._next if column.over else top
            self._merged(start, index, self._next, index, column.heading, HEADING)
        self._next += 1

    def _merged(self, top: int, left: int, bottom: int, right: int, text: str, look: dict[str, Any]) -> None:
        """A text over one cell or several."""
        value, shape = self._cells.text(text, look)
        if (top, left) != (bottom, right):
            self._worksheet.merge_range(top, left, bottom, right, "", shape)
        self._put(top, left, (value, shape))

    def _band(self, text: str) -> None:
        self._put(self._next, 0, self._cells.text(text, BAND))
        for index in range(1, len(self._columns)):
            self._put(self._next, index, (None, self._looks.get(**BAND)))
        self._next += 1

    def _row(self, row: Sequence[Content], *, strong: bool = False) -> None:
        count = self._lines(row)
        if count > 1:
            self._worksheet.set_row(self._next, _height(count))
        for index, (content, column) in enumerate(zip(row, self._columns, strict=True)):
            self._put(self._next, index, self._cells.get(index, content, column, strong=strong))
        self._next += 1

    def _lines(self, row: Sequence[Content]) -> int:
        """What the longest text needs: not every program finds the height of a wrapped text itself."""
        cells = zip(row, self._columns, self._widths, strict=True)
        return max(
            (
                lines(text, room)
                for text, column, room in cells
                if isinstance(text, str) and column.kind not in NUMERIC and (len(text) > room or "\n" in text)
            ),
            default=1,
        )

    def _put(self, row: int, index: int, cell: Cell) -> None:
        value, look = cell
        if isinstance(value, float):
            self._worksheet.write_number(row, index, value, look)
        elif isinstance(value, str):
            self._worksheet.write_string(row, index, value, look)
        elif value is None:
            self._worksheet.write_blank(row, index, None, look)
        else:
            self._worksheet.write_datetime(row, index, value, look)

    def _set_up(self, first: int, header: int) -> None:
        """What stays in view, and A4: the header on every page, the columns on one page or on several."""
        worksheet, layout = self._worksheet, self._layout
        worksheet.freeze_panes(header + 1, self._sheet.fixed)
        worksheet.set_paper(PAPER_A4)
        if layout.across:
            worksheet.set_landscape()
        worksheet.set_margins(*MARGINS)
        worksheet.center_horizontally()
        worksheet.set_footer(PAGE_OF_PAGES)
        worksheet.repeat_rows(first, header)
        if layout.scale is None:
            worksheet.fit_to_pages(1, 0)
            return
        worksheet.set_print_scale(layout.scale)
        worksheet.set_v_pagebreaks(layout.breaks)
        if self._sheet.fixed:
            worksheet.repeat_columns(0, self._sheet.fixed - 1)


def _height(count: int) -> float:
    return min(HIGHEST, LINE_POINTS * count + 4)
