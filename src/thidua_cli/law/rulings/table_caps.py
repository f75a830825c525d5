"""Caps over the rows of a table: all together, or each by itself where the rows are agencies."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.registers.titles import INDIVIDUAL, titles
from thidua_cli.law.rulings.judgement import Judgement
from thidua_cli.law.rulings.kinds.ratios import cap_over
from thidua_cli.law.rulings.kinds.registry import ask_of, over_readings
from thidua_cli.law.rulings.stated import LACKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from thidua_cli.law.rulings.head_counts import UnitCounts
    from thidua_cli.law.rulings.records import Record
    from thidua_cli.law.rulings.rules import DatedValue, Reading, Rule


class Rows(StrEnum):
    """What the rows of a table are: agencies, each judged by itself, or parts of one agency."""

    AGENCIES = "agencies"
    PARTS = "parts"


class CapAsked(NamedTuple):
    """A cap that is asked about on a day, and what else is known of those whom it is to bind."""

    rule: Rule
    day: date
    known: Record


def held_by_row(rule: Rule) -> bool:
    """Whether a cap may hold for each agency among the rows: it says so, or it counts people with a title."""
    title = titles().get(rule.numerator.upper())
    return bool(rule.groups) or (title is not None and title.holder == INDIVIDUAL)


def cap_judgements(
    asked: CapAsked, units: Sequence[UnitCounts], ways: Sequence[Sequence[UnitCounts]], rows: Rows | None
) -> Iterator[tuple[UnitCounts | None, Judgement]]:
    """The answers of a cap: on all together (None), on each row, or on both."""
    whole = _over_every_way(asked, units, ways)
    if whole is None:
        return
    # A cap that names no groups is a share of everybody, unless the rows are told to be agencies.
    together = rows is Rows.PARTS or (rows is None and not asked.rule.groups)
    if together or len(units) < 2 or whole.general or not held_by_row(asked.rule):
        yield None, whole
        return
    alone = [
        (unit, found)
        for at, unit in enumerate(units)
        if (found := _over_every_way(asked, [unit], [[way[at]] for way in ways]))
    ]
    if rows is None:
        yield None, _either(whole, alone)
        return
    if not asked.rule.groups:
        yield None, whole
    for unit, found in alone:
        yield unit, _named(unit, found)


def _either(whole: Judgement, alone: Sequence[tuple[UnitCounts, Judgement]]) -> Judgement:
    """The answer on all together where the rows by themselves give the same; else the question."""
    above = [(unit, found) for unit, found in alone if found.ruling is Ruling.FAIL]
    left = [(unit, found) for unit, found in alone if found.ruling is Ruling.UNDECIDED]
    row_by_row = Ruling.FAIL if above else Ruling.UNDECIDED if left else Ruling.PASS
    if whole.ruling in (row_by_row, Ruling.UNDECIDED):
        return whole
    if row_by_row is Ruling.UNDECIDED and whole.ruling is Ruling.PASS:
        return _named(*left[0])
    values = {**whole.values, "units": ", ".join(unit.unit for unit, _ in above)}
    lines = (f"{unit.unit}: {line}" for unit, found in above for line in found.trace)
    variant = "tuy-don-vi" if above else "tuy-don-vi-chung"
    return Judgement(Ruling.UNDECIDED, variant, values, (*whole.trace, *lines))


def _named(unit: UnitCounts, found: Judgement) -> Judgement:
    """A judgement on one row of several, whose words say which one."""
    return found._replace(values={**found.values, "where": f"{unit.unit}: "})


def _over_every_way(
    asked: CapAsked, units: Sequence[UnitCounts], ways: Sequence[Sequence[UnitCounts]]
) -> Judgement | None:
    """The answer of a cap that every way gives, shown by the figures nearest to the other answer."""
    certain = _over_the_table(asked, units)
    found = [answer for way in ways if (answer := _over_the_table(asked, way))]
    if not found or (certain and certain.general):
        return certain
    rulings = {answer.ruling for answer in found} if len(found) == len(ways) else {Ruling.UNDECIDED}
    if rulings == {Ruling.PASS}:
        return max(found, key=_share)
    if rulings == {Ruling.FAIL}:
        return min(found, key=_share)
    return certain or Judgement(Ruling.UNDECIDED, LACKING)


def _share(answer: Judgement) -> tuple[bool, Fraction, Fraction]:
    """What a cap holds down, comparable: a share of nobody lies above every other."""
    heads, base = answer.pair or (Fraction(0), Fraction(0))
    return not base, heads / (base or 1), heads


def _over_the_table(asked: CapAsked, units: Sequence[UnitCounts]) -> Judgement | None:
    """The whole table against a cap; None where it does not count what the cap holds down."""
    rule, day, known = asked
    if not any(rule.numerator in unit.counts for unit in units):
        return None
    counts = [unit.counts for unit in units]

    def judge(number: DatedValue, reading: Reading) -> Judgement:
        return cap_over(rule, number, reading, counts)

    return ask_of(rule, known, day, lambda number: over_readings(rule, number, known, day, judge))
