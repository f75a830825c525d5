"""What a target wants, as something a result can be held against."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.templating.printing import shown
from thidua_cli.reporting.words import words_of
from thidua_cli.vietnamese.amounts import Amount, AmountKind

if TYPE_CHECKING:
    from decimal import Decimal

    from thidua_cli.plan.target import Target

FALLING = "giam"
CEILINGS = (AmountKind.AT_MOST, AmountKind.LESS_THAN)
STRICT = (AmountKind.MORE_THAN, AmountKind.LESS_THAN)


class AimKind(StrEnum):
    """A level, a change against a baseline, nothing at all, a word, a direction, or what cannot be read."""

    LEVEL = "level"
    CHANGE = "change"
    NOTHING = "nothing"
    WORD = "word"
    DIRECTION = "direction"
    UNCLEAR = "unclear"


class Aim(NamedTuple):
    """The bounds that a result has to keep (`strict`: without reaching them), in `unit`.

    `beyond`: the upper end of a range that results may pass, which is worth a word. `measure`: what a result
    is put in proportion to; None where that says nothing. Falls are below zero.
    """

    kind: AimKind
    low: Fraction | None = None
    high: Fraction | None = None
    strict: bool = False
    unit: str = ""
    beyond: Fraction | None = None
    measure: Fraction | None = None
    approximate: bool = False


def aim_of(target: Target) -> Aim:
    """The aim of a target: its value, else its growth, else the words or the direction it names."""
    value = target.value
    if value is not None and value.kind is AmountKind.NONE:
        return Aim(AimKind.NOTHING)
    if value is not None and value.kind is not AmountKind.MET:
        return _changed(value) if value.falling else _level(value, lower=_wants_less(target))
    return growth_of(target) or Aim(AimKind.DIRECTION if target.direction and value is None else AimKind.WORD)


def _wants_less(target: Target) -> bool:
    """Whether a smaller figure is the better one: the plan says so, or wants it to fall."""
    return target.direction == FALLING or bool(target.growth and target.growth.falling)


def growth_of(target: Target) -> Aim | None:
    """The change that a target wants besides, or instead of, its level."""
    return _changed(target.growth.amount, falling=target.growth.falling) if target.growth else None


def _level(amount: Amount, *, lower: bool) -> Aim:
    if not amount.computable:
        return Aim(AimKind.UNCLEAR)
    low, high = _exact(amount.low), _exact(amount.high)
    strict = amount.kind in STRICT
    if amount.kind in CEILINGS:
        return Aim(AimKind.LEVEL, high=high, strict=strict, unit=amount.unit, approximate=amount.approximate)
    if lower:
        worst = high if high is not None else low
        return Aim(AimKind.LEVEL, high=worst, unit=amount.unit, approximate=amount.approximate)
    beyond = high if amount.kind is AmountKind.RANGE else None
    return Aim(AimKind.LEVEL, low, None, strict, amount.unit, beyond, low, amount.approximate)


def _changed(amount: Amount, *, falling: bool = True) -> Aim:
    """A change of at least its size, unless it says that it may not be more."""
    aim = _level(amount, lower=False)
    if aim.kind is AimKind.UNCLEAR:
        return aim
    if not falling:
        return aim._replace(kind=AimKind.CHANGE, measure=None)
    low, high = (None if bound is None else -bound for bound in (aim.high, aim.low))
    return aim._replace(kind=AimKind.CHANGE, low=low, high=high, beyond=None, measure=None)


def _exact(figure: Decimal | None) -> Fraction | None:
    return None if figure is None else Fraction(figure)


def aim_text(target: Target) -> str:
    """What a target wants, as the plan prints it; empty where it names no figure, words or direction."""
    if target.value is not None and target.value.kind is AmountKind.NONE:
        return str(words_of("aims")["nothing"])
    told = [shown(each) for each in (target.value, target.growth) if each is not None]
    if told:
        return ", ".join(told)
    if target.rating:
        return target.rating
    if target.award:
        return ", ".join(target.award.all) or " / ".join(target.award.any)
    return str(words_of("aims")[target.direction]) if target.direction else ""
