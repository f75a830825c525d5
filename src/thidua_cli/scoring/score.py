"""Scoring units by a table of criteria: points, totals, ranks, grades."""

from __future__ import annotations

from decimal import localcontext
from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import EXACT, Ratio
from thidua_cli.scoring.points.scene import Scene
from thidua_cli.scoring.points.scoring import score_criteria
from thidua_cli.scoring.standings.breakdowns import Breakdowns
from thidua_cli.scoring.standings.doubts import (
    decided_all_the_same,
    doubts_of_adjustments,
    doubts_of_grade,
)
from thidua_cli.scoring.standings.grading import INCOMPLETE, NO_GRADES, Ladder
from thidua_cli.scoring.standings.ranking import rank
from thidua_cli.scoring.standings.results import Results, UnitResult
from thidua_cli.scoring.standings.tallies import tallies_of
from thidua_cli.scoring.standings.tie_breaks import TieBreaks
from thidua_cli.scoring.standings.totals import Totals
from thidua_cli.scoring.standings.vetoes import read_vetoes
from thidua_cli.tables.collected import FindingLog

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.scoring.inputs.input_table import Adjustment, InputTable
    from thidua_cli.scoring.standings.ranking import Standing, Tally
    from thidua_cli.scoring.standings.results import Grading
    from thidua_cli.scoring.standings.vetoes import Vetoes


def score(
    criteria: Criteria, inputs: InputTable, adjustments: Iterable[Adjustment] = ()
) -> tuple[Results, list[Finding]]:
    """Points, totals, ranks and grades of every unit; late changes are added where they belong.

    Criterion ids are unique. The order of rows and of criteria changes no number and no rank.
    """
    findings = FindingLog()
    with localcontext(EXACT):
        vetoes = read_vetoes(criteria, inputs, findings)
        columns = score_criteria(criteria, _scene(criteria, inputs, vetoes, findings))
        breakdowns = Breakdowns(criteria, columns, inputs, adjustments)
        tallies = list(tallies_of(criteria, inputs, Totals(criteria, columns, breakdowns), vetoes, findings))
        doubts_of_adjustments(breakdowns, findings)
        tie_breaks = TieBreaks(criteria.ranking, inputs, breakdowns, findings)
        standings, clusters = rank(criteria.ranking, tallies, tie_breaks)
        ladder = Ladder(criteria, breakdowns)
        units = tuple(
            _result(standing, _grading(criteria, inputs, ladder, standing.tally, findings), breakdowns)
            for standing in standings
        )
    results = Results(
        criteria,
        columns,
        units,
        breakdowns,
        inputs.head_counts,
        inputs.left_out,
        clusters,
        inputs.differences,
    )
    return results, decided_all_the_same(tallies, columns, findings.close())


def _scene(criteria: Criteria, inputs: InputTable, vetoes: Sequence[Vetoes], findings: FindingLog) -> Scene:
    """Who is compared with whom: a unit under a veto leads nobody, unless the table says so."""
    barred: frozenset[int] = frozenset()
    if not criteria.vetoed_lead:
        barred = frozenset(at for at, found in enumerate(vetoes) if any(each.holds for each in found))
    clustered = criteria.cluster_column is not None
    return Scene(inputs.columns, inputs.rows, findings, clustered, barred, inputs.doubled)


def _grading(
    criteria: Criteria, inputs: InputTable, ladder: Ladder, tally: Tally, findings: FindingLog
) -> Grading:
    if not tally.complete:
        return INCOMPLETE if criteria.grades else NO_GRADES
    total = tally.total if criteria.ranking.by == "exact" else Ratio(tally.published)
    grading = ladder.grading(total, tally.position, tally.vetoes)
    if grading.state in {"none", "undecided"}:
        place = inputs.unit(tally.row).span
        doubts_of_grade(criteria, ladder, tally, grading, place, findings)
    return grading


def _result(standing: Standing, grading: Grading, breakdowns: Breakdowns) -> UnitResult:
    tally, place, tied, tie_breaks = standing
    late = breakdowns.adjusted.get(tally.position, {})
    return UnitResult(
        tally.unit, tally.row, tally.total, tally.published, tally.complete, tally.doubled, place, tied,
        grading.grade, tally.position, tally.cluster, tally.possible, tally.percent, tie_breaks, grading,
        tally.vetoes, tuple(each for changes in late.values() for each in changes), tally.unknown,
        tally.nothing_assigned,
    )  # fmt: skip
