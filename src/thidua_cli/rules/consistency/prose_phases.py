"""Dates in running text beside the name of a phase, held against the phase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.rules.consistency.prose import Passage, block_passages, span_in
from thidua_cli.rules.consistency.timeline import DatedPhase, dated_phases
from thidua_cli.vietnamese.dates_in_prose import find_dates
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.vietnamese.dates_in_prose import FoundDate

# A name and its dates stand this close together.
BESIDE = 40
BETWEEN_DATES = re.compile(r"\s*(?:đến|tới|-|–)(?:\s+hết)?(?:\s+ngày)?\s*")


def phase_days_disagree(loaded: Loaded) -> Iterator[Finding]:
    """TD254: prose gives a phase other days than the plan does."""
    phases = dated_phases(loaded.plan)
    for passage in block_passages(loaded):
        lower = passage.text.lower()
        named = [dated for dated in phases if dated.phase.name.lower() in lower]
        if not named or len(lower) != len(passage.text):
            continue
        dates = find_dates(passage.text)
        for dated in named:
            name = re.compile(rf"(?<!\w){re.escape(dated.phase.name.lower())}(?!\w)")
            for found in name.finditer(lower):
                yield from _days_beside(loaded, passage, dated, found.end(), dates)


def _days_beside(
    loaded: Loaded, passage: Passage, dated: DatedPhase, end: int, dates: list[FoundDate]
) -> Iterator[Finding]:
    text = passage.text
    after = [date for date in dates if date.start >= end]
    if len(after) < 2:
        return
    first, last = after[0], after[1]
    if first.value is None or last.value is None:
        return
    between = text[end : first.start]
    beside = len(between) <= BESIDE and not any(mark in between for mark in ".;{")
    if not beside or not BETWEEN_DATES.fullmatch(text, first.end, last.start):
        return
    begins, ends = first.value.first, last.value.last
    if (begins, ends) == (dated.first, dated.last):
        return
    values = {
        "text": text[first.start : last.end],
        "name": dated.phase.name,
        "first": format_short(dated.first),
        "last": format_short(dated.last),
    }
    wrong = "from" if begins != dated.first else "to"
    related = (Related(loaded.span((*dated.path, wrong)), "phase"),)
    yield Finding("TD254", span_in(loaded, passage, first.start, last.end), values, "phase", related=related)
