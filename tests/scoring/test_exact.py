"""Rounding once, exactly."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.scoring.exact import EXACT, Ratio, plus, rounded


def ratio_of(number: Fraction) -> Ratio:
    return Ratio(Decimal(number.numerator), Decimal(number.denominator))


def round_to(number: Fraction, places: int, mode: str) -> Decimal:
    with localcontext(EXACT):
        return rounded(ratio_of(number), places, mode)


@pytest.mark.parametrize(
    ("number", "mode", "expected"),
    [
        (Fraction(86_495, 1000), "half_up", "86.50"),
        (Fraction(86_494_999, 1_000_000), "half_up", "86.49"),
        (Fraction(1, 3), "half_up", "0.33"),
        (Fraction(2, 3), "half_up", "0.67"),
        (Fraction(-5, 1000), "half_up", "-0.01"),
        (Fraction(-4, 1000), "half_up", "0.00"),
        (Fraction(86_499, 1000), "down", "86.49"),
        (Fraction(-86_499, 1000), "down", "-86.49"),
        (Fraction(86_491, 1000), "up", "86.50"),
        (Fraction(8649, 100), "up", "86.49"),
    ],
)
def test_rounding(number: Fraction, mode: str, expected: str) -> None:
    assert str(round_to(number, 2, mode)) == expected


@settings(deadline=None, max_examples=80)
@given(st.fractions("-1000", "1000", max_denominator=10_000), st.integers(0, 6))
def test_half_up_is_the_nearest_and_never_further_than_half(number: Fraction, places: int) -> None:
    off = abs(Fraction(round_to(number, places, "half_up")) - number)
    assert off <= Fraction(1, 2 * 10**places)


@settings(deadline=None, max_examples=60)
@given(*[st.fractions("-1000", "1000", max_denominator=500)] * 2)
def test_sums_are_exact(first: Fraction, second: Fraction) -> None:
    with localcontext(EXACT):
        found = plus(ratio_of(first), ratio_of(second))
    assert found.fraction == first + second


def test_a_ratio_is_brought_to_lowest_terms() -> None:
    assert Ratio(Decimal("1.5"), Decimal("4.5")).fraction == Fraction(1, 3)


def test_a_ratio_of_any_length_is_printed() -> None:
    assert Ratio(Decimal("1" + "0" * 4999 + "1")).text == "1" + "0" * 4999 + "1"
    assert Ratio(Decimal(1), Decimal("3e5000")).text == "1/3" + "0" * 5000
