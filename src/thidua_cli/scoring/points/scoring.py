"""All criteria of a table scored in all rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.plan.criteria.table import OneOf
from thidua_cli.scoring.points.alternatives import score_one_of
from thidua_cli.scoring.points.leaf_scores import score_leaf

if TYPE_CHECKING:
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.scoring.points.column_scores import ColumnScore
    from thidua_cli.scoring.points.scene import Scene


def score_criteria(criteria: Criteria, scene: Scene) -> dict[str, ColumnScore]:
    """The points of each of `criteria.scored()` in every row, by id. Runs in EXACT."""
    return {
        item.id: score_one_of(item, scene) if isinstance(item, OneOf) else score_leaf(item, scene)
        for item in criteria.scored()
    }
