"""The text of a Word file laid out as on paper, in the order in which it is read; tables simplified."""

from __future__ import annotations

from functools import cached_property
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.showing.paragraphs import paragraph, points
from thidua_cli.conformance.showing.wording import word
from thidua_cli.document.html.elements import element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from thidua_cli.conformance.model.lines import Cell, Line
    from thidua_cli.conformance.model.word_file import HeaderKind, Section
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.showing.marks import Marks

STORIES = (("header", "headers"), ("footer", "footers"))


class _Sheet(NamedTuple):
    """The lines that stand on pages of one size; `section` None where the file states none."""

    section: Section | None
    lines: list[Line]


class Paper:
    """One file on paper. A table in a table is shown as the paragraphs it holds."""

    def __init__(self, case: Case, marks: Marks, lang: str) -> None:
        self._case, self._marks, self._lang = case, marks, lang
        self._tables = {table.number: table for table in case.word.tables}
        self.shown: set[str] = set()

    def markup(self) -> str:
        """A sheet for all that begins a page anew, in its size; headers of later pages and footers end it."""
        sections = self._case.word.sections
        pages = ["".join(self._blocks(sheet.lines)) for sheet in self._sheets]
        heads = [line for section in sections[:1] for line in section.headers.get(_opening(section), ())]
        pages[0] = self._story("header", heads) + pages[0]
        for key, where in STORIES:
            stories = (lines for section in sections for lines in getattr(section, where).values())
            pages[-1] += self._story(key, chain.from_iterable(stories))
        return "\n".join(
            element("div", page, class_="sheet", lang="vi", style=_sides(sheet.section))
            for page, sheet in zip(pages, self._sheets, strict=True)
        )

    @cached_property
    def _sheets(self) -> list[_Sheet]:
        sections = {section.number: section for section in self._case.word.sections}
        sheets = [_Sheet(sections.get(1), [])]
        for line in self._case.word.lines:
            last = sheets[-1]
            section = sections.get(line.place.section, last.section)
            moved = section is not None and section is not last.section and section.starts != "continuous"
            broken = line.page_break and not line.place.cells
            if last.lines and (moved or broken):
                sheets.append(_Sheet(section, []))
            sheets[-1].lines.append(line)
        return sheets

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

    def _story(self, key: str, lines: Iterable[Line]) -> str:
        """Headers or footers, each once in the document."""
        found = {
            line.place: line
            for line in lines
            if (not line.blank or line.fields) and self._case.address(line) not in self.shown
        }
        if not found:
            return ""
        name = element("p", word(key, self._lang), class_="story")
        return element("div", name, *map(self._line, found.values()), class_="margin", lang=self._lang)


def _opening(section: Section) -> HeaderKind:
    """The kind of header that the first page of a section bears."""
    return "first" if section.first_differs else "default"


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
