"""How much of a whole a rule asks for: percentages and fractions, exactly and as they are written."""

from __future__ import annotations

from fractions import Fraction

import pytest

from thidua_cli.plan.proportion import ProportionError, parse_proportion


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("2/3", "2/3", Fraction(2, 3)),
        (" 2 / 3 ", "2/3", Fraction(2, 3)),
        ("66,67%", "66,67%", Fraction(6667, 10000)),
        ("90 %", "90%", Fraction(9, 10)),
        ("100%", "100%", Fraction(1)),
        ("1/1", "1/1", Fraction(1)),
    ],
)
def test_a_part_of_a_whole(text: str, printed: str, value: Fraction) -> None:
    found = parse_proportion(text)
    assert (found.text, found.value) == (printed, value)


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("hai phần ba", "malformed", ""),
        ("", "malformed", ""),
        ("90", "malformed", "90%"),
        ("66,667%", "ambiguous", ""),
        ("3/2", "beyond", ""),
        ("1/0", "beyond", ""),
        ("0/0", "beyond", ""),
        ("101%", "beyond", ""),
        ("-5%", "beyond", ""),
        ("1/2/3", "malformed", ""),
        ("9" * 5000 + "%", "malformed", ""),
    ],
)
def test_what_is_none(text: str, reason: str, suggestion: str) -> None:
    with pytest.raises(ProportionError) as caught:
        parse_proportion(text)
    assert (caught.value.reason, caught.value.suggestion) == (reason, suggestion)
