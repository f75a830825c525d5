"""The formula of a cell that shows points: of a criterion with its modifiers, and of alternatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.forms.formulas.language import (
    DUST_PLACES,
    all_of,
    any_of,
    literal,
    quoted,
    reference,
    rounded,
)
from thidua_cli.forms.formulas.nodes import raw_points
from thidua_cli.forms.formulas.shapes import COMPUTED, Inputs
from thidua_cli.forms.lines import tops
from thidua_cli.forms.words import word
from thidua_cli.plan.criteria.counted import Count, Occurrence
from thidua_cli.plan.criteria.measured import Leader, Relative
from thidua_cli.plan.criteria.modifiers import Judged
from thidua_cli.plan.criteria.table import Group, OneOf, highest
from thidua_cli.scoring.inputs.input_table import BY, EXEMPT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.forms.lines import Line
    from thidua_cli.plan.criteria.table import Criteria, Item, Leaf

# A sheet takes no longer formula.
LONGEST_FORMULA = 8_000


class Places(NamedTuple):
    """Where the cells of a form stand: rows by line, 0-based columns, the cell of the unit's type.

    Hidden columns: `worth`, the points that could be earned of what was assigned; `base`, `bonus` and
    `penalty`, what groups are made of.
    """

    rows: tuple[int, ...]
    value: int
    target: int
    points: int
    evidence: int
    worth: int
    base: int
    bonus: int
    penalty: int
    type_cell: str = ""


def by_council(item: Group | Item) -> bool:
    """Whether a form cannot compute the points, because they depend on other units."""
    if isinstance(item, Group | OneOf):
        return any(by_council(one) for one in item.items)
    return isinstance(item, Leader | Relative)


class LineFormulas(NamedTuple):
    """What stands in the cells of a line: of the points that are shown, and in the hidden columns."""

    shown: str = ""
    worth: str = ""
    base: str = ""
    bonus: str = ""
    penalty: str = ""

    @property
    def hidden(self) -> tuple[str, str, str, str]:
        """Those of the hidden columns, in the order of `columns.PARTS`."""
        return self[1], self[2], self[3], self[4]


class ItemFormulas:
    """The formulas of the criteria of one form, by the values in the column `places.value`."""

    def __init__(self, criteria: Criteria, lines: Sequence[Line], places: Places) -> None:
        self.criteria, self.lines, self.places = criteria, lines, places
        self.at = {line.key: at for at, line in enumerate(lines)}
        self.tops = tops(criteria, lines)
        self._dash, self._unclear = quoted(word("dash")), quoted(word("unclear"))
        self._absent = quoted(word("not_assigned"))

    def formulas(self, at: int) -> LineFormulas:
        """The formulas of the criterion in a line."""
        item = self.lines[at].item
        if not isinstance(item, Judged):
            return LineFormulas()
        return LineFormulas(self._shown(item, at), self._worth(item, at))

    def _shown(self, item: Item, at: int) -> str:
        """What stands in the cell of the points; empty where no form can compute it."""
        if by_council(item):
            return ""
        points = self._one_of(item, at) if isinstance(item, OneOf) else self._leaf(item, at)
        if item.applies_to and self.places.type_cell:
            unknown = f'IF({self.places.type_cell}="",{self._unclear},{self._dash})'
            points = f"IF({self.applies(item)},{points},{unknown})"
        return f"={points}" if len(points) < LONGEST_FORMULA else ""

    def _worth(self, item: Item, at: int) -> str:
        """The points that could be earned: none where the criterion was not assigned."""
        most = highest(item)
        if not most or self.lines[at].alternative:
            return ""
        offered = literal(most)
        if self.criteria.not_assigned == "rescale":
            offered = f"IF({self.unassigned(at)},0,{offered})"
        if item.applies_to and self.places.type_cell:
            offered = f"IF({self.applies(item)},{offered},0)"
        return f"={offered}"

    def cell(self, at: int) -> str:
        """The points of a line."""
        return reference(self.places.rows[at], self.places.points)

    def applies(self, item: Judged) -> str:
        """The condition that a criterion is meant for units of this type."""
        return any_of([f"{self.places.type_cell}={quoted(kind)}" for kind in item.applies_to])

    def unassigned(self, at: int) -> str:
        """The condition that a criterion was not assigned to the unit."""
        item, inside = self.lines[at].item, self.lines[at].inside
        if isinstance(item, OneOf):
            conditions = [all_of([f"{self.cell(one)}={self._dash}" for one in inside])]
            if item.blank == "not_assigned":
                conditions.append(f"COUNT({','.join(map(self.cell, inside))})=0")
            return any_of(conditions)
        cells = self._inputs(at)
        conditions = [f"{cells.value}={self._absent}"]
        if cells.target:
            conditions.append(f"{cells.target}={self._absent}")
        if isinstance(item, Judged) and item.blank == "not_assigned":
            conditions.append(f'{cells.value}=""')
        return any_of(conditions)

    def _inputs(self, at: int) -> Inputs:
        """The cells that the points of a line rest on."""
        place, row, key = self.places, self.places.rows[at], self.lines[at].key
        leaf = self.lines[at].leaf
        own_target = leaf is not None and any(side not in (BY, EXEMPT) for side in leaf.side_columns)
        by, exempt = (self._side(f"{key}.{side}") for side in (BY, EXEMPT))
        return Inputs(
            reference(row, place.value),
            reference(row, place.target) if own_target else "",
            by,
            exempt,
            reference(row, place.evidence),
        )

    def _side(self, key: str) -> str:
        at = self.at.get(key)
        return "" if at is None else reference(self.places.rows[at], self.places.value)

    def _leaf(self, leaf: Leaf, at: int) -> str:
        cells = self._inputs(at)
        earned = COMPUTED[type(leaf)](leaf, cells)
        points = self._modified(leaf, earned.points, cells)
        certain = f"IFERROR(IF({all_of(earned.sound)},{points},{self._unclear}),{self._unclear})"
        if leaf.blank == "zero" and isinstance(leaf, Count | Occurrence):
            blank = self._modified(leaf, "0", cells)
        else:
            blank = self._blank(leaf)
        given = f'IF({cells.value}="",{blank},{certain})'
        return f"IF({self.unassigned(at)},{self._unassigned_points(leaf)},{given})"

    def _one_of(self, item: OneOf, at: int) -> str:
        cells = [self.cell(one) for one in self.lines[at].inside]
        listed = ",".join(cells)
        unclear = any_of([f"{cell}={self._unclear}" for cell in cells])
        best = self._modified(item, f"MAX({listed})")
        certain = best if item.choose == "best" else f"IF(COUNT({listed})=1,{best},{self._unclear})"
        chosen = f"IF(COUNT({listed})=0,{self._blank(item)},{certain})"
        absent = f"IF({self.unassigned(at)},{self._unassigned_points(item)},{chosen})"
        return f"IF({unclear},{self._unclear},{absent})"

    def _blank(self, item: Item) -> str:
        """What no data give."""
        if item.blank == "zero":
            return "0"
        return self._dash if item.blank == "average" else '""'

    def _modified(self, item: Item, points: str, cells: Inputs | None = None) -> str:
        """Least points, rounding, evidence, and the criterion that this one depends on."""
        if item.floor is not None:
            points = f"MAX({literal(item.floor)},{points})"
        if item.rounding is not None:
            points = rounded(points, item.rounding.places, item.rounding.mode)
        if cells is not None and not isinstance(item, OneOf) and item.evidence == "required":
            points = f'IF(TRIM({cells.evidence})="",0,{points})'
        return self._gated(item, points)

    def _gated(self, item: Item, points: str) -> str:
        gate = item.only_if
        at = None if gate is None else self.at.get(gate.criterion)
        if gate is None or at is None:
            return points
        owner, other = self.lines[at].item, self.cell(at)
        if not isinstance(owner, Group | Judged) or not highest(owner) or by_council(owner):
            return self._unclear
        most = reference(self.places.rows[at], self.places.worth)
        wanted = f"ROUND({literal(gate.reaches)}*{most},{DUST_PLACES})"
        came_to = raw_points(self, at, owner) if isinstance(owner, Group) else other
        reached = f"ROUND({came_to},{DUST_PLACES})>={wanted}"
        # What was not assigned to the unit cannot fail it, and nothing can fail what earns nothing.
        unknown = f"IF({other}={self._dash},{points},IF({points}=0,0,{self._unclear}))"
        return f"IF(ISNUMBER({other}),IF({reached},{points},0),{unknown})"

    def _unassigned_points(self, item: Item) -> str:
        full = self.criteria.not_assigned == "full"
        return literal(highest(item)) if full else self._dash
