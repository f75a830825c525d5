"""Days that the campaign greets, against its phases, its period and its date of issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.rules.consistency.anniversaries import anniversaries
from thidua_cli.rules.consistency.timeline import bounds, dated_phases, shown
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded


def outside_phase(loaded: Loaded) -> Iterator[Finding]:
    """TD203: a phase greets a day that does not fall in it."""
    by_id = {item.stated.id: item for item in anniversaries(loaded.plan)}
    for dated in dated_phases(loaded.plan):
        for position, ident in enumerate(dated.phase.commemorations):
            item = by_id.get(ident)
            day = item.observed_on(loaded.plan) if item else None
            if item is None or day is None or dated.first <= day <= dated.last:
                continue
            yield Finding(
                "TD203",
                loaded.span((*dated.path, "commemorations", position)),
                {
                    "name": item.name,
                    "day": format_short(day),
                    "phase": dated.phase.name,
                    "first": format_short(dated.first),
                    "last": format_short(dated.last),
                },
                related=(Related(loaded.span(item.path("observed")), "observed"),),
            )


def already_past(loaded: Loaded) -> Iterator[Finding]:
    """TD204: the day had passed when the document was issued."""
    issued = loaded.plan.document.date
    for item in anniversaries(loaded.plan):
        observed = item.stated.observed
        if issued and observed and observed.last < issued.first:
            values = {"name": item.name, "observed": shown(observed), "issued": shown(issued)}
            yield Finding("TD204", loaded.span(item.path("observed")), values)


def outside_period(loaded: Loaded) -> Iterator[Finding]:
    """TD206: observed on a day outside the campaign's period."""
    first, last = bounds(loaded.plan)
    for item in anniversaries(loaded.plan):
        observed = item.stated.observed
        if observed and (observed.last < first or observed.first > last):
            values = {"name": item.name, "observed": shown(observed), "period": loaded.plan.period.text}
            related = (Related(loaded.span(("period",)), "period"),)
            yield Finding("TD206", loaded.span(item.path("observed")), values, related=related)
