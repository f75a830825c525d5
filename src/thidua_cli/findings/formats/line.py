"""One finding a line, `path:line:column: severity[code] message`, for pipes and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.catalogue import message_of, severity_of
from thidua_cli.findings.formats.display import printable
from thidua_cli.findings.formats.words import reason_of
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.report import Report
    from thidua_cli.findings.verdict import Verdict


def render(report: Report, lang: str, *, verdicts: bool = False) -> str:
    """The findings, then the verdicts when asked for; the counts are left to the caller."""
    rows = [_finding(finding, lang) for finding in report.findings]
    if verdicts:
        rows += [_verdict(verdict, lang) for verdict in report.verdicts]
    return "".join(printable(row.replace("\n", " ")) + "\n" for row in rows)


def _finding(finding: Finding, lang: str) -> str:
    severity = label(f"severity.{severity_of(finding)}", lang)
    return f"{finding.span.place}: {severity}[{finding.code}] {message_of(finding, lang)}"


def _verdict(verdict: Verdict, lang: str) -> str:
    ruling = label(f"ruling.{verdict.ruling}", lang)
    reason = reason_of(verdict, lang)
    text = f"{verdict.span.place}: {ruling}[{verdict.rule}] {verdict.subject}"
    return f"{text}: {reason}" if reason else text
