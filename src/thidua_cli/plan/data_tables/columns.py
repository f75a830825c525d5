"""Which columns of a file a table prints: those that the plan names, each without doubt, or all in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.data_tables.model import Column
from thidua_cli.source.text import excerpt
from thidua_cli.vietnamese.text import fold, nearest, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.data_tables.model import DataTable
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.tables.table import Cell, Table


class Chosen(NamedTuple):
    """The columns in print, and for each its 0-based column in the file."""

    columns: list[Column]
    places: list[int]


def chosen_columns(
    loaded: Loaded, index: int, table: DataTable, read: Table
) -> tuple[Chosen | None, list[Finding]]:
    """The columns of `tables[index]`; None where one is missing (TD135), in doubt (TD142) or nameless."""
    if not table.columns:
        return _all_columns(read)
    findings: list[Finding] = []
    places: list[int] = []
    met: dict[tuple[str, int], int] = {}
    for at, column in enumerate(table.columns):
        called = column.source or column.name
        span = loaded.span(("tables", index, "columns", at, "from" if column.source else "name"))
        alike = _called(called, read)
        if len(alike) != 1:
            findings.append(_in_doubt(called, alike, span) if alike else _missing(called, read, span))
            continue
        places.append(alike[0].column)
        first = met.setdefault((fold(column.name), places[-1]), at)
        if first != at:
            values = {"column": excerpt(called), "first": str(first + 1), "second": str(at + 1)}
            findings.append(Finding("TD142", span, values, "twice"))
    return None if findings else Chosen(table.columns, places), findings


def _all_columns(read: Table) -> tuple[Chosen | None, list[Finding]]:
    """Every column in its place, also where two have one name; one without a name must be empty."""
    unnamed = list(_unnamed(read))
    named = [cell for cell in read.header if cell.text]
    chosen = Chosen([Column(name=cell.text) for cell in named], [cell.column for cell in named])
    return None if unnamed else chosen, unnamed


def _unnamed(read: Table) -> Iterator[Finding]:
    """TD143: a column that has data, but no heading, at the first of its cells."""
    for heading in read.header:
        if heading.text:
            continue
        filled = next((row.cell(heading.column) for row in read.rows if row.values[heading.column]), None)
        if filled:
            values = {"heading": heading.address, "text": excerpt(filled.text)}
            yield Finding("TD143", filled.span, values)


def _called(name: str, read: Table) -> list[Cell]:
    """The headings of a name: as it is written, else but for case and spaces, else by its bare letters."""
    ways = (str, fold, slug)
    found = ([cell for cell in read.header if key(name) and key(cell.text) == key(name)] for key in ways)
    return next((alike for alike in found if alike), [])


def _in_doubt(name: str, alike: list[Cell], span: Span) -> Finding:
    cells = ", ".join(cell.address for cell in alike)
    return Finding("TD142", span, {"column": excerpt(name), "cells": cells, "path": alike[0].origin.path})


def _missing(name: str, read: Table, span: Span) -> Finding:
    headings = [cell.text for cell in read.header if cell.text]
    near = nearest(name, headings)
    found = {"column": name, "near": near[0] if near else "", "path": read.origin.path}
    found["columns"] = ", ".join(headings)
    return Finding("TD135", span, found, "near" if near else "")
