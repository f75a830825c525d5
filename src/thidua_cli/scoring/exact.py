"""Exact arithmetic: the context that every sum runs in, and the one rounding at the end."""

from __future__ import annotations

from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from fractions import Fraction
from math import gcd
from typing import NamedTuple

# A result that would have to be rounded raises instead.
EXACT = Context(prec=100_000, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])
ONE = Decimal(1)
ZERO = Decimal(0)


class Ratio(NamedTuple):
    """A number that is not divided before it must be, the divisor above zero.

    Decimals because their exact products and sums are many times faster than those of Fraction.
    """

    numerator: Decimal
    divisor: Decimal = ONE

    @property
    def fraction(self) -> Fraction:
        """The number in lowest terms."""
        return Fraction(self.numerator) / Fraction(self.divisor)

    @property
    def text(self) -> str:
        """The number in lowest terms as text: `55/3`, `20`."""
        top, bottom = self.numerator.as_integer_ratio()
        if self.divisor != ONE:
            over, under = self.divisor.as_integer_ratio()
            top, bottom = top * under, bottom * over
            shared = gcd(top, bottom)
            top, bottom = top // shared, bottom // shared
        # Through Decimal, which prints integers of any length; Python's own do not above 4,300 digits.
        return str(Decimal(top)) if bottom == 1 else f"{Decimal(top)}/{Decimal(bottom)}"


def plus(first: Ratio, second: Ratio) -> Ratio:
    """The exact sum, not brought to lowest terms. Runs in EXACT."""
    if first.divisor == second.divisor:
        return Ratio(first.numerator + second.numerator, first.divisor)
    numerator = first.numerator * second.divisor + second.numerator * first.divisor
    return Ratio(numerator, first.divisor * second.divisor)


def rounded(number: Ratio, places: int, mode: str) -> Decimal:
    """Round to `places`; `half_up`, `down` (towards zero) or `up` (away from zero). Runs in EXACT."""
    whole, rest = divmod(abs(number.numerator).scaleb(places), number.divisor)
    if (mode == "half_up" and 2 * rest >= number.divisor) or (mode == "up" and rest):
        whole += 1
    return (-whole if number.numerator < 0 and whole else whole).scaleb(-places)
