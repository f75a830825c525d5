"""Opening a total: a tree of steps, each with its formula, its exact value and the column it rests on."""

from __future__ import annotations

from decimal import localcontext
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.criteria import Bonus, Criteria, Criterion, Group, Leaf, Penalty, YesNo, walk
from thidua_cli.scoring.inputs.vocabulary import heading_key
from thidua_cli.scoring.points.exact import EXACT, ZERO, Ratio, plus
from thidua_cli.scoring.points.formulas import UNKNOWN, Formula, formula_of, number, result, sum_of
from thidua_cli.scoring.standings.totals import Capped, capped_tree
from thidua_cli.tables.table import column_letters
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from thidua_cli.scoring.points.column_scores import ColumnScore
    from thidua_cli.scoring.results.results import Results, UnitResult
    from thidua_cli.tables.table import CellValue


# Cells of one criterion whose steps are kept; a column of ever new values would only fill the memory.
MOST_SHARED = 2_000


class Step(NamedTuple):
    """A step of a computation. `kind`: the criterion's, or total, rounding, bonus_cap, penalty_cap.

    `label`: the name of the unit or criterion; of a cap the cap, of the rounding its mode. `shown`: the
    value as printed. `value` and `exact` (its text): None where a part is not known. `column`: the letters
    of the input's column; its row is the unit's.
    """

    kind: str
    label: str
    formula: str
    shown: str
    value: Ratio | None
    exact: str | None = None
    column: str = ""
    children: tuple[Step, ...] = ()


class LeafWriter:
    """Writes the steps of one criterion; cells that say the same share one step."""

    def __init__(self, score: ColumnScore) -> None:
        self._score = score
        self._written: dict[CellValue, Step] = {}
        self._formula: Formula = formula_of(score.rule)
        self._letters = "" if score.column is None else column_letters(score.column)
        self._absent = Step(score.rule.kind, score.rule.name, UNKNOWN, UNKNOWN, None)

    def step(self, row: Sequence[CellValue]) -> Step:
        """The step of a row. Runs in EXACT."""
        column = self._score.column
        if column is None:
            return self._absent
        cell = row[column]
        step = self._written.get(cell)
        if step is None:
            step = self._write(cell)
            if len(self._written) < MOST_SHARED:
                self._written[cell] = step
        return step

    def _write(self, cell: CellValue) -> Step:
        rule, earned = self._score.rule, self._score.earned.get(cell)
        said = cell if isinstance(cell, str) else cell.text
        if earned is None:
            formula = f"{said} → {UNKNOWN}" if said else UNKNOWN
            return self._absent._replace(formula=formula, column=self._letters)
        value = self._score.ratio_of(earned)
        shown = result(value)
        actual = self._score.values[cell]
        # Words and plain numbers are quoted as the person wrote them, other numbers as they were read.
        quoted = said if said.isdecimal() or isinstance(rule, YesNo) else number(actual)
        formula = self._formula(actual, quoted, shown)
        return Step(rule.kind, rule.name, formula, shown, value, value.text, self._letters)


class Explainer:
    """Explains the units of one table of results."""

    def __init__(self, results: Results) -> None:
        self._results = results
        self._leaves = {key: LeafWriter(score) for key, score in results.columns.items()}

    def unit(self, unit: UnitResult) -> Step:
        """The whole tree of a unit's total, down to the rounding."""
        criteria = self._results.criteria
        with localcontext(EXACT):
            children = self._children(criteria, criteria.criteria, unit)
            known = all(child.value is not None for child in children)
            shown = result(unit.total) if known else UNKNOWN
        formula = sum_of([child.shown for child in children], shown)
        published = format_number(unit.published, criteria.rounding.places)
        if not known:
            return Step("total", unit.unit, formula, shown, None, children=children)
        last = Ratio(unit.published)
        rounding = Step(
            "rounding", criteria.rounding.mode, f"{shown} → {published}", published, last, last.text
        )
        total = unit.total
        return Step("total", unit.unit, formula, shown, total, total.text, children=(*children, rounding))

    def criterion(self, unit: UnitResult, item: Group | Leaf) -> Step:
        """The tree of one criterion or group of a unit."""
        with localcontext(EXACT):
            return self._step(item, unit)

    def _step(self, item: Group | Leaf, unit: UnitResult) -> Step:
        if not isinstance(item, Group):
            return self._leaves[item.id].step(unit.row.values)
        children = self._children(item, item.items, unit)
        values = [child.value for child in children if child.value is not None]
        value = reduce(plus, values, Ratio(ZERO)) if len(values) == len(children) else None
        shown = UNKNOWN if value is None else result(value)
        formula = sum_of([child.shown for child in children], shown)
        exact = None if value is None else value.text
        return Step(item.kind, item.name, formula, shown, value, exact, children=children)

    def _children(self, node: Criteria | Group, items: list[Criterion], unit: UnitResult) -> tuple[Step, ...]:
        leaves, row = self._leaves, unit.row.values
        steps = [
            leaf.step(row) if (leaf := leaves.get(item.id)) else self._step(item, unit) for item in items
        ]
        for cap, kind, name in (
            (node.bonus_cap, Bonus, "bonus_cap"),
            (node.penalty_cap, Penalty, "penalty_cap"),
        ):
            if cap is not None:
                tree = capped_tree(node, kind, self._results.columns)
                steps += _cut(cap, tree, name, unit)
        return tuple(steps)


def _cut(cap: Decimal, tree: Capped, kind: str, unit: UnitResult) -> list[Step]:
    """What the cap of a node takes back, beyond what caps further down have taken."""
    row = unit.row.values
    inner = sum((node.sums(row)[1] for node in tree.inside), ZERO)
    own, _ = Capped(None, tree.columns, ()).sums(row)
    before, (_, after) = inner + own, tree.sums(row)
    if before == after:
        return []
    first, second = (after, before) if kind == "bonus_cap" else (before, after)
    value = Ratio(first - second)
    shown = number(value.numerator)
    formula = f"{number(first)} - {number(second)} = {shown}"
    return [Step(kind, number(cap), formula, shown, value, value.text)]


def find_criteria(results: Results, name: str) -> list[Group | Leaf]:
    """The criteria or groups of an id or a name, marks and case aside; an id goes before names."""
    wanted = heading_key(name)
    items = [item for _, item in walk(results.criteria.criteria, ())]
    by_id = [item for item in items if heading_key(item.id) == wanted]
    return by_id or [item for item in items if heading_key(item.name) == wanted]


def criteria_names(results: Results) -> list[str]:
    """The ids and the names of all criteria and groups."""
    return [word for _, item in walk(results.criteria.criteria, ()) for word in (item.id, item.name)]
