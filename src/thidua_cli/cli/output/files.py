"""Results put into a file: whole or not at all, never over a person's own edits."""

from __future__ import annotations

import sys
from io import SEEK_END, BytesIO
from typing import TYPE_CHECKING

from thidua_cli.cli.output.reports import emit, tell_outputs
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span
from thidua_cli.tables.writing.sheet_writer import TooLargeError
from thidua_cli.tables.writing.workbook_writer import write_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from thidua_cli.cli.score.forms import Told

# Excel takes a file of text for UTF-8 only by this mark.
BYTE_ORDER_MARK = "\ufeff"


def write_results(path: Path, told: Told, form: str, title: str, force: bool) -> int:
    """Write what was told to a file of a form, say so, and give the exit code."""
    from thidua_cli.repository.outputs import write_outputs

    try:
        content = _content(told, form, title)
    except TooLargeError as error:
        found = Finding("TD617", Span(path.as_posix()), {"name": path.name, "sheet": str(error)})
        return emit(Report(None, "", (found,)), stream=sys.stderr)
    outputs = write_outputs(path.parent, {path.name: content}, force)
    tell_outputs(outputs)
    problems = tuple(outputs.findings)
    return emit(Report(None, "", problems), stream=sys.stderr) if problems else 0


def _content(told: Told, form: str, title: str) -> bytes:
    if form == "xlsx":
        return write_workbook(list(told.sheets), title)
    mark = BYTE_ORDER_MARK if form == "csv" else ""
    content = BytesIO(mark.encode())
    content.seek(0, SEEK_END)
    content.writelines(piece.encode() for piece in told.pieces)
    return content.getvalue()
