"""Text made safe and measurable for one line of a terminal or log."""

from __future__ import annotations

import re
import unicodedata

# Controls that could move the cursor, hide text, or reverse the reading order of what we quote.
HARMFUL = {"Cc", "Cs", "Co", "Zl", "Zp"}
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
TAB = "    "
# Latin letters with all Vietnamese marks, and the punctuation beside them: a column each.
_SINGLE = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027]*")
CUT = "…"


def printable(text: str) -> str:
    """One line without control characters: a tab becomes blanks, the rest a visible escape."""
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character == "\t":
        return TAB
    if character in BIDI or unicodedata.category(character) in HARMFUL:
        return character.encode("unicode_escape").decode("ascii")
    return character


def width(text: str) -> int:
    """Columns that printable text takes in a terminal: 2 for a wide character, 0 for a combining one."""
    return len(text) if _SINGLE.fullmatch(text) else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def excerpt(line: str, start: int, end: int, limit: int = 110) -> tuple[str, int, int]:
    """A line ready to print and its caret run: (text, blanks before the caret, carets), at least one caret.

    `start` and `end` are 0-based code points of the raw line, the end exclusive; a long line is cut to a
    window of about `limit` characters around the start.
    """
    start = min(max(start, 0), len(line))
    end = min(max(end, start), len(line))
    first = 0 if len(line) <= limit or start < limit // 2 else start - limit // 4
    last = min(len(line), first + limit)
    lead = (CUT if first else "") + printable(line[first:start])
    marked = printable(line[start : min(end, last)])
    tail = printable(line[min(end, last) : last]) + (CUT if last < len(line) else "")
    return (lead + marked + tail).rstrip(), width(lead), max(1, width(marked))
