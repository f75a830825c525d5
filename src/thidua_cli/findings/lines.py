"""Lines of an indented text: where they begin, what a comment above them covers."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from itertools import chain

from thidua_cli.findings.span import Span

BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """A text cut into lines, numbered from 1; offsets count code points."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.starts = array("L", chain((0,), (found.end() for found in BREAK.finditer(text))))
        self._below: dict[int, int] = {}
        self._ends: dict[int, int] = {}

    def number(self, offset: int) -> int:
        """The line of an offset."""
        return bisect_right(self.starts, offset)

    def start(self, number: int) -> int:
        """The offset where a line begins; the end of the text for a line after the last."""
        return self.starts[number - 1] if number <= len(self.starts) else len(self.text)

    def span(self, start: int, end: int) -> Span:
        """The span of a range of offsets, clamped to the text."""
        start = max(0, min(start, len(self.text)))
        end = max(start, min(end, len(self.text)))
        first, last = self.number(start), self.number(end)
        return Span(self.path, first, start - self.start(first) + 1, last, end - self.start(last) + 1)

    def line(self, number: int) -> str:
        """The text of a line without its line break; empty outside the file."""
        inside = 1 <= number <= len(self.starts)
        return self.text[self.start(number) : self.start(number + 1)].rstrip("\r\n") if inside else ""

    def end(self, offset: int) -> int:
        """The offset at which the line of `offset` ends, before its line break."""
        found = BREAK.search(self.text, max(0, offset))
        return found.start() if found else len(self.text)

    def content_below(self, number: int) -> int:
        """The line that comments ending at this line stand above: 0 where a blank line or the end follows."""
        pending = []
        target = 0
        for line in range(number + 1, len(self.starts) + 1):
            if line in self._below:
                target = self._below[line]
                break
            body = self._body(line)
            if not body.startswith("#"):
                target = line if body else 0
                break
            pending.append(line)
        for line in (number, *pending):
            self._below[line] = target
        return target

    def block_end(self, number: int) -> int:
        """The last line of the node that begins on this line, by indentation."""
        if number not in self._ends:
            self._ends[number] = self._find_block_end(number)
        return self._ends[number]

    def _find_block_end(self, number: int) -> int:
        indent = self._indent(number)
        # The items of a sequence may stand at the same indentation as the key that holds them.
        holds_items = not self._is_item(number)
        last = number
        for line in range(number + 1, len(self.starts) + 1):
            body = self._body(line)
            if not body or body.startswith("#"):
                continue
            own = self._indent(line)
            if own < indent or (own == indent and not (holds_items and self._is_item(line))):
                break
            last = line
        return last

    def _body(self, number: int) -> str:
        return self.line(number).strip()

    def _indent(self, number: int) -> int:
        line = self.line(number)
        return len(line) - len(line.lstrip(" "))

    def _is_item(self, number: int) -> bool:
        body = self._body(number)
        return body == "-" or body.startswith("- ")
