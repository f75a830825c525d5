"""A plan file in memory: its facts, and the place of each in the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from thidua_cli.plan.files import PlanFiles
from thidua_cli.plan.plan import Plan
from thidua_cli.source.nodes import Node, Path, Scalar, as_data, locate, node_at, phrase_span, stretch_span
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.span import Span
    from thidua_cli.plan.data_tables.printed import PrintedTable
    from thidua_cli.plan.values import Fact
    from thidua_cli.source.text import SourceText

Model = TypeVar("Model", bound="Fact")
NO_FILES = PlanFiles()


@dataclass(frozen=True)
class Loaded:
    """A plan that could be read. Paths are keys and indexes as in the file: `("targets", 2, "value")`.

    `files` tells where the files lie that it names.
    """

    plan: Plan
    source: SourceText
    root: Node
    files: PlanFiles = NO_FILES

    def span(self, path: Path, *, key: bool = False) -> Span:
        """Where the value at `path` stands (with `key`, its key); an unwritten one gives its ancestor."""
        return locate(self.root, path, key=key)

    def phrase(self, path: Path, phrase: str) -> Span:
        """Where a phrase of the text at `path` stands, also in text folded over lines."""
        node = node_at(self.root, path)
        return phrase_span(self.source, node, phrase) if isinstance(node, Scalar) else self.span(path)

    def stretch(self, path: Path, text: str, start: int, end: int) -> Span:
        """Where `text[start:end]` stands, `text` being the whole text at `path`."""
        node = node_at(self.root, path)
        if not isinstance(node, Scalar):
            return self.span(path)
        return stretch_span(self.source, node, text, start, end)

    @cached_property
    def places(self) -> dict[str, Path]:
        """Fact id to its path; the first one where an id is given twice."""
        found: dict[str, Path] = {}
        for section, index, fact in self.plan.facts():
            found.setdefault(fact.id, (section, index))
        return found

    @cached_property
    def tables(self) -> tuple[dict[str, PrintedTable], list[Finding]]:
        """The tables and ballots by id, ready to print, and what is wrong with others; read once."""
        if not (self.plan.tables or self.plan.votes):
            return {}, []
        # Only a plan with tables pays for their readers.
        from thidua_cli.plan.data_tables.loading import tables_of_plan

        return tables_of_plan(self, self.files)


def load_plan(source: SourceText, files: PlanFiles = NO_FILES) -> tuple[Loaded | None, list[Finding]]:
    """Read a plan: YAML to nodes, nodes to facts; every error of shape at once."""
    plan, root, findings = read_facts(source, Plan)
    return Loaded(plan, source, root, files) if plan and root else None, findings


def read_facts(source: SourceText, model: type[Model]) -> tuple[Model | None, Node | None, list[Finding]]:
    """A file as one model and the tree that it was read from; without the model the findings say why."""
    root, findings = read_yaml(source)
    if root is None:
        return None, None, findings
    try:
        return model.model_validate(as_data(root)), root, findings
    except ValidationError as error:
        # Only a file in error pays for the words that explain it.
        from thidua_cli.plan.shape.errors import shape_findings

        return None, root, findings + shape_findings(error, root, model)
