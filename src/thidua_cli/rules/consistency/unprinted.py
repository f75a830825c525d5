"""Keys that belong to other types of documents: what they say is not printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.law.registers.document_types import document_type, types_that
from thidua_cli.plan.requirements import COVENANT, INVITATION, MINUTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded

# Where each key is printed; with templates of one's own, a type that is unknown here may print any.
PRINTED_BY: dict[tuple[str, ...], frozenset[str]] = {
    ("meeting",): frozenset({MINUTES, INVITATION}),
    ("parties",): frozenset({COVENANT}),
    ("enclosures",): types_that("decides"),
    ("document", "authority"): types_that("decides") | {"cong-dien"},
}


def key_of_another_type(loaded: Loaded) -> Iterator[Finding]:
    """TD294: a key that the type of the document does not print."""
    kind = loaded.plan.document.type
    known = document_type(kind)
    for path, kinds in PRINTED_BY.items():
        owner = loaded.plan if len(path) == 1 else loaded.plan.document
        if known and kind not in kinds and getattr(owner, path[-1]):
            values = {"key": path[-1], "type": known.name.lower(), "types": ", ".join(sorted(kinds))}
            yield Finding("TD294", loaded.span(path, key=True), values)
