"""Steps that must have happened, and reasons to wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.judgement import Judgement

if TYPE_CHECKING:
    from thidua_cli.law.rulings.records import Record
    from thidua_cli.law.rulings.rules import DatedValue, Reading, Rule


def judge_step(rule: Rule, number: DatedValue, reading: Reading, record: Record, year: int) -> Judgement:
    """The numerator names a flag that must be set."""
    del number, reading, year
    happened = _flag(rule, record)
    if happened is None:
        return Judgement(Ruling.UNDECIDED, "thieu-du-kien")
    return Judgement(Ruling.PASS, "da-lam") if happened else Judgement(Ruling.FAIL, "khong-dat")


def judge_hold(rule: Rule, number: DatedValue, reading: Reading, record: Record, year: int) -> Judgement:
    """The numerator names a reason to wait: while it lasts nothing is refused, and nothing awarded."""
    del number, reading, year
    holds = _flag(rule, record)
    if holds is None:
        return Judgement(Ruling.UNDECIDED, "khong-neu")
    return Judgement(Ruling.UNDECIDED, "tam-dung") if holds else Judgement(Ruling.PASS, "dat")


def _flag(rule: Rule, record: Record) -> bool | None:
    found = record.facts.get(rule.numerator)
    return found if isinstance(found, bool) else None
