"""When something happens, as plans write it: a date, a month, `đầu năm`, `hết quý II`, `ngày ký`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from thidua_cli.vietnamese.dates import DateError, month_span, parse_date
from thidua_cli.vietnamese.periods import (
    QUARTERS,
    PeriodError,
    months_of_year,
    parse_period,
    quarter_span,
)
from thidua_cli.vietnamese.text import plain_dashes, squeeze
from thidua_cli.vietnamese.unreadable import UnreadableError

_LONGEST = 100

Days = tuple[date, date]


class MomentError(UnreadableError):
    """Not a moment.

    `reason`: empty, malformed, impossible, before (`trước ngày 25/6`, where it does not belong), or that of
    the date or period in it.
    """


class MomentKind(StrEnum):
    """What a moment is counted from."""

    DAYS = "days"
    YEAR = "year"
    PERIOD = "period"
    QUARTER = "quarter"
    FIRST_MONTHS = "first_months"
    LAST_MONTHS = "last_months"
    MONTH = "month"
    MONTH_DAY = "month_day"
    DAY_OF_QUARTER = "day_of_quarter"
    DAY_OF_MONTH = "day_of_month"
    SIGNING = "signing"


class Edge(StrEnum):
    """Which part of a stretch of days is meant: all of it, its first day, its last, or its middle third."""

    WHOLE = "whole"
    FIRST = "first"
    LAST = "last"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as written, equal when read alike; `resolve` gives the days it means.

    `days` is set where the text says them all. Else `number` is the quarter, the month, or the count of
    months, and `day` the day of the month.
    """

    text: str = field(compare=False)
    kind: MomentKind
    edge: Edge = Edge.WHOLE
    days: Days | None = None
    number: int | None = None
    day: int | None = None

    @property
    def relative(self) -> bool:
        """Whether the days depend on the plan's period or on the day of signing."""
        return self.days is None

    @property
    def recurring(self) -> bool:
        """Whether it comes back every month or every quarter."""
        every_quarter = self.kind is MomentKind.DAY_OF_QUARTER and self.number is None
        return every_quarter or self.kind is MomentKind.DAY_OF_MONTH

    def resolve(self, period: Days, signed: date | None = None) -> Days | None:
        """The first and last day meant, or None where period and signing leave it open."""
        if self.kind is MomentKind.SIGNING:
            return None if signed is None else (signed, signed)
        stretch = self.days or self._stretch(period)
        if stretch is None or self.edge is Edge.WHOLE:
            return stretch
        if self.edge is Edge.MIDDLE:
            third = ((stretch[1] - stretch[0]).days + 1) // 3
            return stretch[0] + timedelta(third), stretch[1] - timedelta(third)
        day = stretch[0] if self.edge is Edge.FIRST else stretch[1]
        return day, day

    def resolve_quarter(self, quarter: int, year: int) -> Days | None:
        """The day meant in a quarter (1 to 4), for a moment that recurs every quarter; else None."""
        if self.kind is not MomentKind.DAY_OF_QUARTER or self.number not in (None, quarter):
            return None
        return _one_day(year, 3 * quarter, self.day)

    def resolve_months(self, period: Days) -> list[Days]:
        """The day meant in each month of a period, for a moment that recurs every month; else nothing."""
        if self.kind is not MomentKind.DAY_OF_MONTH or self.day is None:
            return []
        first, last = period
        found = []
        for year, month in (divmod(index, 12) for index in range(_index(first), _index(last) + 1)):
            # `ngày 31 hằng tháng` is the last day of a shorter month.
            ending = month_span(year, month + 1, month + 1)[1]
            due = ending.replace(day=min(self.day, ending.day))
            if first <= due <= last:
                found.append((due, due))
        return found

    def _stretch(self, period: Days) -> Days | None:
        if self.kind is MomentKind.PERIOD:
            return period
        if self.kind is MomentKind.YEAR:
            return _year_of(period)
        first, last = period
        found = [self._in_year(year) for year in range(first.year, last.year + 1)]
        if len(found) == 1:
            return found[0]
        # In a school year the first such day from its start on is meant; a longer period leaves it open.
        later = [days for days in found if days and days[1] >= first]
        return later[0] if later and _at_most_a_year(period) else None

    def _in_year(self, year: int) -> Days | None:
        number = self.number
        if number is None:
            return None
        if self.kind is MomentKind.QUARTER:
            return quarter_span(number, year)
        if self.kind is MomentKind.MONTH:
            return month_span(year, number, number)
        if self.kind is MomentKind.MONTH_DAY:
            return _one_day(year, number, self.day)
        if self.kind is MomentKind.DAY_OF_QUARTER:
            return _one_day(year, 3 * number, self.day)
        return months_of_year(number, year, at_end=self.kind is MomentKind.LAST_MONTHS)


def _index(day: date) -> int:
    """The months since year 0."""
    return day.year * 12 + day.month - 1


def _one_day(year: int, month: int, day: int | None) -> Days | None:
    try:
        return date(year, month, day or 0), date(year, month, day or 0)
    except ValueError:
        return None


def _year_of(period: Days) -> Days | None:
    first, last = period
    if first.year == last.year:
        return month_span(first.year, 1, 12)
    # A school year runs over New Year; a longer period has more than one `đầu năm`.
    return period if _at_most_a_year(period) else None


def _at_most_a_year(period: Days) -> bool:
    return (period[1] - period[0]).days <= 366


_BEFORE = re.compile(r"\s*trước\s+", re.IGNORECASE)
_LEAD = re.compile(r"(?:kể từ|từ|đến|tới|vào|trong) ")
_EDGES = {
    "đầu": Edge.FIRST,
    "giữa": Edge.MIDDLE,
    "cuối": Edge.LAST,
    "hết": Edge.LAST,
    "cả": Edge.WHOLE,
}
_EDGE = re.compile(r"(đầu|giữa|cuối|hết|cả) (?=năm|quý|tháng|giai đoạn|kỳ)|hết (?=ngày)")
_SIGNING = re.compile(r"(?:ngày )?(?:ký|ký ban hành|ban hành)|nay")
_PERIOD_WORDS = ("năm học", "kỳ", "giai đoạn")
_SPELLED_PERIOD = re.compile(r"quý |[0-9]{1,2} tháng |năm học |giai đoạn |nhiệm kỳ ")
_EVERY_MONTH = re.compile(r"(?:ngày )?(?P<day>[0-9]{1,2}) (?:của )?(?:hằng|hàng|mỗi|từng) tháng")
_NUMBERED = {
    MomentKind.QUARTER: re.compile(r"quý (?P<n>iv|i{1,3}|[1-4])"),
    MomentKind.FIRST_MONTHS: re.compile(r"(?P<n>0?[1-9]|1[0-2]) tháng(?: đầu năm)?"),
    MomentKind.LAST_MONTHS: re.compile(r"(?P<n>0?[1-9]|1[0-2]) tháng cuối năm"),
    MomentKind.MONTH: re.compile(r"tháng (?P<n>0?[1-9]|1[0-2])"),
    MomentKind.MONTH_DAY: re.compile(
        r"(?:ngày )?(?P<day>[0-9]{1,2})(?: ?[-/] ?| tháng )(?P<n>0?[1-9]|1[0-2])"
    ),
    MomentKind.DAY_OF_QUARTER: re.compile(
        r"ngày (?P<day>[0-9]{1,2})(?: của)? tháng cuối(?: cùng)?(?: của)? (?:mỗi |từng |hằng )?quý"
        r"(?: (?P<n>iv|i{1,3}|[1-4]))?(?:(?: ?/ ?| năm | )(?P<year>[0-9]{4}))?"
        r"|(?:the )?(?P<english>[0-9]{1,2})(?:st|nd|rd|th) of (?:the|each|every) quarter['’]s last month"
    ),
}


def parse_moment_before(text: str) -> Moment:
    """Read a moment that a deadline precedes; `trước` may be said once more. Raises MomentError."""
    return parse_moment(_BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text)


def parse_moment(text: str) -> Moment:
    """Read a moment; raises MomentError."""
    clean = plain_dashes(squeeze(text[: _LONGEST + 1])).lower()
    if not clean:
        raise MomentError("empty", text)
    if len(clean) > _LONGEST:
        raise MomentError("malformed", text[:_LONGEST])
    if _BEFORE.match(clean):
        raise MomentError("before", text)
    while found := _LEAD.match(clean):
        clean = clean[found.end() :]
    if _SIGNING.fullmatch(clean):
        return Moment(text, MomentKind.SIGNING)
    edge = Edge.WHOLE
    if found := _EDGE.match(clean):
        edge, clean = _EDGES.get(found[1] or "", edge), clean[found.end() :]
    if clean == "năm":
        return Moment(text, MomentKind.YEAR, edge)
    if clean in _PERIOD_WORDS:
        return Moment(text, MomentKind.PERIOD, edge)
    if found := _EVERY_MONTH.fullmatch(clean):
        return _monthly(text, int(found["day"]))
    for kind, form in _NUMBERED.items():
        if found := form.fullmatch(clean):
            return _numbered(text, kind, edge, found.groupdict())
    return Moment(text, MomentKind.DAYS, edge, _stated_days(text, clean))


def _monthly(text: str, day: int) -> Moment:
    if not 1 <= day <= 31:
        raise MomentError("impossible", text)
    return Moment(text, MomentKind.DAY_OF_MONTH, day=day)


def _numbered(text: str, kind: MomentKind, edge: Edge, parts: dict[str, str | None]) -> Moment:
    number, year = parts.get("n"), parts.get("year")
    day = parts.get("day") or parts.get("english")
    moment = Moment(
        text,
        kind,
        edge,
        number=None if number is None else QUARTERS.get(number) or int(number),
        day=None if day is None else int(day),
    )
    # The probe: a leap year has 29/02; every quarter has the days that the second has, 30/6 the last.
    if replace(moment, number=moment.number or 2)._in_year(2024) is None:
        raise _off_calendar(moment)
    if year is None:
        return moment
    if moment.number is None:
        raise MomentError("malformed", text)
    return Moment(
        text, kind, edge, moment.resolve_quarter(moment.number, int(year)), moment.number, moment.day
    )


def _off_calendar(moment: Moment) -> MomentError:
    """The error of a day that no year has; of one after the end of a month, with that end."""
    month, day = moment.number, moment.day or 0
    if moment.kind is not MomentKind.MONTH_DAY or month is None or not 28 < day <= 31:
        return MomentError("impossible", moment.text)
    days = month_span(2024, month, month)[1].day
    details = {"month": str(month), "days": str(days)}
    return MomentError("short_month", moment.text, f"{days}/{month}", details)


def _stated_days(text: str, clean: str) -> Days:
    try:
        if _SPELLED_PERIOD.match(clean):
            period = parse_period(clean)
            return period.first, period.last
        stated = parse_date(clean)
    except (DateError, PeriodError) as error:
        raise MomentError(error.reason, text, error.suggestion, error.details) from None
    return stated.first, stated.last
