"""The report for programs, `thidua.report/1`; its JSON Schema is `findings/report.schema.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from thidua_cli.findings.catalogue import expected_of, message_of, severity_of
from thidua_cli.findings.formats.words import advice_of, name_of, reason_of, related_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.findings.finding import Basis, Finding, Fix, Related
    from thidua_cli.findings.report import Report
    from thidua_cli.findings.span import Span
    from thidua_cli.findings.verdict import Verdict

SCHEMA = "thidua.report/1"


def render(report: Report, lang: str) -> str:
    """The report as JSON text; the same report gives the same bytes."""
    return json.dumps(to_data(report, lang), ensure_ascii=False, indent=2) + "\n"


def to_data(report: Report, lang: str) -> dict[str, Any]:
    """The report as plain data; dates are ISO text, counts and positions integers."""
    summary = report.summary
    return {
        "schema": SCHEMA,
        "as_of": report.as_of.isoformat() if report.as_of else None,
        "law": report.law,
        "summary": {
            "files": summary.files,
            "findings": {severity.value: count for severity, count in summary.findings.items()},
            "verdicts": {ruling.value: count for ruling, count in summary.verdicts.items()},
        },
        "findings": [_finding(finding, lang) for finding in report.findings],
        "verdicts": [_verdict(verdict, lang) for verdict in report.verdicts],
    }


def _finding(finding: Finding, lang: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": name_of(finding.code),
        "severity": severity_of(finding).value,
        "message": message_of(finding, lang),
        "expected": expected_of(finding, lang),
        **_range(finding.span),
        "basis": _basis(finding.basis),
        "advice": advice_of(finding, lang),
        "fix": _fix(finding.fix),
        "related": [_related(finding, related, lang) for related in finding.related],
    }


def _range(span: Span) -> dict[str, Any]:
    """A place; what has no lines has no numbers of them."""
    places = {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
    return {
        "path": span.path,
        **{name: place if span.has_lines else None for name, place in places.items()},
        "cell": span.cell,
    }


def _basis(basis: Sequence[Basis]) -> list[dict[str, Any]]:
    return [
        {
            "document": item.document,
            "at": item.at,
            "since": item.since.isoformat() if item.since else None,
            "to": item.to.isoformat() if item.to else None,
            "quote": item.quote,
        }
        for item in basis
    ]


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    return None if fix is None else {**_range(fix.span), "replacement": fix.replacement, "safe": fix.safe}


def _related(finding: Finding, related: Related, lang: str) -> dict[str, Any]:
    return {"message": related_of(finding, related, lang), **_range(related.span)}


def _verdict(verdict: Verdict, lang: str) -> dict[str, Any]:
    return {
        "rule": verdict.rule,
        "name": name_of(verdict.code),
        "subject": verdict.subject,
        "verdict": verdict.ruling.value,
        "date": verdict.as_of.isoformat(),
        "basis": _basis(verdict.basis),
        "reason": reason_of(verdict, lang),
        **{name: place for name, place in _range(verdict.span).items() if name in ("path", "line", "column")},
        "trace": list(verdict.trace),
    }
