"""The line markup that templates produce: one line of text, one block or one field of a component.

Text between `VALUE_START` and `VALUE_END` came from a value: it is taken as it stands, whatever it holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.blocks import (
    Block,
    Bullet,
    Heading,
    Inline,
    Paragraph,
    Run,
    Table,
)
from thidua_cli.document.characters import ILLEGAL, one_line
from thidua_cli.document.components import BUILDERS, COMPONENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

VALUE_START = "\x02"
VALUE_END = "\x03"

HEADING = re.compile(r"(#{1,3})[ ]+(.+)")
BULLET = re.compile(r"([-+])[ ]+(.+)")
DIRECTIVE = re.compile(r"@([a-z]+(?:-[a-z]+)*)(?:[ ]+(.*))?")
SEPARATOR = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
MOST_COLUMNS = 63  # Word opens no wider table
LEVELS = {"-": 1, "+": 2}


class Problem(NamedTuple):
    """A line that is no markup: its number in the filled-in text, the text, and what is wrong with it."""

    line: int
    text: str
    kind: str


def literal(text: object) -> str:
    """A value wrapped so that the parser takes it as plain text."""
    clean = one_line(str(text))
    return VALUE_START + clean + VALUE_END if clean else ""


def parse(text: str) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a filled-in template, and the lines that could not be read."""
    reader = _Reader()
    for number, line in enumerate(text.split("\n"), 1):
        reader.read(number, line.strip(" \t\r"))
    reader.close()
    return tuple(reader.blocks), tuple(reader.problems)


@dataclass
class _Reader:
    """Gathers neighbouring lines of one component; every other line ends the component before it."""

    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    component: str = ""
    fields: list[tuple[str, Inline]] = field(default_factory=list)
    rows: list[tuple[int, str]] = field(default_factory=list)

    def read(self, number: int, line: str) -> None:
        if not line:
            self._end_table()
            return
        if line.startswith("|"):
            self._end_component()
            self.rows.append((number, line))
            return
        self._end_table()
        if found := DIRECTIVE.fullmatch(line):
            self._directive(number, line, found[1], found[2] or "")
            return
        self._end_component()
        if not shown(line).strip("#+- "):
            return
        if found := HEADING.fullmatch(line):
            self.blocks.append(Heading(len(found[1]), inline(found[2])))
        elif found := BULLET.fullmatch(line):
            self.blocks.append(Bullet(LEVELS[found[1]], inline(found[2])))
        elif line[0] in "#@":
            self.problems.append(Problem(number, shown(line), "line"))
        else:
            self.blocks.append(Paragraph(inline(line)))

    def close(self) -> None:
        self._end_table()
        self._end_component()

    def _directive(self, number: int, line: str, name: str, text: str) -> None:
        component = COMPONENTS.get(name)
        if component is None:
            self.problems.append(Problem(number, shown(line), "directive"))
            return
        if component != self.component or (name == "appendix" and self.fields):
            self._end_component()
        self.component = component
        self.fields.append((name, inline(text)))

    def _end_component(self) -> None:
        if self.component:
            self.blocks.append(BUILDERS[self.component](self.fields))
        self.component, self.fields = "", []

    def _end_table(self) -> None:
        if self.rows:
            self._table(self.rows)
            self.rows = []

    def _table(self, rows: list[tuple[int, str]]) -> None:
        separator = next((line for _, line in rows if SEPARATOR.fullmatch(line)), "")
        numeric = {
            column
            for column, mark in enumerate(separator.strip("|").split("|"))
            if mark.strip().endswith(":")
        }
        cells = [(number, line, _cells(line)) for number, line in rows if line != separator]
        header = cells[0][2][:MOST_COLUMNS] if cells else ()
        if cells and len(cells[0][2]) > MOST_COLUMNS:
            self.problems.append(Problem(cells[0][0], shown(cells[0][1]), "columns"))
        body = []
        for number, line, found in cells[1:]:
            if len(found) > len(header):
                self.problems.append(Problem(number, shown(line), "table"))
            body.append((found + ((),) * len(header))[: len(header)])
        if header:
            self.blocks.append(Table(header, tuple(body), numeric=frozenset(numeric)))


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of text and whether each came from a value."""
    for position, part in enumerate(text.split(VALUE_START)):
        value, end, rest = part.partition(VALUE_END)
        if position and end:
            yield value, True
            yield rest, False
        else:
            yield part, False


def shown(line: str) -> str:
    """A line as people see it: without the marks around values."""
    return ILLEGAL.sub("", line)


def _cells(line: str) -> tuple[Inline, ...]:
    """The cells of a table line; a bar inside a value, or after a backslash, divides nothing."""
    cells: list[list[str]] = [[]]
    for text, is_value in _pieces(line):
        if is_value:
            cells[-1].append(VALUE_START + text + VALUE_END)
            continue
        for position, part in enumerate(re.split(r"(?<!\\)\|", text)):
            if position:
                cells.append([])
            cells[-1].append(part)
    texts = ["".join(cell).strip() for cell in cells]
    if not texts[-1]:
        texts.pop()
    return tuple(inline(text) for text in texts[1:])


def inline(text: str) -> Inline:
    """Runs of a line: `**bold**`, `*italic*`; a backslash takes the meaning from the mark after it."""
    runs: list[Run] = []
    bold = italic = False
    for piece, is_value in _pieces(text):
        parts = [piece] if is_value else re.split(r"(\\.|\*\*|\*)", ILLEGAL.sub("", piece))
        for part in parts:
            if not is_value and part == "**":
                bold = not bold
            elif not is_value and part == "*":
                italic = not italic
            elif part:
                words = part if is_value or not re.fullmatch(r"\\[^\w\s]", part) else part[1:]
                runs.append(Run(words, bold, italic))
    return _joined(runs)


def _joined(runs: list[Run]) -> Inline:
    """Neighbours of one emphasis as one run."""
    return tuple(
        Run("".join(run.text for run in same), bold, italic)
        for (bold, italic), same in groupby(runs, lambda run: (run.bold, run.italic))
    )
