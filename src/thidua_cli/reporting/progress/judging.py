"""Whether a result reaches an aim: reached, missed, or not to be told, with the exact proportion."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.law.registers.facts import rank_of
from thidua_cli.law.registers.titles import title_of
from thidua_cli.reporting.progress.aims import FALLING, AimKind, aim_of, growth_of
from thidua_cli.reporting.progress.figures import both, changed, levelled, measured, rise
from thidua_cli.reporting.progress.states import Judged, State
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from thidua_cli.plan.target import Target
    from thidua_cli.reporting.actuals.actual import Actual

RATING = "rating"
OR_BETTER = "trở lên"
WORDS = {"met": True, "not_met": False}


def judge(target: Target, actual: Actual) -> Judged:
    """Hold a result against a target; nothing is guessed."""
    aim = aim_of(target)
    if actual.word in WORDS:
        return _said(WORDS[actual.word])
    if aim.kind is AimKind.UNCLEAR:
        return Judged(State.UNKNOWN, reason="unclear_aim")
    if aim.kind is AimKind.NOTHING:
        return _nothing(actual)
    if aim.kind is AimKind.WORD:
        return _worded(target, actual)
    if aim.kind is AimKind.DIRECTION:
        return _directed(target, actual)
    if actual.word:
        # `không có` counts nobody; any other word is no figure.
        zero = actual.word == "none"
        return levelled(aim, Fraction(0)) if zero else Judged(State.UNKNOWN, reason="words")
    growth = growth_of(target)
    if aim.kind is AimKind.LEVEL and growth is not None:
        return both(target, aim, growth, actual)
    if aim.kind is AimKind.CHANGE:
        return changed(target, growth or aim, actual)
    return measured(aim, actual)


def _said(reached: bool) -> Judged:
    return Judged(State.REACHED if reached else State.MISSED)


def _nothing(actual: Actual) -> Judged:
    if actual.figure is not None:
        return _said(actual.figure == 0)
    if actual.word in ("none", "some"):
        return _said(actual.word == "none")
    return Judged(State.UNKNOWN, reason="words")


def _worded(target: Target, actual: Actual) -> Judged:
    """A rating, an award, or a task: reached where the result says so."""
    if actual.word in ("none", "some"):
        return _said(actual.word == "some")
    if actual.word and target.rating:
        reached = _as_good(actual.word, target.rating)
        if reached is not None:
            return _said(reached)
    return Judged(State.UNKNOWN, reason="words" if actual.word else "no_figure")


def _as_good(told: str, wanted: str) -> bool | None:
    """Whether a rating is at least the wanted one; None where one of them is none that the law knows."""
    least = fold(wanted).removesuffix(OR_BETTER).strip()
    if fold(told).removeprefix("đạt ") in (fold(wanted), least):
        return True
    ranks = [
        rank_of(RATING, title.id) if (title := title_of(text)) is not None else None for text in (told, least)
    ]
    if ranks[0] is None or ranks[1] is None:
        return None
    return ranks[0] >= ranks[1]


def _directed(target: Target, actual: Actual) -> Judged:
    """Up, down or better, held against the baseline; better is no direction of figures."""
    if actual.figure is None or target.direction not in ("tang", FALLING):
        return _worded(target, actual)
    change = actual.figure if actual.change else rise(target, actual)
    if change is None:
        return Judged(State.UNKNOWN, reason="no_baseline")
    return _said(change < 0 if target.direction == FALLING else change > 0)
