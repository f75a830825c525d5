"""Everything that `validate` says of one plan file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.suppression import apply, find_suppressions
from thidua_cli.plan.loading import load_plan
from thidua_cli.rules.engine import check_plan
from thidua_cli.source.nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.source.text import SourceText


class Validated(NamedTuple):
    """The findings left after suppression, the verdicts, and the date of the law (None if unread)."""

    as_of: date | None
    findings: list[Finding]
    verdicts: list[Verdict]


def validate_source(source: SourceText, as_of: date | None = None) -> Validated:
    """Read a plan, run every rule over it, and apply its suppression comments."""
    loaded, findings = load_plan(source)
    if loaded is None:
        suppressions, complaints = find_suppressions(source.text, source.path)
        return Validated(None, [*apply(findings, suppressions, report_unused=False), *complaints], [])
    checked = check_plan(loaded, as_of)
    suppressions, complaints = find_suppressions(source.text, source.path, scalar_ranges(loaded.root))
    kept = apply([*findings, *checked.findings], suppressions)
    return Validated(checked.as_of, [*kept, *complaints], checked.verdicts)


def scalar_ranges(root: Node) -> Iterator[tuple[int, int]]:
    """The offsets of every scalar, in which `#` is content and begins no comment."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node.start, node.end
        elif isinstance(node, Mapping):
            for key, value in node.entries:
                waiting += (key, value)
        else:
            waiting += node.items
