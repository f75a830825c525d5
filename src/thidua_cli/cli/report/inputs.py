"""What a report is made of: the scored tables, the results of targets, the previous period."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from thidua_cli.cli.language import TEXTS, t
from thidua_cli.cli.score.unit_inputs import tell
from thidua_cli.findings.texts import LANGUAGES, phrase
from thidua_cli.reporting.actuals.headings import tells_results
from thidua_cli.reporting.actuals.table import read_actuals
from thidua_cli.reporting.periods import (
    PeriodKind,
    PeriodProblem,
    ReportPeriod,
    previous_period,
    report_period,
)
from thidua_cli.reporting.summary import NO_ACTUALS, Previous
from thidua_cli.repository.unit_files import unit_files
from thidua_cli.scoring.score import score
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.personal_data import personal_findings
from thidua_cli.tables.reader import read_table, stream_rows
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from thidua_cli.findings.finding import Finding
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.plan.plan import Plan
    from thidua_cli.reporting.actuals.actual import Actual
    from thidua_cli.reporting.actuals.target_names import TargetNames


class Earlier(NamedTuple):
    """The previous period (None where none was named), the files read for it, and what was found."""

    previous: Previous | None
    files: tuple[str, ...]
    findings: list[Finding]


def period_of(kind: PeriodKind, plan: Plan, issued: date | None) -> ReportPeriod:
    """The days of the period in a plan, or a usage error: it has none such, or more than one."""
    found = report_period(kind, plan.period, issued)
    if isinstance(found, PeriodProblem):
        first, last = format_short(plan.period.first), format_short(plan.period.last)
        message = t(f"report.period_{found.reason}", period=kind.id, first=first, last=last)
        raise typer.BadParameter(message)
    return found


def previous_of(kind: PeriodKind | None, now: ReportPeriod, plan: Plan) -> ReportPeriod | None:
    """The previous period, None where none is named; a usage error where it is none that came before."""
    if kind is None:
        return None
    found = previous_period(kind, now, plan.period)
    if found is None:
        raise typer.BadParameter(t("report.previous_period_late", period=kind.id, name=now.name))
    return found


def of_period(period: ReportPeriod) -> PeriodKind:
    """What rows of a table of results have to name: the period with its year."""
    return PeriodKind(period.id, period.last.year)


def results_of_targets(
    path: str, names: TargetNames, period: PeriodKind | None
) -> tuple[Mapping[str, Actual], list[Finding]]:
    """The table of results of targets; without rows of other periods where one is asked for."""
    table, findings = read_table(Path(path), Path(path).as_posix())
    if table is None:
        return NO_ACTUALS, findings
    log = FindingLog()
    found = read_actuals(table, names, log, period)
    return found, [*findings, *personal_findings(table.header, table.rows), *log.close()]


def earlier(
    named: Sequence[str], period: ReportPeriod | None, criteria: Criteria, names: TargetNames
) -> Earlier:
    """The tables of the previous period: those of units are scored alike, those of targets are read.

    Of targets only the rows of the `period` count, all of them where it is not known.
    """
    kind = of_period(period) if period else None
    if not named:
        return Earlier(None, (), [])
    files, findings = unit_files(named)
    of_targets = [path for path in files if _tells_results(path)]
    of_units = [path.as_posix() for path in files if path not in of_targets]
    actuals: dict[str, Actual] = {}
    for path in of_targets:
        found, problems = results_of_targets(path.as_posix(), names, kind)
        actuals |= found
        findings += problems
    results = None
    if of_units:
        inputs, changes, told, _ = tell(criteria, of_units, None, None, None)
        findings += told
        if inputs is not None:
            results, problems = score(criteria, inputs, changes)
            findings += problems
    read = tuple(path.as_posix() for path in files)
    return Earlier(Previous(results, actuals, period), read, findings)


def _tells_results(path: Path) -> bool:
    """Whether a file is a table of results of targets; what cannot be read is told later."""
    stream = stream_rows(path, path.as_posix(), FindingLog())
    return stream is not None and tells_results(stream.header.cells())


def say(key: str, **values: object) -> str:
    """A word of the standings by its key; documents are Vietnamese, whatever the terminal speaks."""
    return phrase(TEXTS, f"score.{key}", LANGUAGES[0], values)
