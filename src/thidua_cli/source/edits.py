"""Edits of a text at spans: everything else in the file stays as a person wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.source.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.findings.finding import Finding, Fix
    from thidua_cli.findings.span import Span


def apart(findings: Iterable[Finding], source: SourceText) -> list[Finding]:
    """The findings whose fixes can be made together: the same edit once, none that touches another."""
    made: dict[tuple[int, int, str], Finding] = {}
    for finding in findings:
        if finding.fix is not None:
            start, end = _range(finding.fix.span, source)
            made.setdefault((start, end, finding.fix.replacement), finding)
    kept: list[Finding] = []
    last = -1
    for (start, end, _), finding in sorted(made.items(), key=lambda item: item[0]):
        if start > last:
            kept.append(finding)
            last = max(end, start)
    return kept


def edited(source: SourceText, fixes: Iterable[Fix]) -> SourceText:
    """The text with fixes made that do not touch one another."""
    text = source.text
    for start, end, replacement in sorted(
        ((*_range(fix.span, source), fix.replacement) for fix in fixes), reverse=True
    ):
        text = text[:start] + replacement + text[end:]
    return SourceText(source.path, text)


def _range(span: Span, source: SourceText) -> tuple[int, int]:
    """The offsets of a span; columns count code points."""
    lines = source.lines
    return (
        lines.start(span.line) + span.column - 1,
        lines.start(span.end_line) + span.end_column - 1,
    )
