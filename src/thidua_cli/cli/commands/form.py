"""`thidua form [PLAN]`: the workbooks in which units fill in their results."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.parameters import FORCE
from thidua_cli.cli.output.reports import emit, tell_outputs
from thidua_cli.findings.report import Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.forms.blueprint import Blueprint
    from thidua_cli.forms.units import FormUnit
    from thidua_cli.plan.criteria.table import Criteria

SUFFIX = ".xlsx"
SOURCE: Any = typer.Argument(None)
UNIT: Any = typer.Option(None, "--unit")
UNITS: Any = typer.Option(None, "--units")
OUTPUT: Any = typer.Option("out", "-o", "--output")
LAYERS: Any = typer.Option(False, "--layers")
COUNTS: Any = typer.Option(False, "--counts")
REVIEWER: Any = typer.Option("", "--reviewer")


def form(
    source: str | None = SOURCE,
    unit: list[str] = UNIT,
    units: str | None = UNITS,
    output: str = OUTPUT,
    layers: bool = LAYERS,
    counts: bool = COUNTS,
    reviewer: str = REVIEWER,
    force: bool = FORCE,
) -> int:
    """Write a form for every unit, or one without a name; what keeps one from being written is reported."""
    from thidua_cli.cli.form.sources import form_source, form_units

    table = form_source(source)
    if table.criteria is None:
        return _told(table.findings, table.path) or 2
    named, findings = form_units(table.criteria, unit or (), units)
    findings = [*table.findings, *findings]
    folder, single = _target(output, named)
    if not named:
        return _told(findings, table.path) or 2
    from thidua_cli.forms.units import file_names
    from thidua_cli.repository.outputs import write_outputs

    names = [single] if single else file_names(named)
    printed = _blueprint(table.criteria, table.period, reviewer.strip(), layers=layers, counts=counts)
    contents = _contents(printed, named)
    inputs = (*table.files, *([Path(units)] if units else ()))
    files = dict(zip(names, contents, strict=True))
    if not force:
        from thidua_cli.cli.form.standing import without_others

        files, kept = without_others(folder, zip(names, named, contents, strict=True))
        findings += kept
    outputs = write_outputs(folder, files, force, inputs)
    code = _told([*findings, *outputs.findings], table.path)
    tell_outputs(outputs)
    return code


def _target(output: str, units: Sequence[FormUnit]) -> tuple[Path, str]:
    """The folder, and the name of the file where one is asked for: only a single form fits into it."""
    path = Path(output)
    if path.suffix.lower() != SUFFIX:
        return path, ""
    if len(units) > 1:
        raise typer.BadParameter(t("form.one_file", name=output, count=len(units)))
    return path.parent, path.name


def _blueprint(criteria: Criteria, period: str, reviewer: str, *, layers: bool, counts: bool) -> Blueprint:
    from thidua_cli.forms.blueprint import blueprint
    from thidua_cli.scoring.inputs.layers import layers_of

    used = layers_of(criteria) if layers or criteria.layers else ()
    return blueprint(criteria, period, used, reviewer, counts=counts)


def _contents(form: Blueprint, units: Sequence[FormUnit]) -> list[bytes]:
    from thidua_cli.cli.output.progress import with_progress
    from thidua_cli.forms.writing.form_printer import FormPress

    press = FormPress(form)
    return [press.form(unit) for unit in with_progress(units)]


def _told(findings: Sequence[Finding], path: str) -> int:
    """Report what was found, if anything; the exit code."""
    return emit(Report(None, "", tuple(findings), (), (path,)), stream=sys.stderr) if findings else 0
