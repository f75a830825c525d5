"""Reading a filled-in template: every line is a block, a line of a table, or a field of a component."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from thidua_cli.document.blocks import Block, Bullet, Heading, Paragraph
from thidua_cli.document.markup.components import BUILDERS, COMPONENTS, OPENING, TABLE
from thidua_cli.document.markup.inline import inline
from thidua_cli.document.markup.problems import Problem
from thidua_cli.document.markup.tables import TableLine, read_table
from thidua_cli.document.markup.values import shown

if TYPE_CHECKING:
    from thidua_cli.document.markup.components import Fields

HEADING = re.compile(r"(#{1,3})[ ]+(.+)")
BULLET = re.compile(r"([-+])[ ]+(.+)")
DIRECTIVE = re.compile(r"@([a-z]+(?:-[a-z]+)*)(?:[ ]+(.*))?")
LEVELS = {"-": 1, "+": 2}


def parse(text: str) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a filled-in template, and the lines that could not be read."""
    reader = _Reader()
    for number, line in enumerate(text.split("\n"), 1):
        reader.read(number, line.strip(" \t\r"))
    reader.end()
    return tuple(reader.blocks), tuple(reader.problems)


@dataclass
class _Reader:
    """Gathers neighbouring lines of one component; every other line ends the component before it.

    `first` is the line that the component began with; a table takes the fields before it to itself.
    """

    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    component: str = ""
    first: TableLine = (0, "")
    fields: Fields = field(default_factory=list)
    rows: list[TableLine] = field(default_factory=list)

    def read(self, number: int, line: str) -> None:
        if not line:
            if self.rows:
                self.end()
        elif line.startswith("|"):
            if self.component != TABLE:
                self.end()
                self.component, self.first = TABLE, (number, line)
            self.rows.append((number, line))
        elif found := DIRECTIVE.fullmatch(line):
            self._directive(number, line, found[1], found[2] or "")
        else:
            self.end()
            self._text(number, line)

    def _text(self, number: int, line: str) -> None:
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

    def _directive(self, number: int, line: str, name: str, text: str) -> None:
        component = COMPONENTS.get(name)
        if self.rows or (component and (component != self.component or name in OPENING)):
            self.end()
        if component is None:
            self.problems.append(Problem(number, shown(line), "directive"))
            return
        if not self.component:
            self.component, self.first = component, (number, line)
        self.fields.append((name, inline(text)))

    def end(self) -> None:
        """Make the block of the lines gathered so far."""
        if not self.component:
            return
        if self.rows:
            block, problems = read_table(self.first, self.fields, self.rows)
            self.problems += problems
        else:
            block = BUILDERS[self.component](self.fields)
            if block is None:
                self.problems.append(Problem(self.first[0], shown(self.first[1]), self.component))
        if block is not None:
            self.blocks.append(block)
        self.component, self.fields, self.rows = "", [], []
