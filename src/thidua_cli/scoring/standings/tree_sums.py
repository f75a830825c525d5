"""The sums of one unit over the tree of criteria: groups, caps, floors, what is not assigned; exact."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.criteria.table import Group, highest, walk
from thidua_cli.scoring.exact import ZERO, Ratio
from thidua_cli.scoring.standings.amounts import add_up, less, negative, same, whole
from thidua_cli.scoring.standings.items import Change, ItemPoints
from thidua_cli.scoring.standings.limits import bearing, declared, inside, limits, parts_of
from thidua_cli.scoring.standings.sums import Held, Sums, bounded, capped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from thidua_cli.plan.criteria.table import Criteria, Item
    from thidua_cli.scoring.inputs.input_table import Adjustment

    Late = Mapping[str, Sequence[Adjustment]]
    Groups = dict[str, Sums]
    End = Callable[[ItemPoints], Ratio]

TABLE = ""
LOW, PART, HIGH = attrgetter("low"), attrgetter("part"), attrgetter("high")


class Breakdown(NamedTuple):
    """The points of a unit, opened: of every criterion by id, of every group by id, of the table.

    `low` and `high`: the table where what is not known is as low or as high as it can be. `complete`: both
    come to the same total. `possible`: the points that its assigned criteria could have earned; `earned`:
    what they did, bonuses and penalties aside. `nothing_assigned`: no share of nothing can be taken, so the
    total is not known.
    """

    items: Mapping[str, ItemPoints]
    groups: Mapping[str, Sums]
    table: Sums
    low: Sums
    high: Sums
    complete: bool
    possible: Decimal
    earned: Ratio
    nothing_assigned: bool = False

    @property
    def total(self) -> Ratio:
        """The points in all; what is known of them where the unit is not complete."""
        return self.table.total

    @property
    def percent(self) -> Ratio | None:
        """What was earned of what was possible; None where nothing was possible or not all is known."""
        return percent_of(self.earned, self.possible) if self.complete else None


def percent_of(earned: Ratio, possible: Decimal) -> Ratio | None:
    """Points as percent of those that were possible."""
    return Ratio(earned.numerator * 100, earned.divisor * possible) if possible else None


class _Below(NamedTuple):
    """What stands right below a node: groups, and the ids of base criteria, bonuses and penalties."""

    groups: tuple[Group, ...]
    base: tuple[str, ...]
    bonus: tuple[str, ...]
    penalty: tuple[str, ...]


class TreeSums:
    """Adds up the criteria of a table for one unit after another. Runs in EXACT."""

    def __init__(self, criteria: Criteria) -> None:
        self._criteria = criteria
        self.declared = declared(criteria)
        self._worth = {item.id: highest(item) for item in criteria.scored()}
        self._all = sum(self._worth.values(), ZERO)
        groups = [item for _, item in walk(criteria.criteria, ()) if isinstance(item, Group)]
        self._below = {TABLE: _below(criteria)} | {group.id: _below(group) for group in groups}

    def breakdown(self, items: Mapping[str, ItemPoints], late: Late) -> Breakdown:
        """The points of a unit by those of its criteria; `late`: changes of groups, and of the TABLE."""
        lacking = [self._worth[key] for key, item in items.items() if not item.assigned]
        possible = self._all - sum(lacking, ZERO) if lacking else self._all
        nothing = bool(lacking) and not possible and bool(self._all)
        scaled = possible if lacking and possible and possible != self.declared else None
        groups: dict[str, Sums] = {}
        table, earned = self._table(items, late, PART, scaled, groups)
        low = high = table
        if not all(item.known for item in items.values()):
            low, _ = self._table(items, late, LOW, scaled, {})
            high, _ = self._table(items, late, HIGH, scaled, {})
        # Scaled down, a base point takes more from the total than it adds: both ends decide nothing then.
        grows = scaled is None or scaled <= self.declared
        complete = not nothing and (low is high or (grows and same(low.total, high.total)))
        return Breakdown(items, groups, table, low, high, complete, possible, earned, nothing)

    def _table(
        self, items: Mapping[str, ItemPoints], late: Late, end: End, possible: Decimal | None, groups: Groups
    ) -> tuple[Sums, Ratio]:
        """The table at one end, scaled from the `possible` points, and its base before that."""
        sums = self._node(self._criteria, TABLE, items, late, end, groups)
        earned = sums.base
        if possible is None and TABLE not in late and self._criteria.cap is self._criteria.floor is None:
            return sums, earned
        changes = list(sums.changes)
        base = earned
        if possible is not None:
            base = Ratio(earned.numerator * self.declared, earned.divisor * possible)
            changes.append(Change("rescale", earned, base, possible))
        total = add_up((base, sums.bonus, sums.penalty))
        for each in late.get(TABLE, ()):
            before, total = total, add_up((total, whole(each.points)))
            changes.append(Change("adjustment", before, total, adjustment=each))
        total = bounded(total, self._criteria.floor, self._criteria.cap, changes)
        # Nothing stands further out: what is left when bonuses and penalties are told is the base.
        base = add_up((total, negative(sums.bonus), negative(sums.penalty)))
        return Sums(base, sums.bonus, sums.penalty, tuple(changes)), earned

    def group(
        self, group: Group, items: Mapping[str, ItemPoints], late: Late, end: End, groups: Groups
    ) -> Sums:
        """The points of a group at one `end` of what is known; `groups` is filled with those below."""
        sums = self._node(group, group.id, items, late, end, groups)
        changed = group.id in late
        # What is not assigned at all has no least points either, and nothing to change.
        if (group.cap is None and group.floor is None and not changed) or not any(
            items[item.id].assigned for item in inside(group)
        ):
            return sums
        return Held(group.floor, group.cap, limits(group), late.get(group.id, ())).sums(sums)

    def _node(
        self,
        node: Criteria | Group,
        key: str,
        items: Mapping[str, ItemPoints],
        late: Late,
        end: End,
        groups: Groups,
    ) -> Sums:
        """What stands right below a node, under the caps of bonuses and penalties there."""
        below = self._below[key]
        base, bonus, penalty = ([end(items[each]) for each in ids] for ids in below[1:])
        for group in below.groups:
            inner = groups[group.id] = self.group(group, items, late, end, groups)
            base.append(inner.base)
            bonus.append(inner.bonus)
            penalty.append(inner.penalty)
        return capped(Sums(add_up(base), add_up(bonus), add_up(penalty)), node)

    def reached(
        self, node: Group | Item, share: Decimal, items: Mapping[str, ItemPoints], late: Late
    ) -> bool | None:
        """Whether a criterion or group came to a share of its maximum; None where that is not known.

        What is not assigned to the unit cannot fail it; of a group its assigned part counts.
        """
        full = sum((self._worth[item.id] for item in inside(node) if items[item.id].assigned), ZERO)
        if not any(items[item.id].assigned for item in inside(node)):
            return True
        if not full:
            return None
        if isinstance(node, Group):
            ends = [self.group(node, items, late, end, {}).total for end in (LOW, HIGH)]
        else:
            ends = [items[node.id].low, items[node.id].high]
        low, high = (not less(end, whole(full * share)) for end in ends)
        return low if low == high else None


def _below(node: Criteria | Group) -> _Below:
    parts = parts_of(node)
    items = [item for item in parts if not isinstance(item, Group)]
    base, bonus, penalty = (
        tuple(item.id for item in items if bearing(item) == kind) for kind in ("base", "bonus", "penalty")
    )
    return _Below(tuple(item for item in parts if isinstance(item, Group)), base, bonus, penalty)
