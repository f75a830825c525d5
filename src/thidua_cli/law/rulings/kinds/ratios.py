"""Ratios of facts: a cap that may not be passed, a floor that must be reached."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.law.rulings.caps import judge_cap_of
from thidua_cli.law.rulings.conditions import judge_floor
from thidua_cli.law.rulings.stated import LACKING, TOTAL, Measure, Stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua_cli.law.rulings.judgement import Judgement
    from thidua_cli.law.rulings.records import Record
    from thidua_cli.law.rulings.rules import DatedValue, Reading, Rule

# Parts of a count that share nobody, so that together they are at most the whole.
PARTS = {TOTAL: ("htxsnv", "httnv")}


def judge_ratio_cap(rule: Rule, number: DatedValue, reading: Reading, record: Record, year: int) -> Judgement:
    """The numerator over the sum of the base; among few, a count instead of a share."""
    del year
    among = total((number.small.of,) if number.small else (), record.facts)
    heads, base = total((rule.numerator,), record.facts), total(reading.base, record.facts)
    return judge_cap_of(heads, base, among, number)


def judge_ratio_floor(
    rule: Rule, number: DatedValue, reading: Reading, record: Record, year: int
) -> Judgement:
    """The numerator over the base, which is one fact."""
    del year
    base = reading.base[0] if reading.base else TOTAL
    return judge_floor(count_of(record, rule.numerator), count_of(record, base), number)


def count_of(record: Record, ident: str) -> int | None:
    """A count of the record; None where it is not known."""
    found = record.facts.get(ident)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def total(idents: Iterable[str], facts: Mapping[str, object]) -> Stated:
    """The sum of counts; with one of them unknown it lies between what is known of it and no known end."""
    counts = {ident: facts.get(ident) for ident in idents}
    low = sum(least_of(ident, count, facts) for ident, count in counts.items())
    if any(isinstance(count, int) and count < 0 for count in counts.values()):
        return Stated(str(low), Measure.HEADS, Fraction(0), None, gap="mau-thuan")
    if all(isinstance(count, int) for count in counts.values()):
        return Stated(str(low), Measure.HEADS, Fraction(low), Fraction(low))
    return Stated("", Measure.HEADS, Fraction(low), None, gap=LACKING)


def least_of(ident: str, count: object, facts: Mapping[str, object]) -> int:
    """What a count is at least: everybody is no fewer than those of two ratings that exclude each other.

    `count`: the fact itself, None where it is not known.
    """
    parts = [facts.get(part) for part in PARTS.get(ident, ())] if count is None else [count]
    return sum(part for part in parts if isinstance(part, int) and part > 0)
