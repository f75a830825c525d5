"""The progress of every target of a plan: its result, where that comes from, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import NO_VALUES, Finding, Severity
from thidua_cli.reporting.measures import decimals, factor, half_up
from thidua_cli.reporting.progress.aims import AimKind, aim_of
from thidua_cli.reporting.progress.figures import PART
from thidua_cli.reporting.progress.judging import judge
from thidua_cli.reporting.progress.states import Judged, State
from thidua_cli.reporting.progress.title_counts import Proposed, TitleCounts, Uncounted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.target import Target
    from thidua_cli.reporting.actuals.actual import Actual
    from thidua_cli.rosters.counts.head_counts import HeadCount


DOUBTS = frozenset({"unit", "scale", "direction", "words", "no_baseline", PART})
ASKED = frozenset({"counts_collectives", "counts_size"})


class Progress(NamedTuple):
    """How far a target was reached; `reason` is a key of the words' `reasons` with its `values`.

    `proposed`: what the units propose, where that is another figure than the result.
    """

    target: Target
    actual: Actual | None
    state: State
    ratio: Fraction | None = None
    reason: str = ""
    values: Mapping[str, str] = NO_VALUES
    proposed: str = ""


def progress_of(
    loaded: Loaded, counts: Sequence[HeadCount], actuals: Mapping[str, Actual], place: Span
) -> tuple[tuple[Progress, ...], list[Finding]]:
    """Every target in the plan's order. What the units propose is no result: the office tells those itself.

    `place`: the tables of the units.
    """
    plan = loaded.plan
    told = TitleCounts(plan, counts)
    findings: list[Finding] = []
    found = []
    for index, target in enumerate(plan.targets):
        one = _progress(target, actuals.get(target.id), told.proposed(target))
        findings += _doubts(one, loaded.span(("targets", index, "value")), place)
        found.append(one)
    return tuple(found), findings


def _progress(target: Target, actual: Actual | None, counted: Proposed | Uncounted | None) -> Progress:
    if actual is None:
        return _without_result(target, counted)
    judged = judge(target, actual)
    if judged.state is State.REACHED and target.per_unit is not None:
        # What holds for all together need not hold for each of them.
        judged = Judged(State.UNKNOWN, judged.ratio, "per_unit")
    other = isinstance(counted, Proposed) and not _agree(actual, counted)
    proposed = counted.text if other and isinstance(counted, Proposed) else ""
    values = {"part": judged.part}
    return Progress(target, actual, judged.state, judged.ratio, judged.reason, values, proposed)


def _without_result(target: Target, counted: Proposed | Uncounted | None) -> Progress:
    if counted is None:
        return Progress(target, None, State.UNKNOWN, reason="no_data")
    if isinstance(counted, Uncounted):
        return Progress(target, None, State.UNKNOWN, None, counted.reason, counted.values)
    return Progress(target, None, State.UNKNOWN, None, "counts_proposed", {"proposed": counted.text})


def _agree(actual: Actual, counted: Proposed) -> bool:
    """Whether a result is the figure of the proposals, rounded to the decimals in which it is told."""
    scale = factor(counted.unit, actual.unit or counted.unit)
    if actual.figure is None or actual.change or scale is None:
        return True
    places = decimals(actual.figure)
    figure = counted.figure * scale
    return actual.figure == (figure if places is None else half_up(figure, places))


def _doubts(one: Progress, span: Span, units: Span) -> Iterator[Finding]:
    """What the office can settle: a figure of a table (TD654, TD661, TD662), an aim of its plan (TD660)."""
    target, actual = one.target, one.actual
    if actual is not None and one.proposed:
        values = {"target": target.measure, "text": actual.text, "proposed": one.proposed}
        yield Finding("TD661", actual.place or units, values)
    if actual is None and one.reason in ASKED:
        yield Finding("TD662", units, {"target": target.measure, **one.values}, one.reason)
    if actual is None or one.state is not State.UNKNOWN:
        return
    if aim_of(target).kind is AimKind.UNCLEAR:
        text = target.value.text if target.value else ""
        yield Finding("TD660", span, {"target": target.measure, "text": text})
    elif actual.place is not None and one.reason in DOUBTS:
        wanted = target.value or (target.growth.amount if target.growth else None)
        values = {"text": actual.text, "target": target.measure, "wanted": wanted.text if wanted else ""}
        weight = Severity.WARNING if one.reason == PART else None
        yield Finding("TD654", actual.place, {**values, **one.values}, one.reason, weight)
