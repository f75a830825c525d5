"""Hold a Word file against a profile: every check of every rule, as findings and verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.model.anatomy import Kind
from thidua_cli.conformance.rules.findings import findings_of
from thidua_cli.conformance.rules.ignoring import Ignoring
from thidua_cli.conformance.rules.outcome import NOTHING, UNREADABLE, Outcome
from thidua_cli.conformance.rules.profile import Tier
from thidua_cli.conformance.rules.registry import KINDS
from thidua_cli.conformance.rules.values import shortened
from thidua_cli.conformance.rules.verdicts import Judged, outside, verdict_of
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.outcome import Deviation
    from thidua_cli.conformance.rules.profile import Check
    from thidua_cli.findings.verdict import Verdict

OUTSIDE = "TD715"


class Breach(NamedTuple):
    """A check that was not met and where, for those who mend the file."""

    check: Check
    deviations: tuple[Deviation, ...]


class Checked(NamedTuple):
    """What is to be said of a file."""

    findings: list[Finding]
    verdicts: list[Verdict]
    breaches: list[Breach]


def check(case: Case, *, house: bool = False) -> Checked:
    """Findings, verdicts and breaches of a file; one outside the decree gets a single finding.

    `house` also tells the customs of offices. Verdicts are on what the decree asks, not on good practice.
    """
    as_of = case.profile.checked_to
    rules = case.profile.rules.values()
    if case.anatomy.kind is not Kind.ADMINISTRATIVE:
        return Checked([_outside(case)], [outside(case, rule, as_of) for rule in rules if rule.decreed], [])
    checked = Checked([], [], [])
    ignoring = Ignoring(case)
    told_of: set[str] = set()
    for rule in rules:
        asked = [one for one in rule.checks if house or one.tier is not Tier.HOUSE]
        judged = [Judged(one, _outcome(case, one, checked.findings)) for one in asked]
        for one, outcome in judged:
            told = ignoring.remaining(one.code, outcome)
            checked.findings.extend(findings_of(case, one, told))
            if told.deviations:
                checked.breaches.append(Breach(one, told.deviations))
        if judged:
            told_of.add(rule.code)
        if rule.decreed:
            checked.verdicts.append(verdict_of(case, rule, judged, as_of))
    checked.findings.extend(ignoring.findings(told_of))
    return checked


def _outcome(case: Case, one: Check, findings: list[Finding]) -> Outcome:
    """What comes of a check; one that crashes becomes a finding (TD900), the others still run."""
    if one.tier is Tier.MANUAL:
        return NOTHING
    try:
        return KINDS[one.kind](case, one)
    except Exception as error:
        values = {"rule": f"{one.code} {one.key}", "error": f"{type(error).__name__}: {error}"}
        findings.append(Finding("TD900", Span(case.word.shown, 0), values))
        return Outcome(unknown=UNREADABLE)


def _outside(case: Case) -> Finding:
    kind = case.anatomy.kind
    span = Span(case.word.shown, 0, 1, 0, 1)
    reason = shortened(case.anatomy.kind_reason)
    return Finding(OUTSIDE, span, {"reason": f": {reason}" if reason else ""}, kind.value)
