"""The text of a Word file laid out as on paper, in the order in which it is read; tables simplified."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from thidua_cli.conformance.showing.paragraphs import paragraph, points
from thidua_cli.conformance.showing.wording import word
from thidua_cli.document.html.elements import element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from thidua_cli.conformance.model.lines import Cell, Line
    from thidua_cli.conformance.model.word_file import Section
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.showing.marks import Marks

STORIES = (("header", "headers"), ("footer", "footers"))


class Paper:
    """One file on paper. A table in a table is shown as the paragraphs it holds."""

    def __init__(self, case: Case, marks: Marks, lang: str) -> None:
        self._case, self._marks, self._lang = case, marks, lang
        self._tables = {table.number: table for table in case.word.tables}
        self.shown: set[str] = set()

    def markup(self) -> str:
        """All pages as one sheet, as wide as the paper of the first section."""
        word_file = self._case.word
        body = "".join(self._blocks(word_file.lines))
        above, below = (self._story(word_file.sections, *names) for names in STORIES)
        page = next(iter(word_file.sections), None)
        return element("div", above, body, below, class_="sheet", lang="vi", style=_sides(page))

    def _blocks(self, lines: Sequence[Line]) -> Iterator[str]:
        for number, group in groupby(lines, lambda line: _outermost(line)):
            if number:
                yield self._table(number, list(group))
            else:
                yield from map(self._line, group)

    def _line(self, line: Line) -> str:
        address = self._case.address(line)
        self.shown.add(address)
        return paragraph(line, address, self._marks)

    def _table(self, number: int, lines: list[Line]) -> str:
        table = self._tables.get(number)
        columns = table.columns if table else max(_cell(line).column for line in lines)
        rows = [
            element("tr", *self._cells(list(row), columns))
            for _, row in groupby(lines, lambda line: _cell(line).row)
        ]
        kind = "data" if table is not None and table.bordered else "layout"
        return element("table", *rows, class_=kind, aria_label=word("table", self._lang, number=number))

    def _cells(self, lines: list[Line], columns: int) -> Iterator[str]:
        """The cells of a row, each as wide as up to the next one."""
        cells = [(column, list(found)) for column, found in groupby(lines, lambda line: _cell(line).column)]
        ends = [*(column for column, _ in cells[1:]), columns + 1]
        for (column, found), end in zip(cells, ends, strict=True):
            span = max(end - column, 1)
            room = found[0].room if len(found[0].place.cells) == 1 else None
            yield element(
                "td",
                *map(self._line, found),
                colspan=span if span > 1 else "",
                style=f"width:{points(room)}" if room else "",
            )

    def _story(self, sections: Iterable[Section], key: str, where: str) -> str:
        """Headers or footers, each once."""
        found = {
            line.place: line
            for section in sections
            for lines in getattr(section, where).values()
            for line in lines
            if not line.blank or line.fields
        }
        if not found:
            return ""
        name = element("p", word(key, self._lang), class_="story")
        return element("div", name, *map(self._line, found.values()), class_="margin", lang=self._lang)


def _outermost(line: Line) -> int:
    return line.place.cells[0].table if line.place.cells else 0


def _cell(line: Line) -> Cell:
    return line.place.cells[0]


def _sides(page: Section | None) -> str:
    """The width of the paper and its margins."""
    if page is None:
        return ""
    lengths = (abs(page.top), page.right, abs(page.bottom), page.left)
    return f"max-width:{points(page.width)};padding:{' '.join(points(max(each, 0)) for each in lengths)}"
