"""Phases against each other, against the period, and against their own length."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix, Related, Severity
from thidua_cli.rules.consistency.document_kinds import launches
from thidua_cli.rules.consistency.timeline import DatedPhase, bounds, dated_phases, issued, phase_days, shown
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded

ONE_DAY = timedelta(days=1)


def phases_meet(loaded: Loaded) -> Iterator[Finding]:
    """TD210, TD211: a phase begins before an earlier one has ended, or on its last day."""
    latest: DatedPhase | None = None
    for dated in dated_phases(loaded.plan):
        if latest and dated.first <= latest.last:
            shared = dated.first == latest.last
            yield Finding(
                "TD211" if shared else "TD210",
                loaded.span((*dated.path, "from")),
                {
                    "name": dated.phase.name,
                    "first": format_short(dated.first),
                    "other": latest.phase.name,
                    "last": format_short(latest.last),
                },
                related=(Related(loaded.span((*latest.path, "to")), "other"),),
            )
        if latest is None or dated.last > latest.last:
            latest = dated


def days_uncovered(loaded: Loaded) -> Iterator[Finding]:
    """TD212: days of the period that belong to no phase, between phases or at either end of the period."""
    phases = dated_phases(loaded.plan)
    if not phases or len(phases) < len(loaded.plan.phases):
        return
    reaching = _reaching(phases)
    period = loaded.plan.period
    if not period.conventional and period.first < phases[0].first:
        first, last = period.first, phases[0].first - ONE_DAY
        yield _gap(loaded, phases[0], "from", first, last, "head")
    for before, after in pairwise(zip(reaching, phases, strict=True)):
        if after[1].first - before[0].last > ONE_DAY:
            first, last = before[0].last + ONE_DAY, after[1].first - ONE_DAY
            yield _gap(loaded, before[0], "to", first, last, "", after[1])
    if not period.conventional and reaching[-1].last < period.last:
        first, last = reaching[-1].last + ONE_DAY, period.last
        yield _gap(loaded, reaching[-1], "to", first, last, "tail")


def _reaching(phases: list[DatedPhase]) -> list[DatedPhase]:
    """For each phase, the one among it and those before it that ends last."""
    reaching = phases[:1]
    for dated in phases[1:]:
        reaching.append(dated if dated.last > reaching[-1].last else reaching[-1])
    return reaching


def _gap(
    loaded: Loaded,
    phase: DatedPhase,
    key: str,
    first: date,
    last: date,
    variant: str,
    after: DatedPhase | None = None,
) -> Finding:
    return Finding(
        "TD212",
        loaded.span((*phase.path, key)),
        {
            "name": phase.phase.name,
            "other": after.phase.name if after else "",
            "first": format_short(first),
            "last": format_short(last),
            "days": str((last - first).days + 1),
        },
        variant,
        Severity.INFO if variant else None,
        related=(Related(loaded.span((*after.path, "from")), "other"),) if after else (),
    )


def phase_reversed(loaded: Loaded) -> Iterator[Finding]:
    """TD213: a phase ends before it starts."""
    for index, phase in enumerate(loaded.plan.phases):
        days = phase_days(loaded.plan, phase)
        if days and days[1] < days[0]:
            values = {"name": phase.name, "first": format_short(days[0]), "last": format_short(days[1])}
            start = Related(loaded.span(("phases", index, "from")), "from")
            yield Finding("TD213", loaded.span(("phases", index, "to")), values, related=(start,))


def phase_outside_period(loaded: Loaded) -> Iterator[Finding]:
    """TD214: a phase begins before the campaign's period or ends after it."""
    first, last = bounds(loaded.plan)
    for dated in dated_phases(loaded.plan):
        early, late = dated.first < first, dated.last > last
        if early or late:
            yield Finding(
                "TD214",
                loaded.span((*dated.path, "from" if early else "to")),
                {
                    "name": dated.phase.name,
                    "first": format_short(dated.first),
                    "last": format_short(dated.last),
                    "period": loaded.plan.period.text,
                },
                related=(Related(loaded.span(("period",)), "period"),),
            )


def days_miscounted(loaded: Loaded) -> Iterator[Finding]:
    """TD215: the stated number of days is neither the days of the phase nor the nights between them.

    `500 ngày đêm` from 18/8/2024 to 31/12/2025 is counted without the first day; 501 counts both ends.
    """
    for dated in dated_phases(loaded.plan):
        stated = dated.phase.days
        if stated is None or stated in (dated.days, dated.days - 1):
            continue
        span = loaded.span((*dated.path, "days"))
        values = {
            "name": dated.phase.name,
            "stated": str(stated),
            "first": format_short(dated.first),
            "last": format_short(dated.last),
            "days": str(dated.days),
        }
        ends = tuple(Related(loaded.span((*dated.path, key)), key) for key in ("from", "to"))
        yield Finding("TD215", span, values, related=ends, fix=Fix(span, str(dated.days)))


def launched_late(loaded: Loaded) -> Iterator[Finding]:
    """TD217: the document was issued after its first phase, or the period, had begun."""
    plan = loaded.plan
    day, phases = issued(plan), dated_phases(plan)
    if day is None or plan.document.date is None or not launches(plan):
        return
    if plan.period.conventional and not phases:
        return
    start = phases[0].first if phases else plan.period.first
    if day > start:
        values = {"issued": shown(plan.document.date), "start": format_short(start)}
        if phases:
            values["name"] = phases[0].phase.name
        place = loaded.span((*phases[0].path, "from") if phases else ("period",))
        yield Finding(
            "TD217",
            loaded.span(("document", "date")),
            values,
            "phase" if phases else "",
            related=(Related(place, "start"),),
        )
