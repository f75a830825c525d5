"""The cells of a table by its columns, from the plan or from a file, each with its place."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.plan.data_tables.columns import chosen_columns
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.personal_data import personal_findings
from thidua_cli.tables.reader import stream_rows
from thidua_cli.tables.table import Table
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from pathlib import Path

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.data_tables.model import Column, DataTable
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.tables.table import Cell, CellValue, Row

MOST_ROWS = 5_000  # some two hundred pages
# What a row of sums is called: `Tổng cộng:`, `Cộng (I + II)`.
LABEL_OF_SUMS = re.compile(r"(?:cộng|tổng|tổng cộng|tổng số)(?: ?\([^()]*\))?[ :.]*")
INITIALS_OF_SUMS = frozenset("cCtT")
LONGEST_LABEL = 60


class Given(NamedTuple):
    """What a cell says, and where."""

    value: CellValue
    span: Span


class Cells(NamedTuple):
    """The columns of a table and its rows, one cell a column."""

    columns: list[Column]
    rows: list[list[Given]]


def cells_of_plan(loaded: Loaded, index: int, table: DataTable) -> tuple[Cells | None, list[Finding]]:
    """The rows that the plan itself has; None where one has too many or too few cells (TD133)."""
    rows, findings = [], []
    for place, row in enumerate(table.rows):
        path = ("tables", index, "rows", place)
        if len(row) != len(table.columns):
            found = {"row": str(place + 1), "found": str(len(row)), "expected": str(len(table.columns))}
            findings.append(Finding("TD133", loaded.span(path), found))
            continue
        rows.append([Given(text, loaded.span((*path, at))) for at, text in enumerate(row)])
    return (None if findings else Cells(table.columns, rows)), findings


def cells_of_file(
    path: Path, shown: str, loaded: Loaded, index: int, table: DataTable
) -> tuple[Cells | None, list[Finding]]:
    """The rows of a CSV or XLSX file: the columns that the plan names, or all.

    None where it is no table, or where a row or a cell of it was lost.
    """
    read, findings = _read(path, shown, table.sheet)
    if read is None or any(severity_of(finding) is Severity.ERROR for finding in findings):
        return None, findings
    chosen, doubts = chosen_columns(loaded, index, table, read)
    findings = [*findings, *personal_findings(read.header, read.rows), *doubts]
    if chosen is None:
        return None, findings
    kept, sums = (
        _without_sums(read.rows) if any(column.total for column in chosen.columns) else (read.rows, [])
    )
    findings += sums
    if not kept:
        findings.append(Finding("TD144", loaded.span(("tables", index, "from")), {"path": read.origin.path}))
    rows = [[Given(row.values[at], row.cell(at).span) for at in chosen.places] for row in kept]
    return Cells(chosen.columns, rows), findings


def _read(path: Path, shown: str, sheet: str | None) -> tuple[Table | None, list[Finding]]:
    """The table of a file, which a document can still print: one that is longer is refused (TD139)."""
    findings = FindingLog()
    stream = stream_rows(path, shown, findings, sheet)
    rows = tuple(islice(stream, MOST_ROWS + 1)) if stream else ()
    if len(rows) > MOST_ROWS:
        too_long = Finding("TD139", rows[-1].cell(0).span, {"limit": format_number(MOST_ROWS)})
        return None, [*findings.close(), too_long]
    if stream is None or not stream.whole:
        return None, findings.close()
    return Table(stream.header.origin, tuple(stream.header.cells()), rows), findings.close()


def _without_sums(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], list[Finding]]:
    """The rows without a last one of sums (TD138); one further up may be that of a group, so it is kept."""
    labels = {at: label for at, row in enumerate(rows) if (label := _label_of_sums(row))}
    last = labels.pop(len(rows) - 1, None)
    findings = FindingLog()
    for label in labels.values():
        values = {"row": str(label.row), "text": label.text}
        findings.add(Finding("TD138", label.span, values, "inner", Severity.WARNING))
    if last is None:
        return rows, findings.close()
    return rows[:-1], [*findings.close(), Finding("TD138", last.span, {"row": str(last.row)})]


def _label_of_sums(row: Row) -> Cell | None:
    """The cell by which a row is one of sums, also where its column is not printed."""
    for column, value in enumerate(row.values):
        if not isinstance(value, str) or value[:1] not in INITIALS_OF_SUMS or len(value) > LONGEST_LABEL:
            continue
        if LABEL_OF_SUMS.fullmatch(fold(value)):
            return row.cell(column)
    return None
