"""Criteria on one fact of the award year: a number or a step of a scale against a bound, a flag, a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from thidua_cli.law.registers.facts import fact_kinds, phrase, rank_of, scales
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.criteria.answers import Answer
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.law.rulings.records import Fact, Record


def at_least(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{fact, value}` or `{fact, than: another fact}`: the fact reaches it."""
    return _compared(asks, record, year, lambda found, bound: found >= bound)


def at_most(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{fact, value}` or `{fact, than: another fact}`: the fact does not pass it."""
    return _compared(asks, record, year, lambda found, bound: found <= bound)


def below(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{fact, value}`: the fact stays under it."""
    return _compared(asks, record, year, lambda found, bound: found < bound)


def known_as(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{fact, value}`: a flag is so, or a word is that word."""
    fact, wanted = asks["fact"], asks["value"]
    found = fact_of(record, fact, year)
    if found is None or not isinstance(found, type(wanted)):
        return lacking(fact_kinds()[fact].name)
    name = fact_kinds()[fact].name
    if isinstance(found, bool):
        return Answer(found is wanted, (phrase("yes" if found else "no", name=name),))
    return Answer(found == wanted, (phrase("word", name=name, value=found),))


def holds(asks: list[str], record: Record, year: int) -> Answer:
    """`[titles]`: one of them is held or proposed in the award year."""
    held = record.in_year(year, year).titles
    if held is None:
        return lacking(phrase("titles-of", year=year))
    found = [title for title in asks if title in held]
    key = "held" if found else "not-held"
    return Answer(bool(found), (phrase(key, years=year, what=named(found or asks)),))


def by_day(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{fact, by: MM-DD, from: MM-DD}`: the day lies within these days of its own year."""
    name, found = fact_kinds()[asks["fact"]].name, fact_of(record, asks["fact"], year)
    if not isinstance(found, date):
        return lacking(name)
    place = f"{found.month:02}-{found.day:02}"
    last = "/".join(reversed(asks["by"].split("-")))
    line = phrase("date", name=name, value=format_short(found), bound=last)
    return Answer(asks.get("from", "01-01") <= place <= asks["by"], (line,))


def fact_of(record: Record, ident: str, year: int) -> Fact | None:
    """A fact of the award year; the rating may stand in the history instead."""
    return record.in_year(year, year).rating if ident == "rating" else record.facts.get(ident)


def lacking(what: str) -> Answer:
    """Not known, and what would have to be."""
    return Answer(None, (phrase("lacking", what=what),))


def named(idents: list[str]) -> str:
    """Titles as traces write them: `CSTĐB hoặc CSTĐT`."""
    return f" {phrase('or')} ".join(titles()[ident].abbreviation for ident in idents)


def _compared(asks: Mapping[str, Any], record: Record, year: int, holds: Any) -> Answer:
    kind = fact_kinds()[asks["fact"]]
    left = _comparable(kind.type, fact_of(record, kind.id, year))
    other = asks.get("than")
    bound = fact_of(record, other, year) if other else asks["value"]
    right = _comparable(kind.type, bound)
    if left is None or right is None:
        unknown = kind if left is None else fact_kinds()[other or kind.id]
        return lacking(unknown.name)
    sign = "=" if left == right else "<" if left < right else ">"
    value, limit = (_shown(kind.type, each) for each in (fact_of(record, kind.id, year), bound))
    line = phrase("compared", name=kind.name, value=value, sign=sign, bound=limit)
    return Answer(holds(left, right), (line,))


def _comparable(type_: str, value: object) -> int | None:
    if type_ in scales():
        return rank_of(type_, value) if isinstance(value, str) else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _shown(type_: str, value: object) -> str:
    return scales()[type_][str(value)] if type_ in scales() else str(value)
