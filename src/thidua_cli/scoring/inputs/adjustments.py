"""Late changes: points given or taken with a reason, never an overwrite of what was scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.rosters.reading.readings import read_number
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.rosters.reading.unit_names import UnitNames
from thidua_cli.rosters.reading.unit_rows import unit_rows
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.scoring.inputs.input_table import Adjustment
from thidua_cli.vietnamese.dates import DateError, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from decimal import Decimal

    from thidua_cli.scoring.inputs.headings import Headings
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, Row, Table

CRITERION, POINTS, REASON, DAY, PERSON = "criterion", "points", "reason", "day", "person"
# Shown where a column that cannot be missing is.
NEEDED = {UNIT: "Đơn vị", POINTS: "Điểm", REASON: "Lý do"}


def read_adjustments(
    headings: Headings, table: Table, units: Iterable[str], findings: FindingLog
) -> tuple[Adjustment, ...]:
    """The adjustments of a table that can be applied: known unit and criterion, points and a reason.

    Columns: unit, criterion (blank: the total), points, reason, day, who decided. All else is a finding.
    """
    columns = _columns(headings, table, findings)
    if columns is None:
        return ()
    names = UnitNames(units)
    rows, _ = unit_rows(table, columns[UNIT], (columns[POINTS],), findings)
    met: dict[tuple[object, ...], Adjustment] = {}
    for row in rows:
        adjustment = _read(headings, row, columns, names, findings)
        if adjustment is None:
            continue
        first = met.setdefault(adjustment[:-1], adjustment)
        if first is not adjustment:
            values = {"unit": adjustment.unit, "first_cell": first.place.cell or ""}
            related = (Related(first.place),)
            findings.add(Finding("TD570", adjustment.place, values, "twice", related=related))
    return tuple(met.values())


def _columns(headings: Headings, table: Table, findings: FindingLog) -> dict[str, int] | None:
    words = vocabulary()
    columns: dict[str, int] = {}
    for cell in table.header:
        key = heading_key(cell.text)
        meaning = headings.meaning(cell.text)
        role = words.adjustments.get(key) or (CRITERION if words.long.get(key) == CRITERION else "")
        role = REASON if key in words.reason else role
        role = UNIT if meaning and UNIT in meaning.keys else role
        if role in columns:
            first = table.header[columns[role]]
            values = {"text": cell.text, "first": first.text, "first_cell": first.address}
            findings.add(Finding("TD522", cell.span, values, related=(Related(first.span),)))
            return None
        if role:
            columns[role] = cell.column
        elif cell.text and meaning is None:
            findings.add(Finding("TD521", cell.span, {"text": cell.text}, "", Severity.INFO))
    missing = [name for role, name in NEEDED.items() if role not in columns]
    for name in missing:
        findings.add(Finding("TD520", table.header[0].span, {"name": name}))
    return None if missing else columns


def _read(
    headings: Headings, row: Row, columns: Mapping[str, int], names: UnitNames, findings: FindingLog
) -> Adjustment | None:
    cells = {role: row.cell(column) for role, column in columns.items()}
    unit = names.find(cells[UNIT].text)
    if unit is None:
        names.ask(cells[UNIT], names.all, "adjustment", findings)
    criterion, known = _criterion(headings, cells.get(CRITERION), findings)
    points = _points(cells[POINTS], findings)
    reason = cells[REASON].text
    if not reason:
        findings.add(Finding("TD570", cells[REASON].span, {"unit": cells[UNIT].text}, "reason"))
    day = _day(cells.get(DAY), findings)
    person = cells[PERSON].text if PERSON in cells else ""
    if unit is None or not known or points is None or not reason:
        return None
    return Adjustment(unit, criterion, points, reason, day, person, cells[POINTS].span)


def _criterion(headings: Headings, cell: Cell | None, findings: FindingLog) -> tuple[str | None, bool]:
    """The criterion, None for the total; and whether it is known."""
    if cell is None or not cell.value:
        return None, True
    meaning = headings.meaning(cell.text)
    if meaning and not meaning.reason and not meaning.layer:
        leaf = next((key for key in meaning.keys if key in headings.names), None)
        if leaf is not None:
            return leaf, True
    near = headings.near(cell.text)
    values = {"text": cell.text, "near": near}
    findings.add(Finding("TD565", cell.span, values, "near" if near else ""))
    return None, False


def _points(cell: Cell, findings: FindingLog) -> Decimal | None:
    value, note = read_number(cell.value, percent=False)
    if value is None:
        variant = note if note in {"missing", "ambiguous"} else "points"
        findings.add(Finding("TD570", cell.span, {"text": cell.text}, variant))
    return value


def _day(cell: Cell | None, findings: FindingLog) -> date | None:
    if cell is None or not cell.value:
        return None
    try:
        day = parse_date(cell.text).exact
    except DateError:
        day = None
    if day is None:
        findings.add(Finding("TD570", cell.span, {"text": cell.text}, "day", Severity.WARNING))
    return day
