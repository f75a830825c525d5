"""One finding a line, `path:line:column: severity[code] message`, for pipes and editors."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from thidua_cli.findings.catalogue import expected_of, message_of, severity_of
from thidua_cli.findings.formats.display import printable
from thidua_cli.findings.formats.words import place_of, reason_of, replacement_of
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.report import Report
    from thidua_cli.findings.verdict import Verdict


def render(report: Report, lang: str, *, verdicts: bool = False) -> str:
    """The lines in one text."""
    return "".join(lines(report, lang, verdicts=verdicts))


def lines(report: Report, lang: str, *, verdicts: bool = False) -> Iterator[str]:
    """The findings, then the verdicts when asked for; the counts are left to the caller."""
    rows = (_finding(finding, report, lang) for finding in report.findings)
    ruled = (_verdict(verdict, lang) for verdict in report.verdicts if verdicts)
    for row in chain(rows, ruled):
        yield printable(row.replace("\n", " ")) + "\n"


def _finding(finding: Finding, report: Report, lang: str) -> str:
    severity = label(f"severity.{severity_of(finding)}", lang)
    message = message_of(finding, lang)
    place = place_of(finding.span, lang)
    cure = _cure(finding, message, lang)
    return f"{place}: {severity}[{finding.code}] {message}{cure}{_text(finding, report, message)}"


def _text(finding: Finding, report: Report, message: str) -> str:
    """What stands at a place in a file without lines, unless the message has quoted it."""
    if finding.span.path in report.sources:
        return ""
    return "".join(f" – “{text}”" for text in finding.excerpt if text and text not in message)


def _cure(finding: Finding, message: str, lang: str) -> str:
    """What to write instead, in brackets, unless the message has said it."""
    replacement = replacement_of(finding)
    key, text = ("replacement", replacement) if replacement else ("expected", expected_of(finding, lang))
    said = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", message)
    return f" ({label(f'note.{key}', lang)}: {text})" if text and not said else ""


def _verdict(verdict: Verdict, lang: str) -> str:
    ruling = label(f"ruling.{verdict.ruling}", lang)
    reason = reason_of(verdict, lang)
    text = f"{place_of(verdict.span, lang)}: {ruling}[{verdict.rule}] {verdict.subject}"
    return f"{text}: {reason}" if reason else text
