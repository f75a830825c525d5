"""The conditions of a grade beside its total, judged for one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import Ratio
from thidua_cli.scoring.points.formulas import number, result
from thidua_cli.scoring.standings.amounts import less, negative
from thidua_cli.scoring.standings.limits import bearing
from thidua_cli.scoring.standings.results import Condition

if TYPE_CHECKING:
    from decimal import Decimal

    from thidua_cli.plan.criteria.standings import Need
    from thidua_cli.scoring.standings.breakdowns import Breakdowns
    from thidua_cli.scoring.standings.tree_sums import Breakdown


def need_of(need: Need, grade: str, position: int, breakdowns: Breakdowns) -> Condition:
    """A condition of a grade: met, not met, or not known. Runs in EXACT."""
    if need.every is not None:
        return _every(need.every, grade, position, breakdowns)
    if need.penalties_within is not None:
        return _penalties(need.penalties_within, grade, breakdowns.of(position))
    key = need.criterion or ""
    holds = breakdowns.reached(key, need.reaches, position)
    return Condition(
        "criterion",
        grade,
        breakdowns.name(key),
        holds,
        breakdowns.share(key, position),
        percent(need.reaches),
    )


def _every(share: Decimal, grade: str, position: int, breakdowns: Breakdowns) -> Condition:
    """Every criterion that is assigned, bonuses and penalties aside; those that fall short are named."""
    judged = [
        (item, breakdowns.reached(item.id, share, position))
        for item in breakdowns.items
        if bearing(item) == "base"
    ]
    short = [item for item, met in judged if met is False]
    open_ = [item for item, met in judged if met is None]
    holds = False if short else None if open_ else True
    named = short or open_
    found = breakdowns.share(named[0].id, position) if len(named) == 1 else ""
    return Condition("every", grade, ", ".join(item.name for item in named), holds, found, percent(share))


def _penalties(share: Decimal, grade: str, unit: Breakdown) -> Condition:
    """What was taken off is at most a share of the bonuses, both as counted."""
    worst = _within(negative(unit.low.penalty), share, unit.low.bonus)
    best = _within(negative(unit.high.penalty), share, unit.high.bonus)
    taken, given = negative(unit.table.penalty), unit.table.bonus
    holds = best if best == worst else None
    found = f"{result(taken)} / {result(given)}"
    return Condition("penalties_within", grade, "", holds, found, percent(share))


def _within(taken: Ratio, share: Decimal, given: Ratio) -> bool:
    return not less(Ratio(given.numerator * share, given.divisor), taken)


def percent(share: Decimal) -> str:
    """A share of one as percent, in Vietnamese notation."""
    return f"{number(share * 100)}%"
