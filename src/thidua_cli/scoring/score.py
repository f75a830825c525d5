"""Scoring a table of units by a table of criteria."""

from __future__ import annotations

from collections import Counter
from decimal import localcontext
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.scoring.column_scores import score_column
from thidua_cli.scoring.columns import match_columns
from thidua_cli.scoring.exact import EXACT, rounded
from thidua_cli.scoring.head_counts import head_counts
from thidua_cli.scoring.ranking import Tally, grades, rank
from thidua_cli.scoring.results import Results, UnitResult
from thidua_cli.scoring.totals import Totals
from thidua_cli.scoring.vocabulary import heading_key, vocabulary
from thidua_cli.tables.collected import Findings
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from thidua_cli.plan.criteria import Criteria
    from thidua_cli.tables.table import Row, Table


def score(criteria: Criteria, table: Table) -> tuple[Results | None, list[Finding]]:
    """Points, totals, ranks and grades of every unit; None where no column names the units.

    Criterion ids are unique. The order of rows and of criteria changes no number.
    """
    findings = Findings()
    columns = match_columns(criteria, table, findings)
    if columns is None:
        return None, findings.close()
    rows = _unit_rows(table, columns.unit, findings)
    with localcontext(EXACT):
        scores = {
            leaf.id: score_column(leaf, columns.leaves.get(leaf.id), rows, findings)
            for leaf in criteria.leaves()
        }
        totals = Totals(criteria, scores)
        doubled = _doubled(rows, columns.unit, findings)
        tallies: list[Tally] = []
        for row in rows:
            total, complete = totals.add(row.values)
            published = rounded(total, criteria.rounding.places, criteria.rounding.mode)
            name = row.cell(columns.unit).text
            tallies.append(Tally(name, row, total, published, complete and row.number not in doubled))
        standings = rank(criteria, tallies)
        graded = grades(criteria, (standing.tally for standing in standings), columns.unit, findings)
    units = tuple(
        UnitResult(*tally, place, tied, grade)
        for (tally, place, tied), grade in zip(standings, graded, strict=True)
    )
    counts = head_counts(rows, columns, findings)
    return Results(criteria, scores, units, counts), findings.close()


def _unit_rows(table: Table, column: int, findings: Findings) -> list[Row]:
    """The rows that are units: neither without a name nor the sum at the foot of the table."""
    sums = vocabulary().total_rows
    rows: list[Row] = []
    for row in table.rows:
        cell = row.cell(column)
        if not cell.value:
            findings.add(Finding("TD523", cell.span, {"row": str(row.number)}))
        elif heading_key(cell.text) in sums:
            findings.add(Finding("TD525", cell.span, {"text": cell.text, "row": str(row.number)}))
        else:
            rows.append(row)
    return rows


def _doubled(rows: list[Row], column: int, findings: Findings) -> set[int]:
    """Rows whose unit stands more than once: neither can be ranked, for nobody knows which one counts."""
    keys = [fold(row.cell(column).text) for row in rows]
    times = Counter(keys)
    first: dict[str, Row] = {}
    doubled: set[int] = set()
    for row, key in zip(rows, keys, strict=True):
        if times[key] == 1:
            continue
        doubled.add(row.number)
        if key in first:
            cell, earlier = row.cell(column), first[key].cell(column)
            values = {"text": cell.text, "first_cell": earlier.address}
            findings.add(Finding("TD524", cell.span, values, related=(Related(earlier.span),)))
        first.setdefault(key, row)
    return doubled
