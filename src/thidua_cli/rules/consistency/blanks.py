"""Blanks of a draft, to be filled before the document leaves the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.rules.consistency.document_kinds import is_dated_in_its_head, is_registered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded


def blanks_left(loaded: Loaded) -> Iterator[Finding]:
    """TD270, TD271, TD272: the number, the date or its day, the place."""
    document = loaded.plan.document
    if document.number is None and is_registered(loaded.plan):
        yield Finding("TD270", loaded.span(("document", "number")))
    if not is_dated_in_its_head(loaded.plan):
        return
    if document.date is None:
        yield Finding("TD271", loaded.span(("document", "date")))
    elif document.date.exact is None:
        yield Finding("TD271", loaded.span(("document", "date")), {"date": document.date.text}, "day")
    if document.place is None:
        yield Finding("TD272", loaded.span(("document", "place")))
