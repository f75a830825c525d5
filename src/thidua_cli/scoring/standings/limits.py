"""Between which points a criterion lies, what it counts as, and what a table offers in all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from thidua_cli.plan.criteria.counted import Penalty
from thidua_cli.plan.criteria.table import Criteria, Criterion, Group, Item, OneOf, highest, is_bonus, walk
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection

Bearing = Literal["base", "bonus", "penalty"]
ZERO = Decimal(0)


class Limits(NamedTuple):
    """The least and the most points; None is without end."""

    least: Decimal | None
    most: Decimal | None


def bearing(item: Item) -> Bearing:
    """Whether the points count against the maximum, or are given or taken outside it."""
    if isinstance(item, Penalty):
        return "penalty"
    return "bonus" if is_bonus(item) else "base"


def limits(item: Group | Item) -> Limits:
    """The points that a criterion can come to whatever its inputs say.

    A group without a cap is held only by its maximum, and only where no bonus stands in it; likewise below.
    """
    if isinstance(item, Penalty):
        return Limits(None if item.limit is None else -item.limit, ZERO)
    if isinstance(item, Group):
        return _group(item)
    # For want of evidence, or of a result, there are no points at all, not even the least ones.
    absent = item.blank == "zero" or (not isinstance(item, OneOf) and item.evidence == "required")
    return Limits(ZERO if absent else item.floor or ZERO, item.limit)


def _group(group: Group) -> Limits:
    kinds = {bearing(item) for item in inside(group)}
    least = ZERO if group.floor is None and "penalty" not in kinds else group.floor
    most = highest(group) if group.cap is None and "bonus" not in kinds else group.cap
    return Limits(least, most if least is None or most is None else max(most, least))


def declared(criteria: Criteria) -> Decimal:
    """The points that a table offers: as stated, else the most that any one type of unit can be assigned.

    No more than the caps of its groups let any unit come to.
    """
    items = criteria.scored()
    types = {name for item in items for scope in scopes(item) for name in scope}
    meant = [{item.id for item in items if _is_for(item, name)} for name in (*sorted(types), None)]
    offered = max(worth(criteria, ids) for ids in meant)
    if criteria.max is None:
        return offered
    uncapped = max(sum((highest(item) for item in items if item.id in ids), ZERO) for ids in meant)
    return criteria.max if offered == uncapped else min(criteria.max, offered)


def _is_for(item: Item, name: str | None) -> bool:
    """Whether a criterion applies to a type of unit; None is a type that no criterion names."""
    return all(not scope or name in scope for scope in scopes(item))


def is_bounded(group: Group) -> bool:
    """Whether a group has a cap or a floor, which hold for what it counts in the total."""
    return group.cap is not None or group.floor is not None


def worth(node: Criteria | Criterion, assigned: Collection[str]) -> Decimal:
    """The most points, bonuses aside, that the `assigned` criteria below a node come to under its caps."""
    if not isinstance(node, Criteria | Group):
        return highest(node) if node.id in assigned else ZERO
    whole = sum((worth(each, assigned) for each in parts_of(node)), ZERO)
    return min(whole, node.cap) if isinstance(node, Group) and node.cap is not None else whole


def parts_of(node: Criteria | Group) -> list[Criterion]:
    """The criteria and groups right below a node."""
    return node.criteria if isinstance(node, Criteria) else node.items


def inside(node: Group | Item) -> list[Item]:
    """The scored criteria of a group, at any depth; of a criterion itself."""
    if not isinstance(node, Group):
        return [node]
    return [item for _, item in walk(node.items, ()) if not isinstance(item, Group)]


def only_added(criteria: Criteria) -> bool:
    """Whether points only have to be added: no caps, no floors, no gates."""
    if any(item.only_if is not None for item in criteria.scored()):
        return False
    groups = [item for _, item in walk(criteria.criteria, ()) if isinstance(item, Group)]
    nodes: list[Criteria | Group] = [criteria, *groups]
    bounds = (bound for node in nodes for bound in (node.cap, node.floor, node.bonus_cap, node.penalty_cap))
    return all(bound is None for bound in bounds)


def scopes(item: Item) -> list[frozenset[str]]:
    """The folded names of the types of units that a criterion is for, each a condition; an empty one is all.

    Alternatives are together for the types that any of them is for.
    """
    found = [frozenset(map(fold, item.applies_to))]
    if isinstance(item, OneOf):
        parts = [frozenset(map(fold, part.applies_to)) for part in item.items]
        found.append(frozenset[str]().union(*parts) if all(parts) else frozenset())
    return found
