"""One criterion over all rows: each distinct cell is read and scored once."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.inputs.readings import NOTES, Readings, both_readings, read_column
from thidua_cli.scoring.points.exact import ONE, Ratio
from thidua_cli.scoring.points.shapes import Gap, Points, shape_of
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from thidua_cli.plan.criteria import Leaf
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import CellValue, Row


@dataclass(frozen=True, slots=True)
class ColumnScore:
    """A criterion's values and points by the cell's content; a cell not in `earned` is not scored.

    A Decimal in `earned` is `scale` times the points. `column` is None where the table lacks the criterion.
    """

    rule: Leaf
    column: int | None
    values: Mapping[CellValue, Decimal]
    earned: Mapping[CellValue, Points]
    scale: Decimal = ONE

    def scaled(self, row: Sequence[CellValue]) -> Points | None:
        """The points of a row as the shape gives them; None where they are not known."""
        return None if self.column is None else self.earned.get(row[self.column])

    def ratio_of(self, earned: Points) -> Ratio:
        """Points as the shape gives them, as a ratio."""
        return Ratio(earned, self.scale) if isinstance(earned, Decimal) else earned

    def ratio(self, row: Sequence[CellValue]) -> Ratio | None:
        """The points of a row, not divided; None where they are not known."""
        earned = self.scaled(row)
        return None if earned is None else self.ratio_of(earned)

    def points(self, row: Sequence[CellValue]) -> Fraction | None:
        """The exact points of a row; None where they are not known."""
        ratio = self.ratio(row)
        return None if ratio is None else ratio.fraction


def score_column(rule: Leaf, column: int | None, rows: Sequence[Row], findings: FindingLog) -> ColumnScore:
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


def _report(rule: Leaf, column: int, rows: Sequence[Row], readings: Readings, findings: FindingLog) -> None:
    notes = readings.notes
    for row in rows:
        if not notes:
            return
        key = notes.get(row.values[column])
        if key is None:
            continue
        note = NOTES[key]
        if note.once:
            notes = {cell: other for cell, other in notes.items() if other != key}
        cell = row.cell(column)
        values = {"name": rule.name, "text": cell.text}
        value = readings.values.get(cell.value)
        if value is not None:
            values["value"] = format_number(value)
        if key in {"ambiguous", "mixed"}:
            values["first"], values["second"] = both_readings(cell.text)
        findings.add(Finding(note.code, cell.span, values, note.variant, note.severity))
