from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.vietnamese.roman import LARGEST_ROMAN, roman, roman_or_arabic, roman_value


@pytest.mark.parametrize(
    ("number", "figure"),
    [
        (1, "I"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (90, "XC"),
        (2022, "MMXXII"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_roman(number: int, figure: str) -> None:
    assert roman(number) == figure


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_no_roman_figure(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        roman(number)


@given(st.integers(1, LARGEST_ROMAN))
def test_there_and_back(number: int) -> None:
    assert roman_value(roman(number)) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "A", "i", "1", "I ", "MMMM"])
def test_no_figure_by_the_rules(text: str) -> None:
    assert roman_value(text) == 0


@pytest.mark.parametrize(("number", "figure"), [(3999, "MMMCMXCIX"), (4000, "4000")])
def test_beyond_the_last_figure(number: int, figure: str) -> None:
    assert roman_or_arabic(number) == figure
