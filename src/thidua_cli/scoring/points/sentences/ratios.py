"""Formulas of criteria that divide: by a target, by the leader, by the best of a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import ONE
from thidua_cli.scoring.points.formulas import Sentence, number

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from thidua_cli.plan.criteria.measured import Leader, Proportional, Relative
    from thidua_cli.scoring.points.outcomes import Given

HUNDRED = 100


def proportional(rule: Proportional) -> Callable[[Given, str], Sentence]:
    """`min(20 × 95 / 90; 20)`."""
    most, limit = number(rule.max), number(rule.limit)
    up = rule.direction == "up"
    common = None if rule.target is None else number(rule.target)

    def sentence(given: Given, written: str) -> Sentence:
        goal = target_of(rule, given)
        part, whole = (given.actual, goal) if up else (goal, given.actual)
        target = common or number(goal)
        if part <= 0 or whole <= 0:
            return Sentence(f"{written} / {target}", computed=False)
        product = f"{most} × {written} / {target}" if up else f"{most} × {target} / {written}"
        capped = rule.max * part > rule.limit * whole
        return Sentence(f"min({product}; {limit})" if capped else product)

    return sentence


def leader(rule: Leader) -> Callable[[Given, str], Sentence]:
    """`20 × 50% + (110 / 100 - 1) / (125 / 100 - 1) × 20 × 50%`: the second quotient is the leader's."""
    most = number(rule.max)
    below, at, rest = (_percent(share) for share in (rule.below_target, rule.at_target, ONE - rule.at_target))

    def sentence(given: Given, written: str) -> Sentence:
        goal, first = target_of(rule, given), given.standard
        target = number(goal)
        if given.actual <= 0:
            return Sentence(f"{written} / {target}", computed=False)
        if given.actual < goal:
            return Sentence(f"{most} × {below} × {written} / {target}")
        if given.actual == goal or first is None:
            return Sentence(f"{most} × {at}")
        best, standard = (
            number(first.actual),
            number(first.side if rule.target is None and first.side else goal),
        )
        excess = f"({written} / {target} - 1) / ({best} / {standard} - 1)"
        beyond = (given.actual - goal) * first_target(first.side, rule.target, goal)
        if beyond > (first.actual - first_target(first.side, rule.target, goal)) * goal:
            excess = f"min({excess}; 1)"
        return Sentence(f"{most} × {at} + {excess} × {most} × {rest}")

    return sentence


def first_target(side: Decimal | None, common: Decimal | None, own: Decimal) -> Decimal:
    """The target of the leader: its own, or that of all."""
    return side if common is None and side is not None else own


def target_of(rule: Proportional | Leader, given: Given) -> Decimal:
    """The target that the figures were held against."""
    target = given.side if rule.target is None else rule.target
    return ONE if target is None else target


def relative(rule: Relative) -> Callable[[Given, str], Sentence]:
    """`20 × 60 / 80`, the best of the group being 80."""
    most, down = number(rule.max), rule.direction == "down"

    def sentence(given: Given, written: str) -> Sentence:
        best = given.actual if given.standard is None else given.standard.actual
        if down and given.actual <= 0:
            return Sentence(written, computed=False)
        product = f"{most} × {number(best)} / {written}" if down else f"{most} × {written} / {number(best)}"
        if not down and given.actual <= 0:
            return Sentence(f"{written} / {number(best)}", computed=False)
        beyond = given.actual < best if down else given.actual > best
        return Sentence(f"min({product}; {most})" if beyond else product)

    return sentence


def _percent(share: Decimal) -> str:
    return f"{number(share * HUNDRED)}%"
