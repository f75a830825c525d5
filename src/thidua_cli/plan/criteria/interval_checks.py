"""Holes and overlaps between the intervals of a criterion and between the grades."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.plan.criteria.stepped import Bands, Deadline, Matrix, Segments
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.plan.criteria.table import Criteria, Item
    from thidua_cli.plan.criteria.values import Bounds, Interval
    from thidua_cli.source.nodes import Locate, Path


def intervals_of(item: Item, path: Path, locate: Locate) -> list[Finding]:
    """The faults between the intervals of one criterion, whatever order they stand in."""
    if isinstance(item, Bands):
        return _among("band", item.name, _bounds(item.bands), (*path, "bands"), locate)
    if isinstance(item, Segments):
        return _among("segment", item.name, _bounds(item.segments), (*path, "segments"), locate)
    if isinstance(item, Matrix):
        rows = _among("row", item.name, _bounds(item.rows), (*path, "rows"), locate)
        return rows + _among("column", item.name, _bounds(item.columns), (*path, "columns"), locate)
    if isinstance(item, Deadline):
        # Days are whole: between "to: 0" and "from: 1" nothing is missing.
        days = [bounds.of_whole_numbers() for bounds in _bounds(item.ladder)]
        return _among("ladder", item.name, days, (*path, "ladder"), locate)
    return []


def grade_intervals(criteria: Criteria, locate: Locate) -> list[Finding]:
    """The faults between the grades."""
    return _among("grade", criteria.name, criteria.grade_bounds(), ("grades",), locate)


def _bounds(intervals: Sequence[Interval]) -> list[Bounds]:
    return [interval.bounds for interval in intervals]


def _among(kind: str, name: str, bounds: list[Bounds], path: Path, locate: Locate) -> list[Finding]:
    order = sorted(range(len(bounds)), key=lambda index: _start(bounds[index]))
    findings: list[Finding] = []
    furthest = order[0] if order else 0
    for index in order[1:]:
        fault = bounds[furthest].before(bounds[index])
        if fault:
            # Of a hole these are its two ends; an overlap reaches as far as the shorter of the two.
            ended = bounds[furthest] if fault == "hole" else min(bounds[furthest], bounds[index], key=_stop)
            values = {"name": name, "low": _end(ended.upper), "high": _end(bounds[index].lower)}
            code, severity = ("TD541", Severity.WARNING) if fault == "hole" else ("TD542", Severity.ERROR)
            related = (Related(locate((*path, furthest))),)
            findings.append(Finding(code, locate((*path, index)), values, kind, severity, related=related))
        if _stop(bounds[index]) > _stop(bounds[furthest]):
            furthest = index
    return findings


def _start(bounds: Bounds) -> tuple[bool, Decimal, bool]:
    return (bounds.lower is not None, bounds.lower or Decimal(0), not bounds.lower_in)


def _stop(bounds: Bounds) -> tuple[bool, Decimal, bool]:
    return (bounds.upper is None, bounds.upper or Decimal(0), bounds.upper_in)


def _end(value: Decimal | None) -> str:
    return "…" if value is None else format_number(value)
