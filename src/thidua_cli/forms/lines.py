"""The lines of a form: one a criterion in the order of the file, numbered as offices number them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from thidua_cli.forms.words import count_names
from thidua_cli.plan.criteria.modifiers import Entered
from thidua_cli.plan.criteria.table import Group, OneOf
from thidua_cli.rosters.reading.rows import COUNT
from thidua_cli.scoring.inputs.input_table import BY, DUE, EXEMPT, TARGET, TIE, VETO
from thidua_cli.vietnamese.roman import roman_or_arabic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.plan.criteria.standings import Veto
    from thidua_cli.plan.criteria.table import Criteria, Criterion, Leaf

# Side inputs with a line of their own; those of the others stand in the column of the target.
OWN_LINE = frozenset({BY, EXEMPT})
# The key of the row that adds all up.
TOTAL = "@total"
IN_TARGET = frozenset({TARGET, DUE})


@dataclass(frozen=True, slots=True)
class Line:
    """A line. `key`: as in InputTable (`c1`, `c1.by`, `@veto.x`); of a group its id.

    `inside`: the lines (by position) whose points a group adds up, or of which `item` takes one.
    `owner`: of a side input the position of its criterion. `alternative`: stands within a OneOf.
    `breaks_ties`: `high` or `low`, of a figure that does.
    """

    key: str
    number: str
    name: str
    depth: int
    item: Group | OneOf | Leaf | Veto | None = None
    inside: tuple[int, ...] = ()
    owner: int | None = None
    alternative: bool = False
    breaks_ties: str = ""

    @property
    def leaf(self) -> Leaf | None:
        """The criterion whose value this line takes."""
        return self.item if isinstance(self.item, Entered) else None


def lines_of(criteria: Criteria, *, counts: bool) -> tuple[Line, ...]:
    """The criteria line by line, groups before what they hold; vetoes, tie-breakers, head counts."""
    lines: list[Line] = []
    roman = any(isinstance(item, Group) for item in criteria.criteria)
    for count, item in enumerate(criteria.criteria, 1):
        _add(item, roman_or_arabic(count) if roman else str(count), "" if roman else f"{count}.", 0, lines)
    lines += [Line(f"{VETO}{veto.id}", "", veto.name, 0, veto) for veto in criteria.vetoes]
    orders = {each.column: each.order for each in reversed(criteria.ranking.tie_breaks) if each.column}
    headings = [each.column for each in criteria.ranking.tie_breaks if each.column is not None]
    lines += [
        Line(f"{TIE}{heading}", "", heading, 0, breaks_ties=orders[heading])
        for heading in dict.fromkeys(headings)
    ]
    if counts:
        lines += [Line(f"{COUNT}{id}", "", name, 0) for id, name in count_names().items()]
    return tuple(lines)


def tops(criteria: Criteria, lines: Sequence[Line]) -> tuple[int, ...]:
    """The positions of the criteria and groups that the total adds up."""
    wanted = {item.id for item in criteria.criteria}
    return tuple(at for at, line in enumerate(lines) if line.item is not None and line.key in wanted)


def _add(item: Criterion, number: str, opening: str, depth: int, lines: list[Line]) -> int:
    """Add a criterion and what it holds; its position."""
    at = len(lines)
    lines.append(Line(item.id, number, item.name, depth, item))
    if isinstance(item, Group | OneOf):
        inside = [
            _add(one, f"{opening}{count}", f"{opening}{count}.", depth + 1, lines)
            for count, one in enumerate(item.items, 1)
        ]
        lines[at] = replace(lines[at], inside=tuple(inside))
        if isinstance(item, OneOf):
            for one in inside:
                lines[one] = replace(lines[one], alternative=True)
    else:
        lines += [
            Line(f"{item.id}.{side}", "", heading or "", depth + 1, owner=at)
            for side, heading in item.side_columns.items()
            if side in OWN_LINE
        ]
    return at
