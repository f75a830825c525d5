"""This period beside the previous one: totals and ranks that rose or fell, units that came or left."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.reporting.facts.comparison import ChangeFacts, ComparisonFacts
from thidua_cli.reporting.facts.naming import Named, named
from thidua_cli.reporting.standings.ranking import FIRST_IN_TEXT, MOST_IN_TEXT
from thidua_cli.scoring.results.pages.notes import grade_of, total_of
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thidua_cli.scoring.results.pages.notes import Say
    from thidua_cli.scoring.standings.results import Results, UnitResult


class _Change(NamedTuple):
    facts: ChangeFacts
    difference: Fraction | None


def comparison_facts(now: Results, before: Results, say: Say, listed: int) -> ComparisonFacts | None:
    """The units of both periods beside each other, in this period's order; None where they share none."""
    earlier = {fold(unit.unit): unit for unit in before.units}
    pairs = [(unit, found) for unit in now.units if (found := earlier.get(fold(unit.unit)))]
    if not pairs:
        return None
    changes = [_change(now, before, unit, then, say) for unit, then in pairs]
    rows = [change.facts for change in changes]
    known = [change for change in changes if change.difference is not None]
    present = {fold(unit.unit) for unit in now.units}
    few = len(rows) <= MOST_IN_TEXT
    return ComparisonFacts(
        rows=tuple(rows[:listed]),
        shown=tuple(rows if few else rows[:FIRST_IN_TEXT]),
        up=sum(1 for change in known if change.difference and change.difference > 0),
        down=sum(1 for change in known if change.difference and change.difference < 0),
        same=sum(1 for change in known if not change.difference),
        risen=_most(known, lambda change: change.difference),
        fallen=_most(known, lambda change: -change.difference if change.difference else None),
        climbed=_most(changes, lambda change: _exact(change.facts.moved)),
        dropped=_most(changes, lambda change: _exact(-change.facts.moved if change.facts.moved else None)),
        joined=named([unit.unit for unit in now.units if fold(unit.unit) not in earlier]),
        left=named([unit.unit for unit in before.units if fold(unit.unit) not in present]),
    )


def _change(now: Results, before: Results, unit: UnitResult, then: UnitResult, say: Say) -> _Change:
    certain = unit.complete and then.complete
    places = now.criteria.rounding.places
    difference = Fraction(unit.published) - Fraction(then.published) if certain else None
    # Ranks of two clusters are no ranks of one list.
    comparable = fold(unit.cluster) == fold(then.cluster) or not (now.clusters or before.clusters)
    both = unit.rank is not None and then.rank is not None and comparable
    return _Change(
        ChangeFacts(
            unit=unit.unit,
            before=total_of(before, then),
            now=total_of(now, unit),
            difference="" if difference is None else signed(difference, places),
            size="" if difference is None else format_number(abs(difference), places),
            rank_before="" if then.rank is None else str(then.rank),
            rank_now="" if unit.rank is None else str(unit.rank),
            moved=(then.rank or 0) - (unit.rank or 0) if both else None,
            grade_before=grade_of(before, then, say),
            grade_now=grade_of(now, unit, say),
        ),
        difference,
    )


def signed(number: Fraction, places: int) -> str:
    """A change with its sign; nought has none."""
    text = format_number(number, places)
    return f"+{text}" if number > 0 else text


def _most(changes: Sequence[_Change], size_of: Callable[[_Change], Fraction | None]) -> Named[ChangeFacts]:
    """The changes of the greatest size above nought, as many as share it."""
    sizes = [(size_of(change), change.facts) for change in changes]
    greatest = max((size for size, _ in sizes if size is not None), default=Fraction(0))
    if greatest <= 0:
        return named([])
    return named([facts for size, facts in sizes if size == greatest])


def _exact(number: int | None) -> Fraction | None:
    return None if number is None else Fraction(number)
