"""`thidua render --context`: everything that templates have at hand for a plan, as a page or as data."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from thidua_cli.cli.language import language, t
from thidua_cli.cli.output.page import item, page, paragraph, section
from thidua_cli.cli.output.reports import emit
from thidua_cli.document.context.listing import listing
from thidua_cli.document.office.names import office_names
from thidua_cli.findings.formats.display import printable
from thidua_cli.findings.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.cli.render.plans import Plans
    from thidua_cli.document.composing.compose import Composed
    from thidua_cli.document.context.listing import Entry, Group

SCHEMA = "thidua.context/1"
LONGEST = 200


def tell_context(plans: Plans, format: str) -> int:
    """Write the lists to stdout and the findings to stderr; the exit code."""
    listed = [(plan.shown, _groups(made)) for plan, made in plans.made]
    if format == "json":
        data = {"schema": SCHEMA, "plans": [_data(shown, groups) for shown, groups in listed]}
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        pages = (_page(shown, groups) for shown, groups in listed)
        sys.stdout.write("\n".join(pages))
    report = Report(None, "", tuple(plans.findings), (), tuple(plans.read))
    return emit(report, stream=sys.stderr) if plans.findings else 0


def _groups(made: Composed) -> tuple[Group, ...]:
    blocks = made.document.blocks if made.document else ()
    return listing(made.values, office_names(blocks, made.values), language())


def _page(shown: str, groups: tuple[Group, ...]) -> str:
    parts = [section(group.title, _lines(group)) for group in groups]
    return page(t("render.context.headline", plan=shown), paragraph(t("render.context.lead")), *parts)


def _lines(group: Group) -> Iterator[str]:
    for entry in group.entries:
        yield item(f"{entry.name}: {entry.about}{_told(entry)}" if entry.about else entry.name + _told(entry))


def _told(entry: Entry) -> str:
    value = printable(" ".join(entry.value.split()))
    shown = f"{value[:LONGEST]}…" if len(value) > LONGEST else value
    return f" = {shown}" if shown else ""


def _data(shown: str, groups: tuple[Group, ...]) -> dict[str, Any]:
    return {
        "path": shown,
        "groups": [
            {
                "id": group.id,
                "title": group.title,
                "entries": [entry._asdict() for entry in group.entries],
            }
            for group in groups
        ],
    }
