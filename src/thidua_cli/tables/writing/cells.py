"""What a cell stores for a content, and how it looks: numbers exact or as text, texts never as formulas."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from thidua_cli.tables.writing.looks import ALIGNED, DAY, kept_by_excel, number_format
from thidua_cli.tables.writing.sheets import NUMERIC, Column, Kind, places_of, shown

if TYPE_CHECKING:
    from xlsxwriter.format import Format

    from thidua_cli.tables.writing.looks import Looks
    from thidua_cli.tables.writing.sheets import Content

    Stored = str | float | datetime | None
    Cell = tuple[Stored, Format]

MOST_LETTERS = 32_767
CUT = "…"
# Excel counts its days from a 29/02/1900 that never was.
FIRST_DAY = date(1900, 3, 1)
# Contents of a column that are made ready once; ever new ones would only fill the memory.
MOST_KEPT = 100_000
_FORMULA_MARKS = frozenset("=+-@\t\r\n'")
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


class Cells:
    """Makes the cells of a sheet ready."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._ready: dict[tuple[int, Content, bool], Cell] = {}

    def get(self, index: int, content: Content, column: Column, *, strong: bool) -> Cell:
        """The cell of a content in the column of an index."""
        key = index, content, strong
        cell = self._ready.get(key)
        if cell is None:
            cell = self._cell(content, column, strong)
            if len(self._ready) < MOST_KEPT:
                self._ready[key] = cell
        return cell

    def text(self, text: str, look: dict[str, Any]) -> Cell:
        """Always a text; what begins like a formula stays one even when a person edits the cell."""
        kept = _UNWRITABLE.sub("\ufffd", text)
        if len(kept) > MOST_LETTERS:
            kept = kept[: MOST_LETTERS - 1] + CUT
        quoted = {"quote_prefix": True} if kept and kept[0] in _FORMULA_MARKS else {}
        return kept, self._looks.get(**look, **quoted)

    def _cell(self, content: Content, column: Column, strong: bool) -> Cell:
        look: dict[str, Any] = {"border": 1, "align": ALIGNED.get(column.kind, "right")}
        if strong:
            look["bold"] = True
        if column.kind in NUMERIC:
            look["text_wrap"] = False
        elif column.kind is Kind.TEXT:
            look["indent"] = 1
        if content is None or content == "":
            return None, self._looks.get(**look)
        if isinstance(content, date) and content >= FIRST_DAY:
            return datetime.combine(content, time()), self._looks.get(**look, num_format=DAY)
        if isinstance(content, int | Decimal):
            value = Decimal(content).scaleb(-2) if column.kind is Kind.PERCENT else Decimal(content)
            if kept_by_excel(value):
                shape = number_format(places_of(content, column), column.kind)
                return float(value), self._looks.get(**look, num_format=shape)
        return self.text(shown(content, column), look)
