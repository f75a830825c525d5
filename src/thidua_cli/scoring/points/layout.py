"""Which cells of a row the points of one criterion rest on."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.criteria.measured import Leader, Relative
from thidua_cli.scoring.inputs.input_table import CLUSTER, EVIDENCE, TYPE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thidua_cli.plan.criteria.table import Leaf
    from thidua_cli.scoring.points.column_scores import Key
    from thidua_cli.scoring.points.scene import Scene
    from thidua_cli.tables.table import CellValue

SIDE = "side"


class Layout(NamedTuple):
    """The columns of a key, the criterion's own first, and at which place of the key the others stand."""

    columns: tuple[int, ...]
    places: dict[str, int]

    @property
    def key(self) -> Callable[[Sequence[CellValue]], Key]:
        """From the cells of a row to the key: the cell itself where there is one column only."""
        return itemgetter(*self.columns)

    def cell(self, key: Key, name: str) -> CellValue:
        """One cell of a key of several: SIDE, EVIDENCE, TYPE or CLUSTER."""
        return key[self.places[name]]  # type: ignore[index, return-value] # with places a key is a tuple of cells


def layout_of(rule: Leaf, scene: Scene) -> Layout | None:
    """The cells of a criterion; None where a column that it needs is not told."""
    wanted = [("", rule.id)]
    wanted += [(SIDE, f"{rule.id}.{suffix}") for suffix in rule.side_columns]
    if rule.evidence == "required":
        wanted.append((EVIDENCE, f"{rule.id}.{EVIDENCE}"))
    if rule.applies_to:
        wanted.append((TYPE, TYPE))
    if scene.clustered and compares(rule):
        wanted.append((CLUSTER, CLUSTER))
    if any(key not in scene.columns for _, key in wanted):
        return None
    columns = tuple(scene.columns[key] for _, key in wanted)
    return Layout(columns, {name: place for place, (name, _) in enumerate(wanted) if name})


def compares(rule: Leaf) -> bool:
    """Whether what one unit earns depends on the others of its comparison group."""
    return isinstance(rule, Leader | Relative) or rule.blank == "average"


def cells_of(key: Key) -> tuple[CellValue, ...]:
    """The cells of a key."""
    # A number that a workbook stores is a tuple too, of a class of its own.
    return key if type(key) is tuple else (key,)  # type: ignore[return-value] # a key of a layout holds cells


def text_of(cell: CellValue) -> str:
    """What a cell says."""
    return cell if isinstance(cell, str) else cell.text


def main_cell(key: Key) -> CellValue:
    """The cell of the criterion's own column."""
    return key[0] if type(key) is tuple else key  # type: ignore[return-value] # a key of a layout holds cells
