"""Criteria on one fact of the award year: a number or a step of a scale against a bound, a flag, a day."""

from __future__ import annotations

from datetime import date
from operator import ge, le, lt
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.law.registers.facts import fact_kinds, fact_value, phrase, rank_of, scales
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.criteria.answers import Answer
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from thidua_cli.law.rulings.records import Fact, Record


class _Comparison(NamedTuple):
    """How a fact is held against a bound: the test, its sign where both are equal, the phrases of a scale."""

    holds: Callable[[int, int], bool]
    equal: str
    met: str
    unmet: str


_AT_LEAST = _Comparison(ge, "≥", "reached", "not-reached")
_AT_MOST = _Comparison(le, "≤", "within", "beyond")
_BELOW = _Comparison(lt, "≥", "reached", "not-reached")


def at_least(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{fact, value}` or `{fact, than: another fact}`: the fact reaches it."""
    return _compared(asks, record, year, _AT_LEAST)


def at_most(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{fact, value}` or `{fact, than: another fact}`: the fact does not pass it."""
    return _compared(asks, record, year, _AT_MOST)


def below(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{fact, value}`: the fact stays under it."""
    return _compared(asks, record, year, _BELOW)


def known_as(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{fact, value}`: a flag is so, or a word is that word."""
    fact, wanted = asks["fact"], asks["value"]
    found = fact_of(record, fact, year)
    if found is None or not isinstance(found, type(wanted)):
        return lacking_fact(fact, record, year)
    name = fact_kinds()[fact].name
    if isinstance(found, bool):
        return Answer(found is wanted, (phrase("yes" if found else "no", name=name),))
    return Answer(found == wanted, (phrase("word", name=name, value=fact_value(fact, found)),))


def holds(asks: list[str], record: Record, year: int) -> Answer:
    """`[titles]`: one of them is held or proposed in the award year."""
    return titles_in(record, year, year, asks)


def titles_in(record: Record, year: int, award_year: int, wanted: Sequence[str]) -> Answer:
    """One of the titles is held in a year; in the award year also proposed."""
    known = record.in_year(year, award_year)
    if known.titles is None:
        return lacking(phrase("titles-of", year=year))
    found = [title for title in wanted if title in known.titles]
    doubted = [title for title in wanted if title in known.doubted]
    if doubted and not found:
        return _contradictory(
            record, year, named(doubted), phrase("title-doubted", year=year, what=named(doubted))
        )
    what = named(found or list(wanted))
    return Answer(bool(found), (phrase("held" if found else "not-held", years=year, what=what),))


def lacking_rating(record: Record, year: int, award_year: int) -> Answer:
    """The rating of a year that is not known, or of which two things are said."""
    rivals = record.in_year(year, award_year).rivals
    if not rivals:
        return lacking(phrase("rating-of", year=year))
    said = [titles()[each].abbreviation for each in rivals if each in titles()]
    listed = phrase("rated", value=said[0] if said else "–")
    return _contradictory(record, year, listed, phrase("rating-doubted", year=year, values=", ".join(said)))


def _contradictory(record: Record, year: int, what: str, otherwise: str) -> Answer:
    """Not known, for what is told cannot all be right: before the first year of all, or in two places."""
    joined = record.facts.get("joined")
    if isinstance(joined, int) and year < joined:
        name = fact_kinds()["joined"].name
        return Answer(None, (phrase("before-joined", year=year, what=what, name=name, joined=joined),), True)
    return Answer(None, (otherwise,), True)


def by_day(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{fact, by: MM-DD, from: MM-DD, years_later, of}`: the day lies within these days of the award year.

    `years_later`: of a year after it; `of`: of the year that a fact tells, not of the award year.
    """
    name, found = fact_kinds()[asks["fact"]].name, fact_of(record, asks["fact"], year)
    if not isinstance(found, date):
        return lacking(name)
    of = fact_of(record, asks["of"], year) if "of" in asks else year
    first, last, day = asks.get("from", ""), asks["by"], f"{found.month:02}-{found.day:02}"
    if not isinstance(of, int):
        # Days that lie outside in every year need no year.
        outside = bool(first) and not first <= day <= last
        return (
            Answer(False, (_window(name, found, first, last),))
            if outside
            else lacking_fact(asks["of"], record, year)
        )
    due = of + asks.get("years_later", 0)
    within = (found.year, day) <= (due, last) and (not first or (due, first) <= (found.year, day))
    return Answer(within, (_window(name, found, first, last, due),))


def _window(name: str, found: date, first: str, last: str, year: int | None = None) -> str:
    """A day and the days within which it should lie."""
    begins, ends = (_written(day, year) if day else "" for day in (first, last))
    key = "date-between" if first else "date"
    return phrase(key, name=name, value=format_short(found), first=begins, bound=ends)


def _written(day: str, year: int | None) -> str:
    """`10-31` of a year as dates are printed: `31/10/2022`, `01/3/2022`."""
    month, of_month = day.split("-")
    return "/".join([of_month, month if month < "03" else month.lstrip("0"), *([str(year)] if year else [])])


def fact_of(record: Record, ident: str, year: int) -> Fact | None:
    """A fact of the award year; the rating may stand in the history instead."""
    return record.in_year(year, year).rating if ident == "rating" else record.facts.get(ident)


def lacking(what: str) -> Answer:
    """Not known, and what would have to be."""
    return Answer(None, (phrase("lacking", what=what),))


def lacking_fact(ident: str, record: Record, year: int) -> Answer:
    """A fact that is not known."""
    if ident == "rating" and record.in_year(year, year).rivals:
        return lacking_rating(record, year, year)
    return lacking(fact_kinds()[ident].name)


def named(idents: list[str]) -> str:
    """Titles as traces write them: `CSTĐB hoặc CSTĐT`."""
    return f" {phrase('or')} ".join(titles()[ident].abbreviation for ident in idents)


def _compared(asks: Mapping[str, Any], record: Record, year: int, way: _Comparison) -> Answer:
    kind = fact_kinds()[asks["fact"]]
    value = fact_of(record, kind.id, year)
    other = asks.get("than")
    limit = fact_of(record, other, year) if other else asks["value"]
    left, right = _comparable(kind.type, value), _comparable(kind.type, limit)
    if left is None or right is None:
        return lacking_fact(kind.id if left is None else other or kind.id, record, year)
    sign = way.equal if left == right else "<" if left < right else ">"
    shown = {"name": kind.name, "value": fact_value(kind.id, value), "bound": fact_value(kind.id, limit)}
    if other:
        shown["bound"] = phrase("than", other=fact_kinds()[other].name, bound=shown["bound"])
    met = left <= right if way is _AT_MOST else left >= right
    key = (way.met if met else way.unmet) if kind.type in scales() else "compared"
    return Answer(way.holds(left, right), (phrase(key, kind.type, sign=sign, **shown),))


def _comparable(type_: str, value: object) -> int | None:
    if type_ in scales():
        return rank_of(type_, value) if isinstance(value, str) else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
