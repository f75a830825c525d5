"""One step of a computation, and the places that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import NO_VALUES
from thidua_cli.tables.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.findings.span import Span
    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.scoring.exact import Ratio
    from thidua_cli.scoring.points.formulas import Phrase

# Steps under a total or a criterion that are no part of its sum.
NOT_ADDED = frozenset(
    {
        *("not_assigned", "standard", "alternative", "layer", "decided", "rounding"),
        *("veto_ungraded", "veto_at_most", "veto_unranked", "veto_no_self_score"),
        *("veto_ungraded_unknown", "veto_at_most_unknown", "veto_unranked_unknown"),
        *("grade", "grade_none", "grade_ungraded", "grade_undecided", "rank", "rank_shared"),
    }
)
# Kinds whose label the words of `score.step.<kind>` are put around; of all others it is a name by itself.
WORDED = NOT_ADDED - {"alternative"} | {
    *("points", "gate", "gate_unknown", "adjustment", "limit", "floor", "cap", "bonus_cap", "penalty_cap"),
    *("rescale", "full_points", "need_every", "need_criterion", "need_penalties", "need_every_unknown"),
    *("need_criterion_unknown", "need_penalties_unknown", "tie_criterion", "tie_column"),
}


class Step(NamedTuple):
    """A step of a computation.

    `kind`: that of the criterion, or an id that the words of `score.step.<kind>` go by. `label`: the name of
    the unit, criterion, veto, grade …; of a cap its number. `shown`: the value as printed. `value`, `exact`
    (its text): None where a part is not known, or the step is no number. `inputs`: the indices of the cells
    it rests on in the unit's row, the main one first. `values`: what the words of the step are filled with.
    `said`: the formula in words, where it would not be understood.
    `place`: a cell of another row or table. The values of `children` add up to that of the step, less those
    NOT_ADDED.
    """

    kind: str
    label: str
    formula: str
    shown: str
    value: Ratio | None
    exact: str | None = None
    inputs: tuple[int, ...] = ()
    children: tuple[Step, ...] = ()
    values: Mapping[str, str] = NO_VALUES
    said: tuple[Phrase, ...] = ()
    place: Span | None = None


def addresses(step: Step, row: InputRow) -> Iterator[str]:
    """Where a step looks: cells of the unit's own row as `B7`, all others with file and sheet."""
    own = isinstance(row, Row)
    for index in step.inputs:
        cell = row.cell(index)
        yield cell.address if own else cell.span.place
    if step.place is not None:
        yield step.place.place
