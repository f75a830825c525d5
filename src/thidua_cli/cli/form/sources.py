"""What `thidua form` makes forms from: the table of criteria with its period, and the units."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from thidua_cli.cli.language import t
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.forms.unit_table import units_of
from thidua_cli.forms.units import FormUnit
from thidua_cli.forms.words import period_words
from thidua_cli.plan.criteria.loading import CriteriaFile, criteria_of_plan, load_criteria
from thidua_cli.plan.loading import load_plan
from thidua_cli.repository.discovery import discover
from thidua_cli.rules.file_kinds import FileKind, kind_of_file
from thidua_cli.scoring.inputs.headings import Headings
from thidua_cli.source.text import read_source
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.reader import read_table
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.plan.criteria.table import Criteria

UNIT_OPTION = "--unit"


class FormSource(NamedTuple):
    """The table of criteria (None where it cannot be used), the period as a form says it, the file.

    `files`: those that were read.
    """

    criteria: Criteria | None
    period: str
    path: str
    findings: list[Finding]
    files: tuple[Path, ...] = ()


def form_source(named: str | None) -> FormSource:
    """The table that a plan names, or a file of criteria; without a path the one plan that is here."""
    plans, findings = discover([named] if named else [], Path.cwd())
    if len(plans) > 1:
        shown = ", ".join(plan.shown for plan in plans)
        raise typer.BadParameter(t("form.several_plans", plans=shown))
    path = plans[0].path if plans else None
    if path is None:
        return FormSource(None, "", named or ".", findings)
    shown = plans[0].shown
    source, problems = read_source(path, shown)
    findings += problems
    if source is None:
        return FormSource(None, "", shown, findings)
    if kind_of_file(source) is FileKind.CRITERIA:
        criteria, problems = load_criteria(source)
        return FormSource(criteria, "", shown, findings + problems, (path,))
    loaded, problems = load_plan(source)
    if loaded is None:
        return FormSource(None, "", shown, findings + problems)
    read: CriteriaFile | None = criteria_of_plan(loaded, path.parent)
    if read is None:
        raise typer.BadParameter(t("score.no_criteria", plan=shown))
    files = (path, path.parent / (loaded.plan.criteria or ""))
    period = period_words(loaded.plan.period)
    return FormSource(read.criteria, period, shown, findings + read.findings, files)


def form_units(
    criteria: Criteria, names: Sequence[str], listed: str | None
) -> tuple[list[FormUnit], list[Finding]]:
    """The units named, then those of a table, each once; one without a name where neither is given."""
    log, findings = FindingLog(), list[Finding]()
    told: list[FormUnit] = []
    if listed is not None:
        table, findings = read_table(Path(listed), Path(listed).as_posix())
        if table is None:
            return [], findings
        told = units_of(Headings(criteria), table, log)
    met = {fold(unit.name) for unit in told}
    units: list[FormUnit] = []
    for name in names:
        if fold(name) in met:
            log.add(Finding("TD588", Span(UNIT_OPTION, 0), {"text": name.strip()}, "typed"))
            continue
        met.add(fold(name))
        units.append(FormUnit(name.strip()))
    units += told
    return units if units or listed is not None else [FormUnit()], findings + log.close()
