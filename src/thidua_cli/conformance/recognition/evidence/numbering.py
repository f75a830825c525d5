"""Numbers that lines begin with: `Chương I`, `Điều 1.`, `I.`, `1.`, `1.1.`, `a)` (II.6.đ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.model.anatomy import Component

if TYPE_CHECKING:
    from thidua_cli.conformance.recognition.pieces.piece import Piece

LONGEST_TITLE = 250
_COUNT = r"(?:[ivxlc]{1,7}|\d{1,3}[a-zđ]?)"
_TAIL = r"(?:\s*[.:–-]\s*(?P<title>\S.*)?|\s+(?P<plain>\S.*))?"
DIVISIONS = (
    (Component.PART, re.compile(rf"phần (?:thứ \w+|{_COUNT}|[a-eđ]){_TAIL}")),
    (Component.CHAPTER, re.compile(rf"chương {_COUNT}{_TAIL}")),
    (Component.DIVISION, re.compile(rf"mục {_COUNT}{_TAIL}")),
    (Component.SUBDIVISION, re.compile(rf"tiểu mục {_COUNT}{_TAIL}")),
)
ARTICLE = re.compile(r"điều (?:\d{1,3}[a-zđ]?|(?P<roman>[ivxlc]{1,7}))(?:\s?[.:]|\s?$)")
ITEM = re.compile(
    r"(?:[ivx]{1,5}\.|\d{1,2}\.)\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)/]?\s\S|[a-zđ]\.?\d{1,2}[.)]\s?\S"
)
# `V/v` and `V.I.` are no numbers.
ROMAN = re.compile(r"(?P<number>[IVX]{1,6})(?:\s?[.):](?:\s|(?=[^\W\d_]{2}))|/\s|\s?[-–]\s)(?=[^\W\d_\s])")
CLAUSE = re.compile(r"\d{1,3}(?:\s?[.)/]|[-–]\s)\s?(?=\D)")
POINT = re.compile(r"[a-zđăâêôơư](?:\s?\)|/\s|\.\s)\s?(?=\S)")
MISWRITTEN_POINT = re.compile(r"(?:\([a-zđăâêôơưA-ZĐ]|[A-ZĐ]\s?)\)\s?(?=\S)")
# `i.` and `ii)`: Roman numerals are capitals in the decree; a single letter before a bracket is a point.
SMALL_ROMAN = re.compile(r"(?P<number>[ivx]{2,6}(?=\s?[.)]|/\s)|[ivx](?=\s?\.|/\s))(?:\s?[.)]|/)\s?(?=\S)")
LETTER_HEADING = re.compile(r"[A-ZĐ](?:\s?[.)/]|\s?[-–]\s)\s(?=\S)")
ROMANS = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
MARKS = ("-", "+", "*", "•", "–", "—", "·", "▪", "○")


class Number(NamedTuple):
    """The component that a number speaks for; `alone`: the title does not stand on the same line."""

    component: Component
    sure: int = 100
    alone: bool = False


def numbered(piece: Piece) -> Number | None:
    """What the number speaks for that a line begins with; None where it begins with none."""
    return _division(piece) or _article(piece) or _plain(piece)


def _division(piece: Piece) -> Number | None:
    # Nothing else begins like this; folded text is in lower case.
    if piece.key[:1] not in "pcmt" or len(piece.text) > LONGEST_TITLE:
        return None
    for component, form in DIVISIONS:
        found = form.fullmatch(piece.key)
        if found is None:
            continue
        if found["title"] is None and found["plain"] is None:
            return Number(component, alone=True)
        heading = piece.capitals or piece.bold or piece.centred
        tail = piece.text[len(piece.text) - len(found["title"] or found["plain"]) :]
        if heading or (found["title"] is None and tail.isupper()):
            return Number(component, 90)
        return None
    return None


def _article(piece: Piece) -> Number | None:
    found = ARTICLE.match(piece.key)
    if found is None:
        return None
    return Number(Component.ARTICLE, 85 if found["roman"] else 100)


def _plain(piece: Piece) -> Number | None:
    text, key = piece.text[:40], piece.key[:40]
    if ITEM.match(key):
        return Number(Component.ITEM)
    roman = ROMAN.match(text)
    if roman and ROMANS.fullmatch(roman["number"]):
        return Number(Component.ROMAN, 100 if piece.capitals or piece.bold else 85)
    if CLAUSE.match(text):
        return Number(Component.CLAUSE)
    small = SMALL_ROMAN.match(text)
    if small and ROMANS.fullmatch(small["number"].upper()):
        if piece.capitals_after(small.end()) or piece.bold:
            return Number(Component.ROMAN, 85)
        if len(small["number"]) > 1:
            return Number(Component.ITEM, 85)
    if POINT.match(text):
        return Number(Component.POINT, 100 if ")" in text[:4] else 85)
    if MISWRITTEN_POINT.match(text) and not (piece.capitals or piece.bold):
        return Number(Component.POINT, 85)
    if LETTER_HEADING.match(text):
        return Number(Component.UNKNOWN, 60)
    return None
