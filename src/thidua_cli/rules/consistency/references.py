"""References: `{id}` in prose, and the ids by which facts name each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.findings.finding import Finding, Fix, Related
from thidua_cli.plan.references import COMPUTED, NAMES, PLAN_WORDS, QUOTED, SHORT
from thidua_cli.rules.consistency.prose import (
    Passage,
    Reference,
    block_passages,
    blocks,
    references,
    span_in,
    span_of,
)
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Plan
    from thidua_cli.source.nodes import Path

MOVEMENTS = "phong-trao"
EMPTY: tuple[Any, ...] = (None, [], "")
CITED = ("basis", "citations")
TABLES = ("tables", "votes")


class Link(NamedTuple):
    """An id in a fact: where it stands, and the sections in which it may be declared."""

    path: Path
    ident: str
    sections: tuple[str, ...]


def links(plan: Plan) -> Iterator[Link]:
    """Every id by which a fact names another."""
    for index, phase in enumerate(plan.phases):
        for position, ident in enumerate(phase.commemorations):
            yield Link(("phases", index, "commemorations", position), ident, ("commemorations",))
    for index, target in enumerate(plan.targets):
        if target.of:
            yield Link(("targets", index, "of"), target.of, ("bases",))
        if target.within:
            yield Link(("targets", index, "within"), target.within, ("targets",))
    for section in ("movements", "contributions"):
        for index, fact in enumerate(getattr(plan, section)):
            if fact.basis:
                yield Link((section, index, "basis"), fact.basis, CITED)
    for index, assignment in enumerate(plan.assignments):
        for position, use in enumerate(assignment.movements):
            # A movement written as plain text is the value itself: a missing key leads to its ancestor.
            yield Link(
                ("assignments", index, "movements", position, "movement"), use.movement, ("movements",)
            )


def unknown_links(loaded: Loaded) -> Iterator[Finding]:
    """TD240: a fact or a block names an id that is not declared where it should be."""
    declared = _declared(loaded.plan)
    merged: dict[tuple[str, ...], dict[str, Path]] = {CITED: {**declared[CITED[0]], **declared[CITED[1]]}}
    for link in links(loaded.plan):
        known = merged.get(link.sections) or declared[link.sections[0]]
        if link.ident not in known:
            yield _unknown(loaded, loaded.span(link.path), link.ident, known, link.sections[0])
    facts = _facts(declared)
    tables = {**declared["tables"], **declared["votes"]}
    for path, block in blocks(loaded):
        for position, ident in enumerate(block.facts):
            if ident not in facts:
                yield _unknown(loaded, loaded.span((*path, "facts", position)), ident, facts)
        if block.table and block.table not in tables:
            yield _unknown(loaded, loaded.span((*path, "table")), block.table, tables, "tables")


def unknown_references(loaded: Loaded) -> Iterator[Finding]:
    """TD240: `{id}` in prose names nothing, or an attribute that its fact lacks or leaves empty."""
    facts = _facts(_declared(loaded.plan))
    by_id = {fact.id: fact for _, _, fact in reversed(list(loaded.plan.facts()))}
    for passage in block_passages(loaded):
        for reference in references(passage):
            yield from _judge(loaded, reference, facts, by_id)
    for index, assignment in enumerate(loaded.plan.assignments):
        for reference in references(Passage(("assignments", index, "task"), assignment.task)):
            if reference.ident != MOVEMENTS or reference.attribute:
                yield from _judge(loaded, reference, facts, by_id)


def unknown_places_in_wording(loaded: Loaded) -> Iterator[Finding]:
    """TD240: the wording of a target has a place that no key of the target fills."""
    for index, target in enumerate(loaded.plan.targets):
        if target.wording is None:
            continue
        for reference in references(Passage(("targets", index, "wording"), target.wording)):
            known = reference.ident in type(target).model_fields and not reference.attribute
            if known and getattr(target, reference.ident) not in EMPTY:
                continue
            values = {"text": reference.written, "measure": target.measure}
            variant = "wording-empty" if known else "wording"
            yield Finding("TD240", span_of(loaded, reference), values, variant)


def _judge(
    loaded: Loaded, reference: Reference, facts: dict[str, Path], by_id: dict[str, Any]
) -> Iterator[Finding]:
    ident, attribute = reference.ident, reference.attribute
    if ident in PLAN_WORDS:
        if attribute or not getattr(loaded.plan, ident):
            values = {"text": reference.written, "id": ident, "attribute": attribute}
            yield Finding("TD240", span_of(loaded, reference), values, "attribute" if attribute else "absent")
    elif ident not in facts:
        start = reference.passage.text.index(ident, reference.start)
        # Only the id may be replaced, never its braces.
        inner = span_in(loaded, reference.passage, start, start + len(ident)) if ident else None
        yield _unknown(loaded, span_of(loaded, reference), ident or reference.written, facts, fix_at=inner)
    elif attribute and attribute != SHORT:
        yield from _judge_attribute(loaded, reference, by_id[ident])


def _judge_attribute(loaded: Loaded, reference: Reference, fact: Any) -> Iterator[Finding]:
    fields = type(fact).model_fields
    names = {field.alias or name: name for name, field in fields.items()}
    attribute = reference.attribute
    if attribute == QUOTED and any(getattr(fact, name, None) for name in NAMES):
        return
    if attribute in COMPUTED and loaded.places[reference.ident][0] in TABLES:
        return
    known = attribute in names or attribute in fields
    if known and getattr(fact, names.get(attribute, attribute)) not in EMPTY:
        return
    values = {"text": reference.written, "id": reference.ident, "attribute": attribute}
    declared = Related(loaded.span(loaded.places[reference.ident]), "declared", {"id": reference.ident})
    variant = "empty" if known else "attribute"
    yield Finding("TD240", span_of(loaded, reference), values, variant, related=(declared,))


def _unknown(
    loaded: Loaded,
    span: Span,
    ident: str,
    known: dict[str, Path],
    variant: str = "",
    fix_at: Span | None = None,
) -> Finding:
    near = nearest(ident, known)
    if not near:
        return Finding("TD240", span, {"id": ident}, variant)
    related = (Related(loaded.span((*known[near[0]], "id")), "nearest", {"id": near[0]}),)
    return Finding("TD240", span, {"id": ident}, variant, related=related, fix=Fix(fix_at or span, near[0]))


def _declared(plan: Plan) -> dict[str, dict[str, Path]]:
    declared: dict[str, dict[str, Path]] = {
        "bases": {base.id: ("bases", index) for index, base in enumerate(plan.bases)}
    }
    for section in ("commemorations", "targets", "movements", *CITED, *TABLES):
        declared[section] = {}
    for section, index, fact in plan.facts():
        declared.setdefault(section, {}).setdefault(fact.id, (section, index))
    return declared


def _facts(declared: dict[str, dict[str, Path]]) -> dict[str, Path]:
    return {
        ident: path
        for section, paths in declared.items()
        if section != "bases"
        for ident, path in paths.items()
    }
