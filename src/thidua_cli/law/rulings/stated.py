"""A figure that a plan or a table states, as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


# Everybody whom a table or a plan counts.
TOTAL = "tong_so"
# The gap of a figure that a table or a record does not hold.
LACKING = "thieu-so-lieu"


class Measure(StrEnum):
    """What a figure counts: a share of a base, or heads."""

    SHARE = "share"
    HEADS = "heads"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as far as it is known: it lies in [low, high]; `high` None means no upper bound is known.

    `text`: as the user wrote it. `base` names what a share is of, None when unstated; `excluded` those left
    out of it. `above`: strictly more than `low`. `gap`: why the figure is not one number (a variant of the
    catalogue), empty when it is. `whole`: the most that heads can be, where known.
    """

    text: str
    measure: Measure
    low: Fraction
    high: Fraction | None
    base: str | None = None
    excluded: frozenset[str] = frozenset()
    above: bool = False
    gap: str = ""
    whole: int | None = None
