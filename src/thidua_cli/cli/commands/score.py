"""`thidua score UNITS…`: points, ranks, grades and quota verdicts of units."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date  # noqa: TC003 - typer reads the annotation
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.parameters import AS_OF, FORCE, LAW, VERDICTS
from thidua_cli.cli.output.reports import emit
from thidua_cli.cli.output.result_forms import SHEET_FILE, SHEET_FORM, chosen_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.cli.score.forms import Told
    from thidua_cli.cli.score.inputs import Scored
    from thidua_cli.scoring.standings.results import Results

UNITS: Any = typer.Argument(...)
PLAN: Any = typer.Option(None, "--plan")
CRITERIA: Any = typer.Option(None, "--criteria")
SHEET: Any = typer.Option(None, "--sheet")
ADJUSTMENTS: Any = typer.Option(None, "--adjustments")
ROSTER: Any = typer.Option(None, "--roster")
EXPLAIN: Any = typer.Option(None, "--explain")
CRITERION: Any = typer.Option(None, "--criterion")
WHAT_IF: Any = typer.Option(None, "--what-if")
TRACES: Any = typer.Option(False, "--traces")


def score(
    units: list[str] = UNITS,
    plan: str | None = PLAN,
    criteria: str | None = CRITERIA,
    sheet: str | None = SHEET,
    adjustments: str | None = ADJUSTMENTS,
    roster: str | None = ROSTER,
    format: str | None = SHEET_FORM,
    output: str | None = SHEET_FILE,
    explain: str | None = EXPLAIN,
    criterion: str | None = CRITERION,
    what_if: list[str] | None = WHAT_IF,
    traces: bool = TRACES,
    verdicts: bool = VERDICTS,
    as_of: date | None = AS_OF,
    law: list[str] = LAW,
    force: bool = FORCE,
) -> int:
    """Score units by the criteria of their plan; results to stdout or a file, findings to stderr."""
    from thidua_cli.cli.score.inputs import read_inputs

    form = chosen_form(format, output)
    _check_together(form, explain, criterion, what_if, traces)
    scored = read_inputs(units, plan, criteria, sheet, as_of, adjustments, roster, law)
    code = emit(scored.report, stream=sys.stderr) if scored.report.findings else 0
    if scored.results is None:
        return code or 2
    if explain is not None:
        told = _opened(scored.results, scored, explain, criterion, form)
    elif what_if:
        from thidua_cli.cli.score.moves import moves_form, think

        moved = think(scored.results, what_if)
        further = replace(scored.report, findings=moved.findings, verdicts=())
        code = max(code, emit(further, stream=sys.stderr)) if moved.findings else code
        told = moves_form(moved, scored.report, further, form)
    else:
        told = _whole(scored.results, scored, form, traces, verdicts)
    if output is None:
        sys.stdout.writelines(told.pieces)
        return code
    from thidua_cli.cli.output.files import write_results

    return max(code, write_results(Path(output), told, form, scored.results.criteria.name, force))


def _check_together(
    form: str, explain: str | None, criterion: str | None, what_if: Sequence[str] | None, traces: bool
) -> None:
    """Refuse options that would be without effect."""
    if traces and form != "json":
        raise typer.BadParameter(t("score.traces_need_json"))
    if criterion is not None and explain is None:
        raise typer.BadParameter(t("score.criterion_needs_unit"))
    if explain is not None and form in ("csv", "xlsx"):
        raise typer.BadParameter(t("score.explain_has_no_form"))
    if sum((traces, explain is not None, bool(what_if))) > 1:
        raise typer.BadParameter(t("score.one_question"))


def _whole(results: Results, scored: Scored, form: str, traces: bool, verdicts: bool) -> Told:
    from thidua_cli.cli.score import forms

    if form == "table":
        return forms.table_form(results, scored.report, verdicts=verdicts)
    if form == "csv":
        return forms.csv_form(results)
    if form == "json":
        return forms.json_form(results, scored.report, traces=traces)
    return forms.sheets_form(forms.result_sheets(results, scored.report), form)


def _opened(results: Results, scored: Scored, name: str, criterion: str | None, form: str) -> Told:
    from thidua_cli.cli.score.targets import find_criterion, find_target
    from thidua_cli.cli.score.trace_tree import trace_form
    from thidua_cli.scoring.traces.explainer import Explainer

    unit, rest = find_target(results, name)
    if rest and criterion is not None:
        raise typer.BadParameter(t("score.criterion_twice", first=rest, second=criterion))
    asked = criterion or rest
    explainer = Explainer(results)
    step = explainer.criterion(unit, find_criterion(results, asked)) if asked else explainer.unit(unit)
    named = results.breakdowns.inputs.unit(unit.row)
    return trace_form(step, named, unit.row, scored.report, form)
