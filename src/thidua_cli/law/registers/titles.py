"""Titles, forms of commendation and yearly ratings, and how people write them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import day_of, national
from thidua_cli.vietnamese.text import fold, unaccent

if TYPE_CHECKING:
    from collections.abc import Mapping

INDIVIDUAL = "ca-nhan"
COLLECTIVE = "tap-the"
_LEAD = re.compile(r"^(?:đạt |được )*(?:công nhận |tặng )?(?:(?:danh hiệu|hình thức)\s+)?(?:thi đua\s+)?")


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


def title_of(text: str, holder: str | None = None) -> Title | None:
    """The title that a text names by id, name, abbreviation or a known spelling; None for anything else.

    `holder` (ca-nhan, tap-the) tells `Lao động tiên tiến` of people from that of collectives. Without it a
    shared name means the individual's title.
    """
    key = _key(text)
    named = _names().get(key, ())
    fitting = [title for title in named if holder is None or title.holder in (None, holder)]
    if fitting:
        return fitting[0]
    found = _codes().get(unaccent(key))
    # An id or abbreviation says which title is meant, whoever the plan counts.
    return found or (named[0] if named else None)


def _key(text: str) -> str:
    bare = fold(text).strip(" \"'.;,").replace("sỹ", "sĩ").replace('"', "")
    return _LEAD.sub("", bare) or bare


@cache
def _names() -> Mapping[str, tuple[Title, ...]]:
    index: dict[str, tuple[Title, ...]] = {}
    for title in titles().values():
        for name in (title.name, title.abbreviation, *title.spellings):
            index[_key(name)] = (*index.get(_key(name), ()), title)
    return index


@cache
def _codes() -> Mapping[str, Title]:
    return {
        unaccent(fold(code)): title for title in titles().values() for code in (title.abbreviation, title.id)
    }
