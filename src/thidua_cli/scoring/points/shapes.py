"""What a value earns: one small function a kind of criterion."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.plan.criteria import (
    Bands,
    Bonus,
    Count,
    Leaf,
    Occurrence,
    Penalty,
    Proportional,
    YesNo,
)
from thidua_cli.scoring.points.exact import ONE, ZERO, Ratio

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Gap(Enum):
    """Why a value earns nothing certain."""

    HOLE = "hole"
    OVERLAP = "overlap"
    NEGATIVE = "negative_down"


Points = Decimal | Ratio


class Shape(NamedTuple):
    """A criterion as a function of the value; a Decimal that it returns is `scale` times the points.

    The scale is what would have to be divided by, so that the points of a column can be added as Decimals;
    a Ratio, which is the points themselves, is for what no one scale serves. Runs in EXACT.
    """

    points: Callable[[Decimal], Points | Gap]
    scale: Decimal = ONE


def proportional(rule: Proportional) -> Shape:
    """max x actual / target, from 0 up to the ceiling."""
    if rule.direction == "down":
        return _lower_is_better(rule)
    most, ceiling = rule.max, rule.limit * rule.target
    return Shape(lambda actual: min(most * actual, ceiling) if actual > 0 else ZERO, rule.target)


def _lower_is_better(rule: Proportional) -> Shape:
    """max x target / actual, up to the ceiling, which 0 earns; below 0 there is no such result."""
    most, ceiling = rule.max * rule.target, rule.limit

    def points(actual: Decimal) -> Points | Gap:
        if actual < 0:
            return Gap.NEGATIVE
        if most >= ceiling * actual:
            return ceiling
        return Ratio(most, actual)

    return Shape(points)


def bands(rule: Bands) -> Shape:
    """The points of the one band that holds the value."""
    steps = [(band.bounds, band.points) for band in rule.bands]

    def points(actual: Decimal) -> Points | Gap:
        holding = [earned for bounds, earned in steps if bounds.contains(actual)]
        if len(holding) == 1:
            return holding[0]
        return Gap.OVERLAP if holding else Gap.HOLE

    return Shape(points)


def yes_no(rule: YesNo) -> Shape:
    """All or nothing: 1 is yes, 0 no."""
    return Shape(lambda actual: rule.max if actual else ZERO)


def count(rule: Count) -> Shape:
    """point x count, up to the maximum."""
    return Shape(lambda actual: min(rule.point * actual, rule.max))


def bonus(rule: Bonus) -> Shape:
    """point x occurrences, up to the cap."""
    return Shape(_occurrences(rule))


def penalty(rule: Penalty) -> Shape:
    """point x occurrences, up to the cap, taken off."""
    points = _occurrences(rule)
    return Shape(lambda actual: -points(actual))


def _occurrences(rule: Occurrence) -> Callable[[Decimal], Decimal]:
    if rule.cap is None:
        return lambda actual: rule.point * actual
    cap = rule.cap
    return lambda actual: min(rule.point * actual, cap)


# Each is called only under the key of its own class, which the types cannot say.
SHAPES: Mapping[type[Leaf], Callable[[Any], Shape]] = {
    Proportional: proportional,
    Bands: bands,
    YesNo: yes_no,
    Count: count,
    Bonus: bonus,
    Penalty: penalty,
}


def shape_of(rule: Leaf) -> Shape:
    """The function of a criterion."""
    return SHAPES[type(rule)](rule)
