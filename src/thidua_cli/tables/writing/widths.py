"""How wide columns and how high headings must be for what they hold, in the measure of Excel.

One character is a digit of Times New Roman 12 (8 pixels at 96 dots per inch); the columns of a sheet have
5 pixels beside their characters.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from thidua_cli.findings.formats.display import width
from thidua_cli.tables.writing.sheets import NUMERIC, Band, Column, Kind, Subtotal, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.tables.writing.sheets import Content

DIGIT_PIXELS, CELL_PIXELS = 8, 5
LINE_POINTS = 16.5
LEAST, NUMBERS_LEAST = 5, 8
# A heading of words over a column of figures may not make it much wider than the figures.
HEADING_MOST = 11
# Small letters are a little narrower than a digit; bold ones and capitals wider.
PLAIN, BOLD = 0.9, 1.12
HEADING_LINES = 4


def fitted(columns: Sequence[Column], rows: Iterable[Sequence[Content] | Band | Subtotal]) -> list[int]:
    """The width of each column in characters: its content, and its heading over a few lines."""
    longest = [0] * len(columns)
    texts = [index for index, column in enumerate(columns) if column.kind not in NUMERIC]
    numbers = [index for index, column in enumerate(columns) if column.kind in NUMERIC]
    seen: dict[tuple[int, Content], int] = {}
    for given in rows:
        if isinstance(given, Band):
            continue
        row = given.cells if isinstance(given, Subtotal) else given
        for index in texts:
            content = row[index]
            if content:
                longest[index] = max(longest[index], _longest_line(shown(content, columns[index])))
        for index in numbers:
            key = (index, row[index])
            if key not in seen:
                seen[key] = len(shown(row[index], columns[index]))
                longest[index] = max(longest[index], seen[key])
    return [_within(column, most) for column, most in zip(columns, longest, strict=True)]


def _longest_line(text: str) -> int:
    return max(map(width, text.split("\n")))


def _within(column: Column, longest: int) -> int:
    word = max(map(width, column.heading.split()), default=0)
    heading = ceil(max(word, min(width(column.heading) / HEADING_LINES, HEADING_MOST)) * BOLD)
    least = NUMBERS_LEAST if column.kind in (Kind.NUMBER, Kind.MONEY) else LEAST
    beside = 2 if column.kind is Kind.TEXT else 1  # the indent of a text
    return max(least, min(max(longest, heading) + beside, column.most))


def pixels(characters: int) -> int:
    """The width of a column on the screen."""
    return characters * DIGIT_PIXELS + CELL_PIXELS


def lines(text: str, characters: float, scale: float = PLAIN) -> int:
    """The lines that a text takes, broken between words; `scale`: how wide its letters are."""
    count = 0
    for paragraph in text.split("\n"):
        count += 1
        room = characters
        for word in paragraph.split(" "):
            needed = width(word) * scale
            if needed > room and room < characters:
                count += 1
                room = characters
            count += max(0, ceil(needed / characters) - 1)
            room -= needed + 1
    return count
