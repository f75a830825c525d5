"""What every unit earned: exact points, totals, ranks and grades."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from fractions import Fraction

    from thidua_cli.plan.criteria import Criteria
    from thidua_cli.scoring.inputs.head_counts import HeadCount
    from thidua_cli.scoring.points.column_scores import ColumnScore
    from thidua_cli.scoring.points.exact import Ratio
    from thidua_cli.tables.table import Row


@dataclass(frozen=True, slots=True)
class UnitResult:
    """One unit. `total` is exact, `published` rounded; `rank` and `grade` are None where there are none.

    A unit that is not `complete` lacks points of some criterion, or stands twice (`doubled`): it has neither.
    """

    unit: str
    row: Row
    total: Ratio
    published: Decimal
    complete: bool
    doubled: bool
    rank: int | None
    tied: bool
    grade: str | None


@dataclass(frozen=True, slots=True)
class Results:
    """The results of a table: ranked units by rank, then the others by name.

    `left_out`: the rows that are no units. `head_counts`: of every unit once, where the table has any.
    """

    criteria: Criteria
    columns: Mapping[str, ColumnScore]
    units: tuple[UnitResult, ...]
    head_counts: tuple[HeadCount, ...]
    left_out: tuple[Row, ...] = ()

    def points(self, unit: UnitResult, criterion: str) -> Fraction | None:
        """The exact points of a unit under a criterion id; None where they are not known."""
        return self.columns[criterion].points(unit.row.values)

    def find(self, name: str) -> UnitResult | None:
        """The unit of a name; case, spacing and the place of the tone do not count."""
        wanted = fold(name)
        return next((unit for unit in self.units if fold(unit.unit) == wanted), None)
