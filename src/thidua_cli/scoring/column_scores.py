"""One criterion over all rows: each distinct cell is read and scored once."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.exact import ONE
from thidua_cli.scoring.readings import NOTES, Readings, both_readings, read_column
from thidua_cli.scoring.shapes import Gap, Points, shape_of
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from thidua_cli.plan.criteria import Leaf
    from thidua_cli.tables.collected import Findings
    from thidua_cli.tables.table import CellValue, Row


@dataclass(frozen=True, slots=True)
class ColumnScore:
    """A criterion's values and points by the cell's content; a cell not in `earned` is not scored.

    `earned` is `scale` times the points. `column` is None where the table does not have the criterion.
    """

    rule: Leaf
    column: int | None
    values: Mapping[CellValue, Decimal]
    earned: Mapping[CellValue, Points]
    scale: Decimal = ONE

    def scaled(self, row: Sequence[CellValue]) -> Points | None:
        """`scale` times the points of a row; None where they are not known."""
        return None if self.column is None else self.earned.get(row[self.column])

    def points(self, row: Sequence[CellValue]) -> Fraction | None:
        """The exact points of a row; None where they are not known."""
        earned = self.scaled(row)
        return None if earned is None else Fraction(earned) / Fraction(self.scale)


def score_column(rule: Leaf, column: int | None, rows: Sequence[Row], findings: Findings) -> ColumnScore:
    """Read and score a criterion in every row, with a finding at each cell that needs a person."""
    if column is None:
        return ColumnScore(rule, None, {}, {})
    readings = read_column(rule, (row.values[column] for row in rows))
    points, scale = shape_of(rule)
    earned: dict[CellValue, Points] = {}
    for cell, value in readings.values.items():
        found = points(value)
        if isinstance(found, Gap):
            readings.notes[cell] = found.value
        else:
            earned[cell] = found
    if readings.notes:
        _report(rule, column, rows, readings, findings)
    return ColumnScore(rule, column, readings.values, earned, scale)


def _report(rule: Leaf, column: int, rows: Sequence[Row], readings: Readings, findings: Findings) -> None:
    met: set[str] = set()
    for row in rows:
        key = readings.notes.get(row.values[column])
        if key is None or (NOTES[key].once and key in met):
            continue
        met.add(key)
        cell = row.cell(column)
        values = {"name": rule.name, "text": cell.text}
        value = readings.values.get(cell.value)
        if value is not None:
            values["value"] = format_number(value)
        if key in {"ambiguous", "mixed"}:
            values["first"], values["second"] = both_readings(cell.text)
        note = NOTES[key]
        findings.add(Finding(note.code, cell.span, values, note.variant, note.severity))
