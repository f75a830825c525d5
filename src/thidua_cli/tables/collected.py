"""Findings of a table, kept few: what is wrong in a whole column is one thing to know."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from thidua_cli.findings.finding import Finding

MOST_ALIKE = 50


@dataclass(slots=True)
class FindingLog:
    """Findings in the order met, at most MOST_ALIKE of one code and variant."""

    items: list[Finding] = field(default_factory=list)
    met: Counter[tuple[str, str]] = field(default_factory=Counter)
    last: dict[tuple[str, str], Finding] = field(default_factory=dict)

    def add(self, finding: Finding) -> None:
        """Keep a finding, or only count it where many alike stand already."""
        kind = (finding.code, finding.variant)
        self.met[kind] += 1
        if self.met[kind] <= MOST_ALIKE:
            self.items.append(finding)
        else:
            self.last[kind] = finding

    def close(self) -> list[Finding]:
        """All that was kept, then how many more of each kind there were and where the last one stands."""
        more = [
            Finding("TD519", last.span, {"count": str(self.met[kind] - MOST_ALIKE), "code": last.code})
            for kind, last in self.last.items()
        ]
        return [*self.items, *more]
