"""Workflow commands that GitHub Actions shows as annotations on the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.catalogue import expected_of, message_of, severity_of
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.formats.words import cell_text, name_of
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from thidua_cli.findings.report import Report
    from thidua_cli.findings.span import Span

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, lang: str) -> str:
    """One workflow command a finding."""
    return "".join(_annotation(finding, lang) + "\n" for finding in report.findings)


def _annotation(finding: Finding, lang: str) -> str:
    span = finding.span
    properties = {"title": f"{finding.code} {name_of(finding.code)}", "file": span.path}
    # GitHub drops an annotation at a line that no file has, or whose columns belong to different lines.
    columns = span.line == span.end_line and span.cell is None
    if span.line:
        properties |= {"line": str(span.line)}
        properties |= {"col": str(span.column)} if columns else {}
        properties |= {"endLine": str(span.end_line)}
        properties |= {"endColumn": str(span.end_column)} if columns else {}
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{LEVELS[severity_of(finding)]} {listed}::{_data(_message(finding, lang))}"


def _lines(span: Span) -> dict[str, str]:
    """Lines and columns; none for what has no lines, which GitHub then shows at the file."""
    if not span.has_lines:
        return {}
    lines = {"line": str(span.line), "endLine": str(span.end_line)}
    # GitHub drops an annotation whose columns belong to different lines.
    if span.line != span.end_line or span.cell is not None:
        return lines
    return {
        "line": lines["line"],
        "col": str(span.column),
        "endLine": lines["endLine"],
        "endColumn": str(span.end_column),
    }


def _message(finding: Finding, lang: str) -> str:
    message = message_of(finding, lang)
    if finding.span.cell:
        message = f"{cell_text(finding.span.cell, lang)}: {message}"
    expected = expected_of(finding, lang)
    return f"{message}\n{label('note.expected', lang)}: {expected}" if expected else message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
