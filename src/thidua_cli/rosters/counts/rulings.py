"""What the law of a day says of the head counts in a table of units: one entry for every command."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING

from thidua_cli.law.local.conditions import condition_verdicts
from thidua_cli.law.local.verdicts import dressed
from thidua_cli.law.rulings.head_counts import UnitCounts, unit_verdicts
from thidua_cli.law.rulings.heads import completed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.rulings.records import Fact
    from thidua_cli.law.rulings.rules import Rule
    from thidua_cli.law.rulings.table_caps import Rows
    from thidua_cli.rosters.counts.head_counts import HeadCount

# Ways to choose one row of each unit that stands more than once; beyond them the counts stay unknown.
MOST_WAYS = 16


def ruled(
    counts: Iterable[HeadCount],
    facts: Mapping[str, Fact],
    book: Lawbook,
    day: date,
    place: Span,
    rows: Rows | None = None,
    only: Callable[[Rule], bool] | None = None,
) -> list[Verdict]:
    """The verdicts of the law with its packs: caps, conditions of proposed collectives, conditions of packs.

    Each stands at the cell it rests on; `place` is the table, of what belongs to no single unit. Where a unit
    stands more than once, a cap is decided only if every choice of its rows gives the same answer. `facts`:
    what else is known of every unit; `rows`: what the rows are; `only`: the rules that are asked.
    """
    units = list(counts)
    certain = _placed(units, [unit.values for unit in units], place)
    ways = (_placed(units, way, place) for way in _ways(units))
    among = [rule for rule in book.on(day) if only is None or only(rule)]
    verdicts = unit_verdicts(certain, day, place, ways, among, facts, rows)
    conditions = condition_verdicts(certain, book, day, place, facts)
    asked = [each for each in conditions if only is None or only(book.local[each.rule].rule)]
    return dressed([*verdicts, *asked], book)


def _placed(units: Sequence[HeadCount], values: Iterable[Mapping[str, int]], table: Span) -> list[UnitCounts]:
    pairs = zip(units, values, strict=True)
    return [UnitCounts(unit.unit, completed(told), _place(unit, table), unit.spans) for unit, told in pairs]


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
    return spans[0] if spans else next(iter(count.spans.values()), table)
