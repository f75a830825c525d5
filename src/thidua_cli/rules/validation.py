"""Everything that `validate` says of one plan file and of the criteria that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.criteria_loading import criteria_of_plan
from thidua_cli.plan.loading import load_plan
from thidua_cli.rules.engine import check_plan
from thidua_cli.source.comments import not_ignored

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.source.text import SourceText


class Validated(NamedTuple):
    """The findings that the comments leave, the verdicts, the day of the law (or None), the texts read."""

    as_of: date | None
    findings: list[Finding]
    verdicts: list[Verdict]
    sources: tuple[SourceText, ...]


def validate_source(source: SourceText, as_of: date | None = None, folder: Path | None = None) -> Validated:
    """Read a plan, run every rule over it, read its criteria, and obey the comments of both files.

    Without `folder` (a plan from a stream) nobody knows where its criteria lie: they are not looked for.
    """
    loaded, findings = load_plan(source)
    if loaded is None:
        return Validated(None, not_ignored(findings, source, None), [], (source,))
    checked = check_plan(loaded, as_of)
    findings += checked.findings
    criteria = criteria_of_plan(loaded, folder) if folder else None
    if criteria is not None:
        findings += criteria.findings
    sources = (source, criteria.source) if criteria and criteria.source else (source,)
    return Validated(checked.as_of, not_ignored(findings, source, loaded.root), checked.verdicts, sources)
