"""Base points, bonuses and penalties of a group or table, and what caps and floors make of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.scoring.exact import Ratio
from thidua_cli.scoring.standings.amounts import NOTHING, add_up, held, less, minus, whole
from thidua_cli.scoring.standings.items import Change

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from thidua_cli.plan.criteria.table import Criteria, Group
    from thidua_cli.scoring.inputs.input_table import Adjustment
    from thidua_cli.scoring.standings.limits import Limits


class Sums(NamedTuple):
    """The points of a group or of the table: `penalty` is not above zero. `changes`: what its rules did.

    `settled`: base points that count as they are in the total, while `base` is still to be rescaled where
    not all criteria were assigned.
    """

    base: Ratio
    bonus: Ratio
    penalty: Ratio
    changes: tuple[Change, ...] = ()
    settled: Ratio = NOTHING

    @property
    def total(self) -> Ratio:
        """All of them together."""
        return add_up((self.base, self.settled, self.bonus, self.penalty))


class Scale(NamedTuple):
    """What leads from the points that a unit could earn to those that the table offers."""

    declared: Decimal
    possible: Decimal

    def applied(self, sums: Sums) -> Sums:
        """The sums with all of their base rescaled. Runs in EXACT."""
        before = sums.base
        if not before.numerator:
            return sums._replace(base=sums.settled, settled=NOTHING)
        after = Ratio(before.numerator * self.declared, before.divisor * self.possible)
        changes = (*sums.changes, Change("rescale", before, after, self.possible))
        return sums._replace(base=add_up((after, sums.settled)), settled=NOTHING, changes=changes)


def capped(sums: Sums, node: Criteria | Group) -> Sums:
    """Bonuses and penalties under the caps of their node. Runs in EXACT."""
    if node.bonus_cap is not None:
        bonus = held(sums.bonus, None, node.bonus_cap)
        if bonus is not sums.bonus:
            change = Change("bonus_cap", sums.bonus, bonus, node.bonus_cap)
            sums = sums._replace(bonus=bonus, changes=(*sums.changes, change))
    if node.penalty_cap is not None:
        penalty = held(sums.penalty, -node.penalty_cap, None)
        if penalty is not sums.penalty:
            change = Change("penalty_cap", sums.penalty, penalty, node.penalty_cap)
            sums = sums._replace(penalty=penalty, changes=(*sums.changes, change))
    return sums


class Held(NamedTuple):
    """What a group does to its points: a cap, a floor, then late changes within the limits of the group."""

    floor: Decimal | None
    cap: Decimal | None
    limits: Limits
    late: Sequence[Adjustment] = ()

    def sums(self, sums: Sums) -> Sums:
        """The points of the group under its rules.

        Bonuses count for what they add to the base under these rules, penalties for what they then take: so
        a cap takes bonuses back before base points, a floor forgives penalties before it gives points, and no
        cap further out can make more penalties or fewer points come to a higher total. Runs in EXACT.
        """
        changes = list(sums.changes)
        base, with_bonus = self._points(sums.base), self._points(add_up((sums.base, sums.bonus)))
        total = self._points(sums.total, changes)
        return Sums(base, minus(with_bonus, base), minus(total, with_bonus), tuple(changes))

    def _points(self, points: Ratio, changes: list[Change] | None = None) -> Ratio:
        found = [] if changes is None else changes
        points = bounded(points, self.floor, self.cap, found)
        for each in self.late:
            moved = add_up((points, whole(each.points)))
            found.append(Change("adjustment", points, moved, adjustment=each))
            points = held(moved, *self.limits)
            if points is not moved:
                bound = self.limits.most if less(points, moved) else self.limits.least
                found.append(Change("limit", moved, points, bound, each))
        return points


def bounded(points: Ratio, floor: Decimal | None, cap: Decimal | None, changes: list[Change]) -> Ratio:
    """Points under a cap and over a floor; `changes` takes what these did. Runs in EXACT."""
    under = held(points, None, cap)
    if under is not points:
        changes.append(Change("cap", points, under, cap))
    over = held(under, floor, None)
    if over is not under:
        changes.append(Change("floor", under, over, floor))
    return over
