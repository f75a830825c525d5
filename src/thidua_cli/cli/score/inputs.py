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
from thidua_cli.law.local.verdicts import due_findings
from thidua_cli.plan.criteria.loading import criteria_of_plan, read_criteria
from thidua_cli.plan.loading import load_plan
from thidua_cli.repository.discovery import PLAN_NAME
from thidua_cli.repository.unit_files import is_folder
from thidua_cli.rosters.counts.rulings import law_verdicts
from thidua_cli.rules.plan_law import law_of_plan
from thidua_cli.rules.waivers import waive
from thidua_cli.scoring.score import score
from thidua_cli.source.text import read_source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Waiver
    from thidua_cli.scoring.inputs.input_table import Adjustment, InputTable
    from thidua_cli.scoring.standings.results import Results


@dataclass(frozen=True, slots=True)
class Scored:
    """The results (None where nothing could be scored), everything found, and what the results rest on."""

    results: Results | None
    report: Report
    inputs: InputTable | None = None
    adjustments: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The criteria, the day whose law judges the head counts (None: no plan, no day), the plan's waivers, and
    the law with the packs over it.
    """

    criteria: Criteria | None
    as_of: date | None
    waivers: list[Waiver]
    findings: list[Finding]
    book: Lawbook


def read_inputs(
    units: Sequence[str],
    plan: str | None,
    criteria: str | None,
    sheet: str | None,
    as_of: date | None,
    adjustments: str | None = None,
    roster: str | None = None,
    law: Sequence[str] | None = None,
) -> Scored:
    """Read tables and forms and their criteria, score, and judge the head counts by the law of the day.

    `units`: one or more tables or forms, or folders of them; `adjustments`: the table of late changes;
    `roster`: the table of the units that are expected. The plan is the one named, else the `plan.yaml` beside
    the first table. The criteria are those named, else the plan's; without either the command line is
    unusable. The day is the one asked for, else the plan's. `law`: packs besides those that the plan names.
    """
    rulebook = _rulebook(Path(units[0]), plan, criteria, law)
    book = rulebook.book
    day, findings = as_of or rulebook.as_of, rulebook.findings
    place = Span(Path(units[0]).as_posix())
    if rulebook.criteria is None:
        return Scored(None, Report(day, book.name, tuple(findings), (), tuple(units)))
    inputs, changes, told = tell(rulebook.criteria, units, sheet, adjustments, roster)
    findings += told
    if inputs is None:
        return Scored(None, Report(day, book.name, tuple(findings), (), tuple(units)))
    results, problems = score(rulebook.criteria, inputs, changes)
    findings += problems
    verdicts: list[Verdict] = []
    if day is not None:
        verdicts = law_verdicts(results.head_counts, day, place, book)
    elif results.head_counts:
        findings.append(Finding("TD561", place))
    findings += waive(rulebook.waivers, due_findings(verdicts, book))
    report = Report(day, book.name, tuple(findings), tuple(verdicts), tuple(units))
    return Scored(results, report, inputs, changes)


def _rulebook(table: Path, plan: str | None, criteria: str | None, law: Sequence[str] | None) -> Rulebook:
    path = Path(plan) if plan is not None else _plan_beside(table)
    if path is None and criteria is None:
        raise typer.BadParameter(t("score.no_plan", table=table.as_posix()))
    loaded, findings = _plan(path) if path is not None else (None, [])
    day, waivers = (loaded.plan.period.last, loaded.plan.waivers) if loaded else (None, [])
    packs = law_of_plan(loaded, law_files(path, law))
    findings = [*findings, *packs.findings]
    if criteria is not None:
        read = read_criteria(Path(criteria), Path(criteria).as_posix())
        return Rulebook(read.criteria, day, waivers, findings + read.findings, packs.book)
    if loaded is None or path is None:
        return Rulebook(None, None, waivers, findings, packs.book)
    named = criteria_of_plan(loaded, path.parent)
    if named is None:
        raise typer.BadParameter(t("score.no_criteria", plan=path.as_posix()))
    return Rulebook(named.criteria, day, waivers, [*packs.findings, *named.findings], packs.book)


def _plan_beside(table: Path) -> Path | None:
    """The `plan.yaml` beside a table; of a folder of tables the one in it, or beside it."""
    folders = (table, table.parent) if is_folder(table) else (table.parent,)
    return next((folder / PLAN_NAME for folder in folders if (folder / PLAN_NAME).is_file()), None)


def _plan(path: Path) -> tuple[Loaded | None, list[Finding]]:
    """The plan, or why it cannot be used; what else there is to say of a plan, `validate` says."""
    source, findings = read_source(path, path.as_posix())
    loaded, shape = load_plan(source) if source else (None, [])
    return loaded, [] if loaded else findings + shape
