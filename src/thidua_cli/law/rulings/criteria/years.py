"""Criteria on the years before: unbroken chains, titles held before, and titles at a distance."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from thidua_cli.law.registers.facts import phrase, rank_of
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.criteria.answers import Answer, all_of, any_of
from thidua_cli.law.rulings.criteria.facts import lacking, lacking_rating, named, titles_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from thidua_cli.law.rulings.records import Record

# No chain reaches further back than the first law of emulation and commendation.
EARLIEST = 2004
# The year in which a chain, or the last of several awards, may end: the award year, or the one before it.
_ENDS = {"award-year": (0,), "before": (1,), "either": (0, 1)}


def chain(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{years, each, ends, after, with}`: so many years in a row, each with a title or a rating.

    `ends` tells in which year it ends; `after`: it begins after a year with one of these titles; `with`: what
    it holds besides, counted. A longer chain is as good.
    """
    candidates = [
        answer for back in _ENDS[asks.get("ends", "either")] for answer in _chains(asks, record, year, back)
    ]
    return _likeliest(candidates)


def held(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{titles, back}`: one of them in a year before the award year; `back`: in the year so far before."""
    if "back" in asks:
        return _in(record, year - asks["back"], year, {"titles": asks["titles"]})
    return _before(record, year, year, asks["titles"])


def times(asks: Mapping[str, Any], record: Record, year: int) -> Answer:
    """`{titles, apart, ends}`: one of them twice, one of so many years apart, the last lately."""
    candidates = []
    for back in _ENDS[asks.get("ends", "either")]:
        for apart in asks["apart"]:
            last, first = year - back, year - back - apart
            pair = all_of(_in(record, one, year, {"titles": asks["titles"]}) for one in (first, last))
            if pair.holds:
                what = named(asks["titles"])
                line = phrase("apart", years=f"{first}, {last}", what=what, apart=apart)
                pair = Answer(True, (line,))
            candidates.append(pair)
    return _likeliest(candidates)


def _chains(asks: Mapping[str, Any], record: Record, year: int, back: int) -> Iterator[Answer]:
    """Every chain that ends so far back, the shortest first; no longer one once a year breaks it."""
    end, each = year - back, asks["each"]
    links: list[Answer] = []
    for length in count(1):
        start = end - length + 1
        link = _in(record, start, year, each)
        links.insert(0, link)
        if length < asks["years"] and start > EARLIEST:
            continue
        # What is asked of each year gives the first line; the years of a whole chain are one line.
        unbroken = all_of(links)
        if unbroken.holds:
            years = phrase("period", since=start, to=end)
            apart = (phrase("not-counted", year=year),) if back else ()
            unbroken = Answer(True, (phrase("held", years=years, what=_what(each)), *apart))
        besides = [_counted(record, start, end, year, wanted) for wanted in asks.get("with", ())]
        after = [_before(record, start, year, asks["after"])] if "after" in asks else []
        yield all_of([unbroken, *besides, *after])
        if unbroken.holds is False or "with" not in asks or start <= EARLIEST:
            return


def _counted(record: Record, start: int, end: int, year: int, wanted: Mapping[str, Any]) -> Answer:
    answers = [_in(record, one, year, wanted) for one in range(start, end + 1)]
    sure = sum(answer.holds is True for answer in answers)
    maybe = sum(answer.holds is None for answer in answers)
    if sure < wanted["count"] <= sure + maybe:
        return all_of(answer for answer in answers if answer.holds is None)
    years = phrase("period", since=start, to=end)
    line = phrase("count", years=years, found=sure, what=_what(wanted), needed=wanted["count"])
    return Answer(sure >= wanted["count"], (line,))


def _before(record: Record, year: int, award_year: int, wanted: Sequence[str]) -> Answer:
    """Whether one of the titles was held in any year before: known where one year says so, or all deny it."""
    known = [*record.history, EARLIEST]
    answers = [_in(record, one, award_year, {"titles": wanted}) for one in range(min(known), year)]
    found = any_of(answers)
    if found.holds is None:
        doubted = [answer for answer in answers if answer.contradictory]
        return any_of(doubted) if doubted else lacking(phrase("titles-before", year=year))
    if found.holds:
        return found
    return Answer(False, (phrase("not-held", years=f"< {year}", what=named(list(wanted))),))


def _in(record: Record, year: int, award_year: int, wanted: Mapping[str, Any]) -> Answer:
    if "rating" in wanted:
        return _rated(record, year, award_year, wanted["rating"])
    return titles_in(record, year, award_year, wanted["titles"])


def _rated(record: Record, year: int, award_year: int, wanted: str) -> Answer:
    rating = record.in_year(year, award_year).rating
    if rating is None:
        return lacking_rating(record, year, award_year)
    bound = titles()[wanted].abbreviation
    rank, needed = rank_of("rating", rating), rank_of("rating", wanted)
    if rank is None or needed is None or rank < needed:
        shown = titles()[rating].abbreviation if rating in titles() else "–"
        return Answer(False, (phrase("rated-below", years=year, value=shown, bound=bound),))
    return Answer(True, (phrase("held", years=year, what=titles()[rating].abbreviation),))


def _what(wanted: Mapping[str, Any]) -> str:
    if "rating" in wanted:
        return phrase("rating-from", value=titles()[wanted["rating"]].abbreviation)
    return named(list(wanted["titles"]))


def _likeliest(candidates: list[Answer]) -> Answer:
    """The first candidate that holds, else the first that may, else the first: one story, not all of them."""
    for value in (True, None, False):
        for answer in candidates:
            if answer.holds is value:
                return answer
    return Answer(False)
