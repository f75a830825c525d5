"""What figures earn: the function of each kind of criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.plan.criteria.counted import Bonus, Count, Direct, Penalty, YesNo
from thidua_cli.plan.criteria.measured import Leader, Proportional, Relative
from thidua_cli.plan.criteria.stepped import Bands, Deadline, Matrix, Segments, Steps
from thidua_cli.scoring.points.shapes import counts, ratios, steps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from thidua_cli.plan.criteria.table import Leaf
    from thidua_cli.scoring.points.outcomes import Shape

# Each is called only under the key of its own class, which the types cannot say.
SHAPES: Mapping[type[Leaf], Callable[[Any], Shape]] = {
    Proportional: ratios.proportional,
    Leader: ratios.leader,
    Relative: ratios.relative,
    Bands: steps.bands,
    Matrix: steps.matrix,
    Segments: steps.segments,
    Steps: steps.steps,
    Deadline: steps.deadline,
    YesNo: counts.yes_no,
    Count: counts.count,
    Direct: counts.direct,
    Bonus: counts.bonus,
    Penalty: counts.penalty,
}


def shape_of(rule: Leaf) -> Shape:
    """The function of a criterion."""
    return SHAPES[type(rule)](rule)
