"""Facts whose wording leads back to themselves: an assignment whose task names it, at once or by others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.plan.references import SHORT
from thidua_cli.rules.consistency.prose import Passage, references, span_of
from thidua_cli.rules.consistency.references import MOVEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.rules.consistency.prose import Reference


def led_back(loaded: Loaded) -> Iterator[Finding]:
    """TD240: a reference in the task of an assignment, whose wording contains that assignment again."""
    named = {
        assignment.id: _named_in(("assignments", index, "task"), assignment.task)
        for index, assignment in reversed(list(enumerate(loaded.plan.assignments)))
    }
    circle = circles({ident: [one.ident for one in found] for ident, found in named.items()})
    for ident, found in named.items():
        for reference in found:
            if circle.get(ident) == circle.get(reference.ident, -1):
                declared = Related(loaded.span((*loaded.places[ident], "id")), "declared", {"id": ident})
                values = {"text": reference.written, "id": ident}
                yield Finding("TD240", span_of(loaded, reference), values, "circle", related=(declared,))


def _named_in(path: tuple[str | int, ...], task: str) -> list[Reference]:
    # An attribute is a text of its own, and so are the names of the movements: they lead no further.
    named = [one for one in references(Passage(path, task)) if one.attribute in ("", SHORT)]
    return [one for one in named if one.ident != MOVEMENTS or one.attribute]


def circles(leads: Mapping[str, list[str]]) -> dict[str, int]:
    """Every node of a graph with the number of its circle, in linear time (Kosaraju).

    Two nodes have one number where each leads to the other; one on no circle has a number of its own.
    """
    reversed_leads: dict[str, list[str]] = {node: [] for node in leads}
    for node, others in leads.items():
        for other in others:
            if other in leads:
                reversed_leads[other].append(node)
    seen: set[str] = set()
    order = [node for start in leads for node in _finished(start, leads, seen)]
    found: dict[str, int] = {}
    seen = set()
    for number, start in enumerate(reversed(order)):
        found |= dict.fromkeys(_finished(start, reversed_leads, seen), number)
    return found


def _finished(start: str, leads: Mapping[str, list[str]], seen: set[str]) -> list[str]:
    """The nodes not seen before that `start` leads to, each after all that it leads to."""
    finished: list[str] = []
    waiting = [(start, False)]
    while waiting:
        node, done = waiting.pop()
        if done:
            finished.append(node)
        elif node in leads and node not in seen:
            seen.add(node)
            waiting.append((node, True))
            waiting += [(other, False) for other in leads[node]]
    return finished
