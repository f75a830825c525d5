"""Opening a total: a tree of steps, each with its formula, its exact value and the cell it rests on."""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.criteria import Bonus, Criteria, Criterion, Group, Leaf, Penalty, YesNo
from thidua_cli.scoring.exact import EXACT, ONE, ZERO, Ratio, plus
from thidua_cli.scoring.formulas import UNKNOWN, Formula, formula_of, number, result, sum_of
from thidua_cli.scoring.totals import Capped, capped_tree
from thidua_cli.tables.table import column_letters
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.scoring.column_scores import ColumnScore
    from thidua_cli.scoring.results import Results, UnitResult
    from thidua_cli.tables.table import CellValue


class Step(NamedTuple):
    """A step of a computation. `kind`: the criterion's, or total, rounding, bonus_cap, penalty_cap.

    `label`: the name of the unit or criterion; of a cap the cap, of the rounding its mode. `shown`: the
    value as printed. `value` and `exact` (its text): None where a part is not known. `cell`: the address of
    the input.
    """

    kind: str
    label: str
    formula: str
    shown: str
    value: Ratio | None
    exact: str | None = None
    cell: str = ""
    children: tuple[Step, ...] = ()


# Formula, result as shown, numerator and divisor, exact text: plain values, which the collector of cycles
# need not follow however many there are.
Written = tuple[str, str, Decimal | None, Decimal, str | None]


class LeafWriter:
    """Writes the steps of one criterion; cells that say the same are written once."""

    def __init__(self, score: ColumnScore) -> None:
        self._score = score
        self._written: dict[CellValue, Written] = {}
        self._formula: Formula = formula_of(score.rule)
        self._letters = "" if score.column is None else column_letters(score.column)

    def step(self, unit: UnitResult) -> Step:
        """The step of a unit. Runs in EXACT."""
        rule, column = self._score.rule, self._score.column
        if column is None:
            return Step(rule.kind, rule.name, UNKNOWN, UNKNOWN, None)
        cell = unit.row.values[column]
        written = self._written.get(cell)
        if written is None:
            written = self._written[cell] = self._write(cell)
        formula, shown, numerator, divisor, exact = written
        value = None if numerator is None else Ratio(numerator, divisor)
        address = f"{self._letters}{unit.row.number}"
        return Step(rule.kind, rule.name, formula, shown, value, exact, address)

    def _write(self, cell: CellValue) -> Written:
        earned = self._score.earned.get(cell)
        value = None if earned is None else self._score.ratio_of(earned)
        said = cell if isinstance(cell, str) else cell.text
        if value is None:
            return f"{said} → {UNKNOWN}" if said else UNKNOWN, UNKNOWN, None, ONE, None
        shown = result(value)
        actual = self._score.values[cell]
        # Words and plain numbers are quoted as the person wrote them, other numbers as they were read.
        quoted = said if said.isdecimal() or isinstance(self._score.rule, YesNo) else number(actual)
        return self._formula(actual, quoted, shown), shown, *value, value.text


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
        formula = sum_of((child.shown for child in children), shown)
        published = format_number(unit.published, criteria.rounding.places)
        if not known:
            return Step("total", unit.unit, formula, shown, None, children=children)
        last = Ratio(unit.published)
        rounding = Step(
            "rounding", criteria.rounding.mode, f"{shown} → {published}", published, last, last.text
        )
        total = unit.total
        return Step("total", unit.unit, formula, shown, total, total.text, children=(*children, rounding))

    def criterion(self, unit: UnitResult, criterion_id: str) -> Step | None:
        """The tree of one criterion or group of a unit; None where no criterion has that id."""
        found = _find(self._results.criteria.criteria, criterion_id)
        with localcontext(EXACT):
            return None if found is None else self._step(found, unit)

    def _step(self, item: Group | Leaf, unit: UnitResult) -> Step:
        if not isinstance(item, Group):
            return self._leaves[item.id].step(unit)
        children = self._children(item, item.items, unit)
        values = [child.value for child in children if child.value is not None]
        value = reduce(plus, values, Ratio(ZERO)) if len(values) == len(children) else None
        shown = UNKNOWN if value is None else result(value)
        formula = sum_of((child.shown for child in children), shown)
        exact = None if value is None else value.text
        return Step(item.kind, item.name, formula, shown, value, exact, children=children)

    def _children(self, node: Criteria | Group, items: list[Criterion], unit: UnitResult) -> tuple[Step, ...]:
        steps = [self._step(item, unit) for item in items]
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


def _find(items: list[Criterion], criterion_id: str) -> Group | Leaf | None:
    for item in items:
        if item.id == criterion_id:
            return item
        if isinstance(item, Group) and (found := _find(item.items, criterion_id)):
            return found
    return None


def explain(results: Results, unit: str, criterion: str | None = None) -> Step | None:
    """The steps of a unit's total, or of one of its criteria; None where there is no such unit or id."""
    found = results.find(unit)
    if found is None:
        return None
    explainer = Explainer(results)
    return explainer.unit(found) if criterion is None else explainer.criterion(found, criterion)


def explain_all(results: Results) -> Iterator[Step]:
    """The tree of every unit, in the order of the results."""
    explainer = Explainer(results)
    return (explainer.unit(unit) for unit in results.units)
