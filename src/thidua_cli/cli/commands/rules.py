"""`thidua rules`: every code, and which rules of law hold on a day; `thidua rules test`: run case files."""

from __future__ import annotations

import json
import sys
from datetime import date  # noqa: TC003 - typer reads the annotation
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import first_text, language, t
from thidua_cli.cli.law.packs import packs_alone, tell_of_packs
from thidua_cli.cli.options.parameters import LAW, PAGE_FORMAT, Day
from thidua_cli.cli.output.page import item, note, page, section
from thidua_cli.findings.catalogue import Entry, entries
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.local.pack import LocalRule
    from thidua_cli.law.registers.regimes import Governing

TEST = "test"
# The states in which a national rule decides nothing, in the order in which they are told after the others.
_SILENT = {"none": 1, "unverified": 2, "unknown": 3}
WORDS: Any = typer.Argument(None)
IN_FORCE: Any = typer.Option(None, "--in-force", click_type=Day())


def rules(
    words: list[str] = WORDS,
    format: str = PAGE_FORMAT,
    in_force: date | None = IN_FORCE,
    law: list[str] = LAW,
) -> int:
    """Print the codes by family; with a day, what governs it, the rules of law and what each says on it.

    `test PATH…` runs case files instead.
    """
    if words:
        return _test(words, format, in_force, law)
    book, findings = packs_alone(law)
    rows = _all_rows(book) if in_force is None else _law_rows(in_force, book)
    if format == "json":
        data = {
            "schema": "thidua.rules/1",
            "in_force": in_force.isoformat() if in_force else None,
            "regime": _regime_data(in_force) if in_force else None,
            "rules": rows,
        }
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(_page(rows, in_force))
    return tell_of_packs(findings, book)


def _test(words: list[str], format: str, in_force: date | None, law: list[str] | None) -> int:
    if words[0] != TEST:
        from thidua_cli.cli.options.commandline import did_you_mean

        message = t("rules.unknown_word", word=words[0])
        raise typer.BadParameter(message + did_you_mean(words[0], [TEST]))
    if in_force is not None:
        raise typer.BadParameter(t("rules.test.no_day"))
    from thidua_cli.cli.law.case_runs import run_tests

    return run_tests(words[1:], law, format)


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity.value,
        "legal": entry.legal,
        "title": entry.text("title", language()),
    }


def _local_row(local: LocalRule) -> dict[str, Any]:
    documents = dict.fromkeys(one.document for number in local.rule.numbers for one in number.basis[-1:])
    return {
        "code": local.id,
        "name": "; ".join(documents),
        "severity": "error",
        "legal": True,
        "title": local.name,
        "over": local.target,
    }


def _all_rows(book: Lawbook | None) -> list[dict[str, Any]]:
    rows = [_row(entry) for entry in entries().values()]
    return rows + [_local_row(local) for local in (book.local.values() if book else ())]


def _law_rows(day: date, book: Lawbook | None) -> list[dict[str, Any]]:
    from thidua_cli.cli.law.words import rule_of, state_on

    rows = []
    for entry in entries().values():
        rule = rule_of(entry.code) if entry.legal else None
        if rule is not None:
            state, words = state_on(rule, day)
            rows.append({**_row(entry), "state": state, "says": words.line})
    return rows + (list(_local_law_rows(day, book)) if book else [])


def _local_law_rows(day: date, book: Lawbook) -> Iterator[dict[str, Any]]:
    from thidua_cli.cli.law.words import local_words

    for local in book.local.values():
        number, standing = local.rule.on(day), book.standing(local, day)
        if number is None or standing is None:
            continue
        words = t(f"law.standing.{standing}", says=local_words(local, number), code=local.target or "")
        yield {**_local_row(local), "state": standing.value, "says": words}


def _regime_data(day: date) -> dict[str, Any] | None:
    from thidua_cli.law.registers.regimes import governing, regime_on

    regime = regime_on(day)
    if regime is None:
        return None
    return {
        "id": regime.id,
        "since": regime.since.isoformat(),
        "to": regime.to.isoformat() if regime.to else None,
        "documents": [
            {
                "document": each.document.label,
                "issued": each.document.issued.isoformat() if each.document.issued else None,
                "issuer": each.document.issuer,
                "title": each.document.title,
                "verified": each.verified,
            }
            for each in governing(day)
        ],
    }


def _governing(day: date) -> str:
    from thidua_cli.law.registers.regimes import governing

    named = [item(_cited(each)) for each in governing(day)]
    return section(t("rules.governing"), named or [item(t("rules.no_regime"))])


def _cited(each: Governing) -> str:
    """The document as a basis names it, and whether that it holds is verified."""
    from thidua_cli.vietnamese.printed_dates import format_short

    document = each.document
    name = document.label
    if document.issued:
        name = t("rules.document", name=name, date=format_short(document.issued), issuer=document.issuer)
    title = f": {document.title}" if document.title else ""
    return f"{name}{title}" + ("" if each.verified else f" ({t('rules.unverified')})")


def _page(rows: Sequence[dict[str, Any]], day: date | None) -> str:
    from thidua_cli.vietnamese.printed_dates import format_short

    parts = [t("rules.on", date=format_short(day)), _governing(day)] if day else []
    groups: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: _SILENT.get(row.get("state", ""), 0)):
        groups.setdefault(_heading(row), []).append(_line(row))
    parts += [section(heading, lines) for heading, lines in groups.items()]
    if not rows:
        parts.append(t("rules.none"))
    return page(*parts, t("rules.more"))


def _heading(row: dict[str, Any]) -> str:
    """The family of a code; the pack of a local rule; why a national rule decides nothing on the day."""
    code = str(row["code"])
    pack, mark, _ = code.partition(":")
    if mark:
        return t("rules.pack", name=pack)
    if row.get("state") in _SILENT:
        return t(f"rules.state.{row['state']}")
    return first_text(f"family.{code[:3]}") or code[:3]


def _line(row: dict[str, Any]) -> str:
    """A code with its title; in the law of a day what it says, unless its heading tells that already."""
    if "says" not in row:
        severity = label(f"severity.{row['severity']}", language())
        return f"  {row['code']}  {severity:<8}  {row['title']}\n{'':17}{row['name']}"
    head = item(f"{row['code']}: {row['title']}")
    said = row["says"] == first_text(f"law.state.{row['state']}")
    return head if said else f"{head}\n{note(row['says'])}"
