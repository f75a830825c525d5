from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.conditions import judge_floor, judge_maximum, judge_minimum, judge_precondition
from thidua_cli.law.rulings.rules import DatedValue, rule


def number_of(code: str, day: date) -> DatedValue:
    number = rule(code).on(day)
    assert number is not None
    return number


MORE_THAN_HALF = number_of("TD302", date(2023, 12, 31))
SEVENTY = number_of("TD302", date(2024, 1, 1))
ONE = number_of("TD306", date(2024, 1, 1))
NOBODY = number_of("TD304", date(2024, 1, 1))


@pytest.mark.parametrize(
    ("numerator", "base", "number", "ruling", "variant", "trace"),
    [
        (10, 20, MORE_THAN_HALF, Ruling.FAIL, "vua-bang", "10/20 = 50% ≤ 50%"),
        (11, 20, MORE_THAN_HALF, Ruling.PASS, "dat", "11/20 = 55% > 50%"),
        (501, 1000, MORE_THAN_HALF, Ruling.PASS, "dat", "501/1000 = 50,1% > 50%"),
        (7, 10, SEVENTY, Ruling.PASS, "dat", "7/10 = 70% ≥ 70%"),
        (6999, 10000, SEVENTY, Ruling.FAIL, "khong-dat", "6999/10000 = 69,99% < 70%"),
        (699999, 1000000, SEVENTY, Ruling.FAIL, "khong-dat", "699999/1000000 = 69,9999% < 70%"),
        (6, 9, SEVENTY, Ruling.FAIL, "khong-dat", "6/9 = 66,67% < 70%"),
        (7, 9, SEVENTY, Ruling.PASS, "dat", "7/9 = 77,78% > 70%"),
    ],
)
def test_floors(
    numerator: int, base: int, number: DatedValue, ruling: Ruling, variant: str, trace: str
) -> None:
    found = judge_floor(numerator, base, number)
    assert (found.ruling, found.variant, found.trace) == (ruling, variant, (trace,))


@pytest.mark.parametrize(("numerator", "base"), [(0, 0), (5, 4), (-1, 4), (1, -4)])
def test_impossible_counts_are_not_decided(numerator: int, base: int) -> None:
    assert judge_floor(numerator, base, SEVENTY).variant == "mau-thuan"
    assert judge_minimum(-1, ONE).variant == "mau-thuan"


@pytest.mark.parametrize(("numerator", "base"), [(None, 4), (4, None), (None, None)])
def test_missing_counts_are_not_decided(numerator: int | None, base: int | None) -> None:
    found = judge_floor(numerator, base, SEVENTY)
    assert (found.ruling, found.variant) == (Ruling.UNDECIDED, "thieu-so-lieu")
    assert judge_minimum(None, ONE).ruling is Ruling.UNDECIDED
    assert judge_maximum(None, NOBODY).ruling is Ruling.UNDECIDED


@pytest.mark.parametrize(("count", "ruling"), [(0, Ruling.FAIL), (1, Ruling.PASS), (2, Ruling.PASS)])
def test_minimum(count: int, ruling: Ruling) -> None:
    assert judge_minimum(count, ONE).ruling is ruling


@pytest.mark.parametrize(("count", "ruling"), [(0, Ruling.PASS), (1, Ruling.FAIL)])
def test_maximum(count: int, ruling: Ruling) -> None:
    assert judge_maximum(count, NOBODY).ruling is ruling


def test_a_number_without_a_value_is_refused() -> None:
    unread = number_of("TD302", date(2026, 10, 1))
    with pytest.raises(ValueError, match="needs a value"):
        judge_floor(1, 2, unread)
    with pytest.raises(ValueError, match="needs a value"):
        judge_maximum(1, unread)


@pytest.mark.parametrize(
    ("happened", "ruling"), [(True, Ruling.PASS), (False, Ruling.FAIL), (None, Ruling.UNDECIDED)]
)
def test_precondition(happened: bool | None, ruling: Ruling) -> None:
    assert judge_precondition(happened).ruling is ruling


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 300), st.integers(1, 300))
def test_floors_agree_with_plain_arithmetic(numerator: int, base: int) -> None:
    expected = numerator * 10 >= base * 7 if numerator <= base else None
    met = {True: Ruling.PASS, False: Ruling.FAIL, None: Ruling.UNDECIDED}[expected]
    assert judge_floor(numerator, base, SEVENTY).ruling is met
