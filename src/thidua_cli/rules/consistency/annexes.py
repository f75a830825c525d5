"""Appendices and enclosed documents: the text refers to each, and none that is missing (III.1.a)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.plan import ANNEXES
from thidua_cli.rules.consistency.clauses import OTHER_AFTER, OTHER_BEFORE, REACH
from thidua_cli.rules.consistency.decree import APPENDICES, SAMPLES, decree
from thidua_cli.rules.consistency.prose import (
    block_passages,
    blocks,
    fact_passages,
    references,
    span_in,
)
from thidua_cli.vietnamese.roman import roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.rules.consistency.prose import Passage

NAMED = re.compile(r"\b(?i:phụ lục)(?: số)? (?P<number>[IVX]+|[0-9]{1,2})\b(?![.\-/]?\w)")
# How a text refers to its only appendix.
ATTACHED = re.compile(r"\b(?:phụ lục|kèm theo)\b", re.IGNORECASE)


def annex_never_mentioned(loaded: Loaded) -> Iterator[Finding]:
    """TD286: an appendix or an enclosed document that the text does not refer to."""
    plan = loaded.plan
    said = {reference.ident for passage in block_passages(loaded) for reference in references(passage)}
    said |= {ident for _, block in blocks(loaded) for ident in block.facts}
    written = {_key(found["number"]) for found, _, _ in _named(loaded)}
    alone = len(plan.appendices) == 1 and any(
        ATTACHED.search(passage.text) for passage in block_passages(loaded)
    )
    for place, appendix in enumerate(plan.appendices, 1):
        if appendix.id not in said and not alone and roman(place) not in written:
            span = loaded.span(("appendices", place - 1, "title"))
            values = {"title": appendix.title, "id": appendix.id}
            yield Finding("TD286", span, values, basis=decree(plan, APPENDICES))
    for place, enclosure in enumerate(plan.enclosures):
        if enclosure.id not in said:
            span = loaded.span(("enclosures", place, "subject"))
            values = {"title": enclosure.subject, "id": enclosure.id}
            yield Finding("TD286", span, values, "enclosure", basis=decree(plan, SAMPLES))


def appendix_missing(loaded: Loaded) -> Iterator[Finding]:
    """TD287: the text refers to an appendix by a number that none has."""
    count = len(loaded.plan.appendices)
    known = {roman(place) for place in range(1, count + 1)} if count > 1 else set()
    for found, passage, start in _named(loaded):
        if _key(found["number"]) in known:
            continue
        span = span_in(loaded, passage, start, start + len(found[0]))
        variant = "one" if count == 1 else "" if count else "none"
        basis = decree(loaded.plan, APPENDICES)
        yield Finding("TD287", span, {"text": found[0], "count": str(count)}, variant, basis=basis)


def _named(loaded: Loaded) -> Iterator[tuple[re.Match[str], Passage, int]]:
    """Appendices of this document that its text names by number, with their passage and place in it."""
    own = [passage for passage in block_passages(loaded) if passage.path[0] not in ANNEXES]
    for passage in (*own, *fact_passages(loaded)):
        for found in NAMED.finditer(passage.text):
            before = OTHER_BEFORE.search(passage.text, max(0, found.start() - REACH), found.start())
            if not before and not OTHER_AFTER.match(passage.text, found.end()):
                yield found, passage, found.start()


def _key(number: str) -> str:
    """The Roman figure of a number in either figures."""
    return roman(int(number)) if number.isdigit() and int(number) else number
