"""Movements: who is given them, what they are called there, and how often they are listed."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix, Related
from thidua_cli.rules.consistency.prose import Passage, Reference, blocks, passages_of, references, span_of
from thidua_cli.source.quoting import as_scalar
from thidua_cli.vietnamese.text import fold, unaccent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.outline import Block
    from thidua_cli.plan.plan import Plan
    from thidua_cli.source.nodes import Path

# Two words are one word misread where this much of their letters agrees, marks aside.
MISREAD = 0.6


def assigned_to_nobody(loaded: Loaded) -> Iterator[Finding]:
    """TD261: a movement that no assignment takes up, in a plan that assigns movements."""
    plan = loaded.plan
    assigned = set(_assigned(plan))
    if not assigned & {movement.id for movement in plan.movements}:
        return
    for index, movement in enumerate(plan.movements):
        if movement.id not in assigned:
            yield Finding("TD261", loaded.span(("movements", index, "name")), {"name": movement.name})


def _assigned(plan: Plan) -> Iterator[str]:
    for index, assignment in enumerate(plan.assignments):
        yield from (use.movement for use in assignment.movements)
        task = Passage(("assignments", index, "task"), assignment.task)
        yield from (reference.ident for reference in references(task))


def called_otherwise(loaded: Loaded) -> Iterator[Finding]:
    """TD262: an assignment calls a movement by another name than the plan does."""
    places = {movement.id: (index, movement) for index, movement in enumerate(loaded.plan.movements)}
    for index, assignment in enumerate(loaded.plan.assignments):
        for position, use in enumerate(assignment.movements):
            if use.called is None or use.movement not in places:
                continue
            at, movement = places[use.movement]
            if fold(use.called) == fold(movement.name):
                continue
            span = loaded.span(("assignments", index, "movements", position, "called"))
            values = {"called": use.called, "name": movement.name}
            misread = _misread(use.called, movement.name)
            if misread:
                values |= {"read": misread[0], "meant": misread[1]}
            yield Finding(
                "TD262",
                span,
                values,
                "misread" if misread else "",
                related=(Related(loaded.span(("movements", at, "name")), "name"),),
                fix=Fix(span, as_scalar(movement.name)),
            )


def _misread(called: str, name: str) -> tuple[str, str] | None:
    """The one word that differs, beside the one it resembles (`Đất`, `Đắk`), with the words about them."""
    ours, theirs = called.split(), name.split()
    differing = [
        place for place, pair in enumerate(zip(ours, theirs, strict=False)) if fold(pair[0]) != fold(pair[1])
    ]
    if len(ours) != len(theirs) or len(differing) != 1:
        return None
    place = differing[0]
    alike = SequenceMatcher(
        None, unaccent(fold(ours[place])), unaccent(fold(theirs[place])), autojunk=False
    ).ratio()
    if alike < MISREAD:
        return None
    end = place + 2 if ours[place + 1 : place + 2] and ours[place + 1][:1].isupper() else place + 1
    return " ".join(ours[place:end]), " ".join(theirs[place:end])


def listed_twice(loaded: Loaded) -> Iterator[Finding]:
    """TD263: one block lists a movement twice."""
    names = {movement.id: movement.name for movement in loaded.plan.movements}
    if not names:
        return
    for path, block in blocks(loaded):
        first: dict[str, Reference | Path] = {}
        for ident, place in _listed(path, block):
            if ident not in names:
                continue
            if ident in first:
                related = (Related(_span(loaded, first[ident]), "first"),)
                yield Finding("TD263", _span(loaded, place), {"name": names[ident]}, related=related)
            else:
                first[ident] = place


def _listed(path: Path, block: Block) -> Iterator[tuple[str, Reference | Path]]:
    """The ids that a block lists: by reference in its words, or as a fact of its own."""
    for passage in passages_of(path, block):
        for reference in references(passage):
            if reference.attribute in ("", "name"):
                yield reference.ident, reference
    for position, ident in enumerate(block.facts):
        yield ident, (*path, "facts", position)


def _span(loaded: Loaded, place: Reference | Path) -> Span:
    return span_of(loaded, place) if isinstance(place, Reference) else loaded.span(place)
