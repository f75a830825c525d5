"""Headings that a scoring table gives to two things: criteria, what stands beside them, the units."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.plan.criteria.table import Group, OneOf, every_criterion
from thidua_cli.vietnamese.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.plan.criteria.table import Criteria, Leaf
    from thidua_cli.source.nodes import Locate, Path

# The column of units where the criteria file names none.
USUAL_UNIT = "don_vi"


class Heading(NamedTuple):
    """A heading under which data of a criterion may stand. `kind`: id, name or alias."""

    kind: str
    text: str
    leaf: Leaf
    path: Path


def doubled_headings(criteria: Criteria, locate: Locate) -> list[Finding]:
    """Every heading that belongs to two things; those of ids alone are found elsewhere."""
    leaves = [(path, item) for path, item in every_criterion(criteria) if not isinstance(item, Group | OneOf)]
    findings = list(_shared(leaves, locate))
    for path, leaf in leaves:
        findings += _own_columns(leaf, path, locate)
    unit = slug(criteria.unit_column or USUAL_UNIT)
    for field, text in (("cluster_column", criteria.cluster_column), ("type_column", criteria.type_column)):
        if text is not None and slug(text) == unit:
            findings.append(Finding("TD544", locate((field,)), {"text": text}, field))
    return findings


def _shared(leaves: Sequence[tuple[Path, Leaf]], locate: Locate) -> Iterator[Finding]:
    """Names and aliases that are another criterion's too; names may be, where columns are called by ids."""
    first: dict[str, Heading] = {}
    for heading in _headings(leaves):
        owner = first.setdefault(slug(heading.text), heading)
        if owner.leaf.id == heading.leaf.id or heading.kind == "id":
            continue
        values = {"text": heading.text, "name": heading.leaf.name, "other": owner.leaf.name}
        # Columns may well be called by ids, so that one name for two is no more than a trap.
        named = heading.kind == owner.kind == "name"
        variant, severity = ("name", Severity.WARNING) if named else ("heading", None)
        related = (Related(locate(owner.path)),)
        yield Finding("TD544", locate(heading.path), values, variant, severity, related=related)


def _headings(leaves: Sequence[tuple[Path, Leaf]]) -> Iterator[Heading]:
    """Ids before names, names before aliases."""
    for kind in ("id", "name"):
        yield from (Heading(kind, getattr(leaf, kind), leaf, (*path, kind)) for path, leaf in leaves)
    for path, leaf in leaves:
        for index, alias in enumerate(leaf.aliases):
            yield Heading("alias", alias, leaf, (*path, "aliases", index))


def _own_columns(leaf: Leaf, path: Path, locate: Locate) -> Iterator[Finding]:
    """Columns beside the value that are the column of the value itself."""
    own = {slug(text) for text in (leaf.id, leaf.name, *leaf.aliases)}
    for side, text in leaf.side_columns.items():
        if slug(text) in own:
            values = {"name": leaf.name, "text": text}
            yield Finding("TD552", locate((*path, f"{side}_column")), values, "own_column")
