"""Targets of a plan as figures that a rule of law can compare: bounds, base, and who is left out."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.registers.titles import INDIVIDUAL, Title, title_of
from thidua_cli.law.rulings.stated import TOTAL, Measure, Stated
from thidua_cli.vietnamese.amounts import Amount, AmountKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thidua_cli.plan.plan import Plan
    from thidua_cli.plan.target import Base, Target

_CEILINGS = (AmountKind.AT_MOST, AmountKind.LESS_THAN)
_NOTHING = Fraction(0)


class Placed(NamedTuple):
    """A target with its 0-based position among those of the plan."""

    position: int
    target: Target


class Reading(NamedTuple):
    """One way to read a target: the target, then the targets it is part of, and the base of the last one."""

    chain: tuple[Target, ...]

    @property
    def base(self) -> str | None:
        """The id of the base that the outermost share is of."""
        return self.chain[-1].of


class TargetFigures:
    """The targets of one plan, looked up by the title they aim at."""

    def __init__(self, plan: Plan) -> None:
        self._bases: Mapping[str, Base] = {base.id: base for base in plan.bases}
        self._targets: Mapping[str, Target] = {target.id: target for target in plan.targets}
        self._titled = [(index, target, self.title(target)) for index, target in enumerate(plan.targets)]

    def title(self, target: Target) -> Title | None:
        """The title that a target aims at, told apart by whom its base counts."""
        base = self._bases.get(self.readings(target)[-1].base or "")
        return title_of(target.measure, base.counts if base else None)

    def aiming_at(self, title_id: str) -> list[Placed]:
        """The targets for a title."""
        return [
            Placed(index, target)
            for index, target, title in self._titled
            if title is not None and title.id == title_id
        ]

    def readings(self, target: Target) -> list[Reading]:
        """How a target can be read: of its base, and where it says `within`, of the target it is part of."""
        nested = self._climb(target)
        if target.of is not None and len(nested) > 1:
            return [Reading((target,)), Reading(nested)]
        return [Reading(nested)]

    def _climb(self, target: Target) -> tuple[Target, ...]:
        chain, seen = [target], {target.id}
        while (parent := self._targets.get(chain[-1].within or "")) is not None and parent.id not in seen:
            chain.append(parent)
            seen.add(parent.id)
            if parent.of is not None:
                break
        return tuple(chain)

    def figure(self, reading: Reading) -> Stated:
        """The figure of one reading over its own base."""
        return self._stated(reading, None)

    def compared(self, numerator: Reading, base: Reading) -> tuple[Stated, Stated]:
        """Both figures over the nearest thing they share: a target both are part of, else their bases."""
        shared = next((target for target in numerator.chain if target in base.chain), None)
        upper, lower = self._stated(numerator, shared), self._stated(base, shared)
        if upper.measure is lower.measure or upper.base != lower.base:
            return upper, lower
        return self._heads(upper), self._heads(lower)

    def over(self, numerator: Reading, base: Sequence[str]) -> list[tuple[Stated, Stated]]:
        """A figure beside each figure of a base: all people, or those whom the plan's targets aim at.

        A base that no target states lies between nobody and everybody.
        """
        if tuple(base) == (TOTAL,):
            return [(self.figure(numerator), self._everybody(numerator))]
        targets = self.aiming_at(base[0].upper()) if len(base) == 1 else []
        pairs = [
            self.compared(numerator, reading) for _, target in targets for reading in self.readings(target)
        ]
        return pairs or [(self.figure(numerator), self.assumed_base(numerator))]

    def _everybody(self, numerator: Reading) -> Stated:
        upper = self.figure(numerator)
        if upper.measure is Measure.SHARE:
            return Stated("100%", Measure.SHARE, Fraction(1), Fraction(1), upper.base)
        size = self._size(upper.base)
        if size is None:
            return Stated("", Measure.HEADS, _NOTHING, None, upper.base, gap="thieu")
        return Stated(str(size), Measure.HEADS, Fraction(size), Fraction(size), upper.base)

    def assumed_base(self, numerator: Reading) -> Stated:
        """The base where no target states it: between nobody and everybody of the same people.

        Only a plan with at most one base of people says who everybody is.
        """
        people = [base for base in self._bases.values() if base.counts == INDIVIDUAL]
        upper = self.figure(numerator)
        where = upper.base if len(people) <= 1 else None
        size = self._size(where)
        if upper.measure is Measure.SHARE:
            return Stated("", Measure.SHARE, _NOTHING, Fraction(1), where, gap="thieu")
        most = None if size is None else Fraction(size)
        return Stated("", Measure.HEADS, _NOTHING, most, upper.base, gap="thieu", whole=size)

    def _stated(self, reading: Reading, shared: Target | None) -> Stated:
        """The product of the shares below what is shared."""
        below = _below(reading.chain, shared)
        where = reading.base if shared is None else f"within {shared.id}"
        if not below:
            return Stated(_text(reading.chain[0]), Measure.SHARE, Fraction(1), Fraction(1), where)
        own = replace(_own(below[0]), base=where)
        for target in below[1:]:
            own = _part_of(own, _own(target))
        left_out = frozenset(who for target in below for who in target.exclude)
        return replace(own, excluded=left_out, whole=self._size(where))

    def _heads(self, stated: Stated) -> Stated:
        size = self._size(stated.base)
        if stated.measure is Measure.HEADS or size is None:
            return stated
        high = None if stated.high is None else stated.high * size
        return replace(stated, measure=Measure.HEADS, low=stated.low * size, high=high)

    def _size(self, base: str | None) -> int | None:
        found = self._bases.get(base or "")
        return found.size if found else None


def _below(chain: Sequence[Target], shared: Target | None) -> Sequence[Target]:
    return chain if shared is None else chain[: chain.index(shared)]


def _text(target: Target) -> str:
    return target.value.text if target.value else ""


def _own(target: Target) -> Stated:
    """A target's own figure. A ceiling may be met by less; a floor is taken at its figure."""
    amount = target.value
    text = _text(target)
    figures = () if amount is None else (amount.figures or amount.readings)
    if amount is not None and amount.kind is AmountKind.NONE:
        return Stated(text, Measure.SHARE, _NOTHING, _NOTHING)
    if amount is None or not figures:
        return Stated(text, Measure.SHARE, _NOTHING, None, gap="khong-neu-so")
    if amount.unit_missing:
        # `0,9` beside percentages: nobody knows whether a % was left out.
        return Stated(text, Measure.SHARE, _NOTHING, None, gap="khong-ro-don-vi")
    measure = Measure.SHARE if amount.percent else Measure.HEADS
    if min(figures) < 0:
        return Stated(text, measure, _NOTHING, None, gap="mau-thuan")
    scale = Fraction(1, 100) if amount.percent else Fraction(1)
    return Stated(
        text,
        measure,
        _NOTHING if amount.kind in _CEILINGS else Fraction(min(figures)) * scale,
        Fraction(max(figures)) * scale,
        above=amount.kind is AmountKind.MORE_THAN,
        gap=_gap(amount),
    )


def _gap(amount: Amount) -> str:
    if amount.ambiguous:
        return "mo-ho"
    return "mau-thuan" if amount.contradictory else ""


def _part_of(part: Stated, whole: Stated) -> Stated:
    if part.measure is Measure.HEADS:
        return part
    high = None if part.high is None or whole.high is None else part.high * whole.high
    # A share of so many people is a number of people: the whole gives the measure.
    gap = part.gap or whole.gap
    return replace(part, measure=whole.measure, low=part.low * whole.low, high=high, gap=gap)
