"""Opening a total: a tree of steps from the cells of a unit to its grade and its rank."""

from __future__ import annotations

from decimal import localcontext
from typing import TYPE_CHECKING

from thidua_cli.plan.criteria.table import Group, OneOf, walk
from thidua_cli.rosters.reading.vocabulary import heading_key
from thidua_cli.scoring.exact import EXACT
from thidua_cli.scoring.points.formulas import UNKNOWN, result
from thidua_cli.scoring.standings.amounts import add_up
from thidua_cli.scoring.standings.limits import inside, only_added
from thidua_cli.scoring.standings.tree_sums import TABLE
from thidua_cli.scoring.traces.change_steps import change_step
from thidua_cli.scoring.traces.layer_steps import layers_of_units
from thidua_cli.scoring.traces.leaf_steps import LeafWriter, added
from thidua_cli.scoring.traces.standing_steps import StandingWriter
from thidua_cli.scoring.traces.step import Step
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.plan.criteria.table import Item
    from thidua_cli.scoring.exact import Ratio
    from thidua_cli.scoring.standings.items import Change
    from thidua_cli.scoring.standings.results import Results, UnitResult
    from thidua_cli.scoring.standings.tree_sums import Breakdown


class Explainer:
    """Explains the units of one table of results."""

    def __init__(self, results: Results) -> None:
        self._breakdowns = results.breakdowns
        inputs = results.breakdowns.inputs
        self._leaves = {
            key: LeafWriter(score, inputs, results.breakdowns) for key, score in results.columns.items()
        }
        criteria = results.criteria
        groups = [item for _, item in walk(criteria.criteria, ()) if isinstance(item, Group)]
        nodes = {TABLE: criteria.criteria} | {group.id: group.items for group in groups}
        self._below = {
            key: [(item.id, self._leaves.get(item.id), item) for item in items]
            for key, items in nodes.items()
        }
        self._only_added = only_added(criteria)
        self._layers = layers_of_units(results)
        self._standings = StandingWriter(results)

    def unit(self, unit: UnitResult) -> Step:
        """The whole tree of a unit: its total, the rounding, vetoes, grade and rank."""
        with localcontext(EXACT):
            steps = self._plainly(TABLE, unit)
            value: Ratio | None = unit.total
            if steps is None:
                opened = self._breakdowns.of(unit.position)
                # Of nothing there is no total that a floor could raise.
                changes = () if opened.nothing_assigned else opened.table.changes
                steps = self._children(TABLE, opened, unit, changes)
                value = opened.total if opened.complete else None
                if value is not None and not all(item.known for item in opened.items.values()):
                    steps.append(Step("decided", "", result(value), result(value), None))
            shown = UNKNOWN if value is None else result(value)
            after = self._standings.steps(unit, shown)
            exact = None if value is None else value.text
            formula = added(steps, shown)
            return Step("total", unit.unit, formula, shown, value, exact, children=(*steps, *after))

    def criterion(self, unit: UnitResult, item: Group | Item) -> Step:
        """The tree of one criterion or group of a unit."""
        with localcontext(EXACT):
            return self._step(item, self._breakdowns.of(unit.position), unit)

    def _step(self, item: Group | Item, opened: Breakdown, unit: UnitResult) -> Step:
        if not isinstance(item, Group):
            return self._layered(
                self._leaves[item.id].counted(unit.row.values, opened.items[item.id]), item, unit
            )
        sums = opened.groups[item.id]
        steps = self._children(item.id, opened, unit, sums.changes)
        known = all(opened.items[each.id].known for each in inside(item))
        return self._sum(item, steps, sums.total if known else None)

    def _children(
        self, node: str, opened: Breakdown, unit: UnitResult, changes: Iterable[Change]
    ) -> list[Step]:
        """What stands below a group, or the TABLE, then what the node's own rules did."""
        row, points = unit.row.values, opened.items
        steps = []
        for key, leaf, item in self._below[node]:
            if leaf is None:
                steps.append(self._step(item, opened, unit))
                continue
            step = leaf.counted(row, points[key]) if points[key].changes else leaf.step(row)
            steps.append(self._layered(step, item, unit) if self._layers else step)
        return steps + [change_step(change, self._breakdowns) for change in changes]

    def _plainly(self, node: str, unit: UnitResult) -> list[Step] | None:
        """What stands below a node that is known and only added up; None where there is more to it."""
        if not self._only_added or not self._breakdowns.as_scored(unit.position):
            return None
        row, steps = unit.row.values, []
        for key, leaf, item in self._below[node]:
            if leaf is not None:
                step = leaf.step(row)
                step = self._layered(step, item, unit) if self._layers else step
            else:
                inner = self._plainly(key, unit)
                if inner is None:
                    return None
                value = add_up(step.value for step in inner if step.value is not None)
                step = self._sum(item, inner, value)
            if step.value is None:
                return None
            steps.append(step)
        return steps

    def _layered(self, step: Step, item: Group | Item, unit: UnitResult) -> Step:
        """A step of a criterion below which stands what each layer told, where they differ."""
        parts = item.items if isinstance(item, OneOf) else [item]
        told = [each for part in parts for each in self._layers.get((fold(unit.unit), part.id), ())]
        return step._replace(children=(*told, *step.children)) if told else step

    @staticmethod
    def _sum(item: Group | Item, steps: Sequence[Step], value: Ratio | None) -> Step:
        shown = UNKNOWN if value is None else result(value)
        exact = None if value is None else value.text
        return Step(item.kind, item.name, added(steps, shown), shown, value, exact, children=tuple(steps))


def find_criteria(results: Results, name: str) -> list[Group | Item]:
    """The criteria or groups of an id or a name, marks and case aside; an id goes before names."""
    wanted = heading_key(name)
    items = [item for _, item in walk(results.criteria.criteria, ())]
    by_id = [item for item in items if heading_key(item.id) == wanted]
    return by_id or [item for item in items if heading_key(item.name) == wanted]


def criteria_names(results: Results) -> list[str]:
    """The ids and the names of all criteria and groups."""
    return [word for _, item in walk(results.criteria.criteria, ()) for word in (item.id, item.name)]
