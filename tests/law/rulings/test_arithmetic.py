from __future__ import annotations

from fractions import Fraction

import pytest

from thidua_cli.law.rulings.arithmetic import (
    exact,
    percent,
    percent_against,
    percent_at_least,
    percent_at_most,
    sign,
)

CAP = Fraction(15, 100)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(27, 200), "13,5%"),
        (Fraction(1, 6), "16,67%"),
        (Fraction(1), "100%"),
        (Fraction(0), "0%"),
        (Fraction(3, 16), "18,75%"),
    ],
)
def test_percent(value: Fraction, expected: str) -> None:
    assert percent(value) == expected


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (CAP, "15%"),
        (Fraction(1501, 10000), "15,01%"),
        (Fraction(1, 6), "16,67%"),
        (Fraction(15000001, 10**8), "15,000001%"),
        (Fraction(4500001, 30000000), "15,000003%"),
        (CAP + Fraction(1, 10**30), "15,000000000000%"),
    ],
)
def test_a_share_beside_its_bound_is_written_until_it_differs(share: Fraction, expected: str) -> None:
    assert percent_against(share, CAP) == expected


def test_a_figure_is_exact_where_the_figure_ends() -> None:
    assert exact(Fraction(1350001, 100000)) == "13,50001"
    assert exact(Fraction(1, 3)) == "0,33"


@pytest.mark.parametrize(("left", "right", "expected"), [(1, 2, "<"), (2, 2, "≥"), (3, 2, ">")])
def test_sign(left: int, right: int, expected: str) -> None:
    assert sign(Fraction(left), Fraction(right), "≥") == expected


def test_a_bound_is_rounded_to_its_lawful_side() -> None:
    assert percent_at_least(Fraction(14, 15)) == "93,34%"
    assert percent_at_most(Fraction(14, 15)) == "93,33%"
    assert percent_at_least(Fraction(9, 10)) == percent_at_most(Fraction(9, 10)) == "90%"
