"""Formulas of criteria by steps: the interval that holds a figure, or what is gained past a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import ZERO
from thidua_cli.scoring.points.formulas import Phrase, Sentence, number
from thidua_cli.scoring.points.shapes.days import day_of, days_late
from thidua_cli.scoring.points.shapes.steps import (
    bounds_of,
    distance_past,
    on_segment,
    only_one,
    steps_counted,
)
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from thidua_cli.plan.criteria.stepped import Bands, Deadline, Matrix, Segments, Steps
    from thidua_cli.plan.criteria.values import Bounds
    from thidua_cli.scoring.points.outcomes import Given


def bands(rule: Bands) -> Callable[[Given, str], Sentence]:
    """`70 ≤ 75 < 80`."""
    bounds = bounds_of(rule.bands)
    return lambda given, written: _stepped(bounds, given.actual, written)


def matrix(rule: Matrix) -> Callable[[Given, str], Sentence]:
    """`100 ≤ 120; 90 ≤ 95`: the row, then the column."""
    rows, columns = bounds_of(rule.rows), bounds_of(rule.columns)

    def sentence(given: Given, written: str) -> Sentence:
        second = given.side or ZERO
        row, column = _stepped(rows, given.actual, written), _stepped(columns, second, number(second))
        return Sentence(f"{row.text}; {column.text}", False, (*row.said, *column.said))

    return sentence


def segments(rule: Segments) -> Callable[[Given, str], Sentence]:
    """`10 + 0,5 × (95 - 90)`."""
    bounds = bounds_of(rule.segments)

    def sentence(given: Given, written: str) -> Sentence:
        segment = next(each for each in rule.segments if each.bounds.contains(given.actual))
        start = segment.bounds.lower
        if not segment.slope or start is None:
            return _stepped(bounds, given.actual, written)
        sign = "+" if segment.slope > 0 else "-"
        line = f"{number(segment.base)} {sign} {number(abs(segment.slope))} × ({written} - {_signed(start)})"
        height = on_segment(segment, given.actual)
        if height > rule.max:
            line = f"min({line}; {number(rule.max)})"
        return Sentence(f"max({line}; 0)" if height < 0 else line)

    return sentence


def steps(rule: Steps) -> Callable[[Given, str], Sentence]:
    """`5 + 0,1 × 3`, where `(95,5 - 92) / 1` holds three steps."""
    start, point = _signed(rule.start), number(rule.point)

    def sentence(given: Given, written: str) -> Sentence:
        past = distance_past(rule, given.actual)
        if past < 0:
            mark = "<" if rule.direction == "up" else ">"
            said = Phrase(f"before.{rule.direction}", {"value": written, "start": number(rule.start)})
            return Sentence(f"{written} {mark} {number(rule.start)}", False, (said,))
        distance = f"{written} - {start}" if rule.direction == "up" else f"{number(rule.start)} - {written}"
        quotient = f"({distance}) / {number(rule.step)}"
        if rule.counting == "exact":
            gained, opening = f"{point} × {quotient}", ""
            over = rule.base * rule.step + rule.point * past > rule.max * rule.step
        else:
            whole = steps_counted(rule, past)
            gained, opening = f"{point} × {number(whole)}", f"{quotient} → {number(whole)}; "
            over = rule.base + rule.point * whole > rule.max
        total = f"{number(rule.base)} + {gained}" if rule.base else gained
        return Sentence(opening + (f"min({total}; {number(rule.max)})" if over else total))

    return sentence


def deadline(rule: Deadline) -> Callable[[Given, str], Sentence]:
    """`08/7/2022 - 05/7/2022 → 3; 1 ≤ 3 ≤ 5`, in days."""
    bounds, late = bounds_of(rule.ladder), days_late(rule)

    def sentence(given: Given, written: str) -> Sentence:
        due = day_of(given.side or ZERO) if rule.due is None else rule.due
        days = late(given)
        inside = _inside(bounds, days, number(days))
        done = format_short(day_of(given.actual))
        line = f"{done} - {format_short(due)} → {number(days)}; {inside}"
        side = "late" if days > 0 else "early" if days < 0 else "on_time"
        values = {"day": done, "due": format_short(due), "count": number(abs(days))}
        said = Phrase(side if side == "on_time" else f"{side}.{rule.days}", values)
        return Sentence(line, False, (said,))

    return sentence


def _stepped(bounds: Sequence[Bounds], value: Decimal, written: str) -> Sentence:
    """The interval that holds a value, in signs and in words."""
    at = only_one(bounds, value)
    if not isinstance(at, int):
        return Sentence(written, computed=False)
    lower, lower_in, upper, upper_in = bounds[at]
    start = "" if lower is None else "from" if lower_in else "above"
    end = "" if upper is None else "to" if upper_in else "below"
    key = "only" if lower == upper and lower is not None else ".".join(filter(None, (start, end))) or "any"
    ends = {"low": "" if lower is None else number(lower), "high": "" if upper is None else number(upper)}
    said = Phrase(f"inside.{key}", {"value": written, **ends})
    return Sentence(_inside(bounds, value, written), False, (said,))


def _inside(bounds: Sequence[Bounds], value: Decimal, written: str) -> str:
    """The interval that holds a value, around the value as written."""
    at = only_one(bounds, value)
    if not isinstance(at, int):
        return written
    lower, lower_in, upper, upper_in = bounds[at]
    start = "" if lower is None else f"{number(lower)} {'≤' if lower_in else '<'} "
    return start + written + ("" if upper is None else f" {'≤' if upper_in else '<'} {number(upper)}")


def _signed(value: Decimal) -> str:
    """A number as it stands after a minus sign."""
    return f"({number(value)})" if value < 0 else number(value)
