"""Days between a due date and the day that something was done, all of them or working days only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import ZERO

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from thidua_cli.plan.criteria.stepped import Deadline
    from thidua_cli.scoring.points.outcomes import Given

SATURDAY, WEEK, WORKING = 5, 7, 5


def days_late(rule: Deadline) -> Callable[[Given], Decimal]:
    """The days after the due date; before it they are negative, on the day itself 0."""
    off = frozenset(day.toordinal() for day in rule.days_off if day.weekday() < SATURDAY)
    common = None if rule.due is None else rule.due.toordinal()
    working = rule.days == "working"

    def late(given: Given) -> Decimal:
        done, due = int(given.actual), int(given.side or ZERO) if common is None else common
        if not working:
            return Decimal(done - due)
        first, last = min(done, due), max(done, due)
        days = working_days(first, last, off)
        return Decimal(days if done > due else -days)

    return late


def working_days(after: int, until: int, off: Collection[int]) -> int:
    """The working days after one day, up to and with another; days as ordinals, `off` without weekends."""
    whole = _weekdays(until) - _weekdays(after)
    return whole - sum(after < day <= until for day in off)


def _weekdays(ordinal: int) -> int:
    """The days from Monday to Friday up to and with a day."""
    # Day 1, the first of January of the year 1, was a Monday.
    weeks, rest = divmod(ordinal, WEEK)
    return weeks * WORKING + min(rest, WORKING)


def day_of(ordinal: Decimal) -> date:
    """The date of an ordinal."""
    return date.fromordinal(int(ordinal))
