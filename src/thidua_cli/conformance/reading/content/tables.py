"""Tables: rows and cells on their grid, with the widths, borders and formats that apply."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.model.lines import Cell, DrawnRule
from thidua_cli.conformance.model.word_file import Table
from thidua_cli.conformance.reading.content.columns import Column
from thidua_cli.conformance.reading.content.table_format import TableLook, cell_borders
from thidua_cli.conformance.reading.content.tracking import is_deleted
from thidua_cli.conformance.reading.package.values import on, twips, value_of, whole
from thidua_cli.document.ooxml.names import VAL, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.reading.content.story import StoryReader
    from thidua_cli.conformance.reading.formatting.paragraph_properties import Border
    from thidua_cli.document.ooxml.elements import Element

MOST_COLUMNS = 1_000
_PERCENT = 5_000  # fiftieths of a percent
_SUNK = frozenset({"center", "bottom"})
_WRAPPERS = frozenset({f"{W}customXml", f"{W}sdtContent", f"{W}sdt"})


class _Slot(NamedTuple):
    """A cell with its first grid column (from 0), the columns it spans, and whether it goes on from above."""

    element: Element
    column: int
    span: int
    continued: bool


class TableReader:
    """Reads one table into its story."""

    def __init__(self, story: StoryReader, element: Element, column: Column) -> None:
        self._story, self._element, self._column = story, element, column
        self._own = element.find(f"{W}tblPr")
        self._look = TableLook(self._own, story.formats)
        grid = element.find(f"{W}tblGrid")
        self._grid = [
            twips(each.get(f"{W}w")) or 0 for each in (() if grid is None else grid.iterfind(f"{W}gridCol"))
        ]

    def read(self) -> None:
        """Read the cells in reading order and tell the story of the table."""
        rows = [
            (row, list(_slots(row)))
            for row in _unwrapped(self._element, f"{W}tr")
            if not is_deleted(row.find(f"{W}trPr"))
        ]
        columns = max((slots[-1].column + slots[-1].span for _, slots in rows if slots), default=0)
        number = len(self._story.tables) + 1
        borders = [
            [self._borders(slot, at, len(rows), columns) for slot in slots]
            for at, (_, slots) in enumerate(rows)
        ]
        bordered = _is_bordered(borders)
        self._story.tables.append(self._table(number, [row for row, _ in rows], columns, bordered=bordered))
        for at, (_, slots) in enumerate(rows):
            for slot, sides in zip(slots, borders[at], strict=True):
                begun = len(self._story.lines)
                self._cell(number, at, slot, (len(rows), columns))
                if not bordered:
                    self._draw(slot, sides, begun)

    def _table(self, number: int, rows: list[Element], columns: int, *, bordered: bool) -> Table:
        own = self._own
        return Table(
            number,
            self._story.section,
            len(rows),
            columns,
            self._width(None if own is None else own.find(f"{W}tblW"), self._column.width),
            bordered,
            _header_rows(rows),
            len(self._column.cells) + 1,
            self._element,
        )

    def _width(self, element: Element | None, room: int | None) -> int | None:
        """A width in twips; None where it is automatic."""
        kind = "auto" if element is None else element.get(f"{W}type", "dxa")
        value = None if element is None else element.get(f"{W}w")
        if value is None or kind in {"auto", "nil"}:
            return None
        if kind == "pct" or value.endswith("%"):
            share = whole(value)
            full = 100 if value.endswith("%") else _PERCENT
            return None if share is None or room is None else room * share // full
        return twips(value) or None

    def _cell(self, number: int, row: int, slot: _Slot, size: tuple[int, int]) -> None:
        own = slot.element.find(f"{W}tcPr")
        width = self._width(None if own is None else own.find(f"{W}tcW"), self._column.width)
        width = width or sum(self._grid[slot.column : slot.column + slot.span]) or None
        margins = self._look.margins(own)
        column = Column(
            self._column.story,
            None if width is None else max(0, width - margins),
            None,
            self._column.pitch,
            (*self._column.cells, Cell(number, row + 1, slot.column + 1)),
            self._look.format_at(row, slot.column, slot.span, size),
            value_of(own, "vAlign") in _SUNK,
        )
        begun = len(self._story.lines)
        self._story.blocks(slot.element, column)
        if slot.continued and all(line.blank for line in self._story.lines[begun:]):
            # What a merged cell goes on with prints nothing.
            del self._story.lines[begun:]

    def _borders(self, slot: _Slot, row: int, rows: int, columns: int) -> dict[str, Border]:
        outer = {
            "top": row == 0,
            "bottom": row == rows - 1,
            "left": slot.column == 0,
            "right": slot.column + slot.span >= columns,
        }
        own = slot.element.find(f"{W}tcPr/{W}tcBorders")
        areas = self._look.format_at(row, slot.column, slot.span, (rows, columns))[1]
        return cell_borders(self._look, outer, areas, own)

    def _draw(self, slot: _Slot, sides: dict[str, Border], begun: int) -> None:
        """Borders in a table that otherwise shows none are lines that somebody drew."""
        lines = self._story.lines
        if len(lines) == begun:
            return
        for side, index in (("top", begun), ("bottom", len(lines) - 1)):
            border = sides.get(side)
            if border is not None and border.visible:
                rule = DrawnRule(
                    "cell-border", side == "bottom", lines[index].room, 0, border.solid, border.colour
                )
                self._story.add_rules(index, (rule,))


def _unwrapped(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, tag)


def _slots(row: Element) -> Iterator[_Slot]:
    before = whole(value_of(row.find(f"{W}trPr"), "gridBefore")) or 0
    column = min(max(0, before), MOST_COLUMNS)
    for each in _unwrapped(row, f"{W}tc"):
        own = each.find(f"{W}tcPr")
        span = min(max(1, whole(value_of(own, "gridSpan")) or 1), MOST_COLUMNS)
        merge = None if own is None else own.find(f"{W}vMerge")
        continued = merge is not None and merge.get(VAL, "continue") == "continue"
        yield _Slot(each, column, span, continued)
        column += span


def _header_rows(rows: list[Element]) -> int:
    for count, row in enumerate(rows):
        if not on(row.find(f"{W}trPr/{W}tblHeader")):
            return count
    return len(rows)


def _is_bordered(borders: list[list[dict[str, Border]]]) -> bool:
    cells = [sides for row in borders for sides in row]
    shown = sum(sum(border.visible for border in sides.values()) >= 2 for sides in cells)
    return bool(cells) and shown * 2 >= len(cells)
