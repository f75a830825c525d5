"""The rules of law that a plan can meet or break by what it sets out to reach."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.registers.titles import title_of, titles
from thidua_cli.law.rulings.caps import judge_cap
from thidua_cli.law.rulings.conditions import judge_precondition
from thidua_cli.law.rulings.judgement import Judgement, ask, verdict_of
from thidua_cli.law.rulings.kinds.registry import over_readings
from thidua_cli.law.rulings.records import Record
from thidua_cli.law.rulings.rules import DatedValue, Kind, Reading, Rule, rules
from thidua_cli.law.rulings.stated import TOTAL, Measure
from thidua_cli.law.rulings.stated_floors import judge_aim
from thidua_cli.rules.legal.target_figures import TargetFigures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.plan.plan import Plan
    from thidua_cli.plan.target import Target
    from thidua_cli.rules.legal.target_figures import Placed
    from thidua_cli.source.nodes import Locate

# Two figures that cannot be divided say less than a pair that can.
_APART = frozenset({"loai-tru-mot-ben", "khac-cach-tinh", "khac-tap-hop", "khong-neu-tap-hop"})
_AWARD_TITLES = "danh-hieu"
REGISTERED = "registered"


def legal_verdicts(
    plan: Plan, as_of: date, locate: Locate, among: Iterable[Rule] | None = None
) -> list[Verdict]:
    """Every verdict of law on a plan at a date: titles, ratios and registration go by the period's end.

    `among`: the rules to judge by, national and local; the national ones unless given.
    """
    figures = TargetFigures(plan)
    verdicts: list[Verdict] = []
    for rule in rules().values() if among is None else among:
        if rule.kind is Kind.RATIO_CAP:
            verdicts += _capped(rule, figures, as_of, locate)
        elif rule.kind is Kind.RATIO_FLOOR and rule.numerator.upper() in titles():
            verdicts += _carried(rule, figures, as_of, locate)
        elif rule.kind is Kind.PRECONDITION and not rule.guarded and rule.numerator == REGISTERED:
            verdicts += _registered(rule, plan, figures, as_of, locate)
    return verdicts


def _capped(rule: Rule, figures: TargetFigures, as_of: date, locate: Locate) -> list[Verdict]:
    """A cap over people; what a cap over collectives is taken of, no plan says."""
    number = rule.on(as_of)
    idents = {ident for way in rule.readings(number) for ident in way.base} if number else set()
    if not all(ident == TOTAL or ident.upper() in titles() for ident in idents):
        return []
    bases = [at for ident in sorted(idents) for at in figures.aiming_at(ident.upper())]
    return [
        _ruled(rule, at, bases, as_of, locate, partial(_judged, rule, at.target, figures, as_of))
        for at in figures.aiming_at(rule.numerator.upper())
    ]


def _ruled(
    rule: Rule,
    at: Placed,
    others: Sequence[Placed],
    as_of: date,
    locate: Locate,
    judge: Callable[[DatedValue], Judgement],
) -> Verdict:
    """The verdict at a target's value; it points to the others where they had a part in it."""
    judgement = ask(rule, as_of, judge)
    related = [] if judgement.general else [locate(("targets", index, "value")) for index, _ in others]
    return verdict_of(
        rule, at.target.id, judgement, as_of, locate(("targets", at.position, "value")), related
    )


def _judged(rule: Rule, target: Target, figures: TargetFigures, as_of: date, number: DatedValue) -> Judgement:
    """Every reading of the plan, under every reading of the law."""

    def judge(number: DatedValue, way: Reading) -> Judgement:
        return _agreed(
            judge_cap(heads, base, number)
            for numerator in figures.readings(target)
            for heads, base in figures.over(numerator, way.base)
        )

    return over_readings(rule, number, Record({}), as_of, judge)


def _carried(rule: Rule, figures: TargetFigures, as_of: date, locate: Locate) -> list[Verdict]:
    """A title of collectives, held against the share of people who are to hold the title it counts."""
    people = figures.aiming_at(rule.numerator.upper())
    return [
        _ruled(rule, at, people, as_of, locate, partial(_aimed, at.target, people, figures))
        for at in figures.aiming_at(rule.title or "")
    ]


def _aimed(target: Target, people: Sequence[Placed], figures: TargetFigures, number: DatedValue) -> Judgement:
    if not people:
        return Judgement(Ruling.UNDECIDED, "khong-co-chi-tieu")
    wanted = [figures.figure(reading) for reading in figures.readings(target)]
    every = all(share.measure is Measure.SHARE and share.low >= 1 for share in wanted)
    return _agreed(
        judge_aim(figures.figure(reading), number, every=every)
        for _, person in people
        for reading in figures.readings(person)
    )


def _agreed(judgements: Iterable[Judgement]) -> Judgement:
    """The ruling that every reading of the plan gives; where they differ, it is not decided."""
    found = list(judgements)
    comparable = [judgement for judgement in found if judgement.variant not in _APART] or found
    if len({judgement.ruling for judgement in comparable}) == 1:
        return comparable[0]
    trace = tuple(dict.fromkeys(line for judgement in comparable for line in judgement.trace))
    return Judgement(Ruling.UNDECIDED, "hai-cach-hieu", comparable[0].values, trace)


def _registered(rule: Rule, plan: Plan, figures: TargetFigures, as_of: date, locate: Locate) -> list[Verdict]:
    """Registration, for a plan that asks for it or aims at titles; silence leaves the question open."""
    aims = [index for index, target in enumerate(plan.targets) if _aims_at_titles(target, figures)]
    stated = bool(plan.registration)
    if not aims and not stated:
        return []
    judgement = ask(rule, as_of, lambda _: judge_precondition(True if stated else None))
    place = ("registration", 0, "what") if stated else ("targets", aims[0], "measure")
    return [verdict_of(rule, plan.period.text, judgement, as_of, locate(place))]


def _aims_at_titles(target: Target, figures: TargetFigures) -> bool:
    awarded = (*target.award.any, *target.award.all) if target.award else ()
    titles = (figures.title(target), *map(title_of, awarded))
    return any(title is not None and title.kind == _AWARD_TITLES for title in titles)
