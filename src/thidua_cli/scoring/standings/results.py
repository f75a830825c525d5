"""What every unit earned: exact points, totals, ranks and grades, and why each is what it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import localcontext
from typing import TYPE_CHECKING, Literal, NamedTuple

from thidua_cli.scoring.exact import EXACT
from thidua_cli.source.folding import clean
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from fractions import Fraction

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.rosters.counts.head_counts import HeadCount
    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.scoring.exact import Ratio
    from thidua_cli.scoring.inputs.input_table import Adjustment, Difference
    from thidua_cli.scoring.points.column_scores import ColumnScore
    from thidua_cli.scoring.standings.breakdowns import Breakdowns
    from thidua_cli.scoring.standings.tree_sums import Breakdown
    from thidua_cli.tables.table import Row

# graded; ungraded: a veto says "không xếp loại"; none: no grade holds the total; undecided: an unknown veto
# or condition leaves several answers; incomplete: the total is not known; no_grades: the table has none.
GradeState = Literal["graded", "ungraded", "none", "undecided", "incomplete", "no_grades"]


class Condition(NamedTuple):
    """A condition of a grade or a veto, as it came out for one unit.

    `kind`: every, criterion or penalties_within (needs of a grade); ungraded, at_most or unranked (effects
    of a veto). `grade`: the grade that the condition belongs to, or the highest that a veto allows.
    `label`: the criteria that fall short, or the veto. `holds`: whether the need is met, or the veto applies;
    None where that is not known. `found`, `wanted`: the two sides as shown. `place`: the cell of a veto.
    """

    kind: str
    grade: str
    label: str
    holds: bool | None
    found: str = ""
    wanted: str = ""
    place: Span | None = None


class Grading(NamedTuple):
    """How a unit came by its grade, or why it has none.

    `by_total`: the grade that the total alone would give. `lowered_by`: the needs that were not met, and the
    vetoes that apply or may apply, in the order they were met; empty where the total alone decided.
    """

    state: GradeState
    grade: str | None = None
    by_total: str | None = None
    lowered_by: tuple[Condition, ...] = ()


class TieBreak(NamedTuple):
    """One tie-break that was looked at between units of one total: what it is by, and the unit's own value.

    `kind`: criterion or column. `shown` is `?` where the value is not known; the tie then stays.
    """

    kind: str
    label: str
    shown: str


_NO_GRADES = Grading("no_grades")


@dataclass(frozen=True, slots=True)
class UnitResult:
    """One unit. `total` is exact, `published` rounded; `rank` and `grade` are None where there are none.

    A unit that is not `complete` has no certain total, or stands twice (`doubled`): it has neither. One that
    has `nothing_assigned` has no total at all, and none is told.
    `unknown`: the ids of the criteria without certain points, also where a cap makes the total certain.
    `position`: of its row in the inputs. `cluster`: in one spelling for all units, "" where there is none.
    `possible`: the points that its assigned criteria could have earned; `percent`: what it earned of them
    (bonuses and penalties aside) in percent; both None where they are not known. `tied`: shares its rank;
    `tie_breaks`: what was looked at because others had the same total, and parted them unless `tied`.
    `vetoes`: those that apply (`holds`) or may apply (None).
    """

    unit: str
    row: InputRow
    total: Ratio
    published: Decimal
    complete: bool
    doubled: bool
    rank: int | None
    tied: bool
    grade: str | None
    position: int = 0
    cluster: str = ""
    possible: Decimal | None = None
    percent: Ratio | None = None
    tie_breaks: tuple[TieBreak, ...] = ()
    grading: Grading = _NO_GRADES
    vetoes: tuple[Condition, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    unknown: tuple[str, ...] = ()
    nothing_assigned: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """The results of a table: cluster by cluster the ranked units by rank, then the others by name.

    `columns`: what each criterion earns by its cells alone. `clusters`: in which units are ranked, in
    Vietnamese order; empty where all are ranked together. `left_out`: the rows that are no units.
    `head_counts`: of every unit once, where the table has any. `differences`: what one layer told otherwise
    than the one before.
    """

    criteria: Criteria
    columns: Mapping[str, ColumnScore]
    units: tuple[UnitResult, ...]
    breakdowns: Breakdowns = field(repr=False, compare=False)
    head_counts: tuple[HeadCount, ...] = ()
    left_out: tuple[Row, ...] = ()
    clusters: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()

    def points(self, unit: UnitResult, criterion: str) -> Fraction | None:
        """The exact points of a unit under a criterion id, as they count: after gates and adjustments.

        None where they are not known or the criterion is not assigned.
        """
        if self.breakdowns.as_scored(unit.position):
            return self.columns[criterion].points(unit.row.values)
        item = self.breakdown(unit).items[criterion]
        return item.part.fraction if item.known and item.assigned else None

    def assigned(self, unit: UnitResult, criterion: str) -> bool:
        """Whether a criterion is assigned to a unit, and stands in its possible points."""
        return self.breakdown(unit).items[criterion].assigned

    def breakdown(self, unit: UnitResult) -> Breakdown:
        """The points of a unit, opened: by criterion, by group, with what caps and changes made of them."""
        with localcontext(EXACT):
            return self.breakdowns.of(unit.position)

    def find(self, name: str) -> UnitResult | None:
        """The unit of a name; case, spacing, what nobody sees and the place of the tone do not count."""
        wanted = fold(clean(name))
        return next((unit for unit in self.units if fold(unit.unit) == wanted), None)
