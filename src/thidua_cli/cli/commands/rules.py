"""`thidua rules`: every code the program knows, and which rules of law hold on a day."""

from __future__ import annotations

import json
import sys
from datetime import date  # noqa: TC003 - typer reads the annotation
from itertools import groupby
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import first_text, language, t
from thidua_cli.cli.page import item, page, section
from thidua_cli.cli.parameters import PAGE_FORMAT, Day
from thidua_cli.findings.catalogue import Entry, entries
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.law.registers.regimes import Governing

IN_FORCE: Any = typer.Option(None, "--in-force", click_type=Day())


def rules(format: str = PAGE_FORMAT, in_force: date | None = IN_FORCE) -> int:
    """Print the codes by family; with a day, what governs it, the rules of law and what each says on it."""
    rows = _all_rows() if in_force is None else _law_rows(in_force)
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
    return 0


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity.value,
        "legal": entry.legal,
        "title": entry.text("title", language()),
    }


def _all_rows() -> list[dict[str, Any]]:
    return [_row(entry) for entry in entries().values()]


def _law_rows(day: date) -> list[dict[str, Any]]:
    from thidua_cli.cli.law_words import rule_of, state_on

    rows = []
    for entry in entries().values():
        rule = rule_of(entry.code) if entry.legal else None
        if rule is not None:
            state, words = state_on(rule, day)
            rows.append({**_row(entry), "state": state, "says": words})
    return rows


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
    for family, members in groupby(rows, key=lambda row: str(row["code"])[:3]):
        heading = first_text(f"family.{family}") or family
        parts.append(section(heading, map(_line, members)))
    if not rows:
        parts.append(t("rules.none"))
    return page(*parts, t("rules.more"))


def _line(row: dict[str, Any]) -> str:
    severity = label(f"severity.{row['severity']}", language())
    head = f"  {row['code']}  {severity:<8}  {row['title']}"
    return f"{head}\n{'':17}{row['says']}" if "says" in row else f"{head}\n{'':17}{row['name']}"
