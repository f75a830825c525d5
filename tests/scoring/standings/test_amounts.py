"""Sums and comparisons of ratios are those of fractions."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.scoring.exact import EXACT, Ratio
from thidua_cli.scoring.standings.amounts import add_up, held, less, minus, same

NUMBERS = st.decimals(-1000, 1000, places=3)
RATIOS = st.builds(Ratio, NUMBERS, st.sampled_from([Decimal(d) for d in ("1", "3", "7", "21", "2.5", "0.4")]))


@settings(deadline=None, max_examples=100)
@given(st.lists(RATIOS, max_size=6))
def test_sums_are_exact(ratios: list[Ratio]) -> None:
    with localcontext(EXACT):
        assert add_up(ratios).fraction == sum((ratio.fraction for ratio in ratios), Fraction(0))


@settings(deadline=None, max_examples=100)
@given(RATIOS, RATIOS)
def test_differences_and_order_are_exact(first: Ratio, second: Ratio) -> None:
    with localcontext(EXACT):
        assert minus(first, second).fraction == first.fraction - second.fraction
        assert less(first, second) == (first.fraction < second.fraction)
        assert same(first, second) == (first.fraction == second.fraction)


@settings(deadline=None, max_examples=100)
@given(RATIOS, st.none() | NUMBERS, st.none() | NUMBERS)
def test_a_number_is_held_between_its_ends(number: Ratio, low: Decimal | None, high: Decimal | None) -> None:
    with localcontext(EXACT):
        found = held(number, low, high)
    if low is not None and number.fraction < low:
        assert found.fraction == Fraction(low)
    elif high is not None and number.fraction > high:
        assert found.fraction == Fraction(high)
    else:
        assert found is number
