"""`thidua score UNITS`: points, ranks, grades and quota verdicts of a table of units."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import language, t
from thidua_cli.cli.output import emit
from thidua_cli.cli.parameters import AS_OF, FORCE, VERDICTS, OneOf
from thidua_cli.findings.report import Report

if TYPE_CHECKING:
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
    text = (
        _opened(results, report, explain, form)
        if explain
        else _results(results, report, form, traces, verdicts)
    )
    if output is None:
        sys.stdout.write(text)
        return code
    return max(code, _written(Path(output), text, form, force))


def _form(format: str | None, output: str | None) -> str:
    """What to write: as asked, else by the ending of the file, else a table for people."""
    suffix = Path(output).suffix.lower().removeprefix(".") if output else "table"
    chosen = format or suffix
    if chosen not in FORMS or (output and chosen == "table"):
        raise typer.BadParameter(t("score.unknown_form", name=output or chosen))
    return chosen


def _results(results: Results, report: Report, form: str, traces: bool, verdicts: bool) -> str:
    from thidua_cli.scoring.publish import results_to_json, results_to_rows

    if form == "table":
        from thidua_cli.cli.results_page import ranking, rulings

        return "\n".join(part for part in (ranking(results), rulings(report, verdicts)) if part)
    if form == "csv":
        return _csv(results_to_rows(results))
    return _json(results_to_json(results, traces=traces), report)


def _opened(results: Results, report: Report, unit: str, form: str) -> str:
    from thidua_cli.scoring.explain import explain

    step = explain(results, unit)
    if step is None:
        from thidua_cli.vietnamese.text import nearest

        near = nearest(unit, [each.unit for each in results.units])
        hint = " " + t("error.near", words=", ".join(near)) if near else ""
        raise typer.BadParameter(t("score.no_unit", unit=unit) + hint)
    if form == "json":
        from thidua_cli.scoring.publish import step_to_json

        return _json({"trace": step_to_json(step)}, report)
    from thidua_cli.cli.results_page import opened

    return opened(step)


def _json(data: dict[str, Any], report: Report) -> str:
    import json

    from thidua_cli.findings.formats.json_report import to_data

    whole = {"schema": "thidua.results/1", **data, "report": to_data(report, language())}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _csv(rows: Any) -> str:
    """Semicolons and a byte-order mark: Excel opens it with its columns and its letters right."""
    import csv
    from io import StringIO

    stream = StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(rows)
    return "\ufeff" + stream.getvalue()


def _written(path: Path, text: str, form: str, force: bool) -> int:
    from thidua_cli.repository.outputs import write_outputs

    written, problems = write_outputs(path.parent, {path.name: text.encode("utf-8")}, force)
    for each in written:
        sys.stdout.write(t("render.written", path=each.as_posix()) + "\n")
    return emit(Report(None, "", tuple(problems)), stream=sys.stderr) if problems else 0
