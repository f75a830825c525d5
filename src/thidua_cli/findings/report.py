"""What a command has to say: findings, verdicts, and the exit code that follows from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.catalogue import is_fault, severity_of
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.selection import EVERYTHING, Selection
from thidua_cli.findings.verdict import Ruling, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date


class Summary(NamedTuple):
    """Counts: findings by severity, verdicts by ruling, files read."""

    findings: Mapping[Severity, int]
    verdicts: Mapping[Ruling, int]
    files: int


@dataclass(frozen=True, slots=True)
class Report:
    """Findings and verdicts in a fixed order, each once, with the lines of the files they quote.

    `as_of` is the date the law was asked at (None where no law was asked), `law` names the rules used,
    `sources` gives the lines of a file by its shown path.
    """

    as_of: date | None
    law: str
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...] = ()
    files: tuple[str, ...] = ()
    sources: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "findings", _ordered(self.findings))
        object.__setattr__(self, "verdicts", tuple(sorted(self.verdicts, key=_verdict_order)))

    def shown(self, selection: Selection = EVERYTHING) -> Report:
        """The part that was asked for; faults are always shown, verdicts whatever is ignored."""
        if selection == EVERYTHING:
            return self
        return replace(
            self,
            findings=tuple(f for f in self.findings if is_fault(f) or selection.keeps(f.code)),
            verdicts=tuple(v for v in self.verdicts if selection.keeps_verdict(v.code)),
        )

    @property
    def summary(self) -> Summary:
        """The counts, with a zero for whatever did not occur."""
        severities = Counter(map(severity_of, self.findings))
        rulings = Counter(verdict.ruling for verdict in self.verdicts)
        return Summary(
            {severity: severities[severity] for severity in Severity},
            {ruling: rulings[ruling] for ruling in Ruling},
            len(self.files),
        )

    def exit_code(self, fail_on: Severity = Severity.ERROR) -> int:
        """2 for unreadable input or a fault of ours, 1 for findings at or above `fail_on`, else 0."""
        if any(map(is_fault, self.findings)):
            return 2
        return int(any(severity_of(finding).weight >= fail_on.weight for finding in self.findings))


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sorted by place and code; exact duplicates collapse."""
    kept: list[Finding] = []
    for _, neighbours in groupby(sorted(findings, key=_place_order), key=_place_order):
        alike: list[Finding] = []
        for finding in sorted(neighbours, key=_values_order):
            if finding not in alike:
                alike.append(finding)
        kept += alike
    return tuple(kept)


def _place_order(finding: Finding) -> tuple[object, ...]:
    span = finding.span
    return (
        *(span.path, span.line, span.column, finding.code),
        *(span.end_line, span.end_column, span.cell or "", finding.variant),
    )


def _values_order(finding: Finding) -> list[tuple[str, str]]:
    return sorted(finding.values.items())


def _verdict_order(verdict: Verdict) -> tuple[object, ...]:
    span = verdict.span
    return (span.path, span.line, span.column, verdict.rule, verdict.subject, verdict.as_of, verdict.variant)
