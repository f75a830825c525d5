"""A wide table: a row a unit, a column an input; with layers, several columns a criterion."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.rosters.reading.unit_rows import unit_rows
from thidua_cli.scoring.inputs.columns import match_columns
from thidua_cli.scoring.inputs.gathering import InputCell, gather_units
from thidua_cli.scoring.inputs.input_table import InputTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.scoring.inputs.columns import Columns
    from thidua_cli.scoring.inputs.headings import Headings
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Row, Table


def read_wide(headings: Headings, table: Table, findings: FindingLog) -> InputTable | None:
    """The inputs of a wide table, its own rows where nothing is told in layers; None without units' names."""
    columns = match_columns(headings, table, findings)
    if columns is None:
        return None
    place = table.header[0].span
    rows, others = unit_rows(table, columns.keys[UNIT], columns.data, findings)
    if not columns.layers:
        return InputTable(columns.keys, rows, place, left_out=tuple(others))
    told = (_told(row, columns) for row in rows)
    keys = (*columns.keys, *columns.layers)
    return replace(gather_units(told, keys, headings, place, findings), left_out=tuple(others))


def _told(row: Row, columns: Columns) -> Iterator[InputCell]:
    unit = row.cell(columns.keys[UNIT])
    for key, column in columns.keys.items():
        yield InputCell(unit, key, row.cell(column))
    for key, layers in columns.layers.items():
        common = columns.reasons.get((key, ""))
        for layer, column in layers.items():
            at = columns.reasons.get((key, layer), common)
            yield InputCell(unit, key, row.cell(column), layer, "" if at is None else row.cell(at).text)
