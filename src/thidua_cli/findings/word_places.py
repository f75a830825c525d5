"""Addresses in a Word file, as a finding quotes them in `Span.cell`; all numbers count from 1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


def address(story: str, number: int, cells: Iterable[tuple[int, int, int]] = ()) -> str:
    """A paragraph: `body:p12`, `header1:p1`, in a cell of table 2 `body:t2.r3.c1.p1`.

    `cells` are (table, row, column), outermost first; `number` counts the paragraphs of the innermost cell,
    or of the story outside its tables.
    """
    inside = "".join(f"t{table}.r{row}.c{column}." for table, row, column in cells)
    return f"{story}:{inside}p{number}"


def section_address(number: int) -> str:
    """A section of pages: `section2`."""
    return f"section{number}"


class WordPlace(NamedTuple):
    """An address taken apart: the story, its number where there are several (headers), cells, paragraph."""

    story: str
    part: str
    cells: tuple[tuple[int, int, int], ...]
    number: int


SECTION = "section"
_PARAGRAPH = re.compile(r"([a-z-]+?)(\d*):((?:t\d+\.r\d+\.c\d+\.)*)p(\d+)")
_CELL = re.compile(r"t(\d+)\.r(\d+)\.c(\d+)\.")
_SECTION = re.compile(rf"{SECTION}(\d+)")


def word_place(text: str) -> WordPlace | None:
    """The place that an address names, None for what is no address in a Word file (a cell of a table)."""
    if section := _SECTION.fullmatch(text):
        return WordPlace(SECTION, "", (), int(section[1]))
    found = _PARAGRAPH.fullmatch(text)
    if found is None:
        return None
    cells = tuple((int(table), int(row), int(column)) for table, row, column in _CELL.findall(found[3]))
    return WordPlace(found[1], found[2], cells, int(found[4]))
