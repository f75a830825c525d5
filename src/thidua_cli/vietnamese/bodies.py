"""Names of bodies: abbreviations expanded for comparing, and the place that a name carries."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.vietnamese.compiled_words import compiled_words
from thidua_cli.vietnamese.text import CAPITALS, fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_PARTS = 4
_LONGEST_PART = 4
# Tư is a word of its own (đầu tư), so only the dotted form is the abbreviation.
_CENTRAL = re.compile(r"\bt\.ư\b")
_WORD = re.compile(r"[^\W_]+")

_LEVELS = (
    r"tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|huyện ủy|huyện uỷ|quận ủy|quận uỷ|thị ủy|thị uỷ|tỉnh đoàn|thành đoàn"
    r"|huyện đoàn|thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|phường|xã(?!\s+hội)"
)
_LEVEL_IN_KEY = re.compile(rf"(?<!\w)(?:{_LEVELS})(?!\w)")
_PLACE = re.compile(
    rf"(?<!\w)(?:(?i:{_LEVELS})\s+|(?i:tp)(?:\.\s*|\s+))(?P<place>[{CAPITALS}0-9](?:(?!\s(?i:{_LEVELS})(?!\w))[^,;()\n])*)"
)


class _Body(NamedTuple):
    """A name taken apart: `sở công thương` · `tỉnh` · `hà nam`; empty where a part is missing."""

    core: tuple[str, ...]
    level: str
    place: str


@cache
def abbreviations() -> Mapping[str, str]:
    """Accepted abbreviations, in lower case and without their signs, and the words that they stand for."""
    words: Mapping[str, str] = compiled_words(__file__)["bodies"]
    return words


def body_key(name: str) -> str:
    """A key for comparing names of bodies: abbreviations expanded, case and signs left out."""
    words = _WORD.findall(_CENTRAL.sub("trung ương", fold(name)))
    expanded: list[str] = []
    while words:
        size = next((size for size in range(_MOST_PARTS, 0, -1) if _abbreviated(words[:size], size)), 0)
        expanded.append(abbreviations()["".join(words[:size])] if size else words[0])
        del words[: size or 1]
    return " ".join(expanded)


def _abbreviated(parts: list[str], size: int) -> bool:
    if len(parts) < size or (size > 1 and max(map(len, parts)) > _LONGEST_PART):
        return False
    return "".join(parts) in abbreviations()


def place_of(name: str) -> str | None:
    """The place after `tỉnh`, `thành phố`, `Tỉnh ủy` …: `UBND tỉnh Gia Lai` is of `Gia Lai`; else None."""
    found = _PLACE.search(squeeze(name))
    return found["place"].strip() if found else None


def compatible_bodies(one: str, other: str) -> bool:
    """Whether two names can mean the same body; what one of them leaves out does not part them.

    `UBND tỉnh` goes with `Ủy ban nhân dân tỉnh Hà Tĩnh`, the UBND of two different provinces do not.
    """
    first, second = _apart(one), _apart(other)
    short, long = sorted((first.core, second.core), key=len)
    # A longer name may add a term or a place: Bộ Chính trị khóa XII, Sở Công Thương Hà Nam.
    same_core = short == long or (len(short) > 1 and long[: len(short)] == short)
    return same_core and all(
        not left or not right or left == right
        for left, right in ((first.level, second.level), (first.place, second.place))
    )


@lru_cache(1024)
def _apart(name: str) -> _Body:
    key = body_key(name)
    level = _LEVEL_IN_KEY.search(key)
    if level is None:
        return _Body(tuple(key.split()), "", "")
    return _Body(tuple(key[: level.start()].split()), level[0], key[level.end() :].strip())
