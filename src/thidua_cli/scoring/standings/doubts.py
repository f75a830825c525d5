"""What a person should know of a unit's total, place and grade."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.exact import Ratio
from thidua_cli.scoring.points.formulas import number, result
from thidua_cli.scoring.standings.tree_sums import TABLE
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.scoring.inputs.input_table import Adjustment
    from thidua_cli.scoring.points.column_scores import ColumnScore
    from thidua_cli.scoring.standings.breakdowns import Breakdowns
    from thidua_cli.scoring.standings.grading import Ladder
    from thidua_cli.scoring.standings.ranking import Tally
    from thidua_cli.scoring.standings.results import Grading
    from thidua_cli.tables.collected import FindingLog

NEEDS = frozenset({"every", "criterion", "penalties_within"})


def decided_all_the_same(
    tallies: Iterable[Tally], columns: Mapping[str, ColumnScore], findings: Iterable[Finding]
) -> list[Finding]:
    """The findings; those of missing data that leave the total certain say so."""
    settled = {
        (tally.row.cell(column).span, name)
        for tally in tallies
        if tally.complete and tally.unknown
        for name, column in _main_cells(tally.unknown, columns)
    }
    return [
        replace(each, variant="settled")
        if each.code == "TD530" and (each.span, each.values["name"]) in settled
        else each
        for each in findings
    ]


def _main_cells(keys: Iterable[str], columns: Mapping[str, ColumnScore]) -> Iterator[tuple[str, int]]:
    return ((score.rule.name, score.columns[0]) for score in (columns[key] for key in keys) if score.columns)


def nothing_assigned(unit: str, place: Span) -> Finding:
    """A unit that was assigned no criterion has no share to take."""
    return Finding("TD559", place, {"unit": unit})


def no_cluster(unit: str, place: Span) -> Finding:
    """A unit whose cell names no cluster has no others to be ranked with."""
    return Finding("TD558", place, {"unit": unit}, "cluster")


def doubts_of_grade(
    criteria: Criteria, ladder: Ladder, tally: Tally, grading: Grading, place: Span, findings: FindingLog
) -> None:
    """A total that no grade holds, or more than one; a grade that rests on a condition not known."""
    total = format_number(tally.published, criteria.rounding.places)
    if grading.state == "none" and grading.by_total is None:
        by_total = criteria.ranking.by == "exact"
        several = ladder.holding(tally.total if by_total else Ratio(tally.published))
        values = {"unit": tally.unit, "total": total}
        findings.add(Finding("TD550", place, values, "several" if several else ""))
    for each in grading.lowered_by:
        if grading.state == "undecided" and each.kind in NEEDS and each.holds is None:
            values = {"unit": tally.unit, "grade": each.grade, "names": each.label, "wanted": each.wanted}
            findings.add(Finding("TD556", place, values, each.kind))


def doubts_of_adjustments(breakdowns: Breakdowns, findings: FindingLog) -> None:
    """Late changes that go beyond the limits of their criterion, or to one that was not assigned."""
    for position in sorted(breakdowns.adjusted):
        unit = breakdowns.of(position)
        changes = [change for item in unit.items.values() for change in item.changes]
        changes += [change for group in unit.groups.values() for change in group.changes]
        for change in changes:
            late = change.adjustment
            if change.kind == "limit" and late and change.after and change.bound is not None:
                values = {"name": breakdowns.name(late.criterion or ""), "limit": number(change.bound)}
                _report(late, values | {"counted": result(change.after)}, "limit", findings)
        for key, late_ones in breakdowns.adjusted[position].items():
            if key != TABLE and not breakdowns.assigned(key, position):
                for late in late_ones:
                    _report(late, {"name": breakdowns.name(key)}, "not_assigned", findings)


def _report(late: Adjustment, values: dict[str, str], variant: str, findings: FindingLog) -> None:
    found = {"unit": late.unit, "points": number(late.points), **values}
    findings.add(Finding("TD557", late.place, found, variant))
