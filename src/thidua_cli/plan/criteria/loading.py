"""The criteria file of a plan: where it lies, the scoring table in it, and what is wrong with either."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.criteria.checks import criteria_findings
from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.plan.loading import read_facts
from thidua_cli.source.comments import not_ignored
from thidua_cli.source.inside import lies_inside
from thidua_cli.source.nodes import locate
from thidua_cli.source.text import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.source.text import SourceText

# Of criteria with one id nobody knows whose a cell is.
FATAL = frozenset({("TD544", "")})


class CriteriaFile(NamedTuple):
    """A scoring table (None where it cannot be scored with), its text, and what was found."""

    criteria: Criteria | None
    source: SourceText | None
    findings: list[Finding]


def criteria_of_plan(loaded: Loaded, folder: Path) -> CriteriaFile | None:
    """The scoring table that a plan in `folder` names, in that folder only; None where it names none."""
    named = loaded.plan.criteria
    if named is None:
        return None
    span = loaded.span(("criteria",))
    if not lies_inside(folder, folder / named):
        return CriteriaFile(None, None, [Finding("TD526", span, {"path": named})])
    if (folder / named).resolve() == (folder / PurePosixPath(loaded.source.path).name).resolve():
        return CriteriaFile(None, None, [Finding("TD528", span, {"path": named}, "itself")])
    shown = (PurePosixPath(loaded.source.path).parent / named).as_posix()
    read = read_criteria(folder / named, shown)
    unread = [
        Finding("TD528", span, {"path": named}, finding.variant) if finding.code == "TD001" else finding
        for finding in read.findings
    ]
    return read._replace(findings=unread)


def read_criteria(path: Path, shown: str) -> CriteriaFile:
    """A scoring table from a file, its comments obeyed."""
    source, findings = read_source(path, shown)
    if source is None:
        return CriteriaFile(None, None, findings)
    criteria, problems = load_criteria(source)
    return CriteriaFile(criteria, source, findings + problems)


def load_criteria(source: SourceText) -> tuple[Criteria | None, list[Finding]]:
    """Read a scoring table; None where it cannot be scored with, else with what it says against itself."""
    criteria, root, findings = read_facts(source, Criteria)
    if criteria is None or root is None:
        return None, not_ignored(findings, source, None)
    findings += criteria_findings(criteria, partial(locate, root))
    if any((finding.code, finding.variant) in FATAL for finding in findings):
        return None, not_ignored(findings, source, None)
    return criteria, not_ignored(findings, source, root)
