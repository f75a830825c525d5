"""What a plan says of the days of a report, and of the time after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.reporting.facts.report import EventsFacts
from thidua_cli.rules.consistency.anniversaries import anniversaries
from thidua_cli.rules.consistency.deadlines import dues
from thidua_cli.rules.consistency.timeline import phase_days, resolve
from thidua_cli.vietnamese.text import sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua_cli.plan.plan import Plan
    from thidua_cli.reporting.periods import ReportPeriod
    from thidua_cli.vietnamese.moments import Days

    # The id of a fact and the days it takes; None where it has none of its own.
    Dated = tuple[str, Days | None]


def events_facts(plan: Plan, period: ReportPeriod, sentences: Mapping[str, str]) -> EventsFacts:
    """What falls into the period and what comes after it, in the words of `sentences` (by id of the fact).

    A movement, and an activity or phase without days, is of every period. Commemorations stand in the order
    of their days, to be continued within a sentence.
    """
    phases = [(phase.id, phase_days(plan, phase)) for phase in plan.phases]
    activities: list[Dated] = [(one.id, resolve(plan, one.at) if one.at else None) for one in plan.activities]
    ends = [
        (getattr(plan, str(due.path[0]))[due.path[1]].id, (day, day))
        for due in dues(plan)
        for day in due.last_days
    ]
    observed = [(day, item.stated.id) for item in anniversaries(plan) if (day := item.observed_on(plan))]
    days = [(ident, (day, day)) for day, ident in sorted(observed, key=lambda each: each[0])]

    def words(dated: Iterable[Dated]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(sentences[ident] for ident, _ in dated if ident in sentences))

    def told(dated: Iterable[Dated]) -> tuple[str, ...]:
        return tuple(map(sentence_case, words(dated)))

    return EventsFacts(
        phases=told(_of(period, phases)),
        movements=told((movement.id, None) for movement in plan.movements),
        activities=told(_of(period, activities)),
        commemorations=words(_of(period, days)),
        due=told(_of(period, ends)),
        next_phases=told(_after(period, phases)),
        next_activities=told(_after(period, activities)),
        next_due=told(_after(period, ends)),
    )


def _of(period: ReportPeriod, dated: Iterable[Dated]) -> Iterable[Dated]:
    return [
        (ident, days)
        for ident, days in dated
        if days is None or (days[0] <= period.last and period.first <= days[1])
    ]


def _after(period: ReportPeriod, dated: Iterable[Dated]) -> Iterable[Dated]:
    """What is not over when the period is."""
    return [(ident, days) for ident, days in dated if days is not None and days[1] > period.last]
