"""Vietnamese text: one form to store, one key to compare, and case changes that keep the marks."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
_QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
_PLAIN_DASHES = str.maketrans(_DASHES)
_PLAIN = str.maketrans(_DASHES | _QUOTES)

# Old and new placement of the tone differ only where these two vowels end a syllable: hòa, hoà.
_NEW = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_OLD = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_NEW_TO_OLD = dict(zip(_NEW, _OLD, strict=True))
_NEW_TONE = re.compile("(?:" + "|".join(_NEW) + r")(?!\w)")
# After q the u is part of the consonant, so the tone stands on the y: quý.
_OLD_TO_NEW = dict(zip(_OLD[10:], _NEW[10:], strict=True))
_QU_TONE = re.compile("(?<=q)(?:" + "|".join(_OLD[10:]) + r")(?!\w)")
# Inside the brackets of a regex. No range holds them: upper and lower case alternate in Unicode.
CAPITALS = "A-ZĐ" + "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "AĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def nfc(text: str) -> str:
    """The composed form (NFC), in which all text is stored."""
    return unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """NFC text with every run of whitespace (NBSP too) as one space, the ends stripped."""
    return " ".join(nfc(text).split())


def plain_dashes(text: str) -> str:
    """The text with every dash and minus sign as `-`, each in its place."""
    return text.translate(_PLAIN_DASHES)


def fold(text: str) -> str:
    """A key for comparing: case, whitespace, dashes, quotes and the place of the tone do not count."""
    plain = squeeze(text.translate(_PLAIN).casefold())
    placed = _NEW_TONE.sub(lambda found: _NEW_TO_OLD[found[0]], plain)
    return _QU_TONE.sub(lambda found: _OLD_TO_NEW[found[0]], placed)


def unaccent(text: str) -> str:
    """The text without Vietnamese marks: `Đơn vị` becomes `Don vi`."""
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return nfc(bare.replace("đ", "d").replace("Đ", "D"))


def slug(text: str) -> str:
    """An ASCII name for files and ids: `Đơn vị số 1` becomes `don-vi-so-1`; empty where nothing is left."""
    return _NOT_SLUG.sub("-", unaccent(text).lower()).strip("-")


def nearest(word: str, candidates: Iterable[str], cutoff: float = 0.6) -> list[str]:
    """At most three candidates that resemble the word, marks aside, the closest first."""
    from difflib import SequenceMatcher

    wanted = unaccent(fold(word))
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    scored: list[tuple[float, str]] = []
    for candidate in dict.fromkeys(candidates):
        matcher.set_seq1(unaccent(fold(candidate)))
        if matcher.real_quick_ratio() >= cutoff and (ratio := matcher.ratio()) >= cutoff:
            scored.append((-ratio, candidate))
    return [candidate for _, candidate in sorted(scored)[:3]]


def upper_case(text: str) -> str:
    """The text in capitals, in composed form."""
    return nfc(nfc(text).upper())


def sentence_case(text: str) -> str:
    """The text with its first letter in upper case, the rest as it stands; a leading figure stays alone."""
    at = _first_word(text)
    return nfc(text[:at] + text[at : at + 1].upper() + text[at + 1 :])


def lower_first(text: str) -> str:
    """The text with its first letter in lower case, unless it opens with an abbreviation (`UBND`)."""
    at = _first_word(text)
    following = text[at + 1 : at + 2]
    if following.isupper():
        return nfc(text)
    return nfc(text[:at] + text[at : at + 1].lower() + text[at + 1 :])


def _first_word(text: str) -> int:
    return next((place for place, char in enumerate(text) if char.isalnum()), len(text))
