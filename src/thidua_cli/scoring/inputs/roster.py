"""The units that are expected: who has not reported, who is not on the list, types, clusters, targets."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.rosters.reading.readings import is_blank
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.rosters.reading.unit_names import UnitNames
from thidua_cli.rosters.reading.unit_rows import unit_rows
from thidua_cli.scoring.inputs.gathering import says_the_same
from thidua_cli.scoring.inputs.input_table import CLUSTER, DUE, TARGET, TYPE, GatheredRow
from thidua_cli.scoring.inputs.missing import report_missing
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.scoring.inputs.headings import Headings
    from thidua_cli.scoring.inputs.input_table import InputTable
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, Table


# What a roster gives its units beside their type and cluster.
GIVEN = frozenset({TARGET, DUE})
NO_TARGETS: Mapping[str, str] = MappingProxyType({})


class Roster(NamedTuple):
    """The expected units by their folded names: the cells of the name, type, cluster and own targets by key.

    `keys`: which of these the roster tells; `targets`: of a target or due date the criterion's name.
    """

    units: Mapping[str, Mapping[str, Cell]]
    keys: frozenset[str]
    targets: Mapping[str, str] = NO_TARGETS


def read_roster(headings: Headings, table: Table, findings: FindingLog) -> Roster | None:
    """The expected units of a table; None where no column names them. Other columns do not matter."""
    targets = {
        f"{leaf.id}.{side}": leaf.name
        for leaf in headings.criteria.leaves()
        for side in leaf.side_columns
        if side in GIVEN
    }
    columns: dict[str, int] = {}
    for cell in table.header:
        meaning = headings.meaning(cell.text)
        for key in meaning.keys if meaning else ():
            if key in {UNIT, TYPE, CLUSTER} or key in targets:
                columns.setdefault(key, cell.column)
    if UNIT not in columns:
        report_missing(headings, headings.names.keys() | {TYPE, CLUSTER}, table.header[0].span, findings)
        return None
    rows, _ = unit_rows(table, columns[UNIT], (), findings)
    units: dict[str, dict[str, Cell]] = {}
    for row in rows:
        cells = {key: row.cell(column) for key, column in columns.items()}
        units.setdefault(fold(cells[UNIT].text), cells)
    return Roster(units, frozenset(columns) - {UNIT}, targets)


def check_roster(inputs: InputTable, roster: Roster, findings: FindingLog) -> InputTable:
    """Compare the units with the expected ones; types and clusters that only the roster tells are added."""
    names = UnitNames(cells[UNIT].text for cells in roster.units.values())
    strangers = [cell for row in inputs.rows if names.find((cell := inputs.unit(row)).text) is None]
    missing = names.unmet
    for cell in strangers:
        names.ask(cell, missing, "roster", findings)
    for name in missing:
        cell = roster.units[fold(name)][UNIT]
        findings.add(Finding("TD569", cell.span, {"text": name}))
    told = sorted(roster.keys & roster.targets.keys() & inputs.columns.keys())
    if told:
        inputs = replace(inputs, rows=[_given(row, inputs, told, roster, findings) for row in inputs.rows])
    added = sorted(roster.keys - inputs.columns.keys())
    if not added:
        return inputs
    width = max((len(row.values) for row in inputs.rows), default=len(inputs.columns))
    columns = dict(inputs.columns) | {key: width + index for index, key in enumerate(added)}
    rows = [_with(row, inputs.unit(row), added, roster) for row in inputs.rows]
    return replace(inputs, columns=columns, rows=rows)


def _given(
    row: InputRow, inputs: InputTable, keys: list[str], roster: Roster, findings: FindingLog
) -> InputRow:
    """A row with the targets that its unit was given; the same row where it tells no others."""
    unit = inputs.unit(row)
    known = roster.units.get(fold(unit.text), {})
    changed: dict[int, Cell] = {}
    for key in keys:
        column = inputs.columns[key]
        now, given = row.cell(column), known.get(key)
        if given is None or is_blank(given.value) or says_the_same(now.value, given.value):
            continue
        changed[column] = given
        if not is_blank(now.value):
            values = {"unit": unit.text, "name": roster.targets[key], "text": now.text, "given": given.text}
            findings.add(Finding("TD589", now.span, values, "listed", related=(Related(given.span),)))
    if not changed:
        return row
    places = tuple(changed.get(column, cell) for column, cell in enumerate(row.cells()))
    return GatheredRow(row.number, tuple(cell.value for cell in places), places)


def _with(row: InputRow, unit: Cell, added: list[str], roster: Roster) -> GatheredRow:
    known = roster.units.get(fold(unit.text), {})
    blank = unit._replace(value="")
    places = (*row.cells(), *(known.get(key, blank) for key in added))
    return GatheredRow(row.number, tuple(cell.value for cell in places), places)
