"""Sheets in the form asked for: a page, CSV, JSON or Markdown on stdout, or a file of them or a workbook."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.parameters import OneOf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from thidua_cli.tables.writing.sheets import Sheet

FORMS = ("table", "json", "md", "csv")
_WORKBOOK = "xlsx"
_FILES = (_WORKBOOK, "csv", "json", "md")

SHEET_FORM: Any = typer.Option(None, "--format", click_type=OneOf(FORMS))
SHEET_FILE: Any = typer.Option(None, "-o", "--output")


class Handed(NamedTuple):
    """A result in every form: a page for the terminal, sheets (CSV holds only the first), data for JSON.

    Only the form that is asked for is made.
    """

    page: Callable[[], Iterable[str]]
    sheets: Callable[[], Sequence[Sheet]]
    data: Callable[[], Mapping[str, Any]]


def chosen_form(format: str | None, output: str | None) -> str:
    """The form to write: as asked, else by the ending of the file, else a page; or a usage error."""
    if output is None:
        return format or FORMS[0]
    suffix = Path(output).suffix.lower().removeprefix(".")
    if suffix not in _FILES or (format is not None and format != suffix):
        raise typer.BadParameter(t("output.unknown_form", name=output, forms=", ".join(_FILES)))
    return suffix


def put_out(form: str, output: str | None, force: bool, handed: Handed) -> int:
    """Write a result in a form to stdout or to the file; return the exit code."""
    if output is None:
        sys.stdout.writelines(_pieces(form, handed))
        return 0
    from thidua_cli.cli.output.files import write_results
    from thidua_cli.cli.score.forms import Told

    if form != _WORKBOOK:
        return write_results(Path(output), Told(_pieces(form, handed)), form, "", force)
    sheets = handed.sheets()
    return write_results(Path(output), Told(sheets=sheets), form, sheets[0].titles[0], force)


def _pieces(form: str, handed: Handed) -> Iterator[str]:
    if form == "json":
        yield json.dumps(handed.data(), ensure_ascii=False, indent=1) + "\n"
    elif form == "csv":
        from thidua_cli.tables.writing.delimited import csv_of

        yield from csv_of(handed.sheets()[0])
    elif form == "md":
        from thidua_cli.tables.writing.markdown import markdown_of

        for place, sheet in enumerate(handed.sheets()):
            yield "\n" if place else ""
            yield from markdown_of(sheet)
    else:
        yield from handed.page()
