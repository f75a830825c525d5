"""Reading the table of results: each row of the period to its target, with what a person should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.reporting.actuals.actual import Actual, Unread, read_actual
from thidua_cli.reporting.actuals.headings import NOTE, PERIOD, RESULT, TARGET, UNIT, result_columns
from thidua_cli.reporting.periods import PeriodKind, read_period_kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.reporting.actuals.target_names import TargetNames
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, Row, Table

LONGEST_NOTE = 300


class _Told(NamedTuple):
    target: str
    actual: Actual | None
    cell: Cell


def read_actuals(
    table: Table, names: TargetNames, log: FindingLog, period: PeriodKind | None = None
) -> Mapping[str, Actual]:
    """The results by the id of their target; of a target that stands twice none is taken.

    `period`: rows of another one are passed over, those that name none are of this one; None takes all.
    """
    columns = result_columns(table, log)
    lacking = next((each for each in (TARGET, RESULT) if each not in columns), "")
    if lacking:
        log.add(Finding("TD650", table.header[0].span, {}, lacking))
        return {}
    told: dict[str, list[_Told]] = {}
    for row in table.rows:
        if _is_of(row, columns.get(PERIOD), period, log) and (found := _row(row, columns, names, log)):
            told.setdefault(found.target, []).append(found)
    return {
        target: rows[0].actual
        for target, rows in told.items()
        if _once(target, rows, log) and rows[0].actual is not None
    }


def _is_of(row: Row, column: int | None, period: PeriodKind | None, log: FindingLog) -> bool:
    """Whether a row is of the period; one whose period cannot be read is of none."""
    text = "" if column is None else row.cell(column).text.strip()
    if column is None or not text or period is None:
        return True
    told = read_period_kind(text)
    if told is None:
        log.add(Finding("TD655", row.cell(column).span, {"text": text}))
        return False
    return told.id == period.id and told.year in (None, period.year)


def _row(row: Row, columns: Mapping[str, int], names: TargetNames, log: FindingLog) -> _Told | None:
    named = row.cell(columns[TARGET])
    cell = row.cell(columns[RESULT])
    if not named.text.strip():
        if cell.text.strip():
            log.add(Finding("TD651", named.span, {"text": cell.text}, "blank"))
        return None
    target = names.find(named.text)
    if target is None:
        near = names.near(named.text)
        log.add(Finding("TD651", named.span, {"text": named.text, "near": near}, "near" if near else ""))
        return None
    unit = row.cell(columns[UNIT]).text.strip() if UNIT in columns else ""
    read = read_actual(cell.value, unit)
    if isinstance(read, Unread):
        values = {"text": cell.text, "target": target.measure, "unit": unit}
        log.add(Finding("TD653", cell.span, values, read.reason))
        read = None
    note = row.cell(columns[NOTE]).text.strip()[:LONGEST_NOTE] if NOTE in columns else ""
    return _Told(target.id, read and read._replace(place=cell.span, note=note), named)


def _once(target: str, rows: list[_Told], log: FindingLog) -> bool:
    first, *again = rows
    for each in again:
        values = {"text": each.cell.text, "target": target, "first_cell": first.cell.address}
        log.add(Finding("TD652", each.cell.span, values, related=(Related(first.cell.span),)))
    return not again
