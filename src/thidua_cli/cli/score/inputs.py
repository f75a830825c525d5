"""What `thidua score` works on: the units' tables, the criteria of their plan, and the date of the law."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.law.packs import law_files
from thidua_cli.cli.score.unit_inputs import tell
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span
from thidua_cli.forms.words import period_words
from thidua_cli.law.local.verdicts import due_findings
from thidua_cli.law.rulings.head_counts import NO_FACTS
from thidua_cli.law.rulings.table_caps import Rows
from thidua_cli.plan.criteria.loading import criteria_of_plan, read_criteria
from thidua_cli.repository.unit_files import plan_beside
from thidua_cli.rosters.counts.rulings import ruled
from thidua_cli.rules.ground import ground_of
from thidua_cli.rules.waivers import waive
from thidua_cli.scoring.score import score

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.rules.ground import Ground
    from thidua_cli.scoring.inputs.input_table import Adjustment, InputTable
    from thidua_cli.scoring.standings.results import Results


@dataclass(frozen=True, slots=True)
class Scored:
    """The results (None where nothing could be scored), everything found, and what the results rest on.

    `files`: those that were read. `ground`: the day, the law and the plan.
    """

    results: Results | None
    report: Report
    inputs: InputTable | None = None
    adjustments: tuple[Adjustment, ...] = ()
    files: tuple[Path, ...] = ()
    ground: Ground | None = None


def read_inputs(
    units: Sequence[str],
    plan: str | None,
    criteria: str | None,
    sheet: str | None,
    as_of: date | None,
    adjustments: str | None = None,
    roster: str | None = None,
    law: Sequence[str] | None = None,
    rows: str | None = None,
    output: str | None = None,
) -> Scored:
    """Read tables and forms and their criteria, score, and judge the head counts by the law of the day.

    `units`: one or more tables or forms, or folders of them; `adjustments`: the table of late changes;
    `roster`: the table of the units that are expected. The plan is the one named, else the `plan.yaml` beside
    the first table. The criteria are those named, else the plan's; without either the command line is
    unusable. The day is the one asked for, else the plan's. `law`: packs besides those that the plan names.
    `rows`: what the rows are to a cap that holds for each agency. `output`: where the results go.
    """
    path = Path(plan) if plan is not None else plan_beside(Path(units[0]))
    if path is None and criteria is None:
        raise typer.BadParameter(t("score.no_plan", table=Path(units[0]).as_posix()))
    ground = ground_of(path, as_of, law_files(path, law))
    day, book, findings = ground.day, ground.book, list(ground.findings)
    known = _criteria(ground, path, criteria, findings)
    place = Span(Path(units[0]).as_posix())
    if known is None:
        return Scored(None, Report(day, book.name, tuple(findings), (), tuple(units)))
    period = period_words(ground.loaded.plan.period) if ground.loaded else ""
    inputs, changes, told, files = tell(known, units, sheet, adjustments, roster, period, output)
    findings += told
    if inputs is None:
        return Scored(None, Report(day, book.name, tuple(findings), (), tuple(units)))
    results, problems = score(known, inputs, changes)
    findings += problems
    verdicts, problems = _ruled(results, ground, place, Rows(rows) if rows else None)
    findings += [*problems, *waive(ground.waivers, due_findings(verdicts, book))]
    report = Report(day, book.name, tuple(findings), tuple(verdicts), files)
    named = (criteria, adjustments, roster, *files)
    read = (*ground.files, *(Path(name) for name in named if name is not None))
    return Scored(results, report, inputs, changes, read, ground)


def _ruled(
    results: Results, ground: Ground, place: Span, rows: Rows | None
) -> tuple[list[Verdict], list[Finding]]:
    """What the law of the day says of the head counts; a finding where no day is known."""
    if not results.head_counts:
        return [], []
    if ground.day is None:
        return [], [Finding("TD561", place)]
    return ruled(results.head_counts, NO_FACTS, ground.book, ground.day, place, rows), []


def _criteria(
    ground: Ground, plan: Path | None, named: str | None, findings: list[Finding]
) -> Criteria | None:
    """The criteria that are named, else the plan's; None where they cannot be used."""
    if named is not None:
        read = read_criteria(Path(named), Path(named).as_posix())
        findings += read.findings
        return read.criteria
    if ground.loaded is None or plan is None:
        return None
    own = criteria_of_plan(ground.loaded, plan.parent)
    if own is None:
        raise typer.BadParameter(t("score.no_criteria", plan=plan.as_posix()))
    findings += own.findings
    return own.criteria
