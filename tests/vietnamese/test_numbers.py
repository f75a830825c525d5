from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.numbers import (
    NumberError,
    format_count,
    format_number,
    parse_number,
)

QUICK = settings(deadline=None, max_examples=80)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("05", "5"),
        ("19.663", "19663"),
        ("174.186,0", "174186.0"),
        ("1.234.567,5", "1234567.5"),
        ("8,76", "8.76"),
        ("57,5", "57.5"),
        ("57,5000", "57.5000"),
        ("1 234", "1234"),
        ("1\u00a0234\u00a0567,8", "1234567.8"),
        ("-31,2", "-31.2"),
        ("−31,2", "-31.2"),
        ("+5", "5"),
        ("1.000,500", "1000.500"),
        # A group of thousands cannot open with 0 or hold four digits, so these have one reading.
        ("0,125", "0.125"),
        ("1234,500", "1234.500"),
    ],
)
def test_one_reading(text: str, value: str) -> None:
    number = parse_number(text)
    assert (number.value, number.readings, number.foreign) == (Decimal(value), (), False)
    assert number.text == text


@pytest.mark.parametrize(("text", "value"), [("8.76", "8.76"), ("0.125", "0.125"), ("12345.5", "12345.5")])
def test_a_dot_as_decimal_mark_is_foreign(text: str, value: str) -> None:
    number = parse_number(text)
    assert (number.value, number.foreign) == (Decimal(value), True)


@pytest.mark.parametrize(
    ("text", "readings"),
    [("57,500", ("57.5", "57500")), ("1,000", ("1", "1000")), ("1234.567", ("1234.567", "1234567"))],
)
def test_two_readings(text: str, readings: tuple[str, str]) -> None:
    number = parse_number(text)
    assert number.value is None
    assert number.readings == tuple(map(Decimal, readings))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("1,234.5", "foreign_grouping"),
        ("1,234,567", "foreign_grouping"),
        ("1.23.4", "grouping"),
        ("12 34", "grouping"),
        ("0.123.456", "grouping"),
        ("5.", "malformed"),
        (",5", "malformed"),
        ("1/2", "malformed"),
        ("5%", "malformed"),
        ("--5", "malformed"),
        ("NaN", "malformed"),
        ("1e5", "malformed"),
        ("５", "digits"),
        ("٣", "digits"),
        ("9" * 25, "too_long"),
        ("9" * 5000, "too_long"),
    ],
)
def test_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(NumberError) as caught:
        parse_number(text)
    assert caught.value.reason == reason


@QUICK
@given(st.text(alphabet="0123456789.,- +%aⅣ５") | st.text())
def test_any_text_gives_a_number_or_its_own_error(text: str) -> None:
    with suppress(NumberError):
        number = parse_number(text)
        assert (number.value is None) == (len(number.readings) == 2)


@QUICK
@given(st.decimals(-(10**12), 10**12, places=2) | st.decimals(-(10**6), 10**6, places=4))
def test_printed_decimals_are_read_back(value: Decimal) -> None:
    number = parse_number(format_number(value))
    assert value in (number.value, *number.readings)


@QUICK
@given(st.integers(-(10**20), 10**20))
def test_printed_integers_are_read_back(value: int) -> None:
    assert parse_number(format_number(value)).value == value


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (19663, None, "19.663"),
        (Decimal("174186.0"), None, "174.186"),
        (Decimal("174186.0"), 1, "174.186,0"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("0.050"), None, "0,05"),
        (Fraction(50, 3), None, "16,67"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(5, 1000), 2, "0,01"),
        (Decimal("2.675"), 2, "2,68"),
        (Decimal("-0.004"), 2, "0,00"),
        (Decimal("999999.995"), 2, "1.000.000,00"),
        (0, 3, "0,000"),
    ],
)
def test_format_number(value: Decimal | Fraction | int, places: int | None, text: str) -> None:
    assert format_number(value, places) == text


@QUICK
@given(st.fractions(), st.integers(0, 6))
def test_rounding_is_half_up_and_exact(value: Fraction, places: int) -> None:
    printed = Fraction(format_number(value, places).replace(".", "").replace(",", "."))
    assert abs(printed - value) * 2 * 10**places <= 1


@pytest.mark.parametrize(
    ("count", "text"), [(0, "00"), (5, "05"), (9, "09"), (10, "10"), (1234, "1.234"), (-3, "-3")]
)
def test_format_count(count: int, text: str) -> None:
    assert format_count(count) == text
