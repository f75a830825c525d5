"""Quota verdicts from the head counts of units: the CSTĐCS cap, and what a collective title asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.rulings.judgement import Judgement, ask, verdict_of
from thidua_cli.law.rulings.kinds.registry import judged
from thidua_cli.law.rulings.records import Record
from thidua_cli.law.rulings.rules import DatedValue, Kind, Rule, Subject, rules
from thidua_cli.law.rulings.stated import LACKING
from thidua_cli.law.rulings.table_caps import CapAsked, Rows, cap_judgements

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.law.rulings.records import Fact

NO_FACTS: Mapping[str, Fact] = MappingProxyType({})
# What the columns of a table do not tell of a collective.
UNTOLD = frozenset({Kind.PRECONDITION, Kind.CRITERIA, Kind.HOLD})


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """One unit's head counts by column: tong_so, ldtt, cstdcs, hoan_thanh, canh_cao, htxsnv, httnv.

    `ttldtt` and `ttldxs` say how many collectives of the row are proposed: 1 is the unit itself.
    `places`: the cells of the counts, as far as known.
    """

    unit: str
    counts: Mapping[str, int]
    span: Span
    places: Mapping[str, Span] = field(default_factory=dict)


def unit_verdicts(
    units: Sequence[UnitCounts],
    as_of: date,
    table: Span,
    ways: Iterable[Sequence[UnitCounts]] = (),
    among: Iterable[Rule] | None = None,
    facts: Mapping[str, Fact] = NO_FACTS,
    rows: Rows | None = None,
) -> list[Verdict]:
    """Every verdict that the counts call for: caps over the whole table, conditions per proposed collective.

    `ways`: every other way to read the table, where its rows leave several; a cap is decided only if all of
    them give the same answer. What all proposed units share (the law's silence, a missing column) is said
    once, naming them all. `among`: the rules to judge by; the national ones unless given. `facts`: what else
    is known of every unit. `rows`: what the rows are; where nobody says, a cap that holds for each agency is
    decided only if both answers agree.
    """
    readings = list(ways)
    verdicts: list[Verdict] = []
    for rule in rules().values() if among is None else among:
        if rule.kind is Kind.RATIO_CAP:
            asked = CapAsked(rule, as_of, Record(facts))
            for alone, answer in cap_judgements(asked, units, readings, rows):
                one = alone or (units[0] if len(units) == 1 else None)
                place = one.places.get(rule.numerator, one.span if alone else table) if one else table
                name = alone.unit if alone else rule.title or rule.code
                verdicts.append(verdict_of(rule, name, answer, as_of, place))
        elif rule.subject is Subject.COLLECTIVE and rule.title is not None:
            verdicts += _per_unit(rule, rule.title.lower(), units, as_of, table)
    return verdicts


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
