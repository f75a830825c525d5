"""Counts that must reach, or may not pass, a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.law.rulings.conditions import judge_maximum, judge_minimum
from thidua_cli.law.rulings.kinds.ratios import count_of

if TYPE_CHECKING:
    from thidua_cli.law.rulings.judgement import Judgement
    from thidua_cli.law.rulings.records import Record
    from thidua_cli.law.rulings.rules import DatedValue, Reading, Rule


def judge_minimum_count(
    rule: Rule, number: DatedValue, reading: Reading, record: Record, year: int
) -> Judgement:
    """The numerator reaches the value."""
    del reading, year
    return judge_minimum(count_of(record, rule.numerator), number)


def judge_maximum_count(
    rule: Rule, number: DatedValue, reading: Reading, record: Record, year: int
) -> Judgement:
    """The numerator does not pass the value."""
    del reading, year
    return judge_maximum(count_of(record, rule.numerator), number)
