"""The standard of a title: a tree of criteria over a record and the years before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.criteria.evaluate import evaluate
from thidua_cli.law.rulings.judgement import Judgement

if TYPE_CHECKING:
    from thidua_cli.law.rulings.records import Record
    from thidua_cli.law.rulings.rules import DatedValue, Reading, Rule


def judge_criteria(rule: Rule, number: DatedValue, reading: Reading, record: Record, year: int) -> Judgement:
    """Whether the record meets the criteria. Failing an article that was read in part decides nothing.

    Raises ValueError for a number without criteria.
    """
    del rule
    if reading.criteria is None:
        raise ValueError("a standard in force needs criteria")
    answer = evaluate(reading.criteria, record, year)
    if answer.holds:
        return Judgement(Ruling.PASS, "dat", trace=answer.lines)
    if answer.holds is None:
        variant = "mau-thuan" if answer.contradictory else "thieu-du-kien"
        return Judgement(Ruling.UNDECIDED, variant, trace=answer.lines)
    if number.open:
        return Judgement(Ruling.UNDECIDED, "chua-doc-het", trace=answer.lines)
    return Judgement(Ruling.FAIL, "khong-dat", trace=answer.lines)
