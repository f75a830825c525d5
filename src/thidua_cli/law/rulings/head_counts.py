"""Quota verdicts from the head counts of units: the CSTĐCS cap, and what a collective title asks."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.rulings.caps import judge_cap_of
from thidua_cli.law.rulings.judgement import Judgement, ask, verdict_of
from thidua_cli.law.rulings.kinds.ratios import least_of
from thidua_cli.law.rulings.kinds.registry import judged, over_readings
from thidua_cli.law.rulings.records import Record
from thidua_cli.law.rulings.rules import DatedValue, Kind, Reading, Rule, Subject, rules
from thidua_cli.law.rulings.stated import LACKING, TOTAL, Measure, Stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from thidua_cli.findings.span import Span

NOTHING_ELSE = Record({})
# What the columns of a table do not tell of a collective.
UNTOLD = frozenset({Kind.PRECONDITION, Kind.CRITERIA, Kind.HOLD})


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """One unit's head counts by column: tong_so, ldtt, cstdcs, hoan_thanh, canh_cao, htxsnv, httnv.

    `ttldtt` and `ttldxs` say how many collectives of the row are proposed: 1 is the unit itself.
    """

    unit: str
    counts: Mapping[str, int]
    span: Span


def unit_verdicts(
    units: Sequence[UnitCounts],
    as_of: date,
    table: Span,
    ways: Iterable[Sequence[UnitCounts]] = (),
    among: Iterable[Rule] | None = None,
) -> list[Verdict]:
    """Every verdict that the counts call for: caps over the whole table, conditions per proposed collective.

    `ways`: every other way to read the table, where its rows leave several; a cap is decided only if all of
    them give the same answer. What all proposed units share (the law's silence, a missing column) is said
    once, naming them all. `among`: the rules to judge by; the national ones unless given.
    """
    readings = list(ways)
    verdicts: list[Verdict] = []
    for rule in rules().values() if among is None else among:
        if rule.kind is Kind.RATIO_CAP:
            capped = _over_every_way(rule, units, readings, as_of)
            if capped is not None:
                answer = _row_by_row(rule, units, as_of, capped)
                verdicts.append(verdict_of(rule, rule.title or rule.code, answer, as_of, table))
        elif rule.subject is Subject.COLLECTIVE and rule.title is not None:
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


def _row_by_row(rule: Rule, units: Sequence[UnitCounts], as_of: date, capped: Judgement) -> Judgement:
    """A cap that holds for each agency or group too: the rows may be such, or parts of one.

    Where all together are within it and a row alone is not, that is the question.
    """
    if not rule.groups or capped.ruling is not Ruling.PASS or len(units) < 2:
        return capped
    alone = [(unit.unit, _over_the_table(rule, [unit], as_of)) for unit in units]
    above = [(name, found) for name, found in alone if found and found.ruling is Ruling.FAIL]
    if not above:
        return capped
    values = {**capped.values, "units": ", ".join(name for name, _ in above)}
    lines = (f"{name}: {line}" for name, found in above for line in found.trace)
    return Judgement(Ruling.UNDECIDED, "tuy-don-vi", values, (*capped.trace, *lines))


def _share(answer: Judgement) -> tuple[bool, Fraction, Fraction]:
    """What a cap holds down, comparable: a share of nobody lies above every other."""
    heads, base = answer.pair or (Fraction(0), Fraction(0))
    return not base, heads / (base or 1), heads


def _over_the_table(rule: Rule, units: Sequence[UnitCounts], as_of: date) -> Judgement | None:
    """The whole table against a cap; None where it does not count what the cap holds down."""
    if not any(rule.numerator in unit.counts for unit in units):
        return None
    heads = _total((rule.numerator,), units)

    def judge(number: DatedValue, reading: Reading) -> Judgement:
        among = _total((number.small.of,) if number.small else (), units)
        return judge_cap_of(heads, _total(reading.base or (TOTAL,), units), among, number)

    return ask(rule, as_of, lambda number: over_readings(rule, number, NOTHING_ELSE, as_of, judge))


def _total(columns: Sequence[str], units: Iterable[UnitCounts]) -> Stated:
    """The sum of columns; a unit without one of them holds between nobody and everybody."""
    low = high = whole = 0
    bounded, missing, contradictory, known = True, False, False, True
    for unit in units:
        counts = [unit.counts.get(column) for column in columns]
        count = None if None in counts else sum(each or 0 for each in counts)
        most = unit.counts.get(TOTAL)
        missing = missing or count is None
        contradictory = contradictory or (count or 0) < 0 or (most is not None and (count or 0) > most)
        bounded = bounded and (count is not None or most is not None)
        known = known and most is not None
        low += sum(least_of(column, unit.counts.get(column), unit.counts) for column in columns)
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


def _per_unit(rule: Rule, claim: str, units: Sequence[UnitCounts], as_of: date, table: Span) -> list[Verdict]:
    judged = [
        (unit, ask(rule, as_of, partial(_judge_unit, rule, claim, unit, as_of)))
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


def _judge_unit(rule: Rule, claim: str, unit: UnitCounts, as_of: date, number: DatedValue) -> Judgement:
    # That a condition was not examined holds for every unit alike.
    if rule.kind in UNTOLD:
        return Judgement(Ruling.UNDECIDED, "chua-xet", general=True)
    # A row of several collectives says nothing of any one of them.
    if unit.counts[claim] > 1:
        return Judgement(Ruling.UNDECIDED, "nhieu-tap-the", {"numerator": str(unit.counts[claim])})
    return judged(rule, number, Record(unit.counts), as_of)
