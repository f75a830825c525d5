"""The points of every unit, opened: its criteria with gates and adjustments, then the tree of sums."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.plan.criteria.table import Group, OneOf, walk
from thidua_cli.scoring.exact import Ratio
from thidua_cli.scoring.inputs.input_table import TYPE
from thidua_cli.scoring.points.formulas import UNKNOWN, result
from thidua_cli.scoring.standings.amounts import same
from thidua_cli.scoring.standings.gates import gate_order
from thidua_cli.scoring.standings.items import UNASSIGNED, ItemPoints, adjusted, certain, full, gated, unknown
from thidua_cli.scoring.standings.limits import inside, scopes, worth
from thidua_cli.scoring.standings.scales import common_scale, weight_of
from thidua_cli.scoring.standings.tree_sums import TABLE, TreeSums
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from thidua_cli.plan.criteria.table import Criteria, Item
    from thidua_cli.scoring.inputs.input_table import Adjustment, InputTable
    from thidua_cli.scoring.points.column_scores import ColumnScore, Key
    from thidua_cli.scoring.standings.tree_sums import Breakdown
    from thidua_cli.tables.table import CellValue

# Late changes of one unit: by the id of a criterion or group, TABLE for the total.
OfUnit = dict[str, list["Adjustment"]]
_NONE: OfUnit = {}


class Breakdowns:
    """Opens the points of the units of a table, one after another. Runs in EXACT."""

    def __init__(
        self,
        criteria: Criteria,
        columns: Mapping[str, ColumnScore],
        inputs: InputTable,
        adjustments: Iterable[Adjustment] = (),
    ) -> None:
        self.items: list[Item] = criteria.scored()
        self.adjustments = tuple(adjustments)
        self.adjusted = _by_position(inputs, self.adjustments, _homes(self.items))
        self.inputs = inputs
        self._tree = TreeSums(criteria)
        self.declared = self._tree.declared
        self._known = {item.id: item for _, item in walk(criteria.criteria, ())}
        common = common_scale(columns[item.id] for item in self.items)
        self._points = [
            (item, item.id, item.only_if, _Cells(columns[item.id], common).points)
            for item in gate_order(criteria)
        ]
        self._full = criteria.not_assigned == "full"
        self._simple = not self._full and all(item.only_if is None for item in self.items)
        self._last: tuple[int, Breakdown] | None = None

    def of(self, position: int) -> Breakdown:
        """The points of the unit in a row; the last one is kept."""
        if self._last is None or self._last[0] != position:
            self._last = position, self._open(position)
        return self._last[1]

    def as_scored(self, position: int) -> bool:
        """Whether every criterion of a unit counts just what its cells earn."""
        return self._simple and position not in self.adjusted

    def _open(self, position: int) -> Breakdown:
        row = self.inputs.rows[position].values
        late = self.adjusted.get(position, _NONE)
        items: dict[str, ItemPoints] = {}
        for item, key, gated_by, cells in self._points:
            points = cells(row)
            if gated_by is not None or key in late or not points.assigned:
                points = self._changed(points, item, row, items, late)
            items[key] = points
        return self._tree.breakdown(items, late)

    def _changed(
        self,
        points: ItemPoints,
        item: Item,
        row: Sequence[CellValue],
        items: Mapping[str, ItemPoints],
        late: OfUnit,
    ) -> ItemPoints:
        """Points after what else there is to a criterion than its cells; `items`: those opened before it."""
        gate = item.only_if
        if not points.assigned:
            if not self._full or not self._applies(item, row):
                return points
            points = full(item)
        elif gate is not None:
            points = gated(points, self._reached(gate.criterion, gate.reaches, items, late), gate.criterion)
        return adjusted(points, item, late.get(item.id, ()))

    def _applies(self, item: Item, row: Sequence[CellValue]) -> bool:
        """Whether a criterion is meant for units of this type, so that only the unit was not assigned it."""
        column = self.inputs.columns.get(TYPE)
        said = "" if column is None else row[column]
        kind = fold(said if isinstance(said, str) else said.text)
        return all(not scope or kind in scope for scope in scopes(item))

    def _reached(
        self, key: str, share: Decimal, items: Mapping[str, ItemPoints], late: OfUnit
    ) -> bool | None:
        node = self._known.get(key)
        if node is None or not all(item.id in items for item in inside(node)):
            return None
        return self._tree.reached(node, share, items, late)

    def reached(self, key: str, share: Decimal, position: int) -> bool | None:
        """Whether a criterion or group of a unit came to a share of its maximum; None: not known."""
        return self._reached(key, share, self.of(position).items, self.adjusted.get(position, _NONE))

    def points(self, key: str, position: int) -> Ratio | None:
        """The points of a criterion or group of a unit; None where they are not known or not assigned."""
        ends = self.ends(key, position)
        return ends[0] if ends is not None and same(*ends) else None

    def ends(self, key: str, position: int) -> tuple[Ratio, Ratio] | None:
        """Between which points a criterion or group of a unit lies; None where it is not assigned."""
        node, items = self._known.get(key), self.of(position).items
        if node is None or (not isinstance(node, Group) and not items[key].assigned):
            return None
        return self._tree.ends(node, items, self.adjusted.get(position, _NONE))

    def assigned(self, key: str, position: int) -> bool:
        """Whether a criterion, or any of a group, is assigned to a unit."""
        node, items = self._known.get(key), self.of(position).items
        return node is not None and any(items[each.id].assigned for each in inside(node))

    def share(self, key: str, position: int) -> str:
        """What part of its maximum a criterion or group came to, in percent; as people write it."""
        node, points = self._known.get(key), self.points(key, position)
        most = None if node is None else worth(node, [item.id for item in inside(node)])
        if points is None or not most:
            return UNKNOWN
        return f"{result(Ratio(points.numerator * 100, points.divisor * most))}%"

    def name(self, key: str) -> str:
        """What a criterion or group is called."""
        node = self._known.get(key)
        return key if node is None else node.name


class _Cells:
    """The points of one criterion by the cells that they rest on, each looked up once."""

    def __init__(self, score: ColumnScore, common: int) -> None:
        self._score = score
        self._key = score.key
        self._weight = weight_of(score, common)
        self._common = Decimal(common)
        self._kept: dict[Key, ItemPoints] = {}

    def points(self, row: Sequence[CellValue]) -> ItemPoints:
        key = self._key(row)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._opened(key)
        return found

    def _opened(self, key: Key) -> ItemPoints:
        earned = self._score.earned.get(key)
        if earned is None:
            return UNASSIGNED if key in self._score.not_assigned else unknown(self._score.rule)
        if isinstance(earned, Decimal):
            return certain(Ratio(earned * self._weight, self._common))
        return certain(earned)


def _homes(items: Iterable[Item]) -> dict[str, str]:
    """From the id of an alternative to that of the criterion whose points are added."""
    return {part.id: item.id for item in items if isinstance(item, OneOf) for part in item.items}


def _by_position(
    inputs: InputTable, adjustments: Iterable[Adjustment], homes: Mapping[str, str]
) -> dict[int, OfUnit]:
    """Late changes by the rows of their unit."""
    by_name: dict[str, OfUnit] = {}
    for each in adjustments:
        key = TABLE if each.criterion is None else homes.get(each.criterion, each.criterion)
        by_name.setdefault(fold(each.unit), {}).setdefault(key, []).append(each)
    if not by_name:
        return {}
    names = (fold(inputs.unit(row).text) for row in inputs.rows)
    return {position: by_name[name] for position, name in enumerate(names) if name in by_name}
