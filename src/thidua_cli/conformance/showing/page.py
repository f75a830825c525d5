"""The page that `thidua check --html` writes: one file, no scripts, the same input gives the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.conformance.showing.sheet import counted
from thidua_cli.conformance.showing.wording import shown, word
from thidua_cli.document.html.elements import element
from thidua_cli.findings.catalogue import is_fault, message_of
from thidua_cli.findings.finding import Severity
from thidua_cli.findings.formats.words import place_of, verdict_counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.findings.report import Report

STYLE = Path(__file__).with_name("page.css")
# Nothing is ever fetched, and nothing runs.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(sheets: Sequence[str], report: Report, lang: str) -> str:
    """The sections of the files under one head, with the findings that belong to no file that was seen."""
    title = word("title", lang)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", STYLE.read_text("utf-8")),
    )
    body = element(
        "body",
        *_filters(lang),
        element(
            "header",
            element("h1", title),
            element("p", word("basis", lang, law=report.law)),
            element("p", counted(report.findings, lang)),
            element("p", shown(verdict_counts(report, lang))) if report.verdicts else "",
            _others(report, lang),
        ),
        element("main", "\n", "\n".join(sheets), "\n"),
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang=lang)}\n"


def _filters(lang: str) -> Iterator[str]:
    """A box to tick for every weight; the style sheet hides what is not ticked."""
    yield element("p", word("show", lang), ":", class_="show")
    for severity in Severity:
        name = f"show-{severity.value}"
        yield f'<input type="checkbox" id="{name}" checked>'
        yield element("label", word(severity.value, lang), for_=name)


def _others(report: Report, lang: str) -> str:
    """What keeps files from being seen."""
    faults = [
        element("li", shown(f"{place_of(each.span, lang)}: {message_of(each, lang)}"))
        for each in report.findings
        if is_fault(each)
    ]
    return element("div", element("h2", word("others", lang)), element("ul", *faults)) if faults else ""
