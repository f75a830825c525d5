"""Points by division: by a target, by the leader of a comparison group, by its best unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import ONE, ZERO, Ratio
from thidua_cli.scoring.points.outcomes import Gap, Given, Points, Shape

if TYPE_CHECKING:
    from decimal import Decimal

    from thidua_cli.plan.criteria.measured import Leader, Proportional, Relative


def proportional(rule: Proportional) -> Shape:
    """max x actual / target, from 0 up to the ceiling."""
    if rule.direction == "down":
        return _lower_is_better(rule)
    most, ceiling = rule.max, rule.limit
    if rule.target is None:
        return Shape(lambda given: _share(most, given.actual, given.side, ceiling))
    target, scaled = rule.target, ceiling * rule.target
    return Shape(lambda given: min(most * given.actual, scaled) if given.actual > 0 else ZERO, target)


def _share(most: Decimal, actual: Decimal, target: Decimal | None, ceiling: Decimal) -> Points | Gap:
    if target is None or target <= 0:
        return Gap.TARGET
    if actual <= 0:
        return ZERO
    return ceiling if most * actual >= ceiling * target else Ratio(most * actual, target)


def _lower_is_better(rule: Proportional) -> Shape:
    """max x target / actual, up to the ceiling, which 0 earns; below 0 there is no such result."""
    most, ceiling, common = rule.max, rule.limit, rule.target

    def points(given: Given) -> Points | Gap:
        actual = given.actual
        target = given.side if common is None else common
        if target is None or target < 0:
            return Gap.TARGET
        if actual < 0:
            return Gap.NEGATIVE
        if most * target >= ceiling * actual:
            return ceiling
        return Ratio(most * target, actual)

    return Shape(points)


def leader(rule: Leader) -> Shape:
    """Below the target a share of max; above it the rest too, by the excess against that of the leader."""
    below, at, rest = (
        rule.max * rule.below_target,
        rule.max * rule.at_target,
        rule.max * (ONE - rule.at_target),
    )

    def target_of(given: Given) -> Decimal | None:
        target = given.side if rule.target is None else rule.target
        return None if target is None or target <= 0 else target

    def points(given: Given) -> Points | Gap:
        target = target_of(given)
        if target is None:
            return Gap.TARGET
        if given.actual < target:
            return Ratio(below * given.actual, target) if given.actual > 0 else ZERO
        if given.actual == target:
            return at
        if given.standard is None:
            return Gap.ALONE
        _, first_side, _ = first = given.standard
        first_target = (first_side if rule.target is None else rule.target) or ONE
        # excess / excess of the leader, both of them (actual - target) / target
        excess = (given.actual - target) * first_target
        whole = (first.actual - first_target) * target
        return at + rest if excess >= whole else Ratio(at * whole + rest * excess, whole)

    def rank(given: Given) -> Ratio | None:
        target = target_of(given)
        return None if target is None or given.actual <= target else Ratio(given.actual - target, target)

    return Shape(points, rank=rank)


def relative(rule: Relative) -> Shape:
    """max x actual / the highest of the group; downwards max x the lowest / actual."""
    most, down = rule.max, rule.direction == "down"

    def points(given: Given) -> Points | Gap:
        if down and given.actual < 0:
            return Gap.NEGATIVE
        if given.standard is None:
            return Gap.ALONE
        best = given.standard.actual
        if down:
            return most if given.actual <= best else Ratio(most * best, given.actual)
        if best <= 0:
            return Gap.NO_DIVISOR
        if given.actual <= 0:
            return ZERO
        return most if given.actual >= best else Ratio(most * given.actual, best)

    def rank(given: Given) -> Ratio | None:
        if not down:
            return Ratio(given.actual)
        return None if given.actual < 0 else Ratio(-given.actual)

    return Shape(points, rank=rank)
