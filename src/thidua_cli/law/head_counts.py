"""Quota verdicts from the head counts of units: the CSTĐCS cap, and what a collective title asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.caps import judge_cap
from thidua_cli.law.conditions import judge_floor, judge_maximum, judge_minimum
from thidua_cli.law.judgement import Judgement, standing, verdict_of
from thidua_cli.law.rules import DatedValue, Kind, Rule, rules
from thidua_cli.law.stated import Measure, Stated

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.findings.span import Span

TOTAL = "tong_so"


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """One unit's head counts by column: tong_so, ldtt, cstdcs, hoan_thanh, canh_cao.

    `ttldtt` and `ttldxs` say how many collectives of the row are proposed: 1 is the unit itself.
    """

    unit: str
    counts: Mapping[str, int]
    span: Span


def unit_verdicts(units: Sequence[UnitCounts], as_of: date, table: Span) -> list[Verdict]:
    """Every verdict that the counts call for: caps over the whole table, conditions per proposed collective.

    What all proposed units share (the law's silence, a missing column) is said once, naming them all.
    """
    verdicts: list[Verdict] = []
    for rule in rules().values():
        if rule.kind is Kind.RATIO_CAP:
            verdicts += _over_the_table(rule, units, as_of, table)
        elif rule.title is not None:
            verdicts += _per_unit(rule, rule.title.lower(), units, as_of, table)
    return verdicts


def _over_the_table(rule: Rule, units: Sequence[UnitCounts], as_of: date, table: Span) -> list[Verdict]:
    if rule.base is None or not any(rule.numerator in unit.counts for unit in units):
        return []
    number = rule.on(as_of)
    judgement = standing(number)
    if judgement is None and number is not None:
        judgement = judge_cap(_total(rule.numerator, units), _total(rule.base, units), number)
    return [] if judgement is None else [verdict_of(rule, rule.title or rule.code, judgement, as_of, table)]


def _total(column: str, units: Iterable[UnitCounts]) -> Stated:
    """The sum of a column; a unit without it holds between nobody and everybody."""
    low = high = whole = 0
    bounded, missing, contradictory = True, False, False
    for unit in units:
        count, most = unit.counts.get(column), unit.counts.get(TOTAL)
        missing = missing or count is None
        contradictory = contradictory or (count or 0) < 0 or (most is not None and (count or 0) > most)
        bounded = bounded and (count is not None or most is not None)
        low += count or 0
        high += count if count is not None else most or 0
        whole += most or 0
    known = all(TOTAL in unit.counts for unit in units)
    if contradictory:
        return Stated(str(low), Measure.HEADS, Fraction(0), None, gap="mau-thuan")
    return Stated(
        str(low),
        Measure.HEADS,
        Fraction(low),
        Fraction(high) if bounded else None,
        gap="thieu-so-lieu" if missing else "",
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
    proposed = [unit for unit in units if unit.counts.get(claim, 0) > 0]
    if not proposed:
        return []
    number = rule.on(as_of)
    general = standing(number)
    if general is not None or number is None:
        return [_shared(rule, proposed, general, as_of, table)] if general else []
    judged = [(unit, _judge_unit(rule, claim, unit, number)) for unit in proposed]
    lacking = [unit for unit, judgement in judged if judgement.variant == "thieu-so-lieu"]
    single = len(lacking) == 1
    verdicts = [
        verdict_of(rule, unit.unit, judgement, as_of, unit.span)
        for unit, judgement in judged
        if single or judgement.variant != "thieu-so-lieu"
    ]
    if len(lacking) > 1:
        missing = Judgement(Ruling.UNDECIDED, "thieu-so-lieu")
        verdicts.append(_shared(rule, lacking, missing, as_of, table))
    return verdicts


def _judge_unit(rule: Rule, claim: str, unit: UnitCounts, number: DatedValue) -> Judgement:
    # A row of several collectives says nothing of any one of them.
    if unit.counts[claim] > 1:
        return Judgement(Ruling.UNDECIDED, "nhieu-tap-the", {"numerator": str(unit.counts[claim])})
    return JUDGES[rule.kind](rule, unit.counts, number)


def _shared(
    rule: Rule, units: Sequence[UnitCounts], judgement: Judgement, as_of: date, table: Span
) -> Verdict:
    return verdict_of(rule, ", ".join(unit.unit for unit in units), judgement, as_of, table)
