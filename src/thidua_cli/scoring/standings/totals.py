"""Totals of whole tables: a short way for rows without caps and gaps, the tree of sums for all others."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.criteria.table import highest
from thidua_cli.scoring.exact import ZERO, Ratio
from thidua_cli.scoring.standings.amounts import add_up
from thidua_cli.scoring.standings.limits import bearing, only_added
from thidua_cli.scoring.standings.scales import common_scale, weight_of
from thidua_cli.scoring.standings.tree_sums import percent_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.scoring.points.column_scores import ColumnScore, Key
    from thidua_cli.scoring.standings.breakdowns import Breakdowns
    from thidua_cli.tables.table import CellValue

    Column = tuple[Callable[[Sequence[CellValue]], Key], Mapping[Key, Decimal]]


class Total(NamedTuple):
    """The points of a unit in all. `possible`: what its assigned criteria could earn; `percent`: of that.

    `complete`: the total is certain; `unknown`: the criteria without certain points, if they decide or not.
    `nothing_assigned`: there is nothing to take a share of.
    """

    total: Ratio
    complete: bool
    possible: Decimal
    percent: Ratio | None
    unknown: tuple[str, ...] = ()
    nothing_assigned: bool = False


class Totals:
    """Adds up rows. Runs in EXACT."""

    def __init__(
        self, criteria: Criteria, columns: Mapping[str, ColumnScore], breakdowns: Breakdowns
    ) -> None:
        self._breakdowns = breakdowns
        self._plain = only_added(criteria) and all(score.columns for score in columns.values())
        common = common_scale(columns.values())
        self._common = Decimal(common)
        self._possible = sum(map(highest, breakdowns.items), ZERO)
        base = [columns[item.id] for item in breakdowns.items if bearing(item) == "base"]
        more = [columns[item.id] for item in breakdowns.items if bearing(item) != "base"]
        self._base = [_column(score, common) for score in base if not _has_ratios(score)]
        self._more = [_column(score, common) for score in more]
        # Where cells have divisors of their own, points are added one by one.
        self._apart = [score for score in base if _has_ratios(score)]

    def of(self, position: int, row: Sequence[CellValue]) -> Total:
        """The total of the unit in a row."""
        if not self._plain or position in self._breakdowns.adjusted:
            return self._opened(position)
        earned, more = ZERO, ZERO
        for key, points in self._base:
            found = points.get(key(row))
            if found is None:
                return self._opened(position)
            earned += found
        for key, points in self._more:
            found = points.get(key(row))
            if found is None:
                return self._opened(position)
            more += found
        whole = Ratio(earned, self._common)
        if self._apart:
            apart = [score.ratio(row) for score in self._apart]
            known = [ratio for ratio in apart if ratio is not None]
            if len(known) < len(apart):
                return self._opened(position)
            whole = add_up((whole, *known))
        percent = percent_of(whole, self._possible)
        if more:
            whole = add_up((whole, Ratio(more, self._common)))
        return Total(whole, True, self._possible, percent)

    def _opened(self, position: int) -> Total:
        unit = self._breakdowns.of(position)
        return Total(
            unit.total, unit.complete, unit.possible, unit.percent, unit.unknown, unit.nothing_assigned
        )


def _has_ratios(score: ColumnScore) -> bool:
    return any(isinstance(points, Ratio) for points in score.earned.values())


def _column(score: ColumnScore, common: int) -> Column:
    """How to look the points of a column up, times the common divisor."""
    weight = weight_of(score, common)
    raised = {key: points * weight for key, points in score.earned.items() if isinstance(points, Decimal)}
    return score.key, raised
