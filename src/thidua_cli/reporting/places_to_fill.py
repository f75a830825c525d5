"""How many places of a document a person still has to fill in."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from thidua_cli.document.blocks import Run
from thidua_cli.findings.finding import Finding

if TYPE_CHECKING:
    from thidua_cli.document.blocks import Document
    from thidua_cli.findings.span import Span


def fill_findings(name: str, document: Document, place: Span) -> list[Finding]:
    """TD658 where a document has such places."""
    count = _marked(document.blocks)
    return [Finding("TD658", place, {"name": name, "count": str(count)})] if count else []


def _marked(value: object) -> int:
    if isinstance(value, Run):
        return int(value.marked)
    if isinstance(value, tuple):
        return sum(map(_marked, value))
    if is_dataclass(value):
        return sum(_marked(getattr(value, each.name)) for each in fields(value))
    return 0
