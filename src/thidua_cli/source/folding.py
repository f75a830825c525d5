"""Text as people mean it: NFC, one space for a run of white space, no invisible characters, escapes read."""

from __future__ import annotations

import re
import sys
import unicodedata

from thidua_cli.vietnamese.text import squeeze

# Soft hyphen, zero-width characters, direction marks and overrides, byte order marks inside the text.
INVISIBLE = "\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE_RUN = re.compile(f"[{INVISIBLE}]+")
_ESCAPED_SPACE = re.compile(r"(?:\s|\\[nt])+")
# One unit of the raw text: a white-space run, an escape, or a character with its combining marks.
_UNITS = {
    '"': re.compile(
        r"\\\r?\n\s*|(?:\s|\\[nt])+|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\?.", re.S
    ),
    "'": re.compile(r"\s+|''|.", re.S),
}
_PLAIN_UNITS = re.compile(r"\s+|.", re.S)


def is_ordinary(text: str) -> bool:
    """Whether the text is free of all unusual spaces, controls and invisible characters; quick."""
    return text.replace("\n", " ").isprintable()


def clean(text: str) -> str:
    """NFC without invisible characters: the text of a value as data."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _INVISIBLE_RUN.sub("", text))


def find_folded(raw: str, quote: str, phrase: str) -> tuple[int, int] | None:
    """The range of `raw` (the inside of a scalar in `quote`, or empty) that reads as `phrase`.

    Both sides are folded; the range is that of the first match, in code points of `raw`.
    """
    wanted = squeeze(clean(phrase))
    if not wanted:
        return None
    pieces: list[str] = []
    ranges: list[tuple[int, int]] = []
    for unit in _UNITS.get(quote, _PLAIN_UNITS).finditer(raw):
        piece = _read(unit.group(), quote)
        if pieces and (not piece or unicodedata.combining(piece[0]) or piece == pieces[-1] == " "):
            pieces[-1] = unicodedata.normalize("NFC", pieces[-1] + piece.strip())
            ranges[-1] = (ranges[-1][0], unit.end())
        else:
            pieces.append(piece)
            ranges.append(unit.span())
    owner = [index for index, piece in enumerate(pieces) for _ in piece]
    at = "".join(pieces).find(wanted)
    if at < 0:
        return None
    return ranges[owner[at]][0], ranges[owner[at + len(wanted) - 1]][1]


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
