"""Hours of a day with their date, in either order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.vietnamese.hours import Hour, HourError, parse_hour


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-15 08:30",
        "2026-01-15T08:30",
        "08:30, 15/01/2026",
        "8h30 ngày 15/01/2026",
        "8 giờ 30, ngày 15 tháng 01 năm 2026",
        "lúc 08 giờ 30 phút ngày 15/1/2026",
        "ngày 15/01/2026 lúc 8h30'",
    ],
)
def test_ways_to_write_an_hour(text: str) -> None:
    hour = parse_hour(text)
    assert hour == Hour("", date(2026, 1, 15), 8, 30)
    assert hour.text == text
    assert hour.printed == "08 giờ 30 phút, ngày 15 tháng 01 năm 2026"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no_hour"),
        ("15/01/2026", "no_hour"),
        ("8h30", "no_day"),
        ("8h30 tháng 01/2026", "no_day"),
        ("8h30 ngày 31/6/2026", "no_day"),
        ("25:00 15/01/2026", "impossible"),
        ("08:60 15/01/2026", "impossible"),
        ("sáng 8h30 ngày 15/01/2026", "malformed"),
        ("8h30 " + "x" * 200, "no_hour"),
    ],
)
def test_what_is_no_hour(text: str, reason: str) -> None:
    with pytest.raises(HourError) as caught:
        parse_hour(text)
    assert caught.value.reason == reason


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 23), st.integers(0, 59))
def test_what_is_printed_is_read_back(day: date, hour: int, minute: int) -> None:
    assert parse_hour(Hour("", day, hour, minute).printed) == Hour("", day, hour, minute)


def test_hours_have_an_order() -> None:
    first, second = parse_hour("2026-01-15 08:30"), parse_hour("2026-01-15 08:31")
    assert first < second < parse_hour("2026-01-16 00:00")
    assert not first < first
