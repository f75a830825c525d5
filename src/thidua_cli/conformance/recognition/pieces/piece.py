"""Lines and parts of lines that are one component each, with what their looks and words show."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from thidua_cli.conformance.recognition.evidence.wording import letters
from thidua_cli.vietnamese.text import fold, nfc, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.model.lines import Cell, Line, Stretch

LONGEST = 400  # letters that patterns look at
RULE_SIGNS = "_-–—─━═=~‾¯*. "
TYPED_RULE = re.compile(r"[_\-–—─━═=~‾¯]{3}|\*")
FAR_RIGHT = 2500  # twips from the left edge
FAR_SPACES = ("\t", " " * 8, "\u00a0" * 8)
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Piece:
    """A line, or the part from `start` to `end` of `source` that is one component.

    `side` tells the left (1) from the right (2) of a paragraph that holds both, 0 elsewhere.
    """

    line: Line
    source: Line
    start: int
    end: int
    side: int = 0

    @cached_property
    def text(self) -> str:
        """What is printed, composed, with single spaces; a list's number or bullet in front."""
        printed = squeeze(self.line.printed)
        label = self.line.label
        if not label or self.start:
            return printed
        return f"{nfc(label) if any(map(str.isalnum, label)) else '-'} {printed}".rstrip()

    @cached_property
    def key(self) -> str:
        """The text for comparing, cut to the length that patterns look at."""
        return fold(self.text[:LONGEST])

    @cached_property
    def bare_key(self) -> str:
        """The key without the signs around it."""
        return self.key.strip(" .:;,-*/()[]")

    @cached_property
    def letters(self) -> str:
        """The bare letters, without case, marks, spaces and signs."""
        return letters(self.text)

    @cached_property
    def blank(self) -> bool:
        """Whether nothing is printed."""
        return not self.text

    @cached_property
    def typed_rule(self) -> bool:
        """Whether it holds nothing but signs that draw a line."""
        return not self.text.strip(RULE_SIGNS) and TYPED_RULE.search(self.text) is not None

    @cached_property
    def capitals(self) -> bool:
        """Whether it has letters, and all of them are capitals."""
        return self.capitals_after(0)

    def capitals_after(self, start: int) -> bool:
        """Whether what follows so many letters has letters, and all of them are capitals."""
        rest = self.text[start:]
        return LETTER.search(rest) is not None and not any(map(str.islower, rest))

    @cached_property
    def inked(self) -> tuple[Stretch, ...]:
        """The stretches that print something."""
        return tuple(each for each in self.line.stretches if each.text.strip())

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.inked) and all(each.bold for each in self.inked)

    @cached_property
    def italic(self) -> bool:
        """Whether all of it is italic."""
        return bool(self.inked) and all(each.italic for each in self.inked)

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle or to the right, as a heading does and running text does not."""
        return self.line.align in ("center", "right")

    @property
    def set_apart(self) -> bool:
        """Whether it stands where signatures do, by alignment, indent, tabs or spaces."""
        indent = max(self.line.left, self.line.left + self.line.first)
        return self.centred or self.side > 0 or indent > FAR_RIGHT or self.line.text.startswith(FAR_SPACES)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells it lies in, outermost first."""
        return self.line.place.cells

    @property
    def follows(self) -> bool:
        """Whether it goes on a paragraph that another piece begins."""
        return self.start > 0

    def cut(self, start: int, end: int, side: int = 0) -> Piece:
        """A part of the same source, with its stretches, and the spacing and rules that are its own."""
        source = self.source
        ends_it = not source.text[end:].strip()
        line = replace(
            source,
            text=source.text[start:end],
            stretches=tuple(_stretches(source, start, end)),
            label="" if start else source.label,
            before=0 if start and not side else source.before,
            after=source.after if ends_it or side else 0,
            first=0 if start else source.first,
            rules=tuple(rule for rule in source.rules if (ends_it if rule.below else start == 0)),
        )
        return Piece(line, source, start, end, side)


def whole_line(line: Line) -> Piece:
    """A line as one piece."""
    return Piece(line, line, 0, len(line.text))


def _stretches(line: Line, start: int, end: int) -> Iterator[Stretch]:
    place = 0
    for each in line.stretches:
        low, high = max(start - place, 0), min(end - place, len(each.text))
        if low < high:
            yield each._replace(text=each.text[low:high])
        place += len(each.text)


def can_cut(line: Line) -> bool:
    """Whether the places of a line's text are the places in its stretches."""
    return sum(len(each.text) for each in line.stretches) == len(line.text)
