"""A long table: a row for each unit and criterion, with its value and what belongs to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.rosters.reading.headers import single
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.rosters.reading.unit_rows import unit_rows
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.scoring.inputs.columns import report_unused
from thidua_cli.scoring.inputs.gathering import InputCell, gather
from thidua_cli.scoring.inputs.headings import RESEMBLES
from thidua_cli.scoring.inputs.missing import report_missing
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.scoring.inputs.headings import Headings, Meaning
    from thidua_cli.scoring.inputs.input_table import InputTable
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, CellValue, Row, Table

CRITERION, VALUE, LAYER, REASON = "criterion", "value", "layer", "reason"


class LongColumns(NamedTuple):
    """0-based columns: `parts` of a row by name, `values` by layer ("" where the row says which).

    `sides`: other inputs of the row's criterion; `own`: what is the unit's own, by key (`@type`).
    """

    parts: Mapping[str, int]
    values: Mapping[str, int]
    sides: Mapping[str, int]
    own: Mapping[str, int]


def is_long(headings: Headings, table: Table) -> bool:
    """Whether a table has a row for each criterion: by its headings, which name no criterion themselves."""
    roles = {_role(headings, cell.text) for cell in table.header if cell.text}
    values = any(role and role[0] == "value" for role in roles)
    return values and {(UNIT, UNIT), ("part", CRITERION)} <= roles


def read_long(headings: Headings, table: Table, findings: FindingLog) -> InputTable | None:
    """The inputs of a long table; None where two columns claim to name the units or the criteria."""
    columns = _columns(headings, table, findings)
    if columns is None:
        return None
    place = table.header[0].span
    data = tuple(columns.values.values())
    rows, others = unit_rows(table, columns.parts[UNIT], data, findings)
    reader = _LongReader(headings, columns, findings)
    told = (each for row in rows for each in reader.told(row))
    inputs = gather(told, headings, place, findings)
    report_missing(headings, inputs.columns, place, findings, rows=True)
    return replace(inputs, left_out=tuple(others))


def _role(headings: Headings, text: str) -> tuple[str, str] | None:
    """What a column of a long table is: its group in LongColumns and its name there."""
    words, key = vocabulary(), heading_key(text)
    if part := words.long.get(key):
        return ("value", "") if part == VALUE else ("part", part)
    if key in words.reason:
        return "part", REASON
    if side := words.sides.get(key):
        return "side", side
    if (layer := headings.layer(text)) is not None:
        return "value", layer
    meaning = headings.meaning(text)
    if meaning is None:
        return None
    own = next((name for name in meaning.keys if name.startswith("@")), "")
    return (UNIT, UNIT) if own == UNIT else ("own", own)


def _columns(headings: Headings, table: Table, findings: FindingLog) -> LongColumns | None:
    found: dict[tuple[str, str], list[Cell]] = {}
    for cell in table.header:
        role = _role(headings, cell.text) if cell.text else None
        if role is None:
            report_unused(cell, None, headings, table, findings)
        elif role[1] or role[0] == "value":
            found.setdefault(role, []).append(cell)
    taken = {role: cells[0].column for role, cells in found.items() if single(cells, findings)}
    groups = {
        group: {name: column for (kind, name), column in taken.items() if kind == group}
        for group in ("part", "value", "side", "own", UNIT)
    }
    parts = groups["part"] | groups[UNIT]
    if not {UNIT, CRITERION} <= parts.keys() or not groups["value"]:
        return None
    return LongColumns(parts, groups["value"], groups["side"], groups["own"])


class _LongReader:
    """Reads the rows of one long table."""

    def __init__(self, headings: Headings, columns: LongColumns, findings: FindingLog) -> None:
        self._headings, self._columns, self._findings = headings, columns, findings
        self._asked: set[tuple[str, str]] = set()
        # The rows of a unit share the first cell that spells its name so.
        self._units: dict[CellValue, Cell] = {}

    def told(self, row: Row) -> Iterator[InputCell]:
        """What a row tells: its values, the other inputs of its criterion, and what is the unit's own."""
        columns = self._columns
        unit = row.cell(columns.parts[UNIT])
        unit = self._units.setdefault(unit.value, unit)
        for key, column in columns.own.items():
            yield InputCell(unit, key, row.cell(column))
        name = row.cell(columns.parts[CRITERION])
        meaning = self._headings.meaning(name.text) if name.value else None
        if meaning is None or meaning.reason or not meaning.keys or UNIT in meaning.keys:
            yield from self._unknown(unit, name, meaning, row)
            return
        reason = row.cell(columns.parts[REASON]).text if REASON in columns.parts else ""
        for layer, column in columns.values.items():
            named, known = self._layer(row, layer or meaning.layer)
            for key in meaning.keys:
                yield InputCell(unit, key, row.cell(column), named, reason, spoiled=not known)
        for side, column in columns.sides.items():
            for key in meaning.keys:
                if key in self._headings.names and self._headings.takes(key, side):
                    yield InputCell(
                        unit, f"{key}.{side}", row.cell(column), self._layer(row, meaning.layer)[0]
                    )

    def _layer(self, row: Row, stated: str) -> tuple[str, bool]:
        """The layer of a value, and whether it is known: what its row says, else what its heading says."""
        at = self._columns.parts.get(LAYER)
        cell = None if at is None or stated else row.cell(at)
        if cell is None or not cell.value:
            return stated, True
        layer = self._headings.layer(cell.text)
        if layer is None and self._first("layer", cell.text):
            near = nearest(cell.text, [each.name for each in self._headings.layers], RESEMBLES)
            values = {"text": cell.text, "near": near[0] if near else ""}
            values["names"] = ", ".join(each.name for each in self._headings.layers)
            self._findings.add(Finding("TD566", cell.span, values, "near" if near else ""))
        return layer or "", layer is not None

    def _unknown(self, unit: Cell, name: Cell, meaning: Meaning | None, row: Row) -> Iterator[InputCell]:
        """Ask about a criterion that is not known; of the one that comes nearest nothing is known then."""
        yield InputCell(unit, UNIT, unit)
        if meaning is not None and meaning.idle:
            if self._first("idle", name.text):
                values = {"text": name.text, "name": meaning.idle}
                self._findings.add(Finding("TD521", name.span, values, "side", Severity.INFO))
            return
        if not name.value:
            if any(row.values[column] for column in self._columns.values.values()):
                self._findings.add(Finding("TD565", name.span, {"row": str(row.number)}, "blank"))
            return
        near = self._headings.near(name.text)
        if self._first("criterion", name.text):
            values = {"text": name.text, "near": near}
            self._findings.add(Finding("TD565", name.span, values, "near" if near else ""))
        likely = self._headings.meaning(near) if near else None
        for key in likely.keys if likely else ():
            if not key.startswith("@"):
                yield InputCell(unit, key, row.cell(next(iter(self._columns.values.values()))), spoiled=True)

    def _first(self, kind: str, text: str) -> bool:
        """Whether it is the first time that this is asked about."""
        if (kind, text) in self._asked:
            return False
        self._asked.add((kind, text))
        return True
