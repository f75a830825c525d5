"""How the columns of each kind of criterion are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.plan.criteria.counted import Direct, YesNo
from thidua_cli.plan.criteria.measured import Leader, Measured, Proportional
from thidua_cli.plan.criteria.stepped import Bands, Deadline, Matrix, Segments, Steps
from thidua_cli.scoring.inputs.column_readings import ANSWERED, COUNTED, DATED, Manner, number_manner

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from decimal import Decimal

    from thidua_cli.plan.criteria.table import Leaf
    from thidua_cli.plan.criteria.values import Interval


def manner_of(rule: Leaf, beside: Collection[Decimal] = ()) -> Manner:
    """How the criterion's own column is read; `beside`: the figures of its side column."""
    if isinstance(rule, Measured):
        return number_manner(rule.unit, _stated(rule) or beside)
    if isinstance(rule, Direct):
        return number_manner(None, measured=False)
    if isinstance(rule, Deadline):
        return DATED
    return ANSWERED if isinstance(rule, YesNo) else COUNTED


def side_manner_of(rule: Leaf) -> Manner:
    """How the column beside it is read: a target, a second figure, a due date, occurrences."""
    if isinstance(rule, Matrix):
        return number_manner(rule.by_unit, _ends(rule.columns))
    if isinstance(rule, Proportional | Leader):
        return number_manner(rule.unit, measured=False)
    return DATED if isinstance(rule, Deadline) else COUNTED


def _stated(rule: Leaf) -> Sequence[Decimal | None]:
    if isinstance(rule, Proportional | Leader):
        return [] if rule.target is None else [rule.target]
    if isinstance(rule, Bands):
        return _ends(rule.bands)
    if isinstance(rule, Matrix):
        return _ends(rule.rows)
    if isinstance(rule, Segments):
        return _ends(rule.segments)
    return [rule.start] if isinstance(rule, Steps) else []


def _ends(intervals: Sequence[Interval]) -> list[Decimal | None]:
    return [end for each in intervals for end in (each.bounds.lower, each.bounds.upper)]
