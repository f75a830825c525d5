"""`thidua explain CODE`: what a code means, why it matters, and what the law said when."""

from __future__ import annotations

import json
import re
import sys
from datetime import date  # noqa: TC003 - typer reads the annotation
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import language, t
from thidua_cli.cli.law.packs import packs_alone, tell_of_packs
from thidua_cli.cli.options.parameters import AS_OF, LAW, PAGE_FORMAT
from thidua_cli.cli.output.page import item, page, paragraph, section, verbatim
from thidua_cli.findings.catalogue import Entry, entries, find
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.law.local.overlay import Lawbook

PLACE = re.compile(r"\{\w+\}")
# Where the text may begin with a place: what stands there ends with its own space.
LEADING = re.compile(r"^\{where\}")
# Where the findings of documents stand, rules of layout among them.
DOCUMENT = "document"
CODE: Any = typer.Argument(..., autocompletion=lambda incomplete: _beginning(incomplete))


def explain(
    code: str = CODE, format: str = PAGE_FORMAT, as_of: date | None = AS_OF, law: list[str] = LAW
) -> int:
    """Print the page of a code, or of a rule of a pack of `--law`; an unknown one is a usage error that names
    the nearest.
    """
    book, findings = packs_alone(law)
    local = book.local.get(code) if book else None
    entry = None if local else find(code)
    if local is not None and book is not None:
        from thidua_cli.cli.law.pages import local_data, local_page

        told = local_data(local, book, as_of) if format == "json" else local_page(local, book, as_of)
    elif entry is not None:
        told = _data(entry, as_of, book) if format == "json" else _page(entry, as_of, book)
    else:
        raise typer.BadParameter(_unknown(code, book))
    text = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    sys.stdout.write(text)
    return tell_of_packs(findings, book)


def _beginning(incomplete: str) -> list[str]:
    return [code for code in entries() if code.startswith(incomplete.upper())]


def _unknown(code: str, book: Lawbook | None) -> str:
    from thidua_cli.cli.options.commandline import did_you_mean

    words = [word for entry in entries().values() for word in (entry.code, entry.name)]
    return t("explain.unknown", code=code) + did_you_mean(code, [*words, *(book.local if book else ())])


def _page(entry: Entry, as_of: date | None, book: Lawbook | None) -> str:
    lang = language()
    words = entry.words[lang]
    severity = label(f"severity.{entry.severity}", lang)
    headline = f"{entry.code} {entry.name} ({severity})\n{entry.text('title', lang)}"
    return page(
        headline,
        section(t("explain.heading.why"), [paragraph(entry.text("why", lang))]),
        *_law_sections(entry, as_of, book),
        section(t("explain.heading.messages"), _patterns(words["messages"])),
        section(t("explain.heading.expected"), _patterns(words.get("expected", {}))),
        section(t("explain.heading.fix"), [paragraph(entry.text("fix", lang))]),
        section(t("explain.heading.fires"), [verbatim(entry.example.get("fires", ""))]),
        section(t("explain.heading.silent"), [verbatim(entry.example.get("silent", ""))]),
        section(t("explain.heading.suppress"), [paragraph(_suppression(entry))]),
        *_layout_sections(entry),
    )


def _patterns(texts: Mapping[str, str]) -> list[str]:
    """The usual text, an ellipsis where the user's own words will stand."""
    return [item(PLACE.sub("…", LEADING.sub("", text))) for text in texts.values() if text][:1]


def _law_sections(entry: Entry, as_of: date | None, book: Lawbook | None) -> list[str]:
    if not entry.legal:
        return []
    from thidua_cli.cli.law.pages import law_sections
    from thidua_cli.cli.law.words import rule_of

    rule = rule_of(entry.code)
    return law_sections(rule, as_of, book) if rule else []


def _layout_sections(entry: Entry) -> list[str]:
    if entry.place != DOCUMENT:
        return []
    from thidua_cli.cli.check.clauses import layout_sections

    return layout_sections(entry)


def _suppression(entry: Entry) -> str:
    if entry.legal:
        return t("explain.waiver", code=entry.code)
    return t("explain.suppression", code=entry.code) if entry.ignorable else ""


def _data(entry: Entry, as_of: date | None, book: Lawbook | None) -> dict[str, Any]:
    lang = language()
    words = entry.words[lang]
    data: dict[str, Any] = {
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity.value,
        "legal": entry.legal,
        "title": entry.text("title", lang),
        "why": entry.text("why", lang),
        "messages": words["messages"],
        "expected": words.get("expected", {}),
        "fix": entry.text("fix", lang),
        "example": entry.example,
    }
    if entry.legal:
        from thidua_cli.cli.law.pages import law_data
        from thidua_cli.cli.law.words import rule_of

        rule = rule_of(entry.code)
        data |= law_data(rule, as_of, book) if rule else {"law": []}
    if entry.place == DOCUMENT:
        from thidua_cli.cli.check.clauses import clauses_data

        data |= clauses_data(entry)
    return data
