"""Periods that a plan covers: a year, a school year, a quarter, months, or two dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from thidua_cli.vietnamese.dates import DateError, PartialDate, month_span, parse_date
from thidua_cli.vietnamese.text import plain_dashes, squeeze
from thidua_cli.vietnamese.unreadable import UnreadableError

_LONGEST = 100
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class PeriodError(UnreadableError):
    """Not a period. `reason`: empty, malformed, no_year, reversed, school_year, or that of a date."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period as written, with its first and last day; equal when read alike.

    `conventional`: the days are usual, not stated (a school year runs from 01/9 to 31/5).
    """

    text: str = field(compare=False)
    first: date
    last: date
    conventional: bool = False

    @property
    def year(self) -> int | None:
        """The calendar year, when the period lies in one."""
        return self.first.year if self.first.year == self.last.year else None

    def covers(self, day: date) -> bool:
        """Whether a day lies in the period, both ends included."""
        return self.first <= day <= self.last


_YEAR = r"(?:năm )?(?P<y>[0-9]{4})"
_QUARTER = re.compile(rf"quý (?P<q>iv|i{{1,3}}|[1-4])(?: ?/ ?| ){_YEAR}")
_MONTHS = re.compile(rf"(?P<n>0?[1-9]|1[0-2]) tháng (?P<end>đầu|cuối) {_YEAR}")
_YEARS = re.compile(r"(?P<kind>năm học|giai đoạn|nhiệm kỳ)?:? ?\(?(?P<a>[0-9]{4}) ?- ?(?P<b>[0-9]{4})\)?")
_WITHOUT_YEAR = re.compile(r"quý (?:iv|i{1,3}|[1-4])|[0-9]{1,2} tháng (?:đầu|cuối) năm|năm học")
_BETWEEN = re.compile(r"\.\.| - | (?:đến|tới)(?: hết)? ")


def parse_period(text: str) -> Period:
    """Read a period; raises PeriodError."""
    clean = plain_dashes(squeeze(text[: _LONGEST + 1])).lower()
    if not clean:
        raise PeriodError("empty", text)
    if len(clean) > _LONGEST:
        raise PeriodError("malformed", text[:_LONGEST])
    if _WITHOUT_YEAR.fullmatch(clean):
        raise PeriodError("no_year", text)
    if found := _YEARS.fullmatch(clean):
        return _years(text, found["kind"] or "", int(found["a"]), int(found["b"]))
    return _period(text, *_named(text, clean))


def _named(text: str, clean: str) -> tuple[date, date]:
    try:
        if found := _QUARTER.fullmatch(clean):
            return quarter_span(QUARTERS[found["q"]], int(found["y"]))
        if found := _MONTHS.fullmatch(clean):
            return months_of_year(int(found["n"]), int(found["y"]), at_end=found["end"] == "cuối")
        sides = _BETWEEN.split(clean.removeprefix("từ "))
        if len(sides) > 2:
            raise PeriodError("malformed", text)
        return parse_date(sides[0]).first, parse_date(sides[-1]).last
    except DateError as error:
        raise PeriodError(error.reason, text, details=error.details) from None
    except ValueError as error:
        raise error if isinstance(error, PeriodError) else PeriodError("impossible", text) from None


def _years(text: str, kind: str, first: int, last: int) -> Period:
    if not first or not last:
        raise PeriodError("impossible", text)
    if kind == "năm học":
        if last != first + 1:
            raise PeriodError("school_year", text)
        return Period(text, date(first, 9, 1), date(last, 5, 31), conventional=True)
    return _period(text, PartialDate("", first).first, PartialDate("", last).last)


def _period(text: str, first: date, last: date) -> Period:
    if first > last:
        raise PeriodError("reversed", text)
    return Period(text, first, last)


def quarter_span(quarter: int, year: int) -> tuple[date, date]:
    """The first and last day of a quarter (1 to 4)."""
    return month_span(year, 3 * quarter - 2, 3 * quarter)


def months_of_year(count: int, year: int, *, at_end: bool) -> tuple[date, date]:
    """The first and last day of the first, or last, `count` months of a year."""
    return month_span(year, 13 - count, 12) if at_end else month_span(year, 1, count)
