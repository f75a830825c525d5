"""Text as people mean it: NFC, one space for a run of white space, no invisible characters, escapes read."""

from __future__ import annotations

import re
import sys
import unicodedata
from array import array
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from thidua_cli.vietnamese.text import squeeze

# Soft hyphen, zero-width characters, direction marks and overrides, byte order marks inside the text.
INVISIBLE = "\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE_RUN = re.compile(f"[{INVISIBLE}]+")
_ESCAPED_SPACE = re.compile(r"(?:\s|\\[nt])+")
# Characters that read as themselves in every style, of which most text is made.
_AS_WRITTEN = "[!-&(-\\[\\]-~\u00c0-\u024f\u1ea0-\u1ef9]+"
# One unit of the raw text: a run of those, a white-space run, an escape, or a character.
_UNITS = {
    '"': re.compile(
        rf"{_AS_WRITTEN}|\\\r?\n\s*|(?:\s|\\[nt])+|\\x[0-9a-fA-F]{{2}}|\\u[0-9a-fA-F]{{4}}"
        r"|\\U[0-9a-fA-F]{8}|\\?.",
        re.S,
    ),
    "'": re.compile(rf"{_AS_WRITTEN}|\s+|''|.", re.S),
}
_PLAIN_UNITS = re.compile(rf"{_AS_WRITTEN}|\s+|.", re.S)
_WHOLE_RUN = re.compile(_AS_WRITTEN)
_LONG_SPACE = re.compile(r"\s{2,}")
# Texts of which the squeezed form is kept: the findings of one text come one after another.
_KEPT = 8


class Folded(NamedTuple):
    """A scalar as it reads: code point `i` of `text` is written as `raw[starts[i]:ends[i]]`."""

    text: str
    starts: array[int]
    ends: array[int]

    def find(self, phrase: str) -> tuple[int, int] | None:
        """The range of the raw text that reads as `phrase`, at its first place; the phrase is folded too."""
        wanted = squeeze(clean(phrase))
        at = self.text.find(wanted) if wanted else -1
        return None if at < 0 else (self.starts[at], self.ends[at + len(wanted) - 1])

    def stretch(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The range that reads as `text[start:end]`, where `text` is all that the scalar says; else None.

        A single look-up, however long the text is and wherever in it the stretch stands.
        """
        whole = _squeezed(text)
        lead = int(self.text.startswith(" "))
        if start >= end or not self.text.startswith(whole.text, lead):
            return None
        first, last = lead + whole.offset(start), lead + whole.offset(end - 1)
        return self.starts[first], self.ends[last]


class _Squeezed(NamedTuple):
    """A text with single spaces; where each longer one ended, and how much was left out by then."""

    text: str
    ends: list[int]
    left_out: list[int]

    def offset(self, offset: int) -> int:
        runs = bisect_right(self.ends, offset)
        return offset - (self.left_out[runs - 1] if runs else 0)


@lru_cache(_KEPT)
def _squeezed(text: str) -> _Squeezed:
    ends, left_out, total = [], [], 0
    for run in _LONG_SPACE.finditer(text):
        total += run.end() - run.start() - 1
        ends.append(run.end())
        left_out.append(total)
    return _Squeezed(squeeze(text), ends, left_out)


def is_ordinary(text: str) -> bool:
    """Whether the text is free of all unusual spaces, controls and invisible characters; quick."""
    return text.replace("\n", " ").isprintable()


def clean(text: str) -> str:
    """NFC without invisible characters: the text of a value as data."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _INVISIBLE_RUN.sub("", text))


def folded(raw: str, quote: str) -> Folded:
    """What `raw`, the inside of a scalar in `quote` (or empty), reads as."""
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    for unit in _UNITS.get(quote, _PLAIN_UNITS).finditer(raw):
        if _WHOLE_RUN.match(unit.group()):
            pieces += unit.group()
            starts.extend(range(unit.start(), unit.end()))
            ends.extend(range(unit.start() + 1, unit.end() + 1))
            continue
        piece = _read(unit.group(), quote)
        begun = unit.start()
        if pieces and (not piece or unicodedata.combining(piece[0]) or piece == pieces[-1] == " "):
            piece = unicodedata.normalize("NFC", pieces[-1] + piece.strip())
            begun = _take_back(pieces.pop(), starts, ends)
        elif not piece:
            continue
        pieces.append(piece)
        starts.extend([begun] * len(piece))
        ends.extend([unit.end()] * len(piece))
    return Folded("".join(pieces), starts, ends)


def _take_back(piece: str, starts: array[int], ends: array[int]) -> int:
    """Drop the places of the last piece; where it began."""
    begun = starts[-1]
    del starts[len(starts) - len(piece) :], ends[len(ends) - len(piece) :]
    return begun


def _read(unit: str, quote: str) -> str:
    if unit.isspace() or (quote == '"' and _ESCAPED_SPACE.fullmatch(unit)):
        return " "
    if quote == '"' and unit.startswith("\\"):
        return _read_escape(unit)
    if quote == "'" and unit == "''":
        return "'"
    return clean(unit)


def _read_escape(unit: str) -> str:
    if unit[1:2] in ("\n", "\r"):
        return ""
    if len(unit) > 3 and unit[1] in "xuU":
        code = int(unit[2:], 16)
        return clean(chr(code)) if code <= sys.maxunicode else unit
    return unit[1:]
