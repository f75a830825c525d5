"""Everything that a report tells, put together from the plan, the tables, the scores and the law."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.reporting.awards.awards import awards_facts
from thidua_cli.reporting.awards.quotas import MOST_NAMED
from thidua_cli.reporting.events import events_facts
from thidua_cli.reporting.facts.report import PeriodFacts, ReportFacts
from thidua_cli.reporting.periods import alike
from thidua_cli.reporting.progress.progress import progress_of
from thidua_cli.reporting.standings.comparison import comparison_facts
from thidua_cli.reporting.standings.criteria import criteria_facts
from thidua_cli.reporting.standings.points import difference_facts, points_parts
from thidua_cli.reporting.standings.ranking import ranking_facts
from thidua_cli.reporting.targets import targets_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.reporting.actuals.actual import Actual
    from thidua_cli.reporting.awards.collectives import Law
    from thidua_cli.reporting.periods import ReportPeriod
    from thidua_cli.scoring.results.pages.notes import Say
    from thidua_cli.scoring.standings.results import Results

# A document of more units is nobody's reading: it lists the first, and counts all.
MOST_LISTED = 500
NO_ACTUALS: Mapping[str, Actual] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Previous:
    """The previous period: what was scored (None where no such tables were given), and what was reached.

    `period`: which one it was; None where nobody said so.
    """

    results: Results | None = None
    actuals: Mapping[str, Actual] = field(default_factory=lambda: NO_ACTUALS)
    period: ReportPeriod | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made of. `sentences`: the plan's facts in its own words, by id."""

    loaded: Loaded
    period: ReportPeriod
    results: Results
    law: Law
    sentences: Mapping[str, str]
    actuals: Mapping[str, Actual]
    previous: Previous | None = None


def report_facts(
    material: Material, say: Say, listed: int = MOST_LISTED
) -> tuple[ReportFacts, list[Finding]]:
    """The facts of a report, and what a person should look at (TD654, TD656, TD657, TD660 to TD664).

    `say` gives the words of the standings by their keys; `listed`: how many units are listed at most.
    """
    results, period, plan = material.results, material.period, material.loaded.plan
    previous = material.previous or Previous()
    place = material.law.place
    progress, findings = progress_of(material.loaded, results.head_counts, material.actuals, place)
    like = _like(previous, period)
    targets = targets_facts(progress, material.sentences, previous.actuals, subtracted=like)
    if targets.compared:
        findings += _unlike(previous, period, place)
    comparison = None
    if previous.results is not None:
        comparison = comparison_facts(results, previous.results, say, listed)
        findings += [] if comparison else [Finding("TD656", place)]
    if len(results.units) > listed:
        values = {"listed": str(listed), "count": str(len(results.units))}
        findings.append(Finding("TD657", Span(place.path), values))
    facts = ReportFacts(
        period=PeriodFacts(*period, whole=plan.period.text),
        previous=previous.period.name if previous.period else "",
        targets=targets,
        ranking=ranking_facts(results, say, listed),
        criteria=criteria_facts(results),
        comparison=comparison,
        awards=awards_facts(results.head_counts, material.law, listed),
        events=events_facts(plan, period, material.sentences),
        points=points_parts(results, say, listed),
        differences=tuple(difference_facts(results, listed)),
        listed=min(listed, len(results.units)),
    )
    return facts, [*findings, *_undecided(facts, place)]


def _undecided(facts: ReportFacts, place: Span) -> Iterator[Finding]:
    """TD664 for each title of which the kind of rows decides whether its cap is kept."""
    for quota in facts.awards.quotas:
        if quota.above:
            units = ", ".join(quota.above[:MOST_NAMED]) + ("…" if len(quota.above) > MOST_NAMED else "")
            values = {"title": quota.title, "count": str(len(quota.above)), "units": units}
            yield Finding("TD664", place, values)


def _like(previous: Previous, period: ReportPeriod) -> bool:
    """Whether what was reached in both periods can be subtracted."""
    return previous.period is not None and alike(previous.period, period)


def _unlike(previous: Previous, period: ReportPeriod, place: Span) -> list[Finding]:
    """TD663 where results of targets stand beside each other and are not subtracted."""
    if _like(previous, period):
        return []
    if previous.period is None:
        return [Finding("TD663", place)]
    return [Finding("TD663", place, {"previous": previous.period.name, "period": period.name}, "unlike")]
