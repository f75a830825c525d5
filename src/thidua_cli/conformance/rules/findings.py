"""The deviations of a check as findings: one for each cause, with the first places it shows at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.rules.profile import Tier
from thidua_cli.conformance.rules.values import shortened
from thidua_cli.findings.finding import Finding, Related
from thidua_cli.findings.span import Span
from thidua_cli.findings.word_places import section_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.outcome import Deviation, Outcome
    from thidua_cli.conformance.rules.profile import Check


def findings_of(case: Case, check: Check, outcome: Outcome) -> Iterator[Finding]:
    """One finding for each cause, in the order in which they first show; beyond the most, how many more."""
    causes: dict[tuple[str, str], list[Deviation]] = {}
    for deviation in outcome.deviations:
        causes.setdefault((deviation.variant, deviation.cause), []).append(deviation)
    told = list(causes.values())
    most = case.profile.most_findings
    for deviations in told[:most]:
        yield _finding(case, check, deviations)
    if len(told) > most:
        yield _closing(case, check, len(told) - most)


def span_of(case: Case, deviation: Deviation) -> Span:
    """The place of a deviation: a paragraph, a section, or the whole file."""
    cell = None
    if deviation.line is not None:
        cell = case.address(deviation.line)
    elif deviation.section is not None:
        cell = section_address(deviation.section.number)
    return Span(case.word.shown, 0, 1, 0, 1, cell)


def _finding(case: Case, check: Check, deviations: Sequence[Deviation]) -> Finding:
    first = deviations[0]
    others = deviations[1 : case.profile.most_places]
    tier = check.tier
    unsure = all(each.sure < case.profile.unsure_below for each in deviations)
    if tier is Tier.LAW and (unsure or case.anatomy.adapted):
        tier = Tier.HEURISTIC
    return Finding(
        code=check.code,
        span=span_of(case, first),
        values={**first.values, **_more(case, len(deviations))},
        variant=f"{check.key}-{first.variant}" if first.variant else check.key,
        severity=tier.severity,
        basis=check.basis,
        related=tuple(_related(case, each) for each in others),
        excerpt=(_text(case, first),) if first.line is not None else (),
    )


def _closing(case: Case, check: Check, count: int) -> Finding:
    """That there are more findings of a check than are told."""
    return Finding(
        code=check.code,
        span=Span(case.word.shown, 0, 1, 0, 1),
        values=case.profile.counted("reason", "rest", count),
        severity=check.tier.severity,
        basis=check.basis,
    )


def _related(case: Case, deviation: Deviation) -> Related:
    text = _text(case, deviation)
    return Related(span_of(case, deviation), "other" if text else "bare", {"text": text})


def _more(case: Case, count: int) -> dict[str, str]:
    """How many places there are, put into words where it is more than one."""
    if count == 1:
        return {"more": "", "more.en": ""}
    return {"places": str(count), **case.profile.counted("more", "more", count)}


def _text(case: Case, deviation: Deviation) -> str:
    if deviation.line is None:
        return ""
    return shortened(deviation.line.printed, case.profile.longest_excerpt)
