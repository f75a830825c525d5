"""The formula of each kind of criterion, from the figures and the value as written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from thidua_cli.plan.criteria.counted import Bonus, Count, Direct, Penalty, YesNo
from thidua_cli.plan.criteria.measured import Leader, Proportional, Relative
from thidua_cli.plan.criteria.stepped import Bands, Deadline, Matrix, Segments, Steps
from thidua_cli.scoring.points.formulas import Sentence
from thidua_cli.scoring.points.outcomes import Given
from thidua_cli.scoring.points.sentences import counts, ratios, steps

if TYPE_CHECKING:
    from thidua_cli.plan.criteria.table import Leaf

Write = Callable[[Given, str], Sentence]
# Each is called only under the key of its own class, which the types cannot say.
SENTENCES: Mapping[type[Leaf], Callable[[Any], Write]] = {
    Proportional: ratios.proportional,
    Leader: ratios.leader,
    Relative: ratios.relative,
    Bands: steps.bands,
    Matrix: steps.matrix,
    Segments: steps.segments,
    Steps: steps.steps,
    Deadline: steps.deadline,
    YesNo: counts.as_answered,
    Count: counts.times,
    Direct: counts.as_given,
    Bonus: counts.times,
    Penalty: counts.times,
}


def sentence_of(rule: Leaf) -> Write:
    """The function that writes a criterion's formula without its result."""
    return SENTENCES[type(rule)](rule)
