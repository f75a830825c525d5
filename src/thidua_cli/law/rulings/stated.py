"""A figure that a plan or a table states, as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.law.rulings.heads import ceiling, counted, heads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thidua_cli.law.rulings.heads import Heads

# Everybody whom a table or a plan counts.
TOTAL = "tong_so"
# The gap of a figure that a table or a record does not hold.
LACKING = "thieu-so-lieu"
# The gap of figures that cannot all be true.
CONTRADICTORY = "mau-thuan"


class Measure(StrEnum):
    """What a figure counts: a share of a base, or heads."""

    SHARE = "share"
    HEADS = "heads"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as far as it is known: it lies in [low, high]; `high` None means no upper bound is known.

    `text`: as the user wrote it. `base` names what a share is of, None when unstated; `excluded` those left
    out of it. `above`: strictly more than `low`. `gap`: why the figure is not one number (a variant of the
    catalogue), empty when it is. `whole`: the most that heads can be, where known.
    """

    text: str
    measure: Measure
    low: Fraction
    high: Fraction | None
    base: str | None = None
    excluded: frozenset[str] = frozenset()
    above: bool = False
    gap: str = ""
    whole: int | None = None


def stated_heads(idents: Sequence[str], units: Sequence[Mapping[str, object]]) -> Stated:
    """The sum of counts over units, as far as they and the counts beside them tell."""
    found = heads(idents, units)
    low, high = Fraction(found.low), None if found.high is None else Fraction(found.high)
    if found.contradictory:
        told = [unit.get(ident, 0) for unit in units for ident in counted(idents, unit)]
        text = str(sum(count for count in told if isinstance(count, int)))
        return Stated(text, Measure.HEADS, low, high, gap=CONTRADICTORY)
    gap = LACKING if found.known is None else ""
    return Stated(written(found), Measure.HEADS, low, high, gap=gap, whole=ceiling(idents, units))


def written(found: Heads) -> str:
    """Heads as far as they are known: `7`, `0–10`, `≥ 3`."""
    if found.known is not None:
        return str(found.known)
    return f"≥ {found.low}" if found.high is None else f"{found.low}–{found.high}"
