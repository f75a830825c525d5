"""Sums of points, exact: one common divisor for a whole table, caps of bonuses and penalties."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import lcm
from typing import TYPE_CHECKING

from thidua_cli.plan.criteria import Bonus, Criteria, Criterion, Group, Penalty
from thidua_cli.scoring.points.exact import ONE, ZERO, Ratio, plus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thidua_cli.scoring.points.column_scores import ColumnScore
    from thidua_cli.tables.table import CellValue


@dataclass(frozen=True, slots=True)
class Capped:
    """The bonuses, or the penalties, of a node of the criteria, under the cap of the node if it has one."""

    cap: Decimal | None
    columns: tuple[ColumnScore, ...]
    inside: tuple[Capped, ...]

    @property
    def binds(self) -> bool:
        """Whether anything here or below is capped together."""
        return self.cap is not None or any(node.binds for node in self.inside)

    def sums(self, row: Sequence[CellValue]) -> tuple[Decimal, Decimal]:
        """The sum as earned and the sum as capped, both without sign; what is not known counts nothing."""
        found = (column.scaled(row) for column in self.columns)
        # Bonuses and penalties are whole multiples of their points: always Decimal, never to be divided.
        plain = capped = sum((abs(points) for points in found if isinstance(points, Decimal)), ZERO)
        for node in self.inside:
            inner_plain, inner_capped = node.sums(row)
            plain += inner_plain
            capped += inner_capped
        return plain, capped if self.cap is None else min(capped, self.cap)

    def excess(self, row: Sequence[CellValue]) -> Decimal:
        """What the caps cut off."""
        plain, capped = self.sums(row)
        return plain - capped


def capped_tree(
    node: Criteria | Group, kind: type[Bonus | Penalty], columns: Mapping[str, ColumnScore]
) -> Capped:
    """The bonuses (or penalties) of a node, group by group."""
    items: list[Criterion] = node.criteria if isinstance(node, Criteria) else node.items
    return Capped(
        node.bonus_cap if kind is Bonus else node.penalty_cap,
        tuple(columns[item.id] for item in items if isinstance(item, kind)),
        tuple(capped_tree(item, kind, columns) for item in items if isinstance(item, Group)),
    )


class Totals:
    """Adds up rows. Runs in the EXACT context."""

    def __init__(self, criteria: Criteria, columns: Mapping[str, ColumnScore]) -> None:
        there = [score for score in columns.values() if score.column is not None]
        self._all_there = len(there) == len(columns)
        # Where lower is better every cell has a divisor of its own; those columns are added one by one.
        self._apart = [score for score in there if _has_ratios(score)]
        level = [score for score in there if not _has_ratios(score)]
        common = lcm(*(score.scale.as_integer_ratio()[0] for score in level))
        self._common = Decimal(common)
        self._level = [(score.column or 0, _raised(score, common)) for score in level]
        bonus, penalty = (capped_tree(criteria, kind, columns) for kind in (Bonus, Penalty))
        self._caps = [(tree, sign) for tree, sign in ((bonus, -ONE), (penalty, ONE)) if tree.binds]

    def add(self, row: Sequence[CellValue]) -> tuple[Ratio, bool]:
        """The exact total of a row, and whether every criterion is in it."""
        total, complete = ZERO, self._all_there
        for column, raised in self._level:
            points = raised.get(row[column])
            if points is None:
                complete = False
            else:
                total += points
        for tree, sign in self._caps:
            total += sign * tree.excess(row) * self._common
        whole = Ratio(total, self._common)
        for score in self._apart:
            ratio = score.ratio(row)
            if ratio is None:
                complete = False
            else:
                whole = plus(whole, ratio)
        return whole, complete


def _has_ratios(score: ColumnScore) -> bool:
    return any(isinstance(points, Ratio) for points in score.earned.values())


def _raised(score: ColumnScore, common: int) -> dict[CellValue, Decimal]:
    """The column's points times the common denominator."""
    top, bottom = score.scale.as_integer_ratio()
    weight = Decimal(common // top * bottom)
    return {cell: points * weight for cell, points in score.earned.items() if isinstance(points, Decimal)}
