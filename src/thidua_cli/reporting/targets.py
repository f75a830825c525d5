"""The progress of targets in the plain values that templates print."""

from __future__ import annotations

from fractions import Fraction
from textwrap import shorten
from typing import TYPE_CHECKING

from thidua_cli.document.templating.filters import title_name
from thidua_cli.reporting.facts.targets import TargetFacts, TargetsFacts
from thidua_cli.reporting.measures import PERCENT, decimals, factor, half_up
from thidua_cli.reporting.progress.aims import aim_text
from thidua_cli.reporting.progress.states import State
from thidua_cli.reporting.standings.comparison import signed
from thidua_cli.reporting.words import words_of
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.text import sentence_case

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thidua_cli.reporting.actuals.actual import Actual
    from thidua_cli.reporting.progress.progress import Progress

PLACES = 2
HUNDRED = Fraction(100)
MOST_CHARTED = 20
MOST_CHARACTERS = 60
NO_DATA = "no_data"
# What a document may say as it is; other reasons ask the office something.
STANDING = frozenset({"above_range", "counts_proposed", "counts_conferrer"})


def targets_facts(
    progress: Sequence[Progress],
    sentences: Mapping[str, str],
    before: Mapping[str, Actual],
    *,
    subtracted: bool,
) -> TargetsFacts:
    """All targets, and those of each state.

    `before`: the results of the previous period by target id; `subtracted`: the periods are equally long, so
    that a difference says something.
    """
    rows = tuple(_facts(one, sentences, before.get(one.target.id), subtracted) for one in progress)

    def of(state: State) -> tuple[TargetFacts, ...]:
        return tuple(row for row in rows if row.state == state)

    return TargetsFacts(
        rows,
        of(State.REACHED),
        of(State.MISSED),
        of(State.UNKNOWN),
        tuple(row for row in rows if row.ratio)[:MOST_CHARTED],
        any(row.before and row.actual for row in rows),
    )


def _facts(one: Progress, sentences: Mapping[str, str], then: Actual | None, subtracted: bool) -> TargetFacts:
    target, actual = one.target, one.actual
    measure = title_name(target.measure) or sentence_case(target.measure)
    why = str(words_of("reasons")[one.reason]).format_map(one.values) if one.reason else ""
    return TargetFacts(
        id=target.id,
        name=sentence_case(sentences.get(target.id, target.measure)),
        measure=measure,
        short=shorten(measure, MOST_CHARACTERS, placeholder="…"),
        aim=aim_text(target),
        actual=actual.text if actual else "",
        ratio=ratio_text(one),
        state=one.state,
        reason=why if one.reason in STANDING else "",
        question="" if one.reason in STANDING or one.reason == NO_DATA else why,
        proposed=one.proposed,
        note=actual.note if actual else "",
        before=then.text if then else "",
        moved=_moved(actual, then) if actual and then and subtracted else "",
    )


def ratio_text(one: Progress) -> str:
    """The result in percent of the aim, rounded half up; one that misses it never reads as all of it."""
    if one.ratio is None:
        return ""
    percent = half_up(one.ratio * HUNDRED, PLACES)
    if one.state is State.MISSED and one.ratio < 1:
        percent = min(percent, HUNDRED - Fraction(1, 10**PLACES))
    return format_number(percent, PLACES)


def _moved(now: Actual, then: Actual) -> str:
    """By how much a figure changed, in this period's unit; empty where the two are no figures of one kind."""
    scale = factor(then.unit, now.unit)
    if now.figure is None or then.figure is None or scale is None or now.change != then.change:
        return ""
    unit = now.unit if not now.unit.startswith(PERCENT) else words_of("units")["points"]
    # The difference of what is printed, so that a reader who subtracts finds the same.
    difference = _printed(now.figure) - _printed(then.figure * scale)
    return f"{signed(difference, _places(difference))} {unit}".rstrip()


def _printed(number: Fraction) -> Fraction:
    """A figure as it is printed: exact, or rounded half up where its decimals have no end."""
    return half_up(number, _places(number))


def _places(number: Fraction) -> int:
    places = decimals(number)
    return PLACES if places is None else places
