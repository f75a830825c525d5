"""What shapes speak of: figures given, the standard of a comparison group, points or why there are none."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.scoring.exact import ONE, Ratio

if TYPE_CHECKING:
    from collections.abc import Callable


class Gap(Enum):
    """Why figures earn nothing certain: a key of column_readings.NOTES."""

    HOLE = "hole"
    OVERLAP = "overlap"
    HOLE_BY = "hole_by"
    OVERLAP_BY = "overlap_by"
    NEGATIVE = "negative_down"
    TARGET = "target_zero"
    EXEMPT = "exempt_more"
    ABOVE = "above_max"
    BELOW = "below_zero"
    ALONE = "alone"
    NO_DIVISOR = "best_zero"


# A Decimal may be scaled, as its shape says; a Ratio is the points themselves.
Points = Decimal | Ratio


class Standard(NamedTuple):
    """The best of a comparison group: its figures, and the positions of all rows that reach it."""

    actual: Decimal
    side: Decimal | None
    rows: tuple[int, ...]


class Given(NamedTuple):
    """The figures of one row: the value, what stands beside it, and the standard where units are compared.

    A date is its ordinal; yes is 1, no 0. `side`: the unit's own target, due date or second figure, the
    occurrences that do not count.
    """

    actual: Decimal
    side: Decimal | None = None
    standard: Standard | None = None


class Shape(NamedTuple):
    """A criterion as a function of the figures; a Decimal that it returns is `scale` times the points.

    The scale is what would have to be divided by, so that the points of a column can be added as Decimals;
    a Ratio, which is the points themselves, is for what no one scale serves. `rank`, where units are
    compared: how good the figures are, None for those that can set no standard. Runs in EXACT.
    """

    points: Callable[[Given], Points | Gap]
    scale: Decimal = ONE
    rank: Callable[[Given], Ratio | None] | None = None
