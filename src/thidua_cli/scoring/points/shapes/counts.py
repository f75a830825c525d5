"""Points by yes or no, by number or occurrences, and as a council gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import ZERO
from thidua_cli.scoring.points.outcomes import Gap, Given, Points, Shape

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from thidua_cli.plan.criteria.counted import Bonus, Count, Direct, Occurrence, Penalty, YesNo


def yes_no(rule: YesNo) -> Shape:
    """All or nothing."""
    return Shape(lambda given: rule.max if given.actual else ZERO)


def count(rule: Count) -> Shape:
    """point x count, up to the maximum."""
    return Shape(lambda given: min(rule.point * given.actual, rule.max))


def direct(rule: Direct) -> Shape:
    """The points as given, from 0 to the maximum; others are not cut but left open."""

    def points(given: Given) -> Points | Gap:
        if given.actual < 0:
            return Gap.BELOW
        return Gap.ABOVE if given.actual > rule.max else given.actual

    return Shape(points)


def bonus(rule: Bonus) -> Shape:
    """point x occurrences, up to the cap."""
    return Shape(_occurrences(rule))


def penalty(rule: Penalty) -> Shape:
    """point x occurrences that count, up to the cap, taken off."""
    points = _occurrences(rule)

    def taken_off(given: Given) -> Points | Gap:
        earned = points(given)
        return earned if isinstance(earned, Gap) else -earned

    return Shape(taken_off)


def _occurrences(rule: Occurrence) -> Callable[[Given], Decimal | Gap]:
    cap = rule.cap

    def points(given: Given) -> Decimal | Gap:
        counted = given.actual if given.side is None else given.actual - given.side
        if counted < 0:
            return Gap.EXEMPT
        earned = rule.point * counted
        return earned if cap is None else min(earned, cap)

    return points
