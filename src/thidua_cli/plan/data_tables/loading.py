"""Every table of a plan ready to print, by its id: from its rows, its file, its ballots or its criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.data_tables.ballots import ballot_table
from thidua_cli.plan.data_tables.cells import cells_of_file, cells_of_plan
from thidua_cli.plan.data_tables.disagreements import votes_disagree
from thidua_cli.plan.data_tables.laying_out import lay_out
from thidua_cli.plan.files import shown_beside
from thidua_cli.source.text import excerpt
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.data_tables.cells import Cells
    from thidua_cli.plan.data_tables.model import Column, DataTable
    from thidua_cli.plan.data_tables.printed import PrintedTable
    from thidua_cli.plan.files import PlanFiles
    from thidua_cli.plan.loading import Loaded

MOST_COLUMNS = 63  # Word opens no wider table
MOST_CELLS = 100_000  # of all tables of a document: five thousand rows of twenty columns
CRITERIA_SUFFIXES = (".yaml", ".yml")
UNREADABLE = "TD501"  # the file cannot be opened: told where the plan names it

Printed = tuple["PrintedTable | None", list[Finding]]


def tables_of_plan(loaded: Loaded, files: PlanFiles) -> tuple[dict[str, PrintedTable], list[Finding]]:
    """The tables and ballots of a plan by id; one that cannot be read is left out, with findings."""
    made = {ballot.id: ballot_table(ballot) for ballot in loaded.plan.votes}
    findings = list(votes_disagree(loaded))
    cells = 0
    for index, table in enumerate(loaded.plan.tables):
        read = _own if table.source is None else _of_file
        printed, problems = read(loaded, index, table, files)
        findings += problems
        if printed is None:
            continue
        cells += len(printed.rows) * len(printed.header)
        too_large = _too_large(printed, cells, loaded.span(("tables", index, "id")))
        if too_large:
            findings.append(too_large)
        else:
            made.setdefault(table.id, printed)
    return made, findings


def _too_large(table: PrintedTable, cells: int, span: Span) -> Finding | None:
    """TD139 of a table that Word cannot open, or that makes too many `cells` with those before it."""
    columns = len(table.header)
    if columns > MOST_COLUMNS:
        values = {"found": str(columns), "limit": str(MOST_COLUMNS)}
        return Finding("TD139", span, values, "columns")
    if cells > MOST_CELLS:
        values = {"found": format_number(cells), "limit": format_number(MOST_CELLS)}
        return Finding("TD139", span, values, "cells")
    return None


def _own(loaded: Loaded, index: int, table: DataTable, files: PlanFiles) -> Printed:
    cells, findings = cells_of_plan(loaded, index, table)
    return _laid_out(loaded, index, table, cells, findings)


def _of_file(loaded: Loaded, index: int, table: DataTable, files: PlanFiles) -> Printed:
    name = str(table.source)
    span = loaded.span(("tables", index, "from"))
    path = files.find(name)
    if path is None:
        variant = "" if files.folder else "stream"
        return None, [Finding("TD136", span, {"path": excerpt(name)}, variant)]
    read = _form if name.endswith(CRITERIA_SUFFIXES) else _listed
    printed, problems = read(path, shown_beside(loaded.source.path, name), loaded, index, table)
    return printed, [
        Finding("TD137", span, {"path": excerpt(name)}, problem.variant)
        if problem.code in (UNREADABLE, "TD001")
        else problem
        for problem in problems
    ]


def _listed(path: Path, shown: str, loaded: Loaded, index: int, table: DataTable) -> Printed:
    cells, findings = cells_of_file(path, shown, loaded, index, table)
    return _laid_out(loaded, index, table, cells, findings)


def _laid_out(
    loaded: Loaded, index: int, table: DataTable, cells: Cells | None, findings: list[Finding]
) -> Printed:
    """The printed table, unless something kept a row or a column of it from being read."""
    if cells is None:
        return None, findings
    unknown = list(_unknown_group(loaded, index, table, cells.columns))
    if unknown:
        return None, [*findings, *unknown]
    printed, wrong = lay_out(table, cells)
    return printed, [*findings, *wrong]


def _form(path: Path, shown: str, loaded: Loaded, index: int, table: DataTable) -> Printed:
    # Only a plan that prints its scoring table pays for reading it.
    from thidua_cli.plan.criteria.loading import read_criteria
    from thidua_cli.plan.data_tables.self_scoring import self_scoring_table

    read = read_criteria(path, shown)
    if read.criteria is None:
        return None, read.findings
    # What is wrong with the criteria of the plan is told where the plan is checked.
    findings = [] if table.source == loaded.plan.criteria else read.findings
    return self_scoring_table(read.criteria, table.caption, landscape=table.landscape), findings


def _unknown_group(
    loaded: Loaded, index: int, table: DataTable, columns: Sequence[Column]
) -> Iterator[Finding]:
    """TD135, TD142: the table is to be grouped by a column that it does not have, or has several of."""
    names = [column.name for column in columns]
    called = sum(column.is_called(table.group_by) for column in columns) if table.group_by else 1
    if called > 1:
        values = {"column": excerpt(str(table.group_by)), "count": str(called)}
        yield Finding("TD142", loaded.span(("tables", index, "group_by")), values, "group")
    elif table.group_by and not called:
        near = nearest(table.group_by, names)
        found = {"column": table.group_by, "near": near[0] if near else "", "columns": ", ".join(names)}
        span = loaded.span(("tables", index, "group_by"))
        yield Finding("TD135", span, {**found, "path": ""}, "group-near" if near else "group")
