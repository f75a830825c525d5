"""Widths of text set in Times New Roman, for rule lines and columns. Lengths are in twips (1/20 pt)."""

from __future__ import annotations

import json
import math
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.document.typesetting.looks import SIZES, STYLES
from thidua_cli.vietnamese.text import upper_case

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = Path(__file__).with_name("advance_widths.json")
UNITS_PER_EM = 2048
HORN = "\u031b"
HARD_SPACE = "\u00a0"
WIDEST_LETTER = "M"
TWIPS_PER_MILLIMETRE = Decimal(1440) / Decimal("25.4")
FACES = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold_italic",
}


def twips(millimetres: Decimal) -> int:
    """A length in whole twips, rounded up: 15 mm must not come out as 14.99 mm."""
    return math.ceil(millimetres * TWIPS_PER_MILLIMETRE)


def floor_twips(millimetres: Decimal) -> int:
    """A length in whole twips, rounded down, for upper bounds."""
    return math.floor(millimetres * TWIPS_PER_MILLIMETRE)


@cache
def _advances() -> Mapping[str, Mapping[str, int]]:
    """Advance widths of base letters per face, in 1/2048 em; Vietnamese marks add no width but the horn."""
    return json.loads(TABLE.read_text(encoding="utf-8"))  # type: ignore[no-any-return]  # JSON of our own


@cache
def _base(character: str) -> str:
    if character == HARD_SPACE:
        return " "
    parts = unicodedata.normalize("NFD", character)
    return unicodedata.normalize("NFC", parts[0] + HORN) if HORN in parts else parts[0]


@dataclass(frozen=True, slots=True)
class Face:
    """The type a text is set in; `capitals`: it is printed in capitals."""

    points: int
    bold: bool = False
    italic: bool = False
    capitals: bool = False

    def width(self, text: str) -> int:
        """Width of one line of text; a letter outside the table counts as wide as M."""
        advances = _advances()[FACES[self.bold, self.italic]]
        widest = advances[WIDEST_LETTER]
        printed = upper_case(text) if self.capitals else text
        units = sum(advances.get(_base(character), widest) for character in printed)
        return -(-units * self.points * 20 // UNITS_PER_EM)

    def longest_line(self, text: str, room: int) -> int:
        """Width of the longest of the lines that the text breaks into."""
        return max(self._lines(text, room))

    def line_count(self, text: str, room: int) -> int:
        """How many lines the text takes."""
        return len(self._lines(text, room))

    def balanced(self, text: str, room: int) -> int:
        """The least width in which the text needs no more lines than in `room`: lines of like length."""
        return min(room, self.narrowest(text, self.line_count(text, room)))

    def narrowest(self, text: str, lines: int) -> int:
        """The least width in which the text takes no more than so many lines, or its longest word."""
        parts, space = self._words(text)
        low, high = max(map(max, parts)), max(sum(part) + space * (len(part) - 1) for part in parts)
        while low < high:
            middle = (low + high) // 2
            if len(_broken(parts, space, middle)) <= lines:
                high = middle
            else:
                low = middle + 1
        return low

    def _words(self, text: str) -> tuple[list[list[int]], int]:
        """Widths of the words of each stretch between line breaks, and that of a space."""
        parts = text.split("\n")
        return [[self.width(word) for word in part.split(" ")] for part in parts], self.width(" ")

    def _lines(self, text: str, room: int) -> list[int]:
        return _broken(*self._words(text), room)


def _broken(parts: list[list[int]], space: int, room: int) -> list[int]:
    """Widths of lines, filled greedily; a word wider than `room` counts as `room`."""
    lines: list[int] = []
    for words in parts:
        lines.append(min(words[0], room))
        for word in words[1:]:
            if lines[-1] + space + word <= room:
                lines[-1] += space + word
            else:
                lines.append(min(word, room))
    return lines


@cache
def face_of(style: str, pair: int) -> Face:
    """The type of a paragraph style in a size pair (13 or 14)."""
    look = next(look for look in STYLES if look.id == style)
    return Face(SIZES[pair][look.size], look.bold, look.italic, look.capitals)
