"""Every id names one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.source.nodes import Path


def id_given_twice(loaded: Loaded) -> Iterator[Finding]:
    """TD241: an id that an earlier fact or base already has."""
    first: dict[str, Path] = {}
    for path, ident in _ids(loaded):
        if ident not in first:
            first[ident] = path
            continue
        related = (Related(loaded.span((*first[ident], "id")), "first"),)
        yield Finding("TD241", loaded.span((*path, "id")), {"id": ident}, related=related)


def _ids(loaded: Loaded) -> Iterator[tuple[Path, str]]:
    for index, base in enumerate(loaded.plan.bases):
        yield ("bases", index), base.id
    for section, index, fact in loaded.plan.facts():
        yield (section, index), fact.id
