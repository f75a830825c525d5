"""One common divisor for the points of a whole table, so that they add up without division."""

from __future__ import annotations

from decimal import Decimal
from math import lcm
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.scoring.points.column_scores import ColumnScore


def common_scale(scores: Iterable[ColumnScore]) -> int:
    """What the points of every column can be multiplied by to need no division."""
    return lcm(*(score.scale.as_integer_ratio()[0] for score in scores))


def weight_of(score: ColumnScore, common: int) -> Decimal:
    """What leads from the Decimals of a column to `common` times its points. Runs in EXACT."""
    top, bottom = score.scale.as_integer_ratio()
    return Decimal(common // top * bottom)
