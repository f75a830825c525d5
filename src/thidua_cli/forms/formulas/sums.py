"""The formulas of groups and of the total: caps, floors, and what is not assigned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.forms.formulas.items import LONGEST_FORMULA, LineFormulas
from thidua_cli.forms.formulas.language import quoted, ranges, reference, rounded, total
from thidua_cli.forms.formulas.nodes import (
    added,
    held,
    held_parts,
    parts,
    rescaled,
    rows_of,
    settled,
    worth_of,
)
from thidua_cli.forms.words import word
from thidua_cli.scoring.standings.limits import is_bounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.forms.formulas.items import ItemFormulas
    from thidua_cli.plan.criteria.table import Group


def group_formulas(items: ItemFormulas, at: int, group: Group) -> LineFormulas:
    """The formulas of a group in its line."""
    line, place = items.lines[at], items.places
    filled = _filled(items, line.inside)
    ruled = any(end is not None for end in (group.cap, group.floor, group.bonus_cap, group.penalty_cap))
    row = place.rows[at]
    base, bonus, penalty = (reference(row, column) for column in (place.base, place.bonus, place.penalty))
    if not is_bounded(group):
        base = added(base, settled(items, line.inside))
    own = f"{base}+{bonus}-{penalty}" if ruled else total(rows_of(items, line.inside), place.points)
    dashes = _counted(items, line.inside, word("dash"))
    empty = f'IF({dashes}={len(line.inside)},{quoted(word("dash"))},"")'
    hidden = [f"=IF({filled}=0,0,{part})" for part in _parts(items, group, line.inside)]
    shown = f"=IF({filled}=0,{empty},{own})"
    if len(shown) > LONGEST_FORMULA:
        shown = f"={own}"
    most = held(worth_of(items, line.inside), None, group.cap)
    return LineFormulas(shown, f"={most}", *hidden)


def total_formulas(items: ItemFormulas, row: int) -> LineFormulas:
    """The formulas of the total, rounded as it is published."""
    criteria, place = items.criteria, items.places
    base, bonus, penalty = parts(items, criteria, items.tops)
    most, *own = (reference(row, column) for column in (place.worth, place.base, place.bonus, place.penalty))
    whole = added(rescaled(criteria, own[0], most), settled(items, items.tops))
    points = held(f"{whole}+{own[1]}-{own[2]}", criteria.floor, criteria.cap)
    published = rounded(points, criteria.rounding.places, criteria.rounding.mode)
    # Of nothing assigned no share can be taken.
    shown = f'=IF({_filled(items, items.tops)}=0,"",IFERROR({published},{quoted(word("unclear"))}))'
    return LineFormulas(shown, f"={worth_of(items, items.tops)}", f"={base}", f"={bonus}", f"={penalty}")


def _parts(items: ItemFormulas, group: Group, inside: Sequence[int]) -> tuple[str, str, str]:
    """Base, bonus and penalty; cap and floor hold for what the group counts in the total, so rescaled."""
    base, bonus, penalty = parts(items, group, inside)
    if not is_bounded(group):
        return base, bonus, penalty
    # Where bonuses are all that was assigned there is nothing to rescale.
    base = f"IFERROR({rescaled(items.criteria, base, worth_of(items, items.tops))},0)"
    return held_parts(added(base, settled(items, inside)), bonus, penalty, group)


def _counted(items: ItemFormulas, inside: Sequence[int], text: str) -> str:
    """How many of the lines inside show a text."""
    runs = ranges(rows_of(items, inside), items.places.points)
    return "+".join(f"COUNTIF({run},{quoted(text)})" for run in runs)


def _filled(items: ItemFormulas, inside: Sequence[int]) -> str:
    """How many of the lines inside show points."""
    return total(rows_of(items, inside), items.places.points, "COUNT")
