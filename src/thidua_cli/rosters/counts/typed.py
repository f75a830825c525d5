"""Head counts and facts as they are typed, by any spelling that tables may use."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from thidua_cli.findings.span import Span
from thidua_cli.law.registers.facts import fact_kinds, fact_name, fact_value, scales
from thidua_cli.law.registers.titles import title_of
from thidua_cli.rosters.counts.head_counts import HeadCount, beyond_whole
from thidua_cli.rosters.reading.readings import read_count, read_date
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from decimal import Decimal

    from thidua_cli.law.rulings.records import Fact

_LANGUAGES = ("vi", "en")
_YEAR = re.compile(r"[12][0-9]{3}")


class TypedError(ValueError):
    """Why what was typed cannot be used: `reason` names the words, `near` what the user may have meant."""

    def __init__(self, reason: str, near: Iterable[str] = (), **values: object) -> None:
        super().__init__(reason)
        self.reason, self.near, self.values = reason, tuple(near), values


def typed_counts(given: Iterable[tuple[str, Decimal]], place: str) -> list[HeadCount]:
    """Counts as those of one unit without a name; none where nothing was typed. Raises TypedError."""
    known: dict[str, int] = {}
    spans: dict[str, Span] = {}
    words = vocabulary()
    for name, value in given:
        ident = words.head_counts.get(heading_key(name))
        if ident is None:
            raise TypedError("no_count", words.count_spellings, name=name)
        if value != value.to_integral_value():
            raise TypedError("not_whole", name=f"--count {name}", value=format_number(value))
        if known.setdefault(ident, int(value)) != int(value):
            raise TypedError("count_twice", name=name)
        spans[ident] = Span(place, cell=f"{ident}={int(value)}")
    for small, large in beyond_whole(known):
        raise TypedError("part_above_whole", part=small.ident, whole=large.ident)
    return [HeadCount("", known, spans)] if known else []


def typed_facts(given: Iterable[str]) -> dict[str, Fact]:
    """Facts as `name=value`, each by its id or its name, a value by its id or its word. Raises TypedError."""
    found: dict[str, Fact] = {}
    names = {
        fold(name): kind.id for kind in fact_kinds().values() for name in (*kind.names.values(), kind.id)
    }
    for text in given:
        name, equals, value = (part.strip() for part in text.partition("="))
        ident = names.get(fold(name))
        if ident is None or not equals:
            raise TypedError("no_fact", map(fact_name, fact_kinds()), name=name)
        if ident in vocabulary().head_counts.values():
            # Else it would stand beside the counts of a table, and may contradict them.
            raise TypedError("fact_is_count", name=name)
        found[ident] = _value(ident, name, value)
    return found


def _value(ident: str, name: str, value: str) -> Fact:
    kind = fact_kinds()[ident]
    if kind.type in _READERS:
        read = _READERS[kind.type](value)
        if read is None:
            raise TypedError(f"fact_{kind.type}", name=name, value=value)
        return read
    answers = _answers() if kind.type == "flag" else _steps(ident)
    if not answers:
        return value
    if fold(value) not in answers:
        allowed = vocabulary().yes | vocabulary().no if kind.type == "flag" else _ids(ident)
        raise TypedError("bad_fact", name=name, value=value, allowed=", ".join(sorted(allowed)))
    return answers[fold(value)]


def _count(text: str) -> int | None:
    value = read_count(text).value
    return None if value is None else int(value)


def _year(text: str) -> int | None:
    return int(text) if _YEAR.fullmatch(text) else None


def _day(text: str) -> date | None:
    value = read_date(text).value
    return None if value is None else date.fromordinal(int(value))


def _titles(text: str) -> tuple[str, ...] | None:
    found = [title_of(part.strip()) for part in text.split(",")]
    named = tuple(title.id for title in found if title is not None)
    return named if len(named) == len(found) else None


_READERS: Mapping[str, Callable[[str], Fact | None]] = {
    "count": _count,
    "year": _year,
    "day": _day,
    "titles": _titles,
}


def _answers() -> Mapping[str, Fact]:
    words = vocabulary()
    return {**dict.fromkeys(words.yes, True), **dict.fromkeys(words.no, False)}


def _steps(ident: str) -> Mapping[str, Fact]:
    """The values of a fact by every way to write them; empty where any word may stand."""
    ways = ((step, (step, *(fact_value(ident, step, lang) for lang in _LANGUAGES))) for step in _ids(ident))
    return {fold(way): step for step, written in ways for way in written}


def _ids(ident: str) -> tuple[str, ...]:
    kind = fact_kinds()[ident]
    return tuple(kind.values or scales().get(kind.type, ()))
