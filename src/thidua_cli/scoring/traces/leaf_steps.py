"""The steps of one criterion: what its cells earn, then what its gate and late changes make of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.points.formulas import UNKNOWN, result, sum_of
from thidua_cli.scoring.traces.change_steps import change_step
from thidua_cli.scoring.traces.step import NOT_ADDED, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.scoring.inputs.input_table import InputTable
    from thidua_cli.scoring.points.column_scores import Account, ColumnScore, Key
    from thidua_cli.scoring.standings.breakdowns import Breakdowns
    from thidua_cli.scoring.standings.items import ItemPoints
    from thidua_cli.tables.table import CellValue

# Contents of one criterion whose steps are kept; a column of ever new values would only fill the memory.
MOST_SHARED = 2_000
# Units that led a comparison, named one by one.
MOST_LEADERS = 3


class LeafWriter:
    """Writes the steps of one criterion; units whose cells say the same share one step. Runs in EXACT."""

    def __init__(self, score: ColumnScore, inputs: InputTable, breakdowns: Breakdowns) -> None:
        self._score = score
        self._inputs = inputs
        self._breakdowns = breakdowns
        self._written: dict[Key, Step] = {}
        self._parts = [LeafWriter(part, inputs, breakdowns) for part in score.parts]

    def step(self, row: Sequence[CellValue]) -> Step:
        """What the cells of a row earn."""
        key = self._score.key(row)
        step = self._written.get(key)
        if step is None:
            step = self._write(row)
            if len(self._written) < MOST_SHARED:
                self._written[key] = step
        return step

    def counted(self, row: Sequence[CellValue], points: ItemPoints) -> Step:
        """What the criterion counts in the unit of a row: its cells, then each change."""
        own = self.step(row)
        if not points.changes:
            return own
        rule = self._score.rule
        first = own if own.kind == "not_assigned" else own._replace(kind="points")
        steps = (first, *(change_step(each, self._breakdowns) for each in points.changes))
        value = points.part if points.known else None
        shown = UNKNOWN if value is None else result(value)
        formula = added(steps, shown)
        exact = None if value is None else value.text
        return Step(rule.kind, rule.name, formula, shown, value, exact, children=steps)

    def _write(self, row: Sequence[CellValue]) -> Step:
        rule, account = self._score.rule, self._score.account(row)
        inputs = self._score.columns
        if not account.assigned:
            return Step("not_assigned", rule.name, account.formula, account.shown, None, None, inputs)
        exact = None if account.value is None else account.value.text
        parts = (part.step(row) for part in self._parts)
        nested = [part._replace(kind="alternative") for part in parts]
        nested += self._leaders(account)
        return Step(
            rule.kind, rule.name, account.formula, account.shown, account.value, exact, inputs, tuple(nested),
            said=account.said,
        )  # fmt: skip

    def _leaders(self, account: Account) -> list[Step]:
        """The units that set the standard that others are compared with."""
        steps: list[Step] = []
        for position in account.leaders[:MOST_LEADERS]:
            row = self._inputs.rows[position]
            cell = row.cell(self._score.columns[0])
            name = self._inputs.unit(row).text
            steps.append(Step("standard", name, cell.text, cell.text, None, place=cell.span))
        return steps


def added(steps: Iterable[Step], shown: str) -> str:
    """The sum of steps as a formula: `18,33 + 3 - 1 ≈ 20,33`; of a single one its result."""
    pieces = [step.shown for step in steps if step.shown and step.kind not in NOT_ADDED]
    return sum_of(pieces, shown) if len(pieces) > 1 else shown
