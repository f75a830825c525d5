"""A plan file in memory: its facts, and the place of each in the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import ValidationError

from thidua_cli.plan.plan import Plan
from thidua_cli.source.nodes import Node, Scalar, locate, node_at, phrase_span, plain
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.span import Span
    from thidua_cli.source.text import SourceText

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Loaded:
    """A plan that could be read. Paths are keys and indexes as in the file: `("targets", 2, "value")`."""

    plan: Plan
    source: SourceText
    root: Node

    def span(self, path: Path, *, key: bool = False) -> Span:
        """Where the value at `path` stands (with `key`, its key); an unwritten one gives its ancestor."""
        return locate(self.root, path, key=key)

    def phrase(self, path: Path, phrase: str) -> Span:
        """Where a phrase of the text at `path` stands, also in text folded over lines."""
        node = node_at(self.root, path)
        return phrase_span(self.source, node, phrase) if isinstance(node, Scalar) else self.span(path)

    @cached_property
    def places(self) -> dict[str, Path]:
        """Fact id to its path; the first one where an id is given twice."""
        found: dict[str, Path] = {}
        for section, index, fact in self.plan.facts():
            found.setdefault(fact.id, (section, index))
        return found


def load_plan(source: SourceText) -> tuple[Loaded | None, list[Finding]]:
    """Read a plan: YAML to nodes, nodes to facts; every error of shape at once."""
    root, findings = read_yaml(source)
    if root is None:
        return None, findings
    try:
        plan = Plan.model_validate(plain(root))
    except ValidationError as error:
        # Only a file in error pays for the words that explain it.
        from thidua_cli.plan.shape import shape_findings

        return None, findings + shape_findings(error, root, Plan)
    return Loaded(plan, source, root), findings
