"""In which order criteria are opened, so that a condition (`only_if`) is known before what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.plan.criteria.table import walk
from thidua_cli.scoring.standings.limits import inside

if TYPE_CHECKING:
    from thidua_cli.plan.criteria.table import Criteria, Item


def gate_order(criteria: Criteria) -> list[Item]:
    """Every scored criterion once, after those that its condition rests on.

    A condition that leads back to itself is an error of the table; such criteria come in the order met.
    """
    known = {item.id: item for _, item in walk(criteria.criteria, ())}
    placed: dict[str, Item] = {}
    for first in criteria.scored():
        # Depth first on a stack of its own: a chain of conditions may be as long as the table.
        waiting, met = [first], {first.id}
        while waiting:
            item = waiting[-1]
            node = None if item.only_if is None else known.get(item.only_if.criterion)
            before = [] if node is None else inside(node)
            missing = [each for each in before if each.id not in placed and each.id not in met]
            waiting += missing
            met.update(each.id for each in missing)
            if not missing:
                placed.setdefault(waiting.pop().id, item)
    return list(placed.values())
