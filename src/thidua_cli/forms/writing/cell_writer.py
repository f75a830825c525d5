"""Writing into the cells of a sheet: a text stays a text, a number keeps its digits."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from thidua_cli.forms.formulas.language import plain
from thidua_cli.forms.given import said
from thidua_cli.forms.locks import COMPUTED, EMPTY, OPEN, mark_of
from thidua_cli.tables.writing.looks import DAY, kept_by_excel, number_format
from thidua_cli.tables.writing.sheets import Kind
from thidua_cli.tables.writing.widths import LINE_POINTS
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from decimal import Decimal

    from xlsxwriter.worksheet import Worksheet

    from thidua_cli.tables.writing.looks import Looks

INPUT_FILL = "#FFF8DC"
FORMULA_MARKS = frozenset("=+-@\t\r\n'")
MORE = 4.0  # points above and below the text of a row
HIGHEST = 400.0  # Excel allows 409


class Pen:
    """Writes into one worksheet; looks are properties as xlsxwriter names them."""

    def __init__(self, worksheet: Worksheet, looks: Looks) -> None:
        self.worksheet = worksheet
        self._looks = looks
        # What stands in each cell (row, column), see `forms.locks`.
        self.marks: dict[tuple[int, int], str] = {}

    def text(self, row: int, column: int, text: str, **look: Any) -> None:
        """A text, whatever it looks like."""
        kept = plain(text)
        self._mark(row, column, mark_of(kept), look)
        if kept[:1] in FORMULA_MARKS and kept:
            look["quote_prefix"] = True
        if kept:
            self.worksheet.write_string(row, column, kept, self._looks.get(**look))
        else:
            self.worksheet.write_blank(row, column, None, self._looks.get(**look))

    def titled(
        self, row: int, column: int, title: str, below: str, small: dict[str, Any], **look: Any
    ) -> None:
        """A text with smaller words below it in the same cell."""
        if not below:
            self.text(row, column, title, **look)
            return
        self._mark(row, column, mark_of(plain(f"{title}\n{below}")), look)
        letters = {name: look[name] for name in ("bold", "italic") if name in look}
        pieces = (self._looks.get(**letters), plain(title), self._looks.get(**small), plain(f"\n{below}"))
        self.worksheet.write_rich_string(row, column, *pieces, self._looks.get(**look))

    def value(self, row: int, column: int, value: Decimal | date, **look: Any) -> None:
        """A number or a day; a number with more digits than a sheet keeps stands as text."""
        self._mark(row, column, mark_of(said(value)), look)
        if isinstance(value, date):
            dated = self._looks.get(**look, num_format=DAY)
            self.worksheet.write_datetime(row, column, datetime.combine(value, time()), dated)
        elif kept_by_excel(value):
            shown = number_format(_places(value), Kind.NUMBER)
            self.worksheet.write_number(row, column, float(value), self._looks.get(**look, num_format=shown))
        else:
            self.text(row, column, format_number(value), **look)

    def given(self, row: int, column: int, value: Decimal | date | str, **look: Any) -> None:
        """A value of any kind."""
        if isinstance(value, str):
            self.text(row, column, value, **look)
        else:
            self.value(row, column, value, **look)

    def formula(self, row: int, column: int, formula: str, **look: Any) -> None:
        """A formula of ours; what it comes to is for the sheet to say."""
        self._mark(row, column, COMPUTED, look)
        self.worksheet.write_formula(row, column, formula, self._looks.get(**look), "")

    def blank(self, row: int, column: int, **look: Any) -> None:
        """An empty cell."""
        self._mark(row, column, EMPTY, look)
        self.worksheet.write_blank(row, column, None, self._looks.get(**look))

    def across(self, row: int, first: int, last: int, text: str, **look: Any) -> None:
        """A text over several cells of a row."""
        if last > first:
            self.worksheet.merge_range(row, first, row, last, "", self._looks.get(**look))
        self.text(row, first, text, **look)

    def down(self, first: int, last: int, column: int, text: str, **look: Any) -> None:
        """A text over several cells of a column."""
        self.worksheet.merge_range(first, column, last, column, "", self._looks.get(**look))
        self.text(first, column, text, **look)

    def _mark(self, row: int, column: int, mark: str, look: dict[str, Any]) -> None:
        self.marks[row, column] = mark if look.get("locked", True) else OPEN

    def height(self, row: int, lines: float, **options: Any) -> None:
        """A row as high as so many lines of text."""
        self.worksheet.set_row(row, min(HIGHEST, lines * LINE_POINTS + MORE), None, options)


def _places(value: Decimal) -> int:
    return len(format(value, "f").partition(".")[2].rstrip("0"))
