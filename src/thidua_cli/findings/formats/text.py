"""The report for a person at a terminal: each finding with its source line, its basis and its cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.catalogue import expected_of, message_of, severity_of
from thidua_cli.findings.formats.display import excerpt, printable
from thidua_cli.findings.formats.words import (
    advice_of,
    basis_text,
    cell_text,
    name_of,
    place_of,
    reason_of,
    related_of,
    replacement_of,
    summary_lines,
)
from thidua_cli.findings.texts import label
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.report import Report
    from thidua_cli.findings.span import Span
    from thidua_cli.findings.verdict import Verdict

Piece = tuple[str, str]
Line = tuple[Piece, ...]
"""A printed line as (style, text) pieces; `terminal.STYLES` says how a style looks."""


def render(report: Report, lang: str, *, verdicts: bool = False) -> str:
    """The report as plain text."""
    return "".join(
        "".join(text for _, text in line) + "\n" for line in lines(report, lang, verdicts=verdicts)
    )


def lines(report: Report, lang: str, *, verdicts: bool = False) -> Iterator[Line]:
    """The report line by line, in styled pieces; `verdicts` lists each verdict before the counts."""
    for finding in report.findings:
        yield from _finding(finding, report, lang)
        yield ()
    if verdicts and report.verdicts:
        for verdict in report.verdicts:
            yield from _verdict(verdict, lang)
            yield ()
    for text in summary_lines(report, lang):
        yield (("strong", text),)


def _finding(finding: Finding, report: Report, lang: str) -> Iterator[Line]:
    severity = severity_of(finding)
    yield (
        (severity.value, label(f"severity.{severity}", lang)),
        ("code", f"[{finding.code}]"),
        ("name", _name(finding.code)),
        ("strong", f": {printable(message_of(finding, lang))}"),
    )
    gutter = _gutter(finding, report)
    yield from _place(finding.span, finding.excerpt, report, gutter, lang)
    for key, text in _notes(finding, lang):
        yield _note(gutter, key, text, lang)
    for related in finding.related:
        note = related_of(finding, related, lang)
        same = related.span.cell and related.span.path == finding.span.path
        place = cell_text(related.span.cell or "", lang) if same else place_of(related.span, lang)
        yield _note(gutter, "related", f"{place}: {note}" if note else place, lang)
        yield from _snippet(related.span, report, gutter)
    if replacement := replacement_of(finding):
        yield _note(gutter, "replacement", replacement, lang)
    yield _note(gutter, "explain", f"thidua explain {finding.code}", lang)


def _name(code: str) -> str:
    name = name_of(code)
    return f" {name}" if name else ""


def _notes(finding: Finding, lang: str) -> Iterator[tuple[str, str]]:
    expected = expected_of(finding, lang)
    if expected:
        yield "expected", expected
    for basis in finding.basis:
        yield "basis", basis_text(basis, lang)
    advice = advice_of(finding, lang)
    if advice:
        yield "fix", advice


def _note(gutter: int, key: str, text: str, lang: str) -> Line:
    return ("rule", f"{'':{gutter}} = "), ("label", f"{label(f'note.{key}', lang)}: "), ("", printable(text))


def _gutter(finding: Finding, report: Report) -> int:
    spans = [finding.span, *(related.span for related in finding.related)]
    shown = [span.line for span in spans if _source(span, report) is not None]
    return len(str(max(shown, default=0)))


def _source(span: Span, report: Report) -> str | None:
    lines_of_file = report.sources.get(span.path, ())
    return lines_of_file[span.line - 1] if 0 < span.line <= len(lines_of_file) else None


def _place(span: Span, given: Sequence[str], report: Report, gutter: int, lang: str) -> Iterator[Line]:
    until = f" ({label('place.until', lang, line=span.end_line)})" if span.end_line > span.line else ""
    yield ("rule", f"{'':{gutter}}--> "), ("place", printable(place_of(span, lang))), ("", until)
    if _source(span, report) is None:
        for text in given:
            yield ("rule", f"{'':{gutter}} |"), ("", f" {printable(text)}")
    yield from _snippet(span, report, gutter)


def _snippet(span: Span, report: Report, gutter: int) -> Iterator[Line]:
    source = _source(span, report)
    if source is not None:
        end = span.end_column - 1 if span.end_line == span.line else len(source.rstrip())
        shown, before, carets = excerpt(source, span.column - 1, end)
        yield ("rule", f"{span.line:>{gutter}} |"), ("", f" {shown}")
        yield ("rule", f"{'':{gutter}} |"), ("caret", f" {'':{before}}{'^' * carets}")


def _verdict(verdict: Verdict, lang: str) -> Iterator[Line]:
    yield (
        (verdict.ruling.value, label(f"ruling.{verdict.ruling}", lang)),
        ("code", f"[{verdict.rule}]"),
        ("name", _name(verdict.code)),
        ("strong", f": {printable(verdict.subject)}"),
        ("", f" ({label('verdicts.date', lang, date=format_short(verdict.as_of))})"),
    )
    yield ("rule", "--> "), ("place", printable(place_of(verdict.span, lang)))
    reason = reason_of(verdict, lang)
    if reason:
        yield (("", f"    {printable(reason)}"),)
    for step in verdict.trace:
        yield (("", f"    {printable(step)}"),)
    for basis in verdict.basis:
        yield _note(1, "basis", basis_text(basis, lang), lang)
