"""Exact sums and comparisons of points; all run in the EXACT context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import ZERO, Ratio

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

NOTHING = Ratio(ZERO)


def whole(number: Decimal) -> Ratio:
    """A number that need not be divided."""
    return Ratio(number)


def add_up(ratios: Iterable[Ratio]) -> Ratio:
    """The exact sum. Equal divisors are added first, so that the common one stays small."""
    by_divisor: dict[Decimal, Decimal] = {}
    for numerator, divisor in ratios:
        known = by_divisor.get(divisor)
        by_divisor[divisor] = numerator if known is None else known + numerator
    total: Ratio | None = None
    for divisor, numerator in by_divisor.items():
        part = Ratio(numerator, divisor)
        total = part if total is None else _plus(total, part)
    return NOTHING if total is None else total


def _plus(first: Ratio, second: Ratio) -> Ratio:
    over, under = first.divisor, second.divisor
    if not over % under:
        return Ratio(first.numerator + second.numerator * (over // under), over)
    if not under % over:
        return Ratio(first.numerator * (under // over) + second.numerator, under)
    return Ratio(first.numerator * under + second.numerator * over, over * under)


def minus(first: Ratio, second: Ratio) -> Ratio:
    """The exact difference."""
    return add_up((first, negative(second)))


def negative(number: Ratio) -> Ratio:
    """The same number below zero."""
    return Ratio(-number.numerator, number.divisor)


def less(first: Ratio, second: Ratio) -> bool:
    """Whether the first number is below the second."""
    return first.numerator * second.divisor < second.numerator * first.divisor


def same(first: Ratio, second: Ratio) -> bool:
    """Whether two numbers are equal, whatever their divisors."""
    return first.numerator * second.divisor == second.numerator * first.divisor


def held(number: Ratio, least: Decimal | None, most: Decimal | None) -> Ratio:
    """The number, or the end that it lies beyond."""
    if least is not None and number.numerator < least * number.divisor:
        return Ratio(least)
    if most is not None and number.numerator > most * number.divisor:
        return Ratio(most)
    return number
