"""What a scoring table says against itself: sums, doubled ids, holes and overlaps of bands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.plan.criteria import Bands, Criteria, Criterion, Group, Occurrence, walk
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.plan.criteria_values import Bounds
    from thidua_cli.source.nodes import Locate, Path


def criteria_findings(criteria: Criteria, locate: Locate) -> list[Finding]:
    """Every contradiction of the table, at its place. Points are still computed where they are certain."""
    findings = [
        *_doubled_ids(criteria, locate),
        *_sum(criteria.name, criteria.max, criteria.criteria, (), locate),
    ]
    for path, item in walk(criteria.criteria, ("criteria",)):
        if isinstance(item, Group):
            findings += _sum(item.name, item.max, item.items, path, locate)
        elif isinstance(item, Bands):
            findings += _bands(item, path, locate)
    bounds = criteria.grade_bounds()
    return findings + _neighbours("grade", criteria.name, bounds, ("grades",), locate)


def highest(item: Criterion) -> Decimal:
    """The declared maximum of a criterion; of a group without one, the sum of its items; bonuses add none."""
    if isinstance(item, Group):
        return item.max if item.max is not None else sum(map(highest, item.items), Decimal(0))
    return Decimal(0) if isinstance(item, Occurrence) else item.max


def _doubled_ids(criteria: Criteria, locate: Locate) -> list[Finding]:
    first: dict[str, Path] = {}
    findings: list[Finding] = []
    for path, item in walk(criteria.criteria, ("criteria",)):
        if item.id in first:
            related = (Related(locate((*first[item.id], "id"))),)
            findings.append(Finding("TD544", locate((*path, "id")), {"id": item.id}, related=related))
        first.setdefault(item.id, path)
    return findings


def _sum(
    name: str, stated: Decimal | None, items: Sequence[Criterion], path: Path, locate: Locate
) -> list[Finding]:
    computed = sum(map(highest, items), Decimal(0))
    if stated is None or stated == computed:
        return []
    values = {"name": name, "stated": format_number(stated), "computed": format_number(computed)}
    return [Finding("TD540", locate((*path, "max")), values, "sum")]


def _bands(item: Bands, path: Path, locate: Locate) -> list[Finding]:
    findings = _neighbours("band", item.name, [band.bounds for band in item.bands], (*path, "bands"), locate)
    best = max(band.points for band in item.bands)
    if best != item.max:
        values = {"name": item.name, "stated": format_number(item.max), "computed": format_number(best)}
        findings.append(Finding("TD540", locate((*path, "max")), values, "bands"))
    return findings


def _neighbours(kind: str, name: str, bounds: list[Bounds], path: Path, locate: Locate) -> list[Finding]:
    """Holes and overlaps between intervals, whatever order they stand in."""
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
