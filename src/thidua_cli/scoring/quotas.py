"""What the law of a day says of the head counts in a table of units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.law.head_counts import UnitCounts, unit_verdicts
from thidua_cli.law.judgement import finding_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.span import Span
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.scoring.head_counts import HeadCount


def quota_verdicts(counts: Iterable[HeadCount], as_of: date, table: Span) -> list[Verdict]:
    """Caps over the whole table and the conditions of each proposed collective, at the cells they rest on.

    `table` is the place of what belongs to no single unit.
    """
    units = [UnitCounts(count.unit, count.values, _place(count, table)) for count in counts]
    return unit_verdicts(units, as_of, table)


def quota_findings(verdicts: Iterable[Verdict]) -> list[Finding]:
    """The findings that are due: what breaks the law, and what cannot be decided."""
    return [finding for finding in map(finding_of, verdicts) if finding is not None]


def _place(count: HeadCount, table: Span) -> Span:
    """The cell of the claim where there is one, else any count of the unit."""
    spans = [count.spans[name] for name in ("ttldtt", "ttldxs", "ldtt", "tong_so") if name in count.spans]
    return spans[0] if spans else table
