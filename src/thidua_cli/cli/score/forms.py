"""Results of a scoring run in the form asked for: for people, for Excel, for a review, for programs."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.cli.language import language, t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua_cli.findings.report import Report
    from thidua_cli.scoring.standings.results import Results
    from thidua_cli.tables.writing.sheets import Sheet

SCHEMA = "thidua.results/1"


class Told(NamedTuple):
    """What a run has to tell: pieces of text, or the sheets of a workbook."""

    pieces: Iterable[str] = ()
    sheets: Iterable[Sheet] = ()


def table_form(results: Results, report: Report, *, verdicts: bool) -> Told:
    """The ranking and the rulings of law."""
    from thidua_cli.cli.score.page import ranking, rulings

    return Told(chain(ranking(results), rulings(report, verdicts)))


def csv_form(results: Results) -> Told:
    """Rows with semicolons, as a Vietnamese Excel separates them; words in the user's language."""
    from thidua_cli.scoring.results.rows import results_to_rows
    from thidua_cli.tables.writing.delimited import semicolons

    return Told(semicolons(results_to_rows(results, say)))


def json_form(results: Results, report: Report, *, traces: bool) -> Told:
    """`thidua.results/1`: the units, and the report on the table as `thidua.report/1`."""
    from thidua_cli.scoring.results.json_text import json_pieces

    return Told(json_pieces(results, {"schema": SCHEMA}, {"report": report_data(report)}, traces=traces))


def result_sheets(results: Results, report: Report) -> Iterator[Sheet]:
    """The sheets that an officer hands on."""
    from thidua_cli.scoring.results.pages import pages

    return pages.result_sheets(results, report, say, language())


def sheets_form(sheets: Iterable[Sheet], form: str) -> Told:
    """Sheets for a workbook; as Markdown the first one open, the others folded, ready for a comment."""
    if form == "xlsx":
        return Told(sheets=sheets)
    from thidua_cli.tables.writing.markdown import folded, markdown_of

    first, *others = sheets
    return Told(chain(markdown_of(first), *(chain(["\n"], folded(sheet)) for sheet in others)))


def say(key: str, **values: object) -> str:
    """A word of the results by its key."""
    return t(f"score.{key}", **values)


def report_data(report: Report) -> dict[str, Any]:
    """The report on the inputs for programs."""
    from thidua_cli.findings.formats.json_report import to_data

    return to_data(report, language())
