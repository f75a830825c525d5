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
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from thidua_cli.tables.writing.sheets import Sheet

# Excel takes a file of text for UTF-8 only by this mark.
BYTE_ORDER_MARK = "\ufeff"


def write_results(path: Path, make: Callable[[], bytes], force: bool, inputs: Iterable[Path] = ()) -> int:
    """Write what is made to a file that is none of the inputs, say so, and give the exit code."""
    from thidua_cli.repository.outputs import write_outputs

    try:
        content = make()
    except TooLargeError as error:
        found = Finding("TD617", Span(path.as_posix()), {"name": path.name, "sheet": str(error)})
        return emit(Report(None, "", (found,)), stream=sys.stderr)
    outputs = write_outputs(path.parent, {path.name: content}, force, inputs)
    tell_outputs(outputs)
    problems = tuple(outputs.findings)
    return emit(Report(None, "", problems), stream=sys.stderr) if problems else 0


def workbook_content(sheets: Callable[[], Iterable[Sheet]], title: str) -> bytes:
    """Sheets as a workbook; without a title of its own it has that of the first sheet."""
    made = list(sheets())
    return write_workbook(made, title or made[0].titles[0])


def text_content(pieces: Iterable[str], form: str) -> bytes:
    """Text as a file of its form holds it."""
    mark = BYTE_ORDER_MARK if form == "csv" else ""
    content = BytesIO(mark.encode())
    content.seek(0, SEEK_END)
    content.writelines(piece.encode() for piece in pieces)
    return content.getvalue()
