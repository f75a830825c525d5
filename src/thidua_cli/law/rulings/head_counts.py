"""Quota verdicts from the head counts of units: the CSTĐCS cap, and what a collective title asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.rulings.caps import judge_cap
from thidua_cli.law.rulings.conditions import judge_floor, judge_maximum, judge_minimum
from thidua_cli.law.rulings.judgement import Judgement, ask, verdict_of
from thidua_cli.law.rulings.rules import DatedValue, Kind, Rule, rules
from thidua_cli.law.rulings.stated import Measure, Stated

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.findings.span import Span

TOTAL = "tong_so"
LACKING = "thieu-so-lieu"


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """One unit's head counts by column: tong_so, ldtt, cstdcs, hoan_thanh, canh_cao.

    `ttldtt` and `ttldxs` say how many collectives of the row are proposed: 1 is the unit itself.
    """

    unit: str
    counts: Mapping[str, int]
    span: Span


def unit_verdicts(
    units: Sequence[UnitCounts], as_of: date, table: Span, ways: Iterable[Sequence[UnitCounts]] = ()
) -> list[Verdict]:
    """Every verdict that the counts call for: caps over the whole table, conditions per proposed collective.

    `ways`: every other way to read the table, where its rows leave several; a cap is decided only if all of
    them give the same answer. What all proposed units share (the law's silence, a missing column) is said
    once, naming them all.
    """
    readings = list(ways)
    verdicts: list[Verdict] = []
    for rule in rules().values():
        if rule.kind is Kind.RATIO_CAP:
            capped = _over_every_way(rule, units, readings, as_of)
            if capped is not None:
                verdicts.append(verdict_of(rule, rule.title or rule.code, capped, as_of, table))
        elif rule.title is not None:
            verdicts += _per_unit(rule, rule.title.lower(), units, as_of, table)
    return verdicts


def _over_every_way(
    rule: Rule, units: Sequence[UnitCounts], ways: Sequence[Sequence[UnitCounts]], as_of: date
) -> Judgement | None:
    """The answer of a cap that every way gives, shown by the figures nearest to the other answer."""
    certain = _over_the_table(rule, units, as_of)
    found = [answer for way in ways if (answer := _over_the_table(rule, way, as_of))]
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


def _over_the_table(rule: Rule, units: Sequence[UnitCounts], as_of: date) -> Judgement | None:
    """The whole table against a cap; None where it does not count what the cap holds down."""
    if not any(rule.numerator in unit.counts for unit in units):
        return None
    heads, base = (_total(column, units) for column in (rule.numerator, rule.base or TOTAL))
    return ask(rule, as_of, lambda number: judge_cap(heads, base, number))


def _total(column: str, units: Iterable[UnitCounts]) -> Stated:
    """The sum of a column; a unit without it holds between nobody and everybody."""
    low = high = whole = 0
    bounded, missing, contradictory, known = True, False, False, True
    for unit in units:
        count, most = unit.counts.get(column), unit.counts.get(TOTAL)
        missing = missing or count is None
        contradictory = contradictory or (count or 0) < 0 or (most is not None and (count or 0) > most)
        bounded = bounded and (count is not None or most is not None)
        known = known and most is not None
        low += count or 0
        high += count if count is not None else most or 0
        whole += most or 0
    if contradictory:
        return Stated(str(low), Measure.HEADS, Fraction(0), None, gap="mau-thuan")
    return Stated(
        str(low),
        Measure.HEADS,
        Fraction(low),
        Fraction(high) if bounded else None,
        gap=LACKING if missing else "",
        whole=whole if known else None,
    )


Judge = Callable[[Rule, Mapping[str, int], DatedValue], Judgement]

JUDGES: Mapping[Kind, Judge] = {
    Kind.RATIO_FLOOR: lambda rule, counts, number: judge_floor(
        counts.get(rule.numerator), counts.get(rule.base or TOTAL), number
    ),
    Kind.MINIMUM_COUNT: lambda rule, counts, number: judge_minimum(counts.get(rule.numerator), number),
    Kind.MAXIMUM_COUNT: lambda rule, counts, number: judge_maximum(counts.get(rule.numerator), number),
}


def _per_unit(rule: Rule, claim: str, units: Sequence[UnitCounts], as_of: date, table: Span) -> list[Verdict]:
    judged = [
        (unit, ask(rule, as_of, partial(_judge_unit, rule, claim, unit)))
        for unit in units
        if unit.counts.get(claim, 0) > 0
    ]
    alike = [(unit, judgement) for unit, judgement in judged if _common(judgement)]
    if len(alike) < 2 and not any(judgement.general for _, judgement in alike):
        alike = []
    verdicts = [
        verdict_of(rule, unit.unit, judgement, as_of, unit.span)
        for unit, judgement in judged
        if not (alike and _common(judgement))
    ]
    if alike:
        names = ", ".join(unit.unit for unit, _ in alike)
        verdicts.append(verdict_of(rule, names, alike[0][1], as_of, table))
    return verdicts


def _common(judgement: Judgement) -> bool:
    return judgement.general or judgement.variant == LACKING


def _judge_unit(rule: Rule, claim: str, unit: UnitCounts, number: DatedValue) -> Judgement:
    # No column tells whether a precondition is met: that it was not examined holds for every unit alike.
    if rule.kind is Kind.PRECONDITION:
        return Judgement(Ruling.UNDECIDED, "chua-xet", general=True)
    # A row of several collectives says nothing of any one of them.
    if unit.counts[claim] > 1:
        return Judgement(Ruling.UNDECIDED, "nhieu-tap-the", {"numerator": str(unit.counts[claim])})
    return JUDGES[rule.kind](rule, unit.counts, number)
