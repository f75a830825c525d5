"""`thidua score UNITS`: points, ranks, grades and quota verdicts of a table of units."""

from __future__ import annotations

import sys
from datetime import date  # noqa: TC003 - typer reads the annotation
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.output import emit, tell_outputs
from thidua_cli.cli.parameters import AS_OF, FORCE, VERDICTS, OneOf
from thidua_cli.cli.results_forms import BYTE_ORDER_MARK, csv_form, json_form, table_form, trace_form
from thidua_cli.findings.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua_cli.plan.criteria import Group, Leaf
    from thidua_cli.scoring.results.results import Results

FORMS = ("table", "csv", "json")
WORKBOOKS = frozenset({"xlsx", "xlsm", "xls", "ods"})
UNITS: Any = typer.Argument(...)
PLAN: Any = typer.Option(None, "--plan")
CRITERIA: Any = typer.Option(None, "--criteria")
SHEET: Any = typer.Option(None, "--sheet")
EXPLAIN: Any = typer.Option(None, "--explain")
CRITERION: Any = typer.Option(None, "--criterion")
TRACES: Any = typer.Option(False, "--traces")
FORM: Any = typer.Option(None, "--format", click_type=OneOf(FORMS))
OUTPUT: Any = typer.Option(None, "-o", "--output")


def score(
    units: str = UNITS,
    plan: str | None = PLAN,
    criteria: str | None = CRITERIA,
    sheet: str | None = SHEET,
    format: str | None = FORM,
    output: str | None = OUTPUT,
    explain: str | None = EXPLAIN,
    criterion: str | None = CRITERION,
    traces: bool = TRACES,
    verdicts: bool = VERDICTS,
    as_of: date | None = AS_OF,
    force: bool = FORCE,
) -> int:
    """Score a table by the criteria of its plan; results to stdout or a file, findings to stderr."""
    from thidua_cli.cli.score_inputs import read_inputs

    form = _form(format, output)
    _check_together(form, explain, criterion, traces)
    scored = read_inputs(units, plan, criteria, sheet, as_of)
    code = emit(scored.report, stream=sys.stderr) if scored.report.findings else 0
    results, report = scored.results, scored.report
    if results is None:
        return code or 2
    pieces = (
        _pieces(results, report, form, traces, verdicts)
        if explain is None
        else _opened(results, explain, criterion, report, form)
    )
    if output is None:
        sys.stdout.writelines(pieces)
        return code
    mark = BYTE_ORDER_MARK if form == "csv" else ""
    return max(code, _written(Path(output), chain((mark,), pieces), force))


def _form(format: str | None, output: str | None) -> str:
    """What to write: as asked, else by the ending of the file, else a table for people."""
    suffix = Path(output).suffix.lower().removeprefix(".") if output else "table"
    if suffix in WORKBOOKS:
        raise typer.BadParameter(t("score.no_workbook", name=output))
    chosen = format or suffix
    if chosen not in FORMS or (output and chosen == "table"):
        raise typer.BadParameter(t("score.unknown_form", name=output or chosen))
    return chosen


def _check_together(form: str, explain: str | None, criterion: str | None, traces: bool) -> None:
    """Refuse options that would be without effect."""
    if traces and form != "json":
        raise typer.BadParameter(t("score.traces_need_json"))
    if criterion is not None and explain is None:
        raise typer.BadParameter(t("score.criterion_needs_unit"))
    if explain is not None and form == "csv":
        raise typer.BadParameter(t("score.explain_is_no_csv"))


def _pieces(results: Results, report: Report, form: str, traces: bool, verdicts: bool) -> Iterator[str]:
    if form == "table":
        return table_form(results, report, verdicts=verdicts)
    return csv_form(results) if form == "csv" else json_form(results, report, traces=traces)


def _opened(results: Results, name: str, criterion: str | None, report: Report, form: str) -> Iterator[str]:
    from thidua_cli.scoring.explain import Explainer

    unit = results.find(name)
    if unit is None:
        message = t("score.no_unit", unit=name)
        raise typer.BadParameter(message + _near(name, [each.unit for each in results.units]))
    explainer = Explainer(results)
    if criterion is None:
        step = explainer.unit(unit)
    else:
        step = explainer.criterion(unit, _criterion(results, criterion))
    return trace_form(step, unit.row.number, report, form)


def _criterion(results: Results, name: str) -> Group | Leaf:
    from thidua_cli.scoring.explain import criteria_names, find_criteria

    found = find_criteria(results, name)
    if not found:
        message = t("score.no_criterion", criterion=name)
        raise typer.BadParameter(message + _near(name, criteria_names(results)))
    if len(found) > 1:
        ids = ", ".join(item.id for item in found)
        raise typer.BadParameter(t("score.several_criteria", criterion=name, ids=ids))
    return found[0]


def _near(word: str, known: Iterable[str]) -> str:
    from thidua_cli.cli.commandline import did_you_mean

    return did_you_mean(word, known)


def _written(path: Path, pieces: Iterable[str], force: bool) -> int:
    from thidua_cli.repository.outputs import write_outputs

    content = BytesIO()
    content.writelines(piece.encode("utf-8") for piece in pieces)
    outputs = write_outputs(path.parent, {path.name: content.getvalue()}, force)
    tell_outputs(outputs)
    problems = tuple(outputs.findings)
    return emit(Report(None, "", problems), stream=sys.stderr) if problems else 0
