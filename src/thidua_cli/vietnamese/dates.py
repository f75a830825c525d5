"""Dates as Vietnamese offices write them, whole or in part; the day always comes before the month."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date

from thidua_cli.vietnamese.printed_dates import format_short
from thidua_cli.vietnamese.text import plain_dashes, squeeze
from thidua_cli.vietnamese.unreadable import UnreadableError

_LONGEST = 100


class DateError(UnreadableError):
    """Not a date.

    `reason`: empty, malformed, impossible (10/13/2022), short_month (31/6/2023), no_year (25/6),
    short_year (30/3/22). `suggestion` is the one date that was probably meant (`26/3/1931` for `26/31931`,
    the last of the month for a day after it), else empty. Of a short month `details` has `month` and `days`.
    """


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as written, of which the day, or day and month, may be left out; equal when read alike."""

    text: str = field(compare=False)
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def exact(self) -> date | None:
        """The date, when nothing is left out."""
        return self.first if self.day is not None else None

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        if self.day is not None:
            return self.first
        month = self.month or 12
        return date(self.year, month, calendar.monthrange(self.year, month)[1])


_DAY, _MONTH, _YEAR = r"(?P<d>[0-9]{1,2})", r"(?P<m>[0-9]{1,2})", r"(?P<y>[0-9]+)"
_GAP = r"(?:[.…_]+ ?)*"
_FORMS = [
    re.compile(form)
    for form in (
        rf"(?P<y>[0-9]{{4}})(?P<s>[-/])(?P<m>[0-9]{{1,2}})(?:(?P=s){_DAY})?",
        rf"(?:ngày )?{_DAY} ?(?P<s>[-/.]) ?{_MONTH} ?(?P=s) ?{_YEAR}",
        rf"(?:ngày )?{_DAY} tháng {_MONTH}(?: năm | ?/ ?){_YEAR}",
        rf"(?:ngày ?{_GAP})?(?:tháng )?{_MONTH} ?[-/] ?{_YEAR}",
        rf"(?:ngày ?{_GAP})?tháng {_MONTH} năm {_YEAR}",
        rf"ngày ?{_GAP}tháng ?{_GAP}năm {_YEAR}",
        rf"(?:năm )?{_YEAR}",
    )
]
_WITHOUT_YEAR = re.compile(
    rf"(?:ngày )?{_DAY}(?: ?[-/] ?| tháng ){_MONTH}|(?:ngày ?{_GAP})?tháng [0-9]{{1,2}}|ngày [0-9]{{1,2}}"
)
_ISO = re.compile(r"\s*[0-9]{4}-")


def parse_date(text: str) -> PartialDate:
    """Read a date; raises DateError.

    Accepts `2022-03-09`, `09/3/2022`, `ngày 09 tháng 3 năm 2022`, `tháng 3/2022`, `năm 2022`, and a
    day left blank (`ngày … tháng 3 năm 2022`).
    """
    clean = plain_dashes(squeeze(text[: _LONGEST + 1])).lower()
    if not clean:
        raise DateError("empty", text)
    if len(clean) > _LONGEST:
        raise DateError("malformed", text[:_LONGEST])
    for form in _FORMS:
        if found := form.fullmatch(clean):
            return _read(text, found.groupdict())
    raise DateError("no_year" if _WITHOUT_YEAR.fullmatch(clean) else "malformed", text)


def _read(text: str, parts: dict[str, str | None]) -> PartialDate:
    year, month, day = parts["y"] or "", parts.get("m"), parts.get("d")
    if len(year) <= 2 and month is not None:
        raise DateError("no_year" if day is None else "short_year", text)
    if len(year) != 4:
        raise DateError("malformed", text, "" if day else _unglued(month, year))
    partial = PartialDate(text, int(year), int(month) if month else None, int(day) if day else None)
    if 0 in (partial.year, partial.month, partial.day) or not _exists(partial):
        raise _off_calendar(text, partial)
    return partial


def _off_calendar(text: str, partial: PartialDate) -> DateError:
    """The error of a date that no calendar has; of the 29th to the 31st of a shorter month, with its last."""
    year, month, day = partial.year, partial.month or 0, partial.day or 0
    if not (year and 1 <= month <= 12 and 28 < day <= 31):
        return DateError("impossible", text)
    days = calendar.monthrange(year, month)[1]
    last = date(year, month, days)
    suggestion = last.isoformat() if _ISO.match(text) else format_short(last)
    return DateError("short_month", text, suggestion, {"month": f"{month}/{year}", "days": str(days)})


def _exists(partial: PartialDate) -> bool:
    try:
        return partial.first <= partial.last
    except ValueError:
        return False


def _unglued(day: str | None, tail: str) -> str:
    """The date meant where the stroke between month and year is missing (`26/31931`)."""
    month, year = tail[:-4], tail[-4:]
    if day is None or len(month) not in (1, 2) or year[:2] not in ("18", "19", "20"):
        return ""
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return f"{day}/{month}/{year}"


def month_span(year: int, first_month: int, last_month: int) -> tuple[date, date]:
    """The first and last day of a run of months within one year."""
    return PartialDate("", year, first_month).first, PartialDate("", year, last_month).last
