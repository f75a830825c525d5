"""Workflow commands that GitHub Actions shows as annotations on the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.catalogue import expected_of, message_of, severity_of
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.formats.words import name_of
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from thidua_cli.findings.report import Report

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, lang: str) -> str:
    """One workflow command a finding."""
    return "".join(_annotation(finding, lang) + "\n" for finding in report.findings)


def _annotation(finding: Finding, lang: str) -> str:
    span = finding.span
    properties = {
        "title": f"{finding.code} {name_of(finding.code)}",
        "file": span.path,
        "line": str(span.line),
    }
    # GitHub drops an annotation whose columns belong to different lines.
    if span.line == span.end_line and span.cell is None:
        properties["col"] = str(span.column)
    properties["endLine"] = str(span.end_line)
    if "col" in properties:
        properties["endColumn"] = str(span.end_column)
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{LEVELS[severity_of(finding)]} {listed}::{_data(_message(finding, lang))}"


def _message(finding: Finding, lang: str) -> str:
    message = message_of(finding, lang)
    if finding.span.cell:
        message = f"{finding.span.cell}: {message}"
    expected = expected_of(finding, lang)
    return f"{message}\n{label('note.expected', lang)}: {expected}" if expected else message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
