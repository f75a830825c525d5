"""What is declared should be said: facts that the document never mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.references import SLOGANS
from thidua_cli.rules.consistency.prose import Passage, block_passages, blocks, fact_passages, references
from thidua_cli.rules.consistency.references import links
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Plan

# The composer prints these, mentioned or not; annexes without a mention are missed by a check of their own.
ALWAYS_PRINTED = ("basis", "enclosures", "appendices")
# The first of these that a fact has is what people call it.
CALLED = ("name", "measure", "what", "who", "title", "caption", "number", "task", "period", "id")


def called(fact: Any) -> str:
    """What people call a fact: its name, else the text that tells it best."""
    return next(str(getattr(fact, key)) for key in CALLED if getattr(fact, key, None))


def never_mentioned(loaded: Loaded) -> Iterator[Finding]:
    """TD242: a fact that no prose mentions, neither by itself nor through another that is mentioned."""
    mentioned = _reached(_said(loaded), _leads_to(loaded))
    for section, index, fact in loaded.plan.facts():
        if fact.id not in mentioned and section not in ALWAYS_PRINTED:
            yield Finding("TD242", loaded.span((section, index, "id")), {"id": fact.id, "name": called(fact)})


def slogan_never_mentioned(loaded: Loaded) -> Iterator[Finding]:
    """TD242: the theme or the slogan of the plan, which no prose mentions by reference or word for word."""
    stated = {key: text for key in SLOGANS if (text := getattr(loaded.plan, key))}
    if not stated:
        return
    passages = [*block_passages(loaded), *fact_passages(loaded)]
    said = {reference.ident for passage in passages for reference in references(passage)}
    for key, text in stated.items():
        if key not in said and not any(fold(text) in fold(passage.text) for passage in passages):
            yield Finding("TD242", loaded.span((key,)), {"name": text, "id": key}, key)


def _said(loaded: Loaded) -> set[str]:
    said = {reference.ident for passage in block_passages(loaded) for reference in references(passage)}
    placed = {block.table for _, block in blocks(loaded) if block.table}
    return said.union(placed, *(block.facts for _, block in blocks(loaded)))


def _leads_to(loaded: Loaded) -> dict[str, set[str]]:
    """For each fact, the facts that it names."""
    plan: Plan = loaded.plan
    by_path = {(section, index): fact.id for section, index, fact in plan.facts()}
    leads: dict[str, set[str]] = {ident: set() for ident in by_path.values()}
    for link in links(plan):
        leads[by_path[link.path[:2]]].add(link.ident)  # type: ignore[index]  # a path begins with section, index
    for index, assignment in enumerate(plan.assignments):
        task = Passage(("assignments", index, "task"), assignment.task)
        leads[assignment.id].update(reference.ident for reference in references(task))
    return leads


def _reached(said: Iterable[str], leads: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(said)
    while waiting:
        ident = waiting.pop()
        if ident not in reached:
            reached.add(ident)
            waiting += leads.get(ident, ())
    return reached
