"""Which column of a wide table is what: exact spellings only, near ones are asked about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.rosters.reading.headers import single
from thidua_cli.rosters.reading.rows import COUNT, UNIT
from thidua_cli.scoring.inputs.missing import report_missing

if TYPE_CHECKING:
    from thidua_cli.scoring.inputs.headings import Headings, Meaning
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, Table


@dataclass(slots=True)
class Columns:
    """0-based columns: `keys` of InputTable told once, `layers` of each criterion told layer by layer.

    `reasons`: of a difference, by criterion and layer; by the empty layer those of all its layers.
    """

    keys: dict[str, int] = field(default_factory=dict)
    layers: dict[str, dict[str, int]] = field(default_factory=dict)
    reasons: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, meaning: Meaning, column: int) -> None:
        """Take a column."""
        for key in meaning.keys:
            if meaning.reason:
                self.reasons[key, meaning.layer] = column
            elif meaning.layer:
                self.layers.setdefault(key, {})[meaning.layer] = column
            else:
                self.keys[key] = column

    @property
    def data(self) -> tuple[int, ...]:
        """The columns that hold figures: of the criteria, layer by layer too, and the head counts."""
        plain = (at for key, at in self.keys.items() if not key.startswith("@") or key.startswith(COUNT))
        return (*plain, *(at for layers in self.layers.values() for at in layers.values()))


def match_columns(headings: Headings, table: Table, findings: FindingLog) -> Columns | None:
    """The meaning of every column; None where no column names the units."""
    found: dict[Meaning, list[Cell]] = {}
    for cell in table.header:
        meaning = headings.meaning(cell.text) if cell.text else None
        if meaning is None or meaning.idle:
            report_unused(cell, meaning, headings, table, findings)
        elif meaning.keys:
            found.setdefault(meaning, []).append(cell)
    columns = Columns()
    for meaning, cells in found.items():
        if single(cells, findings) and not _has_layers_too(meaning, found, findings):
            columns.add(meaning, cells[0].column)
    told = {key for meaning in found if not meaning.reason for key in meaning.keys}
    report_missing(headings, told, table.header[0].span, findings)
    return columns if UNIT in columns.keys else None


def _has_layers_too(meaning: Meaning, found: dict[Meaning, list[Cell]], findings: FindingLog) -> bool:
    """Whether a criterion has columns with and without a layer: which layer is meant only a person knows."""
    if meaning.reason:
        return False
    others = [each for each in found if not each.reason and each.keys == meaning.keys]
    layered = next((each for each in others if each.layer), None)
    if layered is None or all(each.layer for each in others):
        return False
    if not meaning.layer:
        cell, other = found[meaning][0], found[layered][0]
        values = {"text": cell.text, "first": other.text, "first_cell": other.address}
        findings.add(Finding("TD522", cell.span, values, "layers", related=(Related(other.span),)))
    return True


def report_unused(
    cell: Cell, meaning: Meaning | None, headings: Headings, table: Table, findings: FindingLog
) -> None:
    """Tell of a column that nothing is made of, and ask where its heading comes near a known one."""
    if not cell.text:
        if any(row.values[cell.column] for row in table.rows):
            findings.add(Finding("TD521", cell.span, {"address": cell.address}, "unnamed"))
        return
    if meaning is not None:
        values = {"text": cell.text, "name": meaning.idle}
        findings.add(Finding("TD521", cell.span, values, "side", Severity.INFO))
        return
    near = headings.near(cell.text)
    severity = Severity.WARNING if near else Severity.INFO
    findings.add(
        Finding("TD521", cell.span, {"text": cell.text, "near": near}, "near" if near else "", severity)
    )
