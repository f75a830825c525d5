"""Ranks with visible ties, and grades by thresholds."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.points.exact import Ratio
from thidua_cli.vietnamese.collation import CollationKey, collation_key
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from fractions import Fraction

    from thidua_cli.plan.criteria import Criteria
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Row


class Tally(NamedTuple):
    """A unit's row added up. A unit that is not `complete`, as none is that is `doubled`, is not ranked."""

    unit: str
    row: Row
    total: Ratio
    published: Decimal
    complete: bool
    doubled: bool


class Standing(NamedTuple):
    """A unit in its place; `rank` None is without one."""

    tally: Tally
    rank: int | None
    tied: bool


def rank(criteria: Criteria, tallies: Iterable[Tally]) -> list[Standing]:
    """Complete units by falling total, then the incomplete ones, each by name where they are equal."""

    def measure(tally: Tally) -> Decimal | Fraction:
        return tally.published if criteria.ranking.by == "rounded" else tally.total.fraction

    everybody = list(tallies)
    complete = sorted((tally for tally in everybody if tally.complete), key=measure, reverse=True)
    standings: list[Standing] = []
    place = 1
    for _, equals in groupby(complete, key=measure):
        tied = _by_name(equals)
        standings += [Standing(tally, place, len(tied) > 1) for tally in tied]
        place += len(tied) if criteria.ranking.ties == "skip" else 1
    rest = _by_name(tally for tally in everybody if not tally.complete)
    return standings + [Standing(tally, None, False) for tally in rest]


def _by_name(tallies: Iterable[Tally]) -> list[Tally]:
    """Units in Vietnamese order; what their rows say decides between equal names."""
    found = list(tallies)
    if len(found) < 2:
        return found
    return sorted(found, key=_name_order)


def _name_order(tally: Tally) -> tuple[CollationKey, list[str]]:
    return collation_key(tally.unit), [cell.text for cell in tally.row.cells()] if tally.doubled else []


def grades(
    criteria: Criteria, tallies: Iterable[Tally], name_column: int, findings: FindingLog
) -> list[str | None]:
    """The grade of each unit; a complete total that no grade holds is a finding. Runs in EXACT."""
    ladder = list(zip(criteria.grade_bounds(), (grade.name for grade in criteria.grades), strict=True))
    found: list[str | None] = []
    for tally in tallies:
        by_total = criteria.ranking.by == "exact"
        numerator, divisor = tally.total if by_total else Ratio(tally.published)
        names = [
            name
            for bounds, name in ladder
            if (bounds.lower is None or bounds.lower * divisor <= numerator)
            and (bounds.upper is None or numerator < bounds.upper * divisor)
        ]
        found.append(names[0] if tally.complete and len(names) == 1 else None)
        if ladder and tally.complete and len(names) != 1:
            values = {"unit": tally.unit, "total": format_number(tally.published, criteria.rounding.places)}
            place = tally.row.cell(name_column).span
            findings.add(Finding("TD550", place, values, "several" if names else ""))
    return found
