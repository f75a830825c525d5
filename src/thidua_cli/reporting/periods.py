"""The period that a report is on: a quarter, six or nine months, the part so far, the whole."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.reporting.words import words_of
from thidua_cli.vietnamese.dates import month_span
from thidua_cli.vietnamese.printed_dates import format_short
from thidua_cli.vietnamese.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from thidua_cli.vietnamese.periods import Period

YEAR = re.compile(r"(?P<kind>.+?)(?:-nam)?-(?P<year>[0-9]{4})")
SO_FAR = "so-ket"


class PeriodKind(NamedTuple):
    """A period as it is asked for: its id, and the year where one was named."""

    id: str
    year: int | None = None


class ReportPeriod(NamedTuple):
    """The days of a report. `name` and `following` (what comes after it) as documents call them.

    `until`: its end in words. `cut`: it ends on a day that was named. `final`: at its end every target of
    the year should be reached. `awards`: awards are proposed at its end.
    """

    id: str
    name: str
    first: date
    last: date
    following: str
    final: bool
    until: str = ""
    cut: bool = False
    awards: bool = False


class PeriodProblem(NamedTuple):
    """Why a period is none of a plan's: `outside` of it, or of which `year`."""

    reason: str


def period_ids() -> tuple[str, ...]:
    """The periods that a report can be on, by id."""
    return tuple(words_of("periods"))


def read_period_kind(text: str) -> PeriodKind | None:
    """The period that a text names (`quy-1`, `Quý I/2022`, `6 tháng đầu năm`); None where it names none."""
    key = slug(text)
    if key in _spellings():
        return PeriodKind(_spellings()[key])
    found = YEAR.fullmatch(key)
    if found is None:
        return None
    # `năm 2022` has no other words than those of the year.
    ident = _spellings().get(found["kind"]) or _spellings().get(f"{found['kind']}-nam")
    return PeriodKind(ident, int(found["year"])) if ident else None


def report_period(
    kind: PeriodKind, whole: Period, so_far: date | None = None
) -> ReportPeriod | PeriodProblem:
    """The days of a period within the plan's; `so_far`: where a sơ kết ends, else with the plan's period."""
    months = words_of("periods")[kind.id].get("months")
    if kind.year is not None and not whole.first.year <= kind.year <= whole.last.year:
        return PeriodProblem("outside")
    spans = list(_spans(kind, months, whole))
    if len(spans) != 1:
        return PeriodProblem("year" if spans else "outside")
    first, last = spans[0]
    cut = min(last, so_far) if kind.id == SO_FAR and so_far and first <= so_far else None
    last = cut or last
    return _named(kind, first, last, _called(kind, whole), _next_of(kind, whole, last), cut=cut is not None)


def previous_period(kind: PeriodKind, now: ReportPeriod, whole: Period) -> ReportPeriod | None:
    """The earlier period that is named: of the plan, or of the year that is named with it.

    None where it does not begin and end before `now` does, so that its year has to be named.
    """
    found = report_period(kind, whole)
    if isinstance(found, PeriodProblem):
        if kind.year is None:
            return None
        months = words_of("periods")[kind.id].get("months") or (1, 12)
        first, last = month_span(kind.year, *months)
        found = _named(kind, first, last, _year(kind.year), _year(kind.year + 1))
    earlier = found.first <= now.first and found.last < now.last
    return found if earlier else None


def alike(first: ReportPeriod, second: ReportPeriod) -> bool:
    """Whether two periods are equally long, so that an amount of one can be taken from that of the other."""
    return _length(first) == _length(second)


def _length(period: ReportPeriod) -> tuple[int, int, int]:
    """How many months it touches, and on which days of a month it begins and is over."""
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month
    return months, period.first.day, (period.last + timedelta(days=1)).day


def _named(
    kind: PeriodKind, first: date, last: date, whole: str, following: str, *, cut: bool = False
) -> ReportPeriod:
    words = words_of("periods")[kind.id]
    places = {
        "year": str(last.year),
        "whole": whole,
        "next": following,
        "first": format_short(first),
        "last": format_short(last),
    }
    name = words["name_until" if cut else "name"].format_map(places)
    ends = words_of("ends")["day" if cut else "period"]
    return ReportPeriod(
        kind.id,
        name,
        first,
        last,
        words["following"].format_map(places),
        bool(words.get("final")),
        ends.format_map(places | {"name": name}),
        cut,
        bool(words.get("awards")),
    )


def _spans(kind: PeriodKind, months: list[int] | None, whole: Period) -> Iterator[tuple[date, date]]:
    """The stretches of days that may be meant: one, unless the plan covers several years."""
    if months is None:
        yield (whole.first, whole.last) if kind.year is None or whole.year else month_span(kind.year, 1, 12)
        return
    first, last = months
    if kind.year is None and whole.year is None and first == 1 and last > 3 and _at_most_a_year(whole):
        # Six months of a school year are its first six.
        yield whole.first, _months_on(whole.first, last)
        return
    for year in range(whole.first.year, whole.last.year + 1):
        span = month_span(year, first, last)
        if kind.year in (None, year) and span[0] <= whole.last and whole.first <= span[1]:
            yield span


def _at_most_a_year(whole: Period) -> bool:
    return (whole.last - whole.first).days <= 366


def _months_on(first: date, count: int) -> date:
    """The last day of so many months from a day's month on."""
    index = first.year * 12 + first.month - 1 + count - 1
    year, month = divmod(index, 12)
    return month_span(year, month + 1, month + 1)[1]


def _called(kind: PeriodKind, whole: Period) -> str:
    """What people call the plan's period, or the one year of it that is meant."""
    year = whole.year or kind.year
    return _year(year) if year else whole.text


def _next_of(kind: PeriodKind, whole: Period, last: date) -> str:
    """What comes after the period; after several years nobody knows what."""
    stretch = words_of("periods")[kind.id].get("months") or whole.year or kind.year
    return _year(last.year + 1) if stretch and not whole.conventional else str(words_of("next")["other"])


def _year(year: int) -> str:
    return str(words_of("next")["year"]).format(year=year)


@cache
def _spellings() -> Mapping[str, str]:
    """The id of every spelling, without marks."""
    return {
        slug(text): ident
        for ident, words in words_of("periods").items()
        for text in (ident, *words["spellings"])
    }
