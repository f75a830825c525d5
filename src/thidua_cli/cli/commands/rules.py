"""`thidua rules`: every code the program knows, and which rules of law hold on a day."""

from __future__ import annotations

import json
import sys
from itertools import groupby
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import first_text, language, t
from thidua_cli.cli.page import page, section
from thidua_cli.cli.parameters import PAGE_FORMAT, Day
from thidua_cli.findings.catalogue import Entry, entries
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

IN_FORCE: Any = typer.Option(None, "--in-force", click_type=Day())


def rules(format: str = PAGE_FORMAT, in_force: str | None = IN_FORCE) -> int:
    """Print the codes by family; with a day, the rules of law and what each says on it."""
    day: Any = in_force
    rows = _all_rows() if day is None else _law_rows(day)
    if format == "json":
        data = {"schema": "thidua.rules/1", "in_force": day.isoformat() if day else None, "rules": rows}
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(_page(rows, day))
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


def _page(rows: Sequence[dict[str, Any]], day: date | None) -> str:
    from thidua_cli.findings.formats.words import day as in_figures

    parts = [t("rules.on", date=in_figures(day))] if day else []
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
