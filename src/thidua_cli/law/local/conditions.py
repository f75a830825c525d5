"""Conditions of local packs, judged on what is known of one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.expressions.evaluate import evaluate
from thidua_cli.law.expressions.facts import head_counts
from thidua_cli.law.expressions.tree import facts_of
from thidua_cli.law.registers.facts import fact_kinds
from thidua_cli.law.registers.titles import INDIVIDUAL, titles
from thidua_cli.law.rulings.head_counts import NO_FACTS
from thidua_cli.law.rulings.heads import with_sums
from thidua_cli.law.rulings.judgement import Judgement, verdict_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.local.pack import LocalRule
    from thidua_cli.law.rulings.head_counts import UnitCounts
    from thidua_cli.law.rulings.records import Fact, Record


def judge_condition(local: LocalRule, known: Mapping[str, object]) -> Judgement:
    """Whether a condition holds. Facts that are absent decide nothing, unless both readings agree.

    Raises ValueError for a rule without a condition.
    """
    if local.condition is None:
        raise ValueError("the rule has no condition")
    outcome = evaluate(local.condition[0], with_sums(known))
    if outcome.truth is None:
        return Judgement(Ruling.UNDECIDED, "dieu-kien-thieu", _missing(outcome.missing), outcome.steps)
    if outcome.truth:
        return Judgement(Ruling.PASS, "dieu-kien-dat", {}, outcome.steps)
    return Judgement(Ruling.FAIL, "dieu-kien-khong-dat", {}, outcome.steps)


def condition_verdicts(
    units: Sequence[UnitCounts], book: Lawbook, as_of: date, table: Span, facts: Mapping[str, Fact] = NO_FACTS
) -> list[Verdict]:
    """Every condition of the day on every collective that claims its title; on each where it has no title.

    `facts`: what else is known of every unit. A condition on people is not decided by how many they are: of
    it that is said once, at the table.
    """
    verdicts = []
    for local in book.conditions(as_of):
        title = local.rule.title
        if _of_people(local):
            if title is None or any(unit.counts.get(title.lower(), 0) for unit in units):
                unseen = Judgement(Ruling.UNDECIDED, "tung-nguoi")
                name = titles()[title].abbreviation if title else local.name
                verdicts.append(verdict_of(local.rule, name, unseen, as_of, table))
            continue
        for unit in units:
            claimed = 1 if title is None else unit.counts.get(title.lower(), 0)
            if claimed < 1:
                continue
            known = {"year": as_of.year, **facts, **unit.counts}
            # A row of several collectives says nothing of any one of them.
            judgement = (
                judge_condition(local, known)
                if claimed == 1
                else Judgement(Ruling.UNDECIDED, "nhieu-tap-the", {"numerator": str(claimed)})
            )
            verdicts.append(verdict_of(local.rule, unit.unit, judgement, as_of, unit.span))
    return verdicts


def person_verdicts(record: Record, book: Lawbook, as_of: date) -> list[Verdict]:
    """Every condition of the day on a person who holds or is proposed for its title, or on everybody."""
    known = {"year": record.year_on(as_of), **record.facts}
    return [
        verdict_of(local.rule, ", ".join(meant), judge_condition(local, known), as_of, record.span)
        for local in book.conditions(as_of)
        if _of_people(local)
        and (meant := [each for each in record.titles if local.rule.title in (None, each)])
    ]


def _of_people(local: LocalRule) -> bool:
    """Whether a condition speaks of people: by its title; without one by measuring no heads."""
    title = titles().get(local.rule.title or "")
    if title is not None:
        return title.holder == INDIVIDUAL
    return local.condition is not None and not set(facts_of(local.condition[0])) & set(head_counts())


def _missing(names: tuple[str, ...]) -> Mapping[str, str]:
    """The facts that are lacking, as people call them."""
    kinds = [fact_kinds()[name].names for name in names]
    return {
        "missing": ", ".join(kind["vi"] for kind in kinds),
        "missing.en": ", ".join(k["en"] for k in kinds),
    }
