"""Reports on the real campaigns as they are made, and what their prose and their tables say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_cli.cli.report.making import Asked, Made, documents_of
from thidua_cli.cli.score.inputs import read_inputs
from thidua_cli.document.blocks import Basis, Bullet, Chart, Heading, Paragraph, Table, plain
from thidua_cli.reporting.periods import read_period_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.document.blocks import Document, Inline

ROOT = Path(__file__).resolve().parents[2]
PLANS = ROOT / "plans"
HERE = Path(__file__).parent
CAMPAIGNS = sorted(path.parent.name for path in PLANS.glob("*/units.csv"))
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def made(
    campaign: str, period: str = "nam", kind: str = "bao-cao", units: Path | None = None, **more: Any
) -> Made:
    folder = PLANS / campaign
    table = units or folder / "units.csv"
    scored = read_inputs([str(table)], str(folder / "plan.yaml"), None, None, more.get("as_of"))
    assert scored.results is not None
    assert scored.ground is not None
    asked_period = read_period_kind(period)
    assert asked_period is not None
    asked = Asked(
        kind,
        asked_period,
        more.get("actuals"),
        more.get("previous", ()),
        read_period_kind(more["previous_period"]) if "previous_period" in more else None,
        more.get("of", ()),
        more.get("issued"),
        more.get("rows"),
    )
    return documents_of(scored, scored.results, scored.ground, asked)


def only(result: Made) -> Document:
    ((_, document),) = result.documents
    return document


def numbers(text: str) -> set[str]:
    """The numbers of a text, without the noughts that administrative counts begin with."""
    return {found.lstrip("0") or "0" for found in NUMBER.findall(text)}


def prose(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph | Bullet):
            yield unmarked(block.runs)
        elif isinstance(block, Heading):
            yield unmarked(block.runs).partition(" ")[2]
        elif isinstance(block, Basis):
            yield from map(unmarked, block.lines)


def unmarked(inline: Inline) -> str:
    return "".join(run.text for run in inline if not run.marked)


def tables(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (plain(cell) for row in (block.header, *block.rows) for cell in row)
        elif isinstance(block, Chart):
            yield from (str(value) for series in block.series for value in series.values)
