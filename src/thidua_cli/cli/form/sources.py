"""What `thidua form` makes forms from: the table of criteria with its period, and the units."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from thidua_cli.cli.language import t
from thidua_cli.forms.unit_table import units_of
from thidua_cli.forms.units import FormUnit
from thidua_cli.forms.words import word
from thidua_cli.plan.criteria.loading import CriteriaFile, criteria_of_plan, load_criteria
from thidua_cli.plan.loading import load_plan
from thidua_cli.repository.discovery import discover
from thidua_cli.scoring.inputs.headings import Headings
from thidua_cli.source.nodes import as_data
from thidua_cli.source.text import read_source
from thidua_cli.source.yaml_reader import read_yaml
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.reader import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.source.text import SourceText
    from thidua_cli.vietnamese.periods import Period


class FormSource(NamedTuple):
    """The table of criteria (None where it cannot be used), the period as a form says it, the file."""

    criteria: Criteria | None
    period: str
    path: str
    findings: list[Finding]


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
    if _holds_criteria(source):
        criteria, problems = load_criteria(source)
        return FormSource(criteria, "", shown, findings + problems)
    loaded, problems = load_plan(source)
    if loaded is None:
        return FormSource(None, "", shown, findings + problems)
    read: CriteriaFile | None = criteria_of_plan(loaded, path.parent)
    if read is None:
        raise typer.BadParameter(t("score.no_criteria", plan=shown))
    return FormSource(read.criteria, _said(loaded.plan.period), shown, findings + read.findings)


def form_units(
    criteria: Criteria, names: Sequence[str], listed: str | None
) -> tuple[list[FormUnit], list[Finding]]:
    """The units named, then those of a table; one without a name where neither is given."""
    units = [FormUnit(name.strip()) for name in names]
    if listed is None:
        return units or [FormUnit()], []
    table, findings = read_table(Path(listed), Path(listed).as_posix())
    if table is None:
        return [], findings
    log = FindingLog()
    units += units_of(Headings(criteria), table, log)
    return units, findings + log.close()


def _holds_criteria(source: SourceText) -> bool:
    """Whether a file is a table of criteria itself: a plan has the name of one under that key."""
    root, _ = read_yaml(source)
    data = None if root is None else as_data(root)
    return isinstance(data, dict) and isinstance(data.get("criteria"), list)


def _said(period: Period) -> str:
    return word("period.year", year=period.text) if period.text.isdecimal() else period.text
