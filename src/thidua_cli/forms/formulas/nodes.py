"""What groups and the total are made of as expressions: base, bonuses, penalties under caps and floors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.forms.formulas.language import literal, reference, total
from thidua_cli.plan.criteria.modifiers import Judged
from thidua_cli.plan.criteria.table import Group
from thidua_cli.scoring.standings.limits import bearing, declared, is_bounded, worth

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from thidua_cli.forms.formulas.items import ItemFormulas
    from thidua_cli.plan.criteria.table import Criteria

Parts = tuple[str, str, str]


def rows_of(items: ItemFormulas, inside: Sequence[int]) -> list[int]:
    """The rows of some lines."""
    return [items.places.rows[at] for at in inside]


def worth_of(items: ItemFormulas, inside: Sequence[int]) -> str:
    """The points that could be earned in some lines."""
    return total(rows_of(items, inside), items.places.worth)


def parts(items: ItemFormulas, node: Criteria | Group, inside: Sequence[int], *, raw: bool = False) -> Parts:
    """Base, bonus and penalty (without sign) of a node, the last two under its caps.

    Of the base what is still to be rescaled; `raw`: all of it, as if everything were assigned.
    """
    place = items.places
    kinds: dict[str, list[int]] = {"base": [], "bonus": [], "penalty": []}
    groups: list[int] = []
    inner: list[Parts] = []
    for at in inside:
        item = items.lines[at].item
        if isinstance(item, Judged):
            kinds[bearing(item)].append(place.rows[at])
        elif raw and isinstance(item, Group) and settled(items, [at]):
            inner.append(raw_parts(items, at, item))
        else:
            groups.append(at)
    plain = [at for at in groups if not _is_settled(items, at)]
    taken = total(kinds["penalty"], place.points)
    base = [total(kinds["base"], place.points), total(rows_of(items, plain), place.base)]
    bonus = [total(kinds["bonus"], place.points), total(rows_of(items, groups), place.bonus)]
    penalty = [f"(0-{taken})" if taken else "", total(rows_of(items, groups), place.penalty)]
    for pieces, more in zip((base, bonus, penalty), zip(*inner, strict=True), strict=False):
        pieces += [f"({each})" for each in more]
    return added(*base), _capped(added(*bonus), node.bonus_cap), _capped(added(*penalty), node.penalty_cap)


def raw_parts(items: ItemFormulas, at: int, group: Group) -> Parts:
    """The parts of a group that are not rescaled: what conditions of other criteria look at."""
    return held_parts(*parts(items, group, items.lines[at].inside, raw=True), group)


def held_parts(base: str, bonus: str, penalty: str, group: Group) -> Parts:
    """Bonuses count for what they add under the group's cap and floor, penalties for what they then take."""
    if not is_bounded(group):
        return base, bonus, penalty
    own = held(base, group.floor, group.cap)
    more = held(f"{base}+{bonus}", group.floor, group.cap)
    every = held(f"{base}+{bonus}-({penalty})", group.floor, group.cap)
    return own, f"{more}-{own}", f"{more}-{every}"


def rescaled(criteria: Criteria, base: str, assigned: str) -> str:
    """The base as a share of what was `assigned`, where something was not."""
    whole = worth(criteria, [item.id for item in criteria.scored()])
    if not whole:
        return base
    return f"IF({assigned}={literal(whole)},{base},({base})*{literal(declared(criteria))}/({assigned}))"


def settled(items: ItemFormulas, inside: Sequence[int]) -> str:
    """The base points inside that count as they are; empty where there are none."""
    rows: list[int] = []
    below = list(inside)
    while below:
        at = below.pop(0)
        if _is_settled(items, at):
            rows.append(items.places.rows[at])
        elif isinstance(items.lines[at].item, Group):
            below += items.lines[at].inside
    return total(rows, items.places.base)


def _is_settled(items: ItemFormulas, at: int) -> bool:
    """Whether a line is a group with a cap or a floor, which has rescaled its own base."""
    item = items.lines[at].item
    return isinstance(item, Group) and is_bounded(item)


def added(*pieces: str) -> str:
    """A sum of expressions, empty ones left out."""
    return "+".join(piece for piece in pieces if piece) or "0"


def _capped(expression: str, cap: Decimal | None) -> str:
    return expression if cap is None or expression == "0" else f"MIN({literal(cap)},{expression})"


def held(points: str, floor: Decimal | None, cap: Decimal | None) -> str:
    """Points under a cap and over a floor."""
    if cap is not None:
        points = f"MIN({literal(cap)},{points})"
    return points if floor is None else f"MAX({literal(floor)},{points})"


def raw_points(items: ItemFormulas, at: int, group: Group) -> str:
    """The points of a group, not rescaled; what it shows where it has no cap and no floor."""
    if not settled(items, [at]):
        return reference(items.places.rows[at], items.places.points)
    base, bonus, penalty = raw_parts(items, at, group)
    return f"({base}+{bonus}-({penalty}))"
