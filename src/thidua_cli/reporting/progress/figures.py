"""Figures held against the bounds of an aim: levels in their units, changes, and both together."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.document.templating.printing import shown
from thidua_cli.reporting.measures import PERCENT, factor
from thidua_cli.reporting.progress.aims import AimKind
from thidua_cli.reporting.progress.states import Judged, State

if TYPE_CHECKING:
    from thidua_cli.plan.target import Target
    from thidua_cli.reporting.actuals.actual import Actual
    from thidua_cli.reporting.progress.aims import Aim

PART = "part"
# A result without a unit that is so many times the aim, or so small a part of it, is of another unit.
FAR_APART = 50


def both(target: Target, aim: Aim, growth: Aim, actual: Actual) -> Judged:
    """A level and a change of it: reached where both are, missed where one is, else not to be told."""
    level = Judged(State.UNKNOWN, reason=PART, part=shown(target.value))
    change = Judged(State.UNKNOWN, reason=PART, part=shown(target.growth))
    told = actual if actual.change else actual.growth
    if not actual.change:
        level = measured(aim, actual)
        risen = rise(target, actual)
        if told is None and risen is not None:
            change = levelled(growth, risen)
    if told is not None:
        change = changed(target, growth, told)
    parts = (level, change)
    for state in (State.MISSED, State.UNKNOWN):
        # What is wrong with a part that was told comes before the part that was not.
        found = sorted((part for part in parts if part.state is state), key=lambda part: part.reason == PART)
        if found:
            return found[0]._replace(ratio=level.ratio)
    return level


def changed(target: Target, aim: Aim, actual: Actual) -> Judged:
    """A growth: told as such, or worked out from the baseline."""
    if aim.kind is AimKind.UNCLEAR:
        return Judged(State.UNKNOWN, reason="unclear_aim")
    figure = actual.figure
    if not actual.change:
        told = figure is not None and factor(actual.unit or aim.unit, aim.unit) is not None
        rising = aim.low is not None
        if told and (rising or (figure is not None and figure <= 0)):
            return levelled(aim, figure)
        if told:
            return Judged(State.UNKNOWN, reason="direction")
        figure = rise(target, actual)
        if figure is None:
            return Judged(State.UNKNOWN, reason="no_baseline")
    elif factor(actual.unit or aim.unit, aim.unit) is None:
        return Judged(State.UNKNOWN, reason="unit")
    return levelled(aim, figure)


def rise(target: Target, actual: Actual) -> Fraction | None:
    """By how many percent a result lies above the baseline; None where that is not known."""
    baseline = target.baseline.value if target.baseline else None
    if baseline is None or not baseline.computable or baseline.figure is None or not baseline.figure:
        return None
    scale = factor(actual.unit or baseline.unit, baseline.unit)
    if scale is None or actual.figure is None:
        return None
    before = Fraction(baseline.figure)
    return (actual.figure * scale - before) * 100 / before


def measured(aim: Aim, actual: Actual) -> Judged:
    """A level in the unit of the aim."""
    figure = actual.figure or Fraction(0)
    if actual.unit:
        scale = factor(actual.unit, aim.unit)
        if scale is None:
            return Judged(State.UNKNOWN, reason="unit")
        return levelled(aim, figure * scale)
    if aim.unit and _far_apart(aim, figure):
        return Judged(State.UNKNOWN, reason="scale")
    return levelled(aim, figure)


def _far_apart(aim: Aim, figure: Fraction) -> bool:
    """Whether a bare figure looks like another unit: thousandths of it, or a share told as a part of one."""
    bound = aim.low if aim.low is not None else aim.high
    if not bound or not figure:
        return False
    if aim.unit.startswith(PERCENT) and 0 < figure <= 1 < bound:
        return True
    return not Fraction(1, FAR_APART) < figure / bound < FAR_APART


def levelled(aim: Aim, figure: Fraction | None) -> Judged:
    """A figure between its bounds, both in one unit."""
    if figure is None:
        return Judged(State.UNKNOWN, reason="no_data")
    over = aim.low is None or (figure > aim.low if aim.strict else figure >= aim.low)
    under = aim.high is None or (figure < aim.high if aim.strict else figure <= aim.high)
    ratio = figure / aim.measure if aim.measure else None
    if not (over and under):
        if aim.approximate:
            return Judged(State.UNKNOWN, ratio, "approximate_aim")
        return Judged(State.MISSED, ratio)
    passed = aim.beyond is not None and figure > aim.beyond
    return Judged(State.REACHED, ratio, "above_range" if passed else "")
