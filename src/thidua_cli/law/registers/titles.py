"""Titles, forms of commendation and yearly ratings, and how people write them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import day_of, national
from thidua_cli.vietnamese.phrase_patterns import PhrasePatterns
from thidua_cli.vietnamese.text import fold, unaccent

if TYPE_CHECKING:
    from collections.abc import Mapping

INDIVIDUAL = "ca-nhan"
COLLECTIVE = "tap-the"
_LEAD = re.compile(
    r"^(?:đạt |được )*(?:công nhận |tặng (?:thưởng )?)?(?:(?:danh hiệu|hình thức)\s+)?(?:thi đua\s+)?"
)
_PROVINCES = "tỉnh, thành phố"


class DatedName(NamedTuple):
    """How the law called a title in [since, to)."""

    name: str
    since: date
    to: date | None


class Title(NamedTuple):
    """A title (danh-hieu), form of commendation (hinh-thuc) or rating (xep-loai).

    `holder`: ca-nhan, tap-the, or None where both may hold it. `names`: those of the law, where they changed.
    """

    id: str
    name: str
    abbreviation: str
    kind: str
    holder: str | None
    spellings: tuple[str, ...]
    names: tuple[DatedName, ...] = ()

    def name_on(self, day: date) -> str:
        """What the law of a day calls it; its usual name where the data do not say otherwise."""
        dated = (one.name for one in self.names if one.since <= day and (one.to is None or day < one.to))
        return next(dated, self.name)


@cache
def titles() -> Mapping[str, Title]:
    """Every title, by id."""
    return {
        ident: Title(
            ident,
            item["name"],
            item["abbreviation"],
            item["kind"],
            item["holder"],
            tuple(item.get("spellings", ())),
            tuple(
                DatedName(one["name"], date.fromisoformat(one["from"]), day_of(one["to"]))
                for one in item.get("names", ())
            ),
        )
        for ident, item in national()["titles"].items()
    }


def conferred_forms() -> tuple[str, ...]:
    """How the names of awards begin that are conferred (tặng): `cờ`, `bằng`; titles are recognised."""
    return tuple(national()["conferred_forms"])


# A long list says the same names again and again.
@lru_cache(1024)
def title_of(text: str, holder: str | None = None) -> Title | None:
    """The title that a text names by id, name, abbreviation or a known spelling; None for anything else.

    A spelling may hold places: `Giấy khen của Giám đốc Sở Công Thương`. `holder` (ca-nhan, tap-the) tells
    `Lao động tiên tiến` of people from that of collectives. Without it a shared name means the individual's.
    """
    bare = _bare(text)
    key = _phrases().key(bare)
    named = _names().get(key, ())
    fitting = [title for title in named if holder is None or title.holder in (None, holder)]
    if fitting:
        return fitting[0]
    found = _codes().get(unaccent(bare))
    # An id or abbreviation says which title is meant, whoever the plan counts.
    return found or (named[0] if named else _by_pattern(key))


def names_only(text: str, title: Title) -> bool:
    """Whether a text is the name of a title and nothing more: `Giấy khen` without whose it is."""
    return _phrases().key(_bare(text)) in map(_phrases().key, (title.name, title.abbreviation))


def begins_award(text: str) -> bool:
    """Whether a text begins as the names of awards do, though nobody may know the rest: `Giấy khen của …`."""
    key = f"{_phrases().key(text)} "
    return key.startswith(tuple(f"{_phrases().key(head)} " for head in national()["award_heads"]))


def names_no_whole_award(text: str) -> bool:
    """Whether a text is only how the names of several awards begin: `Bằng khen`, without whose it is."""
    return _phrases().key(_bare(text)) in map(_phrases().key, national()["award_heads"])


def _bare(text: str) -> str:
    bare = fold(text).strip(" \"'.;,:")
    return _LEAD.sub("", bare) or bare


@cache
def _phrases() -> PhrasePatterns:
    pack = national()
    units = pack["administrative_units"]["provinces"].values()
    names = [name for unit in units for name in (unit["name"], *unit.get("spellings", ()))]
    parts = pack["title_parts"] | {_PROVINCES: names}
    return PhrasePatterns(parts, pack["title_words"], (*pack["award_heads"], *pack["not_in_names"]))


def _by_pattern(key: str) -> Title | None:
    """The title of the pattern that leaves the fewest words of a key to chance; the first of equal ones."""
    phrases = _phrases()
    opening = key.partition(" ")[0]
    found = [(phrases.left_open(pattern, key), title) for pattern, title in _patterns(opening)]
    fitting = [(left, title) for left, title in found if left is not None]
    return min(fitting, key=lambda each: each[0])[1] if fitting else None


# Most texts begin as no award does: nothing is compiled for them.
@cache
def _patterns(opening: str) -> tuple[tuple[re.Pattern[str], Title], ...]:
    """The patterns that begin with a word."""
    listed = national()["titles"]
    return tuple(
        (_phrases().compile(pattern), title)
        for title in titles().values()
        for pattern in listed[title.id].get("patterns", ())
        if _phrases().opening(pattern) == opening
    )


@cache
def _names() -> Mapping[str, tuple[Title, ...]]:
    index: dict[str, tuple[Title, ...]] = {}
    for title in titles().values():
        dated = (one.name for one in title.names)
        for name in (title.name, title.abbreviation, *title.spellings, *dated):
            key = _phrases().key(_bare(name))
            if title not in index.get(key, ()):
                index[key] = (*index.get(key, ()), title)
    return index


@cache
def _codes() -> Mapping[str, Title]:
    return {
        unaccent(fold(code)): title for title in titles().values() for code in (title.abbreviation, title.id)
    }
