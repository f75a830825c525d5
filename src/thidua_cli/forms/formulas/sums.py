"""The formulas of groups and of the total: caps, floors, and what is not assigned."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.forms.formulas.items import LONGEST_FORMULA, LineFormulas
from thidua_cli.forms.formulas.language import literal, quoted, ranges, reference, rounded, total
from thidua_cli.forms.words import word
from thidua_cli.plan.criteria.modifiers import Judged
from thidua_cli.plan.criteria.table import Group, highest
from thidua_cli.scoring.standings.limits import bearing, declared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.forms.formulas.items import ItemFormulas
    from thidua_cli.plan.criteria.table import Criteria

ZERO = Decimal(0)


def group_formulas(items: ItemFormulas, at: int, group: Group) -> LineFormulas:
    """The formulas of a group in its line."""
    line, place = items.lines[at], items.places
    filled = _filled(items, line.inside)
    ruled = any(end is not None for end in (group.cap, group.floor, group.bonus_cap, group.penalty_cap))
    row = place.rows[at]
    parts = [reference(row, column) for column in (place.base, place.bonus, place.penalty)]
    own = f"{parts[0]}+{parts[1]}-{parts[2]}" if ruled else total(_rows(items, line.inside), place.points)
    dashes = _counted(items, line.inside, word("dash"))
    empty = f'IF({dashes}={len(line.inside)},{quoted(word("dash"))},"")'
    hidden = [f"=IF({filled}=0,0,{part})" for part in _bounded(*_parts(items, group, line.inside), group)]
    shown = f"=IF({filled}=0,{empty},{own})"
    if len(shown) > LONGEST_FORMULA:
        shown = f"={own}"
    return LineFormulas(shown, f"={_worth(items, line.inside)}", *hidden)


def total_formulas(items: ItemFormulas, row: int) -> LineFormulas:
    """The formulas of the total, rounded as it is published."""
    criteria, place = items.criteria, items.places
    base, bonus, penalty = _parts(items, criteria, items.tops)
    worth, *parts = (
        reference(row, column) for column in (place.worth, place.base, place.bonus, place.penalty)
    )
    points = f"{_rescaled(criteria, parts[0], worth)}+{parts[1]}-{parts[2]}"
    points = _held(points, criteria.floor, criteria.cap)
    published = rounded(points, criteria.rounding.places, criteria.rounding.mode)
    # Of nothing assigned no share can be taken.
    shown = f'=IF({_filled(items, items.tops)}=0,"",IFERROR({published},{quoted(word("unclear"))}))'
    return LineFormulas(shown, f"={_worth(items, items.tops)}", f"={base}", f"={bonus}", f"={penalty}")


def _rescaled(criteria: Criteria, base: str, worth: str) -> str:
    """The base as a share of what was assigned, where something was not."""
    whole = sum(map(highest, criteria.scored()), ZERO)
    if not whole:
        return base
    return f"IF({worth}={literal(whole)},{base},{base}*{literal(declared(criteria))}/{worth})"


def _worth(items: ItemFormulas, inside: Sequence[int]) -> str:
    return total(_rows(items, inside), items.places.worth)


def _counted(items: ItemFormulas, inside: Sequence[int], text: str) -> str:
    """How many of the lines inside show a text."""
    runs = ranges(_rows(items, inside), items.places.points)
    return "+".join(f"COUNTIF({run},{quoted(text)})" for run in runs)


def _rows(items: ItemFormulas, inside: Sequence[int]) -> list[int]:
    return [items.places.rows[at] for at in inside]


def _filled(items: ItemFormulas, inside: Sequence[int]) -> str:
    """How many of the lines inside show points."""
    return total(_rows(items, inside), items.places.points, "COUNT")


def _parts(items: ItemFormulas, node: Criteria | Group, inside: Sequence[int]) -> tuple[str, str, str]:
    """Base, bonus and penalty (without sign) of a node, the last two under its caps."""
    place = items.places
    kinds: dict[str, list[int]] = {"base": [], "bonus": [], "penalty": [], "group": []}
    for at in inside:
        item = items.lines[at].item
        kinds[bearing(item) if isinstance(item, Judged) else "group"].append(place.rows[at])
    groups = kinds["group"]
    base = _sum(total(kinds["base"], place.points), total(groups, place.base))
    bonus = _sum(total(kinds["bonus"], place.points), total(groups, place.bonus))
    taken = total(kinds["penalty"], place.points)
    penalty = _sum(f"(0-{taken})" if taken else "", total(groups, place.penalty))
    return base, _capped(bonus, node.bonus_cap), _capped(penalty, node.penalty_cap)


def _sum(*pieces: str) -> str:
    return "+".join(piece for piece in pieces if piece) or "0"


def _capped(expression: str, cap: Decimal | None) -> str:
    return expression if cap is None or expression == "0" else f"MIN({literal(cap)},{expression})"


def _bounded(base: str, bonus: str, penalty: str, group: Group) -> tuple[str, str, str]:
    """Bonuses count for what they add under the group's cap and floor, penalties for what they then take."""
    if group.cap is None and group.floor is None:
        return base, bonus, penalty
    own = _held(base, group.floor, group.cap)
    more = _held(f"{base}+{bonus}", group.floor, group.cap)
    every = _held(f"{base}+{bonus}-({penalty})", group.floor, group.cap)
    return own, f"{more}-{own}", f"{more}-{every}"


def _held(points: str, floor: Decimal | None, cap: Decimal | None) -> str:
    """Points under a cap and over a floor."""
    if cap is not None:
        points = f"MIN({literal(cap)},{points})"
    return points if floor is None else f"MAX({literal(floor)},{points})"
