"""What a scoring table says against itself: doubled ids, sums, intervals, references."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.plan.criteria.heading_checks import doubled_headings
from thidua_cli.plan.criteria.interval_checks import grade_intervals, intervals_of
from thidua_cli.plan.criteria.reference_checks import references
from thidua_cli.plan.criteria.stepped import Bands, Deadline, Matrix, Segment, Segments
from thidua_cli.plan.criteria.table import Criteria, Group, OneOf, every_criterion, highest, is_bonus, walk
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.plan.criteria.table import Criterion, Item
    from thidua_cli.source.nodes import Locate, Path


def criteria_findings(criteria: Criteria, locate: Locate) -> list[Finding]:
    """Every contradiction of the table, at its place. Points are still computed where they are certain."""
    findings = [
        *_doubled_ids(criteria, locate),
        *doubled_headings(criteria, locate),
        *_sum(criteria.name, criteria.max, criteria.criteria, (), locate),
        *_floor(criteria, criteria.criteria, (), locate),
    ]
    for path, item in every_criterion(criteria):
        if isinstance(item, Group):
            findings += _sum(item.name, item.max, item.items, path, locate)
            findings += _floor(item, item.items, path, locate)
        else:
            findings += _best(item, path, locate)
            findings += intervals_of(item, path, locate)
    return findings + grade_intervals(criteria, locate) + references(criteria, locate)


def _doubled_ids(criteria: Criteria, locate: Locate) -> list[Finding]:
    first: dict[str, Path] = {}
    findings: list[Finding] = []
    named = [(path, item.id) for path, item in every_criterion(criteria)]
    named += [(("vetoes", index), veto.id) for index, veto in enumerate(criteria.vetoes)]
    for path, id in named:
        if id in first:
            related = (Related(locate((*first[id], "id"))),)
            findings.append(Finding("TD544", locate((*path, "id")), {"id": id}, related=related))
        first.setdefault(id, path)
    return findings


def _sum(
    name: str, stated: Decimal | None, items: Sequence[Criterion], path: Path, locate: Locate
) -> list[Finding]:
    """A maximum that is the sum of its items for no type of unit."""
    types = {kind for item in items if not isinstance(item, Group) for kind in item.applies_to}
    sums = [_sum_for(items, kind) for kind in sorted(types)] or [sum(map(highest, items), Decimal(0))]
    if stated is None or stated in sums:
        return []
    return [_mismatch("sum", name, stated, max(sums), path, locate)]


def _floor(node: Criteria | Group, items: Sequence[Criterion], path: Path, locate: Locate) -> list[Finding]:
    """Least points above the most: the cap, else the maximum where no bonus stands outside it."""
    bonus = any(is_bonus(item) for _, item in walk(items, ()))
    most = node.max if node.cap is None and not bonus else node.cap
    if node.floor is None or most is None or node.floor <= most:
        return []
    values = {"name": node.name, "floor": format_number(node.floor), "max": format_number(most)}
    return [Finding("TD552", locate((*path, "floor")), values, "floor_above")]


def _sum_for(items: Sequence[Criterion], kind: str) -> Decimal:
    """The maximum of a type of unit: what does not apply to it adds none."""
    applying = (
        item for item in items if isinstance(item, Group) or not item.applies_to or kind in item.applies_to
    )
    return sum(map(highest, applying), Decimal(0))


def _best(item: Item, path: Path, locate: Locate) -> list[Finding]:
    """A maximum that is not what the best step or alternative gives."""
    found: tuple[str, Decimal] | None = None
    if isinstance(item, Bands):
        found = "bands", max(band.points for band in item.bands)
    elif isinstance(item, Deadline):
        found = "bands", max(band.points for band in item.ladder)
    elif isinstance(item, Matrix):
        found = "bands", max(points for row in item.rows for points in row.points)
    elif isinstance(item, Segments):
        heights = [_highest_of(segment) for segment in item.segments]
        # Segments that rise further are cut at the maximum.
        if None not in heights:
            found = "segments", min(max(each for each in heights if each is not None), item.max)
    elif isinstance(item, OneOf) and not is_bonus(item):
        found = "one_of", max(map(highest, item.items))
    if found is None or item.max is None or item.max == found[1]:  # type: ignore[union-attr] # all of these have one
        return []
    return [_mismatch(found[0], item.name, item.max, found[1], path, locate)]  # type: ignore[union-attr] # as above


def _highest_of(segment: Segment) -> Decimal | None:
    """The height that a segment reaches or comes near; None without end."""
    lower, upper = segment.bounds.lower, segment.bounds.upper
    if segment.slope <= 0 or lower is None:
        return segment.base
    return None if upper is None else segment.base + segment.slope * (upper - lower)


def _mismatch(
    variant: str, name: str, stated: Decimal, computed: Decimal, path: Path, locate: Locate
) -> Finding:
    values = {"name": name, "stated": format_number(stated), "computed": format_number(computed)}
    return Finding("TD540", locate((*path, "max")), values, variant)
