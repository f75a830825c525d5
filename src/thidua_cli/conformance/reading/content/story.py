"""The paragraphs and tables of one part of a file, or of one box in it, in reading order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.lines import Place
from thidua_cli.conformance.reading.content.alternatives import chosen
from thidua_cli.conformance.reading.content.columns import Column
from thidua_cli.conformance.reading.content.fields import Fields
from thidua_cli.conformance.reading.content.line_maker import LineMaker, floating_rules
from thidua_cli.conformance.reading.content.paragraph_text import ParagraphText
from thidua_cli.conformance.reading.content.settling import settled
from thidua_cli.conformance.reading.content.tables import TableReader
from thidua_cli.conformance.reading.content.tracking import INSERTED, is_deleted
from thidua_cli.conformance.reading.formatting.effective import paragraph_mark
from thidua_cli.conformance.reading.package.refusal import PartError
from thidua_cli.document.ooxml.names import MC, W

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.conformance.model.lines import DrawnRule, Line, Stretch
    from thidua_cli.conformance.model.word_file import Table
    from thidua_cli.conformance.reading.content.settling import Floating
    from thidua_cli.conformance.reading.drawing.shapes import Drawn
    from thidua_cli.conformance.reading.formatting.effective import Formats, ParagraphFormat
    from thidua_cli.document.ooxml.elements import Element

MOST_LINES = 200_000
_WRAPPERS = frozenset({f"{W}customXml", f"{W}sdtContent", *INSERTED})
_PARAGRAPH, _TABLE, _CONTROL = f"{W}p", f"{W}tbl", f"{W}sdt"


class _Flow:
    """What runs on from one paragraph to the next: open fields, a page break, text whose mark was deleted."""

    def __init__(self) -> None:
        self.fields = Fields()
        self.breaks = False
        self.carried: list[Stretch] = []


class StoryReader:
    """Reads the blocks of a part. `columns` are those of the sections, of which the body has several."""

    def __init__(self, formats: Formats, part: str, columns: Sequence[Column]) -> None:
        self.formats = formats
        self.lines: list[Line] = []
        self.tables: list[Table] = []
        self.comments: dict[str, int] = {}
        self.pictures = 0
        self._part, self._columns = part, columns
        self._numbers: dict[str, int] = {}
        self._maker = LineMaker(formats)
        self._flow = _Flow()
        self._section = 0

    @property
    def section(self) -> int:
        """The number of the section that is being read, from 1; 0 outside the body."""
        return self._section + 1 if self._columns[0].story == "body" else 0

    def read(self, root: Element) -> None:
        """Read the blocks of a part, each in the column of its section."""
        self.blocks(root, None)

    def blocks(self, parent: Iterable[Element], column: Column | None) -> None:
        """Read blocks into a column; None for the column of the current section."""
        floating: list[Floating] = []
        begun = len(self.lines)
        self._blocks(parent, column, floating)
        at: dict[int, list[DrawnRule]] = {}
        for index, rule in settled(floating, self.lines, begun):
            at.setdefault(index, []).append(rule)
        for index, rules in at.items():
            self.add_rules(index, rules)

    def _blocks(self, parent: Iterable[Element], column: Column | None, floating: list[Floating]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _PARAGRAPH:
                self._paragraph(child, column or self._columns[self._section], floating)
            elif tag == _TABLE:
                TableReader(self, child, column or self._columns[self._section]).read()
            elif tag == _CONTROL:
                for content in child.iterfind(f"{W}sdtContent"):
                    self._blocks(content, column, floating)
            elif tag in _WRAPPERS:
                self._blocks(child, column, floating)
            elif tag == f"{MC}AlternateContent":
                self._blocks(chosen(child), column, floating)

    def add_rules(self, index: int, rules: Iterable[DrawnRule]) -> None:
        """Draw further rules at a line that has been read."""
        line = self.lines[index]
        self.lines[index] = replace(line, rules=(*line.rules, *rules))

    def _paragraph(self, element: Element, column: Column, floating: list[Floating]) -> None:
        own = element.find(f"{W}pPr")
        form = self.formats.paragraph(own, column.table)
        text = ParagraphText(self.formats, form, self._flow.fields)
        text.visit(element)
        self._boxes(text.shapes, before=True)
        if is_deleted(paragraph_mark(own)):
            self._flow.carried += text.stretches
        else:
            self._line(element, form, text, column, floating)
        self._boxes(text.shapes, before=False)
        if own is not None and column.story == "body" and own.find(f"{W}sectPr") is not None:
            self._section = min(self._section + 1, len(self._columns) - 1)

    def _boxes(self, shapes: Iterable[Drawn], *, before: bool) -> None:
        """Read the boxes anchored in a paragraph: those that begin below its top come after its text."""
        for shape, _ in shapes:
            if shape.content is None:
                self.pictures += before and shape.kind == "picture" and not shape.ruled
                continue
            spot = shape.spot
            below = spot.inline or (spot.down in {"paragraph", "line"} and (spot.top or 0) > 0)
            if below is not before:
                flow, self._flow = self._flow, _Flow()
                self.blocks(shape.content, Column("text-box", shape.width))
                self._flow = flow

    def _line(
        self,
        element: Element,
        form: ParagraphFormat,
        text: ParagraphText,
        column: Column,
        floating: list[Floating],
    ) -> None:
        index = len(self.lines)
        if index >= MOST_LINES:
            raise PartError("large")
        if self._flow.carried:
            text.stretches[:0] = self._flow.carried
            text.revised = True
            self._flow.carried = []
        line = self._maker.line(element, form, text, self._place(column), column, new_page=self._flow.breaks)
        self.lines.append(line)
        floating += floating_rules(text, line, index, column)
        for identity in text.comments:
            self.comments.setdefault(identity, index)
        self._flow.breaks = text.breaks_after

    def _place(self, column: Column) -> Place:
        number = self._numbers[column.story] = self._numbers.get(column.story, 0) + 1
        return Place(column.story, number, self._part, self.section, column.cells)
