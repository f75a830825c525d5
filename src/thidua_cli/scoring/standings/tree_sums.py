"""The sums of one unit over the tree of criteria: groups, caps, floors, what is not assigned; exact."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.criteria.table import Group, walk
from thidua_cli.scoring.exact import Ratio
from thidua_cli.scoring.standings.amounts import NOTHING, add_up, less, negative, same, whole
from thidua_cli.scoring.standings.items import Change, ItemPoints
from thidua_cli.scoring.standings.limits import bearing, declared, inside, is_bounded, limits, parts_of, worth
from thidua_cli.scoring.standings.sums import Held, Scale, Sums, bounded, capped

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
    what they did, bonuses and penalties aside; None where that is not known. `unknown`: the criteria without
    certain points. `nothing_assigned`: no share of nothing can be taken, so the total is not known.
    """

    items: Mapping[str, ItemPoints]
    groups: Mapping[str, Sums]
    table: Sums
    low: Sums
    high: Sums
    complete: bool
    possible: Decimal
    earned: Ratio | None
    unknown: tuple[str, ...] = ()
    nothing_assigned: bool = False

    @property
    def total(self) -> Ratio:
        """The points in all; what is known of them where the unit is not complete."""
        return self.table.total

    @property
    def percent(self) -> Ratio | None:
        """What was earned of what was possible; None where nothing was possible or not all is known."""
        return None if self.earned is None or not self.complete else percent_of(self.earned, self.possible)


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
        self._all = worth(criteria, [item.id for item in criteria.scored()])
        self._base = {item.id for item in criteria.scored() if bearing(item) == "base"}
        groups = [item for _, item in walk(criteria.criteria, ()) if isinstance(item, Group)]
        self._below = {TABLE: _below(criteria)} | {group.id: _below(group) for group in groups}

    def breakdown(self, items: Mapping[str, ItemPoints], late: Late) -> Breakdown:
        """The points of a unit by those of its criteria; `late`: changes of groups, and of the TABLE."""
        given = {key for key, item in items.items() if item.assigned}
        lacking = len(given) < len(items)
        possible = worth(self._criteria, given) if lacking else self._all
        nothing = lacking and not possible and bool(self._all)
        scale = Scale(self.declared, possible) if lacking and possible and possible != self.declared else None
        groups: dict[str, Sums] = {}
        table = self._table(items, late, PART, scale, groups)
        unknown = tuple(key for key, item in items.items() if not item.known)
        # A share is taken of what was earned, before any rescale.
        earned = None
        if self._base.isdisjoint(unknown):
            earned = self._node(self._criteria, TABLE, items, late, PART, {}, None).base
        low = high = table
        if unknown:
            low = self._table(items, late, LOW, scale, {})
            high = self._table(items, late, HIGH, scale, {})
        complete = not nothing and (low is high or same(low.total, high.total))
        return Breakdown(items, groups, table, low, high, complete, possible, earned, unknown, nothing)

    def _table(
        self, items: Mapping[str, ItemPoints], late: Late, end: End, scale: Scale | None, groups: Groups
    ) -> Sums:
        """The table at one end, its base rescaled."""
        sums = self._node(self._criteria, TABLE, items, late, end, groups, scale)
        if scale is not None:
            sums = scale.applied(sums)
        if TABLE not in late and self._criteria.cap is self._criteria.floor is None:
            return sums
        changes = list(sums.changes)
        total = sums.total
        for each in late.get(TABLE, ()):
            before, total = total, add_up((total, whole(each.points)))
            changes.append(Change("adjustment", before, total, adjustment=each))
        total = bounded(total, self._criteria.floor, self._criteria.cap, changes)
        # Nothing stands further out: what is left when bonuses and penalties are told is the base.
        base = add_up((total, negative(sums.bonus), negative(sums.penalty)))
        return Sums(base, sums.bonus, sums.penalty, tuple(changes))

    def group(
        self,
        group: Group,
        items: Mapping[str, ItemPoints],
        late: Late,
        end: End,
        groups: Groups,
        scale: Scale | None = None,
    ) -> Sums:
        """The points of a group at one `end` of what is known; `groups` is filled with those below.

        A cap and a floor hold for what the group counts in the total: after the rescale of what is below.
        """
        sums = self._node(group, group.id, items, late, end, groups, scale)
        # What is not assigned at all has no least points either, and nothing to change.
        if not (is_bounded(group) or group.id in late) or not any(
            items[item.id].assigned for item in inside(group)
        ):
            return sums
        rules = Held(group.floor, group.cap, limits(group), late.get(group.id, ()))
        if scale is None:
            return rules.sums(sums)
        if not is_bounded(group):
            return rules.sums(sums._replace(settled=NOTHING))._replace(settled=sums.settled)
        if group.cap is None:
            rules = rules._replace(limits=rules.limits._replace(most=None))
        sums = rules.sums(scale.applied(sums))
        return sums._replace(base=NOTHING, settled=sums.base)

    def _node(
        self,
        node: Criteria | Group,
        key: str,
        items: Mapping[str, ItemPoints],
        late: Late,
        end: End,
        groups: Groups,
        scale: Scale | None,
    ) -> Sums:
        """What stands right below a node, under the caps of bonuses and penalties there."""
        below = self._below[key]
        base, bonus, penalty = ([end(items[each]) for each in ids] for ids in below[1:])
        settled = []
        for group in below.groups:
            inner = groups[group.id] = self.group(group, items, late, end, groups, scale)
            base.append(inner.base)
            settled.append(inner.settled)
            bonus.append(inner.bonus)
            penalty.append(inner.penalty)
        sums = Sums(add_up(base), add_up(bonus), add_up(penalty), settled=add_up(settled))
        return capped(sums, node)

    def ends(self, node: Group | Item, items: Mapping[str, ItemPoints], late: Late) -> tuple[Ratio, Ratio]:
        """Between which points a criterion or group lies, not rescaled: what units are compared by."""
        if not isinstance(node, Group):
            return items[node.id].low, items[node.id].high
        low, high = (self.group(node, items, late, end, {}).total for end in (LOW, HIGH))
        return low, high

    def reached(
        self, node: Group | Item, share: Decimal, items: Mapping[str, ItemPoints], late: Late
    ) -> bool | None:
        """Whether a criterion or group came to a share of its maximum; None where that is not known.

        What is not assigned to the unit cannot fail it; of a group its assigned part counts.
        """
        given = {item.id for item in inside(node) if items[item.id].assigned}
        if not given:
            return True
        full = worth(node, given)
        if not full:
            return None
        low, high = (not less(end, whole(full * share)) for end in self.ends(node, items, late))
        return low if low == high else None


def _below(node: Criteria | Group) -> _Below:
    parts = parts_of(node)
    items = [item for item in parts if not isinstance(item, Group)]
    base, bonus, penalty = (
        tuple(item.id for item in items if bearing(item) == kind) for kind in ("base", "bonus", "penalty")
    )
    return _Below(tuple(item for item in parts if isinstance(item, Group)), base, bonus, penalty)
