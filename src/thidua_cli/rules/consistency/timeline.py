"""The plan's moments as days: its date of issue, its bounds, its phases."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.plan import Plan
    from thidua_cli.plan.timing import Phase
    from thidua_cli.source.nodes import Path
    from thidua_cli.vietnamese.dates import PartialDate
    from thidua_cli.vietnamese.moments import Days, Moment

# A school year has usual ends, not stated ones: nothing within this distance counts as outside.
CONVENTIONAL_SLACK = 3


@dataclass(frozen=True, slots=True)
class DatedPhase:
    """A phase with its first and last day; `last` is never before `first`."""

    index: int
    phase: Phase
    first: date
    last: date

    @property
    def path(self) -> Path:
        """Where the phase stands in the file."""
        return ("phases", self.index)

    @property
    def days(self) -> int:
        """Its length, both ends counted."""
        return (self.last - self.first).days + 1


def issued(plan: Plan) -> date | None:
    """The first day on which the document can have been issued; None while its date is blank."""
    return plan.document.date.first if plan.document.date else None


def resolve(plan: Plan, moment: Moment) -> Days | None:
    """The first and last day of a moment within the plan."""
    signed = plan.document.date.exact if plan.document.date else None
    return moment.resolve((plan.period.first, plan.period.last), signed)


def phase_days(plan: Plan, phase: Phase) -> Days | None:
    """The first and last day of a phase as written, even if reversed; None where either stays open."""
    start, end = resolve(plan, phase.start), resolve(plan, phase.end)
    return None if start is None or end is None else (start[0], end[1])


def dated_phases(plan: Plan) -> list[DatedPhase]:
    """The phases that have days, the earliest first; reversed ones are left out."""
    return sorted(_dated(plan), key=lambda dated: (dated.first, dated.last, dated.phase.id))


def _dated(plan: Plan) -> Iterator[DatedPhase]:
    for index, phase in enumerate(plan.phases):
        days = phase_days(plan, phase)
        if days and days[0] <= days[1]:
            yield DatedPhase(index, phase, *days)


def bounds(plan: Plan) -> Days:
    """The days that belong to the campaign: its period, with some slack where its ends are only usual."""
    period = plan.period
    if not period.conventional:
        return period.first, period.last
    return add_months(period.first, -CONVENTIONAL_SLACK), add_months(period.last, CONVENTIONAL_SLACK)


def add_months(day: date, months: int) -> date:
    """The same day some months away, or the month's last where it is shorter; within the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def written_like(text: str, day: date) -> str:
    """A day in the notation of a text it shall replace: ISO where that is ISO, else `30/6/2022`."""
    return day.isoformat() if text[:4].isdecimal() and text[4:5] == "-" else format_short(day)


def shown(when: PartialDate) -> str:
    """A stated date in print: `09/3/2022`; as written where the day is left out."""
    return format_short(when) if when.exact else when.text
