"""Conditions of local packs, judged on what is known of one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.expressions.tree import evaluate
from thidua_cli.law.registers.facts import fact_kinds
from thidua_cli.law.rulings.judgement import Judgement, verdict_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.local.pack import LocalRule
    from thidua_cli.law.rulings.head_counts import UnitCounts


def judge_condition(local: LocalRule, known: Mapping[str, object]) -> Judgement:
    """Whether a condition holds. Facts that are absent decide nothing, unless both readings agree.

    Raises ValueError for a rule without a condition.
    """
    if local.condition is None:
        raise ValueError("the rule has no condition")
    outcome = evaluate(local.condition[0], known)
    if outcome.truth is None:
        return Judgement(Ruling.UNDECIDED, "dieu-kien-thieu", _missing(outcome.missing), outcome.steps)
    if outcome.truth:
        return Judgement(Ruling.PASS, "dieu-kien-dat", {}, outcome.steps)
    return Judgement(Ruling.FAIL, "dieu-kien-khong-dat", {}, outcome.steps)


def condition_verdicts(units: Sequence[UnitCounts], book: Lawbook, as_of: date) -> list[Verdict]:
    """Every condition of the day on every collective that claims its title; on each where it has no title."""
    verdicts = []
    for local in book.conditions(as_of):
        title = local.rule.title
        for unit in units:
            claimed = 1 if title is None else unit.counts.get(title.lower(), 0)
            if claimed < 1:
                continue
            known = {**unit.counts, "year": as_of.year}
            # A row of several collectives says nothing of any one of them.
            judgement = (
                judge_condition(local, known)
                if claimed == 1
                else Judgement(Ruling.UNDECIDED, "nhieu-tap-the", {"numerator": str(claimed)})
            )
            verdicts.append(verdict_of(local.rule, unit.unit, judgement, as_of, unit.span))
    return verdicts


def _missing(names: tuple[str, ...]) -> Mapping[str, str]:
    """The facts that are lacking, as people call them."""
    kinds = [fact_kinds()[name].names for name in names]
    return {
        "missing": ", ".join(kind["vi"] for kind in kinds),
        "missing.en": ", ".join(k["en"] for k in kinds),
    }
