"""The points of a criterion in one unit after its gate and its adjustments: certain, or between two ends."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.criteria.table import highest
from thidua_cli.scoring.standings.amounts import NOTHING, add_up, held, less, same, whole
from thidua_cli.scoring.standings.limits import limits, scopes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.plan.criteria.table import Item
    from thidua_cli.scoring.exact import Ratio
    from thidua_cli.scoring.inputs.input_table import Adjustment

# Stands for a bonus or a penalty without end. A cap above it would leave the points unknown, never wrong.
_ENDLESS = Decimal("1e60")


class Change(NamedTuple):
    """What something did to points after their own formula; None where that is not known.

    `kind`: gate, adjustment, limit (what an adjustment would carry beyond the criterion's limits), floor,
    cap, bonus_cap, penalty_cap, rescale, full_points (of what was not assigned). `bound`: the number that it
    goes by, where it has one. `criterion`: of a gate the one that has to be met.
    """

    kind: str
    before: Ratio | None
    after: Ratio | None
    bound: Decimal | None = None
    adjustment: Adjustment | None = None
    criterion: str = ""


class ItemPoints(NamedTuple):
    """The points of a criterion that is scored: between `low` and `high`; `part` is what is known of them."""

    low: Ratio
    part: Ratio
    high: Ratio
    known: bool = True
    assigned: bool = True
    changes: tuple[Change, ...] = ()


UNASSIGNED = ItemPoints(NOTHING, NOTHING, NOTHING, assigned=False)


def certain(points: Ratio) -> ItemPoints:
    """Points that are known."""
    return ItemPoints(points, points, points)


def between(low: Ratio, part: Ratio, high: Ratio) -> ItemPoints:
    """Points that lie between two ends: known where these meet."""
    return ItemPoints(low, part, high, same(low, high))


def unknown(item: Item) -> ItemPoints:
    """What is known of a criterion without data: its limits; nothing where it may not even be assigned."""
    least, most = (None, None) if any(scopes(item)) else limits(item)
    low = whole(-_ENDLESS if least is None else least)
    high = whole(_ENDLESS if most is None else most)
    return between(low, held(NOTHING, least, most), high)


def gated(points: ItemPoints, met: bool | None, criterion: str) -> ItemPoints:
    """The points under a condition that is met, is not, or may be either."""
    if met or (points.known and not points.part.numerator):
        return points
    if met is None:
        low = points.low if less(points.low, NOTHING) else NOTHING
        high = points.high if less(NOTHING, points.high) else NOTHING
        change = Change("gate", points.part if points.known else None, None, criterion=criterion)
        return between(low, NOTHING, high)._replace(changes=(*points.changes, change))
    change = Change("gate", points.part if points.known else None, NOTHING, criterion=criterion)
    return certain(NOTHING)._replace(changes=(*points.changes, change))


def adjusted(points: ItemPoints, item: Item, adjustments: Iterable[Adjustment]) -> ItemPoints:
    """The points with late changes added, within the criterion's own limits."""
    least, most = limits(item)
    for each in adjustments:
        moved = [add_up((end, whole(each.points))) for end in points[:3]]
        changes = [Change("adjustment", points.part, moved[1], adjustment=each)]
        low, part, high = (held(end, least, most) for end in moved)
        if points.known and part is not moved[1]:
            changes.append(Change("limit", moved[1], part, most if less(part, moved[1]) else least, each))
        points = ItemPoints(low, part, high, points.known, changes=(*points.changes, *changes))
    return points


def full(item: Item) -> ItemPoints:
    """The maximum of a criterion that was not assigned, where the table gives it for that."""
    points = whole(highest(item))
    if not points.numerator:
        return certain(NOTHING)
    return ItemPoints(points, points, points, changes=(Change("full_points", NOTHING, points),))
