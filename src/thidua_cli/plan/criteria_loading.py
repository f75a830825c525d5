"""A criteria file in memory: the scoring table, and the place of each value in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from thidua_cli.plan.criteria import Criteria
from thidua_cli.plan.criteria_checks import criteria_findings
from thidua_cli.source.nodes import Node, locate, plain
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.span import Span
    from thidua_cli.source.text import SourceText

FATAL = frozenset({"TD544"})


@dataclass(frozen=True, slots=True)
class LoadedCriteria:
    """A scoring table that could be read."""

    criteria: Criteria
    source: SourceText
    root: Node

    def span(self, path: tuple[str | int, ...]) -> Span:
        """Where the value at `path` stands; the nearest ancestor if it is not written."""
        return locate(self.root, path)


def load_criteria(source: SourceText) -> tuple[LoadedCriteria | None, list[Finding]]:
    """Read a scoring table; None where it cannot be scored with, else with what it says against itself."""
    root, findings = read_yaml(source)
    if root is None:
        return None, findings
    try:
        criteria = Criteria.model_validate(plain(root))
    except ValidationError as error:
        # Only a file in error pays for the words that explain it.
        from thidua_cli.plan.shape import shape_findings

        return None, findings + shape_findings(error, root, Criteria)
    loaded = LoadedCriteria(criteria, source, root)
    findings += criteria_findings(criteria, loaded.span)
    return (None if any(finding.code in FATAL for finding in findings) else loaded), findings
