"""The steps of what was done to points after their own formula: caps, floors, gates, late changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.points.formulas import UNKNOWN, number, result, sum_of
from thidua_cli.scoring.standings.amounts import minus, negative, whole
from thidua_cli.scoring.traces.step import Step
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from thidua_cli.scoring.exact import Ratio
    from thidua_cli.scoring.inputs.input_table import Adjustment
    from thidua_cli.scoring.standings.breakdowns import Breakdowns
    from thidua_cli.scoring.standings.items import Change


def change_step(change: Change, breakdowns: Breakdowns) -> Step:
    """A change as a step whose value is what it adds or takes. Runs in EXACT."""
    if change.kind == "adjustment" and change.adjustment is not None:
        return _adjustment(change.adjustment)
    label = breakdowns.name(change.criterion) if change.kind == "gate" else ""
    if change.after is None:
        return Step("gate_unknown", label, UNKNOWN, UNKNOWN, None)
    if change.before is None:
        return Step("gate", label, f"{UNKNOWN} → 0", "", None)
    bound = "" if change.bound is None else number(abs(change.bound))
    if change.kind == "full_points":
        shown = result(change.after)
        return Step(change.kind, bound, shown, shown, change.after, change.after.text)
    if change.kind == "rescale":
        return _rescale(change.before, change.after, bound, number(breakdowns.declared))
    if change.kind == "penalty_cap":
        return _difference(change.kind, bound, negative(change.after), negative(change.before))
    return _difference(change.kind, label or bound, change.before, change.after)


def _difference(kind: str, label: str, before: Ratio, after: Ratio) -> Step:
    value = minus(after, before)
    shown = result(value)
    formula = sum_of([result(after), result(negative(before))], shown)
    return Step(kind, label, formula, shown, value, value.text)


def _adjustment(late: Adjustment) -> Step:
    shown = number(late.points)
    values = {
        "points": shown if shown.startswith("-") else f"+{shown}",
        "reason": late.reason,
        "person": late.person,
        "date": format_short(late.day) if late.day else "",
    }
    value = whole(late.points)
    formula = values["points"]
    return Step("adjustment", late.reason, formula, shown, value, value.text, values=values, place=late.place)


def _rescale(before: Ratio, after: Ratio, possible: str, declared: str) -> Step:
    value = minus(after, before)
    earned, shown = result(before), result(value)
    formula = sum_of([f"{earned} × {declared} / {possible}", result(negative(before))], shown)
    values = {"earned": earned, "possible": possible, "declared": declared}
    return Step("rescale", possible, formula, shown, value, value.text, values=values)
