from __future__ import annotations

from contextlib import suppress
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.periods import PeriodError, months_of_year, parse_period, quarter_span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("năm 2022", "2022-01-01", "2022-12-31"),
        ("2022-01-01..2022-12-31", "2022-01-01", "2022-12-31"),
        ("2022-01-01 .. 2022-06-30", "2022-01-01", "2022-06-30"),
        ("01/01/2022 - 31/12/2022", "2022-01-01", "2022-12-31"),
        ("01/01/2022 – 31/12/2022", "2022-01-01", "2022-12-31"),
        ("từ 01/01/2022 đến 31/12/2022", "2022-01-01", "2022-12-31"),
        ("Từ ngày 01/7/2022 đến hết ngày 20/11/2022", "2022-07-01", "2022-11-20"),
        ("từ tháng 3/2022 đến tháng 5/2022", "2022-03-01", "2022-05-31"),
        ("tháng 6/2022", "2022-06-01", "2022-06-30"),
        ("quý I/2022", "2022-01-01", "2022-03-31"),
        ("Quý IV năm 2022", "2022-10-01", "2022-12-31"),
        ("quý 3/2022", "2022-07-01", "2022-09-30"),
        ("6 tháng đầu năm 2022", "2022-01-01", "2022-06-30"),
        ("06 tháng cuối năm 2022", "2022-07-01", "2022-12-31"),
        ("9 tháng đầu năm 2022", "2022-01-01", "2022-09-30"),
        ("giai đoạn 2021-2025", "2021-01-01", "2025-12-31"),
        ("nhiệm kỳ 2020 - 2025", "2020-01-01", "2025-12-31"),
        ("2021-2025", "2021-01-01", "2025-12-31"),
    ],
)
def test_read(text: str, first: str, last: str) -> None:
    period = parse_period(text)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    assert (period.conventional, period.text) == (False, text)


def test_a_school_year_is_conventional() -> None:
    period = parse_period("Năm học 2024–2025")
    assert (period.first, period.last, period.conventional) == (date(2024, 9, 1), date(2025, 5, 31), True)
    assert period.year is None


def test_year_and_cover() -> None:
    period = parse_period("quý II/2022")
    assert period.year == 2022
    assert period.covers(date(2022, 4, 1))
    assert period.covers(date(2022, 6, 30))
    assert not period.covers(date(2022, 3, 31))
    assert not period.covers(date(2022, 7, 1))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("mùa xuân", "malformed"),
        ("quý I", "no_year"),
        ("6 tháng đầu năm", "no_year"),
        ("năm học", "no_year"),
        ("quý V/2022", "malformed"),
        ("31/12/2022 - 01/01/2022", "reversed"),
        ("giai đoạn 2025-2021", "reversed"),
        ("năm học 2024-2026", "school_year"),
        ("31/02/2022 - 01/3/2022", "short_month"),
        ("quý I/0000", "impossible"),
        ("0000-0001", "impossible"),
        ("1/1/2022 - 1/2/2022 - 1/3/2022", "malformed"),
        ("2" * 400, "malformed"),
    ],
)
def test_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(PeriodError) as caught:
        parse_period(text)
    assert caught.value.reason == reason


PARTS = st.sampled_from(
    ["quý", "I", "/", "2022", "năm", "học", "-", "6", "tháng", "đầu", "0000", "..", "đến"]
)


@settings(deadline=None, max_examples=80)
@given(st.text() | st.lists(PARTS, max_size=6).map(" ".join))
def test_any_text_gives_a_period_or_its_own_error(text: str) -> None:
    with suppress(PeriodError):
        period = parse_period(text)
        assert period.first <= period.last


@pytest.mark.parametrize("year", [2022, 2024])
def test_quarters_and_halves_tile_the_year(year: int) -> None:
    edges = [quarter_span(quarter, year) for quarter in (1, 2, 3, 4)]
    assert edges[0][0] == date(year, 1, 1)
    assert edges[3][1] == date(year, 12, 31)
    assert all((later[0] - earlier[1]).days == 1 for earlier, later in pairwise(edges))
    assert months_of_year(6, year, at_end=False)[1] == edges[1][1]
    assert months_of_year(6, year, at_end=True)[0] == edges[2][0]
