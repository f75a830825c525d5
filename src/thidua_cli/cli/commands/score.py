"""`thidua score UNITS`: points, ranks, grades and quota verdicts of a table of units."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.output import emit
from thidua_cli.cli.parameters import AS_OF, FORCE, VERDICTS, OneOf
from thidua_cli.cli.results_forms import BYTE_ORDER_MARK, csv_form, json_form, table_form, trace_form
from thidua_cli.findings.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.scoring.explain import Step
    from thidua_cli.scoring.results import Results

FORMS = ("table", "csv", "json")
UNITS: Any = typer.Argument(...)
PLAN: Any = typer.Option(None, "--plan")
CRITERIA: Any = typer.Option(None, "--criteria")
SHEET: Any = typer.Option(None, "--sheet")
EXPLAIN: Any = typer.Option(None, "--explain")
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
    traces: bool = TRACES,
    verdicts: bool = VERDICTS,
    as_of: str | None = AS_OF,
    force: bool = FORCE,
) -> int:
    """Score a table by the criteria of its plan; results to stdout or a file, findings to stderr."""
    from thidua_cli.cli.score_inputs import read_inputs

    form = _form(format, output)
    if traces and form != "json":
        raise typer.BadParameter(t("score.traces_need_json"))
    day: Any = as_of
    scored = read_inputs(units, plan, criteria, sheet, day)
    code = emit(scored.report, stream=sys.stderr) if scored.report.findings else 0
    results, report = scored.results, scored.report
    if results is None:
        return code or 2
    pieces = (
        trace_form(_opened(results, explain), report, form)
        if explain
        else _pieces(results, report, form, traces, verdicts)
    )
    if output is None:
        sys.stdout.writelines(pieces)
        return code
    mark = BYTE_ORDER_MARK if form == "csv" else ""
    return max(code, _written(Path(output), mark + "".join(pieces), force))


def _form(format: str | None, output: str | None) -> str:
    """What to write: as asked, else by the ending of the file, else a table for people."""
    suffix = Path(output).suffix.lower().removeprefix(".") if output else "table"
    chosen = format or suffix
    if chosen not in FORMS or (output and chosen == "table"):
        raise typer.BadParameter(t("score.unknown_form", name=output or chosen))
    return chosen


def _pieces(results: Results, report: Report, form: str, traces: bool, verdicts: bool) -> Iterator[str]:
    if form == "table":
        return table_form(results, report, verdicts=verdicts)
    return csv_form(results) if form == "csv" else json_form(results, report, traces=traces)


def _opened(results: Results, unit: str) -> Step:
    from thidua_cli.scoring.explain import explain

    step = explain(results, unit)
    if step is None:
        from thidua_cli.vietnamese.text import nearest

        near = nearest(unit, [each.unit for each in results.units])
        hint = " " + t("error.near", words=", ".join(near)) if near else ""
        raise typer.BadParameter(t("score.no_unit", unit=unit) + hint)
    return step


def _written(path: Path, text: str, force: bool) -> int:
    from thidua_cli.repository.outputs import write_outputs

    written, problems = write_outputs(path.parent, {path.name: text.encode("utf-8")}, force)
    for each in written:
        sys.stdout.write(t("render.written", path=each.as_posix()) + "\n")
    return emit(Report(None, "", tuple(problems)), stream=sys.stderr) if problems else 0
