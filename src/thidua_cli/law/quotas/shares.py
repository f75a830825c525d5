"""A number of awards shared among units by the largest remainder, within what each must and may get."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.vietnamese.collation import collation_key

if TYPE_CHECKING:
    from collections.abc import Sequence

ZERO = Fraction(0)


class Claim(NamedTuple):
    """A unit that takes part: its weight, the least it gets and the most it may get (None: no limit)."""

    unit: str
    weight: Fraction
    least: int = 0
    most: int | None = None


class Share(NamedTuple):
    """What a unit gets. `quota`: its exact part by weight alone; `bounded`: the same within the bounds.

    `whole` and `remainder` make `bounded`; `extra` is 1 where the remainder won an award. `tied`: as large a
    remainder as that of another unit which fared differently, so that the tie-break decided.
    """

    unit: str
    weight: Fraction
    quota: Fraction
    bounded: Fraction
    whole: int
    remainder: Fraction
    extra: int
    final: int
    tied: bool


class Unshareable(NamedTuple):
    """Why no shares add up: `reason` is least, most, weight or bounds (of a unit); with the figure."""

    reason: str
    figure: int
    unit: str = ""


def share_out(total: int, claims: Sequence[Claim]) -> tuple[Share, ...] | Unshareable:
    """The shares in the order of the claims; they add up to `total`, and none leaves its bounds.

    The parts are proportional to the weights wherever no bound is in the way. Of equal remainders the larger
    weight goes first, then the name in Vietnamese order. Names are distinct, weights not negative.
    """
    if obstacle := _obstacle(total, claims):
        return obstacle
    weight = sum((claim.weight for claim in claims), ZERO)
    level = _level(total, claims)
    bounded = [_within(claim, level * claim.weight) for claim in claims]
    wholes = [floor(part) for part in bounded]
    order = sorted(range(len(claims)), key=lambda at: _turn(claims[at], bounded[at] - wholes[at]))
    winners = set(order[: total - sum(wholes)])
    tied = _tied(order, winners, [part - floor(part) for part in bounded])
    return tuple(
        Share(
            unit=claim.unit,
            weight=claim.weight,
            quota=total * claim.weight / weight if weight else ZERO,
            bounded=bounded[at],
            whole=wholes[at],
            remainder=bounded[at] - wholes[at],
            extra=int(at in winners),
            final=wholes[at] + (at in winners),
            tied=at in tied,
        )
        for at, claim in enumerate(claims)
    )


def _obstacle(total: int, claims: Sequence[Claim]) -> Unshareable | None:
    for claim in claims:
        if claim.most is not None and claim.most < claim.least:
            return Unshareable("bounds", claim.most, claim.unit)
    least = sum(claim.least for claim in claims)
    if least > total:
        return Unshareable("least", least)
    # A unit without weight gets its least and no more.
    open_ended = any(claim.weight and claim.most is None for claim in claims)
    most = sum((claim.most or 0) if claim.weight else claim.least for claim in claims)
    if not open_ended and most < total:
        limited = any(claim.most is not None for claim in claims)
        return Unshareable("most" if limited else "weight", most)
    return None


def _within(claim: Claim, part: Fraction) -> Fraction:
    raised = max(part, Fraction(claim.least))
    return raised if claim.most is None else min(raised, Fraction(claim.most))


def _level(total: int, claims: Sequence[Claim]) -> Fraction:
    """The awards per weight at which the parts, each held within its bounds, add up to the total.

    The sum grows with the level, in straight pieces between the levels at which a unit meets a bound.
    """
    weighted = [claim for claim in claims if claim.weight]
    bounds = ((bound, claim) for claim in weighted for bound in (claim.least, claim.most))
    turns = sorted({Fraction(bound) / claim.weight for bound, claim in bounds if bound is not None})
    low, reached = ZERO, Fraction(sum(claim.least for claim in claims))
    below, above = 0, len(turns)
    while below < above:
        middle = (below + above) // 2
        held = sum((_within(claim, turns[middle] * claim.weight) for claim in claims), ZERO)
        if held <= total:
            low, reached, below = turns[middle], held, middle + 1
        else:
            above = middle
    growing = sum((claim.weight for claim in weighted if _grows(claim, low)), ZERO)
    return low + (total - reached) / growing if growing else low


def _grows(claim: Claim, level: Fraction) -> bool:
    """Whether a unit's part grows with the level from here on."""
    part = level * claim.weight
    return part >= claim.least and (claim.most is None or part < claim.most)


def _turn(claim: Claim, remainder: Fraction) -> tuple[object, ...]:
    return -remainder, -claim.weight, collation_key(claim.unit)


def _tied(order: Sequence[int], winners: set[int], remainders: Sequence[Fraction]) -> set[int]:
    """Those whose remainder is that of the last winner and of the first loser alike."""
    if not winners or len(winners) == len(order):
        return set()
    last, following = remainders[order[len(winners) - 1]], remainders[order[len(winners)]]
    return {at for at in order if remainders[at] == last} if last == following else set()
