"""What the law of a day says of the head counts in a table of units."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING

from thidua_cli.law.local.conditions import condition_verdicts
from thidua_cli.law.local.verdicts import dressed
from thidua_cli.law.rulings.head_counts import UnitCounts, unit_verdicts
from thidua_cli.law.rulings.judgement import finding_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.span import Span
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.rulings.rules import Rule
    from thidua_cli.rosters.counts.head_counts import HeadCount

# Ways to choose one row of each unit that stands more than once; beyond them the counts stay unknown.
MOST_WAYS = 16


def quota_verdicts(
    counts: Iterable[HeadCount], as_of: date, table: Span, among: Iterable[Rule] | None = None
) -> list[Verdict]:
    """Caps over the whole table and the conditions of each proposed collective, at the cells they rest on.

    `table` is the place of what belongs to no single unit. Where a unit stands more than once, a cap is
    decided only if every choice of its rows gives the same answer. `among`: the rules to judge by; the
    national ones unless given.
    """
    units = list(counts)
    certain = _placed(units, [unit.values for unit in units], table)
    ways = (_placed(units, way, table) for way in _ways(units))
    return unit_verdicts(certain, as_of, table, ways, among)


def law_verdicts(counts: Iterable[HeadCount], as_of: date, table: Span, book: Lawbook) -> list[Verdict]:
    """The verdicts by the national rules and the packs over them, with the conditions of these."""
    units = list(counts)
    placed = _placed(units, [unit.values for unit in units], table)
    verdicts = quota_verdicts(units, as_of, table, book.on(as_of))
    return dressed([*verdicts, *condition_verdicts(placed, book, as_of)], book)


def quota_findings(verdicts: Iterable[Verdict]) -> list[Finding]:
    """The findings that are due: what breaks the law, and what cannot be decided."""
    return [finding for finding in map(finding_of, verdicts) if finding is not None]


def _placed(units: Sequence[HeadCount], values: Iterable[Mapping[str, int]], table: Span) -> list[UnitCounts]:
    pairs = zip(units, values, strict=True)
    return [UnitCounts(unit.unit, counts, _place(unit, table)) for unit, counts in pairs]


def _ways(units: Sequence[HeadCount]) -> Iterator[tuple[Mapping[str, int], ...]]:
    """Every choice of one row for each unit; none where no unit stands twice, or where there are too many."""
    choices = [_distinct(unit.readings) or [unit.values] for unit in units]
    many = prod(map(len, choices))
    return product(*choices) if 1 < many <= MOST_WAYS else iter(())


def _distinct(readings: Iterable[Mapping[str, int]]) -> list[Mapping[str, int]]:
    return list({tuple(sorted(each.items())): each for each in readings}.values())


def _place(count: HeadCount, table: Span) -> Span:
    """The cell of the claim where there is one, else any count of the unit."""
    spans = [count.spans[name] for name in ("ttldtt", "ttldxs", "ldtt", "tong_so") if name in count.spans]
    return spans[0] if spans else table
