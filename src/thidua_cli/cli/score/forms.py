"""Results of a scoring run in the form asked for: for people, for Excel, for a review, for programs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from thidua_cli.cli.language import language, t
from thidua_cli.cli.output.result_forms import Handed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from thidua_cli.findings.report import Report
    from thidua_cli.scoring.standings.results import Results
    from thidua_cli.tables.writing.sheets import Sheet

SCHEMA = "thidua.results/1"


def result_forms(results: Results, report: Report, *, verdicts: bool, traces: bool) -> Handed:
    """The ranking and the rulings of law, the sheets that an officer hands on, the units for programs.

    CSV has a column a criterion; in Markdown the first sheet stands open, the others are folded.
    """
    sheets = partial(_sheets, results, report)
    own: dict[str, Callable[[], Iterable[str]]] = {
        "csv": partial(_csv, results),
        "json": partial(_json, results, report, traces=traces),
        "md": partial(_markdown, sheets),
    }
    return Handed(partial(_page, results, report, verdicts), sheets, own=own, title=results.criteria.name)


def _page(results: Results, report: Report, verdicts: bool) -> Iterator[str]:
    from thidua_cli.cli.score.page import ranking, rulings

    yield from ranking(results)
    yield from rulings(report, verdicts)


def _csv(results: Results) -> Iterable[str]:
    """Rows with semicolons, as a Vietnamese Excel separates them; words in the user's language."""
    from thidua_cli.scoring.results.rows import results_to_rows
    from thidua_cli.tables.writing.delimited import semicolons

    return semicolons(results_to_rows(results, say))


def _json(results: Results, report: Report, *, traces: bool) -> Iterable[str]:
    """`thidua.results/1`: the units, and the report on the table as `thidua.report/1`."""
    from thidua_cli.scoring.results.json_text import json_pieces

    return json_pieces(results, {"schema": SCHEMA}, {"report": report_data(report)}, traces=traces)


def _sheets(results: Results, report: Report) -> Iterator[Sheet]:
    from thidua_cli.scoring.results.pages import pages

    return pages.result_sheets(results, report, say, language())


def _markdown(sheets: Callable[[], Iterable[Sheet]]) -> Iterator[str]:
    """Ready for a comment."""
    from thidua_cli.tables.writing.markdown import folded, markdown_of

    first, *others = sheets()
    yield from markdown_of(first)
    for sheet in others:
        yield "\n"
        yield from folded(sheet)


def say(key: str, **values: object) -> str:
    """A word of the results by its key."""
    return t(f"score.{key}", **values)


def report_data(report: Report) -> dict[str, Any]:
    """The report on the inputs for programs."""
    from thidua_cli.findings.formats.json_report import to_data

    return to_data(report, language())
