"""`thidua score UNITS…`: points, ranks, grades and quota verdicts of units."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date  # noqa: TC003 - typer reads the annotation
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.parameters import AS_OF, FORCE, LAW, ROWS, VERDICTS
from thidua_cli.cli.output.reports import emit
from thidua_cli.cli.output.result_forms import SHEET_FILE, SHEET_FORM, chosen_form, put_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.cli.output.result_forms import Handed
    from thidua_cli.cli.score.inputs import Scored
    from thidua_cli.scoring.what_if import WhatIf

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
    rows: str | None = ROWS,
    force: bool = FORCE,
) -> int:
    """Score units by the criteria of their plan; results to stdout or a file, findings to stderr."""
    from thidua_cli.cli.score.inputs import read_inputs

    form = chosen_form(format, output)
    _check_together(form, explain, criterion, what_if, traces)
    scored = read_inputs(units, plan, criteria, sheet, as_of, adjustments, roster, law, rows, output)
    code = emit(scored.report, stream=sys.stderr) if scored.report.findings else 0
    if scored.results is None:
        return code or 2
    thought: WhatIf | None = None
    report = scored.report
    if what_if:
        from thidua_cli.cli.score.moves import think

        thought = think(scored.results, scored.report.findings, what_if)
        report = replace(scored.report, findings=thought.findings, verdicts=())
        code = max(code, emit(report, stream=sys.stderr)) if thought.findings else code
    if explain is not None:
        handed = _opened(scored, thought, explain, criterion)
    elif thought is not None:
        from thidua_cli.cli.score.moves import moves_forms

        handed = moves_forms(thought, scored.report, report)
    else:
        from thidua_cli.cli.score.forms import result_forms

        handed = result_forms(scored.results, scored.report, verdicts=verdicts, traces=traces)
    return max(code, put_out(form, output, force, handed, scored.files))


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
    if traces and (explain is not None or what_if):
        raise typer.BadParameter(t("score.one_question"))


def _opened(scored: Scored, thought: WhatIf | None, name: str, criterion: str | None) -> Handed:
    """One unit, or one criterion of it, opened: as it is, or as it would be."""
    from thidua_cli.cli.score.targets import find_criterion, find_target
    from thidua_cli.cli.score.trace_tree import trace_forms
    from thidua_cli.scoring.traces.explainer import Explainer

    results = thought.after if thought else scored.results
    assert results is not None  # noqa: S101 - the caller has left where nothing was scored
    unit, rest = find_target(results, name)
    if rest and criterion is not None:
        raise typer.BadParameter(t("score.criterion_twice", first=rest, second=criterion))
    asked = criterion or rest
    explainer = Explainer(results)
    step = explainer.criterion(unit, find_criterion(results, asked)) if asked else explainer.unit(unit)
    named = results.breakdowns.inputs.unit(unit.row)
    return trace_forms(step, named, unit.row, scored.report, thought)
