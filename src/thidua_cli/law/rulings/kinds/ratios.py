"""Ratios of facts: a cap that may not be passed, a floor that must be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.law.rulings.caps import judge_cap_of
from thidua_cli.law.rulings.conditions import judge_floor
from thidua_cli.law.rulings.heads import counted, heads
from thidua_cli.law.rulings.stated import TOTAL, stated_heads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thidua_cli.law.rulings.judgement import Judgement
    from thidua_cli.law.rulings.records import Record
    from thidua_cli.law.rulings.rules import DatedValue, Reading, Rule


def judge_ratio_cap(rule: Rule, number: DatedValue, reading: Reading, record: Record, year: int) -> Judgement:
    """The numerator over the sum of the base; among few, a count instead of a share."""
    del year
    return cap_over(rule, number, reading, [record.facts])


def cap_over(
    rule: Rule, number: DatedValue, reading: Reading, units: Sequence[Mapping[str, object]]
) -> Judgement:
    """A cap on the counts of units taken together."""
    among = stated_heads((number.small.of,), units) if number.small else None
    base = stated_heads(reading.base or (TOTAL,), units)
    return judge_cap_of(stated_heads((rule.numerator,), units), base, among, number)


def judge_ratio_floor(
    rule: Rule, number: DatedValue, reading: Reading, record: Record, year: int
) -> Judgement:
    """The numerator over the base, which is one fact."""
    del year
    base = reading.base[0] if reading.base else TOTAL
    return judge_floor(count_of(record, rule.numerator), count_of(record, base), number)


def count_of(record: Record, ident: str) -> int | None:
    """A count of the record, with what the law counts together with it; None where it is not known."""
    told = [record.facts.get(each) for each in counted((ident,), record.facts)]
    numbers = [count for count in told if isinstance(count, int) and not isinstance(count, bool)]
    return sum(numbers) if len(numbers) == len(told) else heads((ident,), [record.facts]).known
