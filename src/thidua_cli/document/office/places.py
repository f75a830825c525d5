"""Where the paragraphs of a part stand, as people count them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.office.lines import text_of
from thidua_cli.document.office.namespaces import CELL, FALLBACK, PARAGRAPH, ROW, TABLE, TEXT_BOX
from thidua_cli.findings.span import Span
from thidua_cli.findings.word_places import address

if TYPE_CHECKING:
    from thidua_cli.document.ooxml.elements import Element

LONGEST = 80
BOX = "text-box"

Cells = tuple[tuple[int, int, int], ...]


class Spot(NamedTuple):
    """A paragraph of a template: its address in the Word file and the beginning of its text."""

    address: str
    text: str

    def span(self, path: str) -> Span:
        """The place in the file that is shown as `path`."""
        return Span(path, 0, 1, 0, 1, self.address)


def spots_of(root: Element, story: str) -> dict[Element, Spot]:
    """Every paragraph of a part; a text box is a story of its own, its older twin (VML) the same one."""
    numbering = _Numbering({}, Counter())
    numbering.inside(root, story, ())
    return numbering.spots


class _Numbering(NamedTuple):
    spots: dict[Element, Spot]
    counts: Counter[object]

    def _next(self, kind: object) -> int:
        self.counts[kind] += 1
        return self.counts[kind]

    def inside(self, element: Element, story: str, cells: Cells) -> None:
        for child in element:
            if child.tag == PARAGRAPH:
                where = address(story, self._next((story, cells)), cells)
                self.spots[child] = Spot(where, " ".join(text_of(child).split())[:LONGEST])
                self.inside(child, story, cells)
            elif child.tag == TABLE:
                self._table(child, story, cells)
            elif child.tag == TEXT_BOX:
                older = next(child.iterancestors(FALLBACK), None) is not None
                number = self.counts[BOX] if older else self._next(BOX)
                own = f"{BOX}{max(1, number)}"
                self.counts.pop((own, ()), None)
                self.inside(child, own, ())
            else:
                self.inside(child, story, cells)

    def _table(self, table: Element, story: str, cells: Cells) -> None:
        number = self._next(("table", story))
        rows = (row for row in table.iter(ROW) if next(row.iterancestors(TABLE)) is table)
        for place, row in enumerate(rows, 1):
            own = (cell for cell in row.iter(CELL) if next(cell.iterancestors(ROW)) is row)
            for column, cell in enumerate(own, 1):
                self.inside(cell, story, (*cells, (number, place, column)))
