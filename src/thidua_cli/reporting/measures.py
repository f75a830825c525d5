"""Figures and their units of measure: `tỷ đồng` can be turned into `triệu đồng`, never into `USD`."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import floor
from typing import TYPE_CHECKING

from thidua_cli.reporting.words import words_of
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

PERCENT = "%"
MOST_PLACES = 7


def factor(unit: str, wanted: str) -> Fraction | None:
    """How many of `wanted` one `unit` is; None where they measure different things.

    Shares of anything are in percent: what words follow the `%` does not matter.
    """
    first, second = fold(unit), fold(wanted)
    if first == second or (first.startswith(PERCENT) and second.startswith(PERCENT)):
        return Fraction(1)
    sizes = _sizes()
    if first not in sizes or second not in sizes or sizes[first][0] != sizes[second][0]:
        return None
    return Fraction(sizes[first][1], sizes[second][1])


def decimals(number: Fraction) -> int | None:
    """As many decimals as a figure has; None of one without an end."""
    return next((places for places in range(MOST_PLACES) if not number * 10**places % 1), None)


def half_up(number: Fraction, places: int) -> Fraction:
    """A figure as it is printed in so many decimals."""
    scale = 10**places
    return Fraction(floor(number * scale + Fraction(1, 2)), scale)


@cache
def _sizes() -> Mapping[str, tuple[str, int]]:
    """The family of every unit, and its size in the family's own."""
    return {
        fold(name): (family, size)
        for family, sizes in words_of("measures").items()
        for name, size in sizes.items()
    }
