"""What every rule says of a document: met, broken, not told, or not asked of it. Silence is never a pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.rules.outcome import PARTLY_READ
from thidua_cli.conformance.rules.profile import Tier
from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.outcome import Outcome
    from thidua_cli.conformance.rules.profile import Check, Rule

# Terms of the profile; the reasons of outcomes are others.
PASSED, FAILED, ABSENT, MISSING, OUTSIDE, BY_HAND = (
    "dat",
    "khong-dat",
    "khong-co",
    "khong-thay",
    "ngoai-nghi-dinh",
    "can-nguoi-xem",
)


class Judged(NamedTuple):
    """A check and what came of it."""

    check: Check
    outcome: Outcome


def verdict_of(case: Case, rule: Rule, judged: Sequence[Judged], as_of: date) -> Verdict:
    """The verdict of a rule from its checks: a breach outweighs a doubt, a doubt outweighs a pass."""
    ruling, reason = _ruling(case, rule, judged)
    return _verdict(case, rule, as_of, ruling, reason, sum(len(each.outcome.deviations) for each in judged))


def outside(case: Case, rule: Rule, as_of: date) -> Verdict:
    """The verdict of a rule on a document that the decree does not speak of."""
    return _verdict(case, rule, as_of, Ruling.NOT_IN_FORCE, OUTSIDE, 0)


def _ruling(case: Case, rule: Rule, judged: Sequence[Judged]) -> tuple[Ruling, str]:
    if any(each.outcome.deviations for each in judged):
        return Ruling.FAIL, FAILED
    if all(each.check.tier is Tier.MANUAL for each in judged):
        return Ruling.UNDECIDED, BY_HAND
    asked = [each.outcome for each in judged if each.outcome.asked]
    if not any(outcome.looked or outcome.unknown for outcome in asked):
        return _nothing_seen(case, rule) if asked else (Ruling.NOT_IN_FORCE, ABSENT)
    reason = next((outcome.unknown for outcome in asked if outcome.unknown), "")
    return (Ruling.UNDECIDED, reason) if reason else (Ruling.PASS, PASSED)


def _nothing_seen(case: Case, rule: Rule) -> tuple[Ruling, str]:
    """What was not found may be there all the same: unread, or not recognised where the type needs it."""
    if case.partly_read:
        return Ruling.UNDECIDED, PARTLY_READ
    needs = case.profile.completeness.needs
    asked = [check.components for check in rule.checks if check.components]
    needed = any(all(needs(component, case.type) for component in components) for components in asked)
    return (Ruling.UNDECIDED, MISSING) if needed else (Ruling.NOT_IN_FORCE, ABSENT)


def _verdict(case: Case, rule: Rule, as_of: date, ruling: Ruling, reason: str, count: int) -> Verdict:
    return Verdict(
        rule=rule.code,
        subject=rule.subject,
        ruling=ruling,
        as_of=as_of,
        span=Span(case.word.shown, 0, 1, 0, 1),
        values=case.profile.counted("reason", reason, count),
        basis=tuple(dict.fromkeys(basis for check in rule.checks for basis in check.basis)),
    )
