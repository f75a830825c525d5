"""Sheets in the form asked for: a page, CSV, JSON or Markdown on stdout, or a file of them or a workbook."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.parameters import OneOf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from thidua_cli.tables.writing.sheets import Sheet

FORMS = ("table", "json", "md", "csv")
_WORKBOOK = "xlsx"
_FILES = (_WORKBOOK, "csv", "json", "md")

NOTHING: Mapping[str, Callable[[], Iterable[str]]] = MappingProxyType({})
SHEET_FORM: Any = typer.Option(None, "--format", click_type=OneOf(FORMS))
SHEET_FILE: Any = typer.Option(None, "-o", "--output")


class Handed(NamedTuple):
    """A result in every form: a page for the terminal, sheets (CSV holds only the first), data for JSON.

    Only the form that is asked for is made. `own`: forms (json, md, csv) that the result writes itself.
    `title`: of the workbook; by itself that of the first sheet.
    """

    page: Callable[[], Iterable[str]]
    sheets: Callable[[], Iterable[Sheet]] = tuple
    data: Callable[[], Mapping[str, Any]] = dict
    own: Mapping[str, Callable[[], Iterable[str]]] = NOTHING
    title: str = ""


def chosen_form(format: str | None, output: str | None) -> str:
    """The form to write: as asked, else by the ending of the file, else a page; or a usage error."""
    if output is None:
        return format or FORMS[0]
    suffix = Path(output).suffix.lower().removeprefix(".")
    if suffix not in _FILES or (format is not None and format != suffix):
        raise typer.BadParameter(t("output.unknown_form", name=output, forms=", ".join(_FILES)))
    return suffix


def put_out(form: str, output: str | None, force: bool, handed: Handed, inputs: Iterable[Path] = ()) -> int:
    """Write a result in a form to stdout or to the file, never over one of the inputs; the exit code."""
    if output is None:
        sys.stdout.writelines(_pieces(form, handed))
        return 0
    from thidua_cli.cli.output.files import text_content, workbook_content, write_results

    if form == _WORKBOOK:
        make = partial(workbook_content, handed.sheets, handed.title)
    else:
        make = partial(text_content, _pieces(form, handed), form)
    return write_results(Path(output), make, force, inputs)


def _pieces(form: str, handed: Handed) -> Iterator[str]:
    if form in handed.own:
        yield from handed.own[form]()
    elif form == "json":
        yield json.dumps(handed.data(), ensure_ascii=False, indent=1) + "\n"
    elif form == "csv":
        from thidua_cli.tables.writing.delimited import csv_of

        yield from csv_of(next(iter(handed.sheets())))
    elif form == "md":
        from thidua_cli.tables.writing.markdown import markdown_of

        for place, sheet in enumerate(handed.sheets()):
            yield "\n" if place else ""
            yield from markdown_of(sheet)
    else:
        yield from handed.page()
