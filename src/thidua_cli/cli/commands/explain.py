"""`thidua explain CODE`: what a code means, why it matters, and what the law said when."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import language, t
from thidua_cli.cli.page import item, note, page, paragraph, section, verbatim
from thidua_cli.cli.parameters import PAGE_FORMAT
from thidua_cli.findings.catalogue import Entry, entries, find
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACE = re.compile(r"\{\w+\}")
CODE: Any = typer.Argument(..., autocompletion=lambda incomplete: _beginning(incomplete))


def explain(code: str = CODE, format: str = PAGE_FORMAT) -> int:
    """Print the page of a code; an unknown code is a usage error that names the nearest."""
    entry = find(code)
    if entry is None:
        raise typer.BadParameter(_unknown(code))
    if format == "json":
        sys.stdout.write(json.dumps(_data(entry), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(_page(entry))
    return 0


def _beginning(incomplete: str) -> list[str]:
    return [code for code in entries() if code.startswith(incomplete.upper())]


def _unknown(code: str) -> str:
    from thidua_cli.cli.commandline import did_you_mean

    words = (word for entry in entries().values() for word in (entry.code, entry.name))
    return t("explain.unknown", code=code) + did_you_mean(code, words)


def _page(entry: Entry) -> str:
    lang = language()
    words = entry.words[lang]
    severity = label(f"severity.{entry.severity}", lang)
    headline = f"{entry.code} {entry.name} ({severity})\n{entry.text('title', lang)}"
    return page(
        headline,
        section(t("explain.heading.why"), [paragraph(entry.text("why", lang))]),
        _law_section(entry),
        section(t("explain.heading.messages"), _patterns(words["messages"])),
        section(t("explain.heading.expected"), _patterns(words.get("expected", {}))),
        section(t("explain.heading.fix"), [paragraph(entry.text("fix", lang))]),
        section(t("explain.heading.fires"), [verbatim(entry.example.get("fires", ""))]),
        section(t("explain.heading.silent"), [verbatim(entry.example.get("silent", ""))]),
        section(t("explain.heading.suppress"), [paragraph(_suppression(entry))]),
    )


def _patterns(texts: Mapping[str, str]) -> list[str]:
    """The usual text, an ellipsis where the user's own words will stand, and how many others there are."""
    different = list(dict.fromkeys(PLACE.sub("…", text) for text in texts.values() if text))
    others = [item(t("explain.others", count=len(different) - 1))] if len(different) > 1 else []
    return [*map(item, different[:1]), *others]


def _law_section(entry: Entry) -> str:
    if not entry.legal:
        return ""
    from thidua_cli.cli.law_words import number_words, period_words, rule_of
    from thidua_cli.findings.formats.words import source_text

    rule = rule_of(entry.code)
    if rule is None:
        return ""
    blocks = []
    for number in rule.numbers:
        blocks.append(item(f"{period_words(number)}: {number_words(rule, number)}"))
        blocks += [note(source_text(basis)) for basis in number.basis]
    return section(t("explain.heading.law"), blocks)


def _suppression(entry: Entry) -> str:
    if entry.legal:
        return t("explain.waiver", code=entry.code)
    return t("explain.suppression", code=entry.code) if entry.ignorable else ""


def _data(entry: Entry) -> dict[str, Any]:
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
        from thidua_cli.cli.law_words import history_data, rule_of

        rule = rule_of(entry.code)
        data["law"] = history_data(rule) if rule else []
    return data
