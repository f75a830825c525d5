"""What floors and the rounding of a single criterion make of its points."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import ONE, Ratio, rounded

if TYPE_CHECKING:
    from thidua_cli.plan.criteria.modifiers import Judged
    from thidua_cli.scoring.points.outcomes import Points


def as_ratio(points: Points, scale: Decimal = ONE) -> Ratio:
    """Points of a shape as a ratio."""
    return Ratio(points, scale) if isinstance(points, Decimal) else points


def at_least(rule: Judged, points: Points, scale: Decimal = ONE) -> Points:
    """The points, or the floor of the criterion where they lie below it; scaled as before."""
    floor = rule.floor
    if floor is None:
        return points
    if isinstance(points, Decimal):
        return max(points, floor * scale)
    return floor * scale if points.numerator < floor * points.divisor else points


def settled(rule: Judged, points: Points, scale: Decimal = ONE) -> Points:
    """The points rounded, where the criterion is: then of scale one, and never past its floor or limit."""
    rounding = rule.rounding
    if rounding is None:
        return points
    found = rounded(as_ratio(points, scale), rounding.places, rounding.mode)
    if rule.limit is not None:
        found = max(min(found, rule.limit), -rule.limit)
    return found if rule.floor is None else max(found, rule.floor)
