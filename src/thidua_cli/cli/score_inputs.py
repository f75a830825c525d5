"""What `thidua score` works on: the table, the criteria of its plan, and the date of the law."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from thidua_cli.cli.language import t
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span
from thidua_cli.law.pack import pack_name
from thidua_cli.plan.criteria_loading import criteria_of_plan, read_criteria
from thidua_cli.plan.loading import load_plan
from thidua_cli.repository.discovery import PLAN_NAME
from thidua_cli.rules.waivers import waive
from thidua_cli.scoring.inputs.unit_rows import without_idle_formulas
from thidua_cli.scoring.quotas import quota_findings, quota_verdicts
from thidua_cli.scoring.score import score
from thidua_cli.source.text import read_source
from thidua_cli.tables.reader import read_table

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.plan.criteria import Criteria
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Waiver
    from thidua_cli.scoring.results.results import Results


@dataclass(frozen=True, slots=True)
class Scored:
    """The results (None where nothing could be scored) and everything found on the way."""

    results: Results | None
    report: Report


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The criteria, the day whose law judges the head counts (None: no plan, no day), the plan's waivers."""

    criteria: Criteria | None
    as_of: date | None
    waivers: list[Waiver]
    findings: list[Finding]


def read_inputs(
    units: str, plan: str | None, criteria: str | None, sheet: str | None, as_of: date | None
) -> Scored:
    """Read the table and its criteria, score, and judge the head counts by the law of the day.

    The plan is the one named, else the `plan.yaml` beside the table. The criteria are those named, else the
    plan's; without either the command line is unusable. The day is the one asked for, else the plan's.
    """
    rulebook = _rulebook(Path(units), plan, criteria)
    day = as_of or rulebook.as_of
    table, findings = read_table(Path(units), Path(units).as_posix(), sheet)
    findings = [*rulebook.findings, *findings]
    if table is None or rulebook.criteria is None:
        return Scored(None, Report(day, pack_name(), tuple(findings), (), (units,)))
    results, problems = score(rulebook.criteria, table)
    if results is not None:
        findings = without_idle_formulas(findings, results.left_out)
    findings += problems
    verdicts: list[Verdict] = []
    if results is not None and day is not None:
        verdicts = quota_verdicts(results.head_counts, day, Span(Path(units).as_posix()))
    elif results is not None and results.head_counts:
        findings.append(Finding("TD561", Span(Path(units).as_posix())))
    findings += waive(rulebook.waivers, quota_findings(verdicts))
    return Scored(results, Report(day, pack_name(), tuple(findings), tuple(verdicts), (units,)))


def _rulebook(table: Path, plan: str | None, criteria: str | None) -> Rulebook:
    path = Path(plan) if plan is not None else table.parent / PLAN_NAME
    there = plan is not None or path.is_file()
    if not there and criteria is None:
        raise typer.BadParameter(t("score.no_plan", table=table.as_posix()))
    loaded, findings = _plan(path) if there else (None, [])
    day, waivers = (loaded.plan.period.last, loaded.plan.waivers) if loaded else (None, [])
    if criteria is not None:
        read = read_criteria(Path(criteria), Path(criteria).as_posix())
        return Rulebook(read.criteria, day, waivers, findings + read.findings)
    if loaded is None:
        return Rulebook(None, None, waivers, findings)
    named = criteria_of_plan(loaded, path.parent)
    if named is None:
        raise typer.BadParameter(t("score.no_criteria", plan=path.as_posix()))
    return Rulebook(named.criteria, day, waivers, named.findings)


def _plan(path: Path) -> tuple[Loaded | None, list[Finding]]:
    """The plan, or why it cannot be used; what else there is to say of a plan, `validate` says."""
    source, findings = read_source(path, path.as_posix())
    loaded, shape = load_plan(source) if source else (None, [])
    return loaded, [] if loaded else findings + shape
