"""Results of a scoring run in the form asked for: a page for people, CSV for Excel, JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.cli.language import language, t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua_cli.findings.report import Report
    from thidua_cli.scoring.explain import Step
    from thidua_cli.scoring.results.results import Results

SCHEMA = "thidua.results/1"
BYTE_ORDER_MARK = "\ufeff"


def table_form(results: Results, report: Report, *, verdicts: bool) -> Iterator[str]:
    """The ranking and the rulings of law."""
    from thidua_cli.cli.results_page import ranking, rulings

    yield ranking(results)
    told = rulings(report, verdicts)
    if told:
        yield "\n" + told


def csv_form(results: Results) -> Iterator[str]:
    """Rows with semicolons, as a Vietnamese Excel separates them; words in the user's language."""
    from thidua_cli.scoring.results.rows import results_to_rows

    return _semicolons(results_to_rows(results, _say))


def _say(key: str, **values: object) -> str:
    return t(f"score.csv.{key}", **values)


def json_form(results: Results, report: Report, *, traces: bool) -> Iterator[str]:
    """`thidua.results/1`: the units, and the report on the table as `thidua.report/1`."""
    from thidua_cli.scoring.results.json_text import json_pieces

    return json_pieces(results, {"schema": SCHEMA}, {"report": _report(report)}, traces=traces)


def trace_form(step: Step, row: int, report: Report, form: str) -> Iterator[str]:
    """A total, or a criterion, of the unit in a row opened into its steps, as a tree or as JSON."""
    if form == "json":
        import json

        from thidua_cli.scoring.results.json_text import step_to_json

        data = {"schema": SCHEMA, "trace": step_to_json(step, row), "report": _report(report)}
        yield json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    else:
        from thidua_cli.cli.results_page import opened

        yield opened(step, row)


def _report(report: Report) -> dict[str, Any]:
    from thidua_cli.findings.formats.json_report import to_data

    return to_data(report, language())


def _semicolons(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    import csv
    from io import StringIO

    for row in rows:
        line = StringIO()
        csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(row)
        yield line.getvalue()
