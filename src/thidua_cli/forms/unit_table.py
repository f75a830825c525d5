"""The units of a table, with what it tells of each: its type, its cluster, its own targets and due dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.forms.lines import IN_TARGET
from thidua_cli.forms.units import FormUnit
from thidua_cli.forms.words import word
from thidua_cli.plan.criteria.measured import Measured
from thidua_cli.rosters.reading.headers import single
from thidua_cli.rosters.reading.readings import PERCENT, is_blank, read_date, read_number, says_not_assigned
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.rosters.reading.unit_rows import unit_rows
from thidua_cli.scoring.inputs.input_table import CLUSTER, DUE, TYPE
from thidua_cli.scoring.inputs.missing import report_missing
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from decimal import Decimal

    from thidua_cli.plan.criteria.table import Leaf
    from thidua_cli.scoring.inputs.headings import Headings
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, Row, Table


def units_of(headings: Headings, table: Table, findings: FindingLog) -> list[FormUnit]:
    """Each unit of a table once, in its order; none where no column names them."""
    leaves = {leaf.id: leaf for leaf in headings.criteria.leaves()}
    targets = {
        f"{leaf.id}.{side}" for leaf in leaves.values() for side in leaf.side_columns if side in IN_TARGET
    }
    told: dict[str, list[Cell]] = {}
    for cell in table.header:
        meaning = headings.meaning(cell.text) if cell.text else None
        for key in meaning.keys if meaning else ():
            if key in {UNIT, TYPE, CLUSTER} | targets:
                told.setdefault(key, []).append(cell)
    columns = {key: cells[0].column for key, cells in told.items() if single(cells, findings)}
    if UNIT not in columns:
        known = headings.names.keys() | targets | {TYPE, CLUSTER} | told.keys()
        report_missing(headings, known, table.header[0].span, findings)
        return []
    rows, _ = unit_rows(table, columns[UNIT], (), findings)
    met: dict[str, Cell] = {}
    units = []
    for row in rows:
        name = row.cell(columns[UNIT])
        first = met.setdefault(fold(name.text), name)
        if first != name:
            values = {"text": name.text, "first_cell": first.address}
            findings.add(Finding("TD588", name.span, values, related=(Related(first.span),)))
            continue
        own = {
            key: value
            for key in sorted(columns.keys() & targets)
            if (value := _target(leaves[key.rpartition(".")[0]], row, columns[key], findings)) is not None
        }
        kind, cluster = (row.cell(columns[key]).text if key in columns else "" for key in (TYPE, CLUSTER))
        units.append(FormUnit(name.text, kind, cluster, own))
    return units


def _target(leaf: Leaf, row: Row, column: int, findings: FindingLog) -> Decimal | date | str | None:
    """What a unit is to reach, or by when; None where its cell is blank or cannot be read."""
    cell = row.cell(column)
    if is_blank(cell.value):
        return None
    if says_not_assigned(cell.value):
        return word("not_assigned")
    if DUE in leaf.side_columns:
        value = read_date(cell.value).value
        if value is not None:
            return date.fromordinal(int(value))
    else:
        percent = isinstance(leaf, Measured) and leaf.unit == PERCENT
        value = read_number(cell.value, percent).value
        if value is not None:
            return value
    findings.add(Finding("TD587", cell.span, {"text": cell.text, "name": leaf.name}))
    return None
