"""Scoring a table of units by a table of criteria."""

from __future__ import annotations

from decimal import localcontext
from typing import TYPE_CHECKING

from thidua_cli.scoring.inputs.columns import match_columns
from thidua_cli.scoring.inputs.head_counts import head_counts
from thidua_cli.scoring.inputs.unit_rows import doubled, same_units, unit_rows
from thidua_cli.scoring.points.column_scores import score_column
from thidua_cli.scoring.points.exact import EXACT, rounded
from thidua_cli.scoring.results.results import Results, UnitResult
from thidua_cli.scoring.standings.ranking import Tally, grades, rank
from thidua_cli.scoring.standings.totals import Totals
from thidua_cli.tables.collected import FindingLog

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding
    from thidua_cli.plan.criteria import Criteria
    from thidua_cli.tables.table import Table


def score(criteria: Criteria, table: Table) -> tuple[Results | None, list[Finding]]:
    """Points, totals, ranks and grades of every unit; None where no column names the units.

    Criterion ids are unique. The order of rows and of criteria changes no number and no rank.
    """
    findings = FindingLog()
    columns = match_columns(criteria, table, findings)
    if columns is None:
        return None, findings.close()
    rows, others = unit_rows(table, columns, findings)
    groups = same_units(rows, columns.unit)
    with localcontext(EXACT):
        scores = {
            leaf.id: score_column(leaf, columns.leaves.get(leaf.id), rows, findings)
            for leaf in criteria.leaves()
        }
        totals = Totals(criteria, scores)
        twice = doubled(groups, columns.unit, findings)
        tallies: list[Tally] = []
        for row in rows:
            total, complete = totals.add(row.values)
            published = rounded(total, criteria.rounding.places, criteria.rounding.mode)
            name = row.cell(columns.unit).text
            double = row.number in twice
            tallies.append(Tally(name, row, total, published, complete and not double, double))
        standings = rank(criteria, tallies)
        graded = grades(criteria, (standing.tally for standing in standings), columns.unit, findings)
    units = tuple(
        UnitResult(*tally, place, tied, grade)
        for (tally, place, tied), grade in zip(standings, graded, strict=True)
    )
    counts = head_counts(groups, columns, findings)
    return Results(criteria, scores, units, counts, tuple(others)), findings.close()
