"""What the law of a day says of one person or collective, and of the titles that it proposes for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.law.registers.titles import COLLECTIVE, INDIVIDUAL
from thidua_cli.law.rulings.judgement import Judgement, verdict_of
from thidua_cli.law.rulings.kinds.registry import ask_of, judged
from thidua_cli.law.rulings.rules import Rule, Subject, rules

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.rulings.records import Record

_HOLDERS = {Subject.INDIVIDUAL: INDIVIDUAL, Subject.COLLECTIVE: COLLECTIVE}


def judge_record(rule: Rule, record: Record, day: date) -> Judgement:
    """What one rule says of a record on a day; a fact that is not known decides nothing."""
    return ask_of(rule, record, day, lambda number: judged(rule, number, record, day))


def record_verdicts(record: Record, day: date, among: Iterable[Rule] | None = None) -> list[Verdict]:
    """The verdict of every rule on the titles that the record proposes, and on the rating that it states.

    `among`: the rules to judge by; the national ones unless given.
    """
    return [
        verdict_of(rule, record.name or ", ".join(_meant(rule, record)), found, day, record.span)
        for rule in (rules().values() if among is None else among)
        if _concerns(rule, record)
        for found in (judge_record(rule, record, day),)
    ]


def _concerns(rule: Rule, record: Record) -> bool:
    if rule.subject is Subject.TABLE or not _meant(rule, record):
        return False
    return record.holder is None or _HOLDERS.get(rule.subject, record.holder) == record.holder


def _meant(rule: Rule, record: Record) -> list[str]:
    """The titles of the record that a rule guards; the rating counts as one, but is no award."""
    if not rule.guarded:
        return list(record.titles)
    rating = record.facts.get("rating")
    held = (*record.titles, rating) if isinstance(rating, str) else record.titles
    return [title for title in held if title in rule.guarded]
