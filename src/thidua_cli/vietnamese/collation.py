"""Vietnamese order of names, and the letters that number points."""

from __future__ import annotations

import re
import unicodedata

ALPHABET_FOR_POINTS = tuple("abcdđeghiklmnopqrstuvxy")

# Letters in dictionary order; f, j, w and z stand where foreign names have them.
_LETTERS = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
# Marks of tone in dictionary order, after no mark: huyền, hỏi, ngã, sắc, nặng.
_TONES = {tone: place for place, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
_PIECE = re.compile(r"[0-9]+|\w|[\W_]+")

# Gaps before figures, figures by value before letters, letters before every other sign.
_GAP, _FIGURE, _LETTER, _OTHER = range(4)

Weight = tuple[int, int, str]
CollationKey = tuple[tuple[Weight, ...], tuple[int, ...], str]


def collation_key(text: str) -> CollationKey:
    """Sort key of Vietnamese dictionary order: letters, then tones, then case; figures by value."""
    composed = unicodedata.normalize("NFC", text).strip()
    weights: list[Weight] = []
    tones: list[int] = []
    for piece in _PIECE.findall(composed.lower()):
        weight, tone = _weigh(piece)
        weights.append(weight)
        tones.append(tone)
    # Lower case goes before upper case where all else is equal, so the cases are swapped.
    return tuple(weights), tuple(tones), composed.swapcase()


def _weigh(piece: str) -> tuple[Weight, int]:
    if piece[0] in "0123456789":
        # Length before digits orders by value without the cost of a huge integer.
        digits = piece.lstrip("0")
        return (_FIGURE, len(digits), digits), 0
    if piece in _LETTERS:
        return (_LETTER, _LETTERS[piece], ""), 0
    if not piece.isalnum():
        return (_GAP, 0, ""), 0
    marks = unicodedata.normalize("NFD", piece)
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), 0)
    letter = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    place = _LETTERS.get(letter)
    return ((_OTHER, 0, letter) if place is None else (_LETTER, place, "")), tone


def point_letter(index: int) -> str:
    """The letter of a điểm by its place from 0: a, b, c, d, đ … y, then aa, ab …"""
    if index < 0:
        raise ValueError(f"no point has the place {index}")
    letters = ""
    index += 1
    while index:
        index, place = divmod(index - 1, len(ALPHABET_FOR_POINTS))
        letters = ALPHABET_FOR_POINTS[place] + letters
    return letters
