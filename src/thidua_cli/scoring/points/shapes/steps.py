"""Points by the step that a figure reaches: bands, two-way bands, segments, steps gained, days late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import ONE, ZERO
from thidua_cli.scoring.points.outcomes import Gap, Given, Points, Shape
from thidua_cli.scoring.points.shapes.days import days_late

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from thidua_cli.plan.criteria.stepped import Bands, Deadline, Matrix, Segment, Segments, Steps
    from thidua_cli.plan.criteria.values import Bounds, Interval


def only_one(bounds: Sequence[Bounds], value: Decimal) -> int | Gap:
    """The index of the one interval that holds the value."""
    holding = [index for index, each in enumerate(bounds) if each.contains(value)]
    if len(holding) == 1:
        return holding[0]
    return Gap.OVERLAP if holding else Gap.HOLE


def bounds_of(intervals: Sequence[Interval]) -> list[Bounds]:
    """The intervals as two ends each."""
    return [interval.bounds for interval in intervals]


def bands(rule: Bands) -> Shape:
    """The points of the one band that holds the value."""
    bounds, points = bounds_of(rule.bands), [band.points for band in rule.bands]

    def earned(given: Given) -> Points | Gap:
        at = only_one(bounds, given.actual)
        return at if isinstance(at, Gap) else points[at]

    return Shape(earned)


def matrix(rule: Matrix) -> Shape:
    """The points where the row of the value and the column of the second figure meet."""
    rows, columns = bounds_of(rule.rows), bounds_of(rule.columns)
    points = [row.points for row in rule.rows]
    of_columns = {Gap.HOLE: Gap.HOLE_BY, Gap.OVERLAP: Gap.OVERLAP_BY}

    def earned(given: Given) -> Points | Gap:
        row, column = only_one(rows, given.actual), only_one(columns, given.side or ZERO)
        if isinstance(row, Gap):
            return row
        return of_columns[column] if isinstance(column, Gap) else points[row][column]

    return Shape(earned)


def segments(rule: Segments) -> Shape:
    """base + slope x (value - start of its segment), from 0 up to the maximum."""
    bounds = bounds_of(rule.segments)

    def earned(given: Given) -> Points | Gap:
        at = only_one(bounds, given.actual)
        if isinstance(at, Gap):
            return at
        return max(min(on_segment(rule.segments[at], given.actual), rule.max), ZERO)

    return Shape(earned)


def on_segment(segment: Segment, value: Decimal) -> Decimal:
    """The height of a segment at a value inside it."""
    start = segment.bounds.lower
    return segment.base if start is None else segment.base + segment.slope * (value - start)


def steps(rule: Steps) -> Shape:
    """base + point x the steps past the start, up to the maximum; 0 before the start."""
    # Scaled by the step, the exact share of a step needs no division.
    scale = rule.step if rule.counting == "exact" else ONE
    base, limit = rule.base * scale, rule.max * scale

    def earned(given: Given) -> Points | Gap:
        past = distance_past(rule, given.actual)
        if past < 0:
            return ZERO
        return min(base + rule.point * (past if scale is rule.step else steps_counted(rule, past)), limit)

    return Shape(earned, scale)


def distance_past(rule: Steps, value: Decimal) -> Decimal:
    """How far a value lies past the start, on the side that counts."""
    return value - rule.start if rule.direction == "up" else rule.start - value


def steps_counted(rule: Steps, past: Decimal) -> Decimal:
    """Whole steps in a distance, one begun counted too where `counting` is `started`."""
    whole, rest = divmod(past, rule.step)
    return whole + 1 if rest and rule.counting == "started" else whole


def deadline(rule: Deadline) -> Shape:
    """The points of the band that holds the days late."""
    bounds = [band.bounds.of_whole_numbers() for band in rule.ladder]
    points = [band.points for band in rule.ladder]
    late = days_late(rule)

    def earned(given: Given) -> Points | Gap:
        at = only_one(bounds, late(given))
        return at if isinstance(at, Gap) else points[at]

    return Shape(earned)
