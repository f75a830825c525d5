"""`thidua rules`: every code, and which rules of law hold on a day; `thidua rules test`: run case files."""

from __future__ import annotations

import json
import sys
from datetime import date  # noqa: TC003 - typer reads the annotation
from itertools import groupby
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import first_text, language, t
from thidua_cli.cli.options.parameters import LAW, PAGE_FORMAT, Day
from thidua_cli.cli.output.page import item, page, section
from thidua_cli.findings.catalogue import Entry, entries
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.local.pack import LocalRule
    from thidua_cli.law.registers.regimes import Governing

TEST = "test"
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
    book, findings = _law(law)
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
    return _told(findings)


def _test(words: list[str], format: str, in_force: date | None, law: list[str] | None) -> int:
    if words[0] != TEST:
        from thidua_cli.cli.options.commandline import did_you_mean

        message = t("rules.unknown_word", word=words[0])
        raise typer.BadParameter(message + did_you_mean(words[0], [TEST]))
    if in_force is not None:
        raise typer.BadParameter(t("rules.test.no_day"))
    from thidua_cli.cli.law.case_runs import run_tests

    return run_tests(words[1:], law, format)


def _law(law: Sequence[str] | None) -> tuple[Lawbook | None, list[Finding]]:
    """The packs of `--law`; without any, none is loaded."""
    if not law:
        return None, []
    from thidua_cli.cli.law.packs import read_law

    return read_law(law)


def _told(findings: Sequence[Finding]) -> int:
    if not findings:
        return 0
    from thidua_cli.cli.output.reports import emit
    from thidua_cli.findings.report import Report

    return emit(Report(None, "", tuple(findings)), stream=sys.stderr)


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
            rows.append({**_row(entry), "state": state, "says": words})
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
    for family, members in groupby(rows, key=_family):
        heading = first_text(f"family.{family}") or family
        parts.append(section(heading, map(_line, members)))
    if not rows:
        parts.append(t("rules.none"))
    return page(*parts, t("rules.more"))


def _family(row: dict[str, Any]) -> str:
    """The first digit of a code (`TD3`); the pack of a local rule."""
    code = str(row["code"])
    pack, mark, _ = code.partition(":")
    return t("rules.pack", name=pack) if mark else code[:3]


def _line(row: dict[str, Any]) -> str:
    severity = label(f"severity.{row['severity']}", language())
    head = f"  {row['code']}  {severity:<8}  {row['title']}"
    return f"{head}\n{'':17}{row['says'] if 'says' in row else row['name']}"
