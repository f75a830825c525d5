from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.moments import MomentError, parse_moment, parse_moment_before

YEAR = (date(2022, 1, 1), date(2022, 12, 31))
SCHOOL = (date(2024, 9, 1), date(2025, 5, 31))
TERM = (date(2021, 1, 1), date(2025, 12, 31))
SIGNED = date(2022, 3, 9)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("09/3/2022", "2022-03-09", "2022-03-09"),
        ("ngày 09 tháng 3 năm 2022", "2022-03-09", "2022-03-09"),
        ("từ ngày 09/3/2022", "2022-03-09", "2022-03-09"),
        ("hết ngày 30/6/2022", "2022-06-30", "2022-06-30"),
        ("tháng 6/2022", "2022-06-01", "2022-06-30"),
        ("cuối tháng 6/2022", "2022-06-30", "2022-06-30"),
        ("từ đầu năm 2022", "2022-01-01", "2022-01-01"),
        ("đến hết năm 2018", "2018-12-31", "2018-12-31"),
        ("năm 2022", "2022-01-01", "2022-12-31"),
        ("quý I/2022", "2022-01-01", "2022-03-31"),
        ("hết quý I/2022", "2022-03-31", "2022-03-31"),
        ("6 tháng đầu năm 2022", "2022-01-01", "2022-06-30"),
        ("đầu năm học 2024-2025", "2024-09-01", "2024-09-01"),
        ("ngày 25 tháng cuối quý I/2022", "2022-03-25", "2022-03-25"),
    ],
)
def test_said_in_full(text: str, first: str, last: str) -> None:
    moment = parse_moment(text)
    assert not moment.relative
    for period in (YEAR, SCHOOL, TERM):
        days = moment.resolve(period, None)
        assert days is not None
        assert tuple(map(str, days)) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("đầu năm", "2022-01-01", "2022-01-01"),
        ("Từ đầu năm", "2022-01-01", "2022-01-01"),
        ("cuối năm", "2022-12-31", "2022-12-31"),
        ("hết năm", "2022-12-31", "2022-12-31"),
        ("cả năm", "2022-01-01", "2022-12-31"),
        ("tháng 6", "2022-06-01", "2022-06-30"),
        ("cuối tháng 2", "2022-02-28", "2022-02-28"),
        ("quý II", "2022-04-01", "2022-06-30"),
        ("quý 2", "2022-04-01", "2022-06-30"),
        ("đầu quý II", "2022-04-01", "2022-04-01"),
        ("6 tháng đầu năm", "2022-01-01", "2022-06-30"),
        ("06 tháng cuối năm", "2022-07-01", "2022-12-31"),
        ("9 tháng", "2022-01-01", "2022-09-30"),
        ("30/6", "2022-06-30", "2022-06-30"),
        ("ngày 30 tháng 6", "2022-06-30", "2022-06-30"),
        ("ngày 25 tháng cuối quý II", "2022-06-25", "2022-06-25"),
        ("từ nay", "2022-03-09", "2022-03-09"),
        ("kể từ ngày ký", "2022-03-09", "2022-03-09"),
    ],
)
def test_left_to_the_period_or_the_signing(text: str, first: str, last: str) -> None:
    moment = parse_moment(text)
    days = moment.resolve(YEAR, SIGNED)
    assert moment.relative
    assert days is not None
    assert tuple(map(str, days)) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("đầu năm học", "2024-09-01", "2024-09-01"),
        ("hết năm học", "2025-05-31", "2025-05-31"),
        ("đầu năm", "2024-09-01", "2024-09-01"),
        ("tháng 10", "2024-10-01", "2024-10-31"),
        ("tháng 6", "2025-06-01", "2025-06-30"),
        ("20/11", "2024-11-20", "2024-11-20"),
        ("quý I", "2025-01-01", "2025-03-31"),
    ],
)
def test_in_a_school_year(text: str, first: str, last: str) -> None:
    days = parse_moment(text).resolve(SCHOOL, None)
    assert days is not None
    assert tuple(map(str, days)) == (first, last)


@pytest.mark.parametrize("text", ["đầu năm", "tháng 6", "quý II", "30/6"])
def test_a_term_of_years_leaves_the_year_open(text: str) -> None:
    assert parse_moment(text).resolve(TERM, SIGNED) is None


def test_before_signing_the_day_of_signing_is_open() -> None:
    assert parse_moment("ngày ký").resolve(YEAR, None) is None


def test_a_leap_day_resolves_only_in_leap_years() -> None:
    assert parse_moment("29/02").resolve(YEAR, None) is None
    assert parse_moment("29/02").resolve((date(2024, 1, 1), date(2024, 12, 31)), None) is not None


@pytest.mark.parametrize(
    "text",
    [
        "ngày 25 tháng cuối quý",
        "ngày 25 tháng cuối cùng của Quý",
        "the 25th of the quarter's last month",
    ],
)
def test_a_day_of_every_quarter(text: str) -> None:
    moment = parse_moment(text)
    assert moment.resolve(YEAR, SIGNED) is None
    assert moment.resolve_quarter(1, 2022) == (date(2022, 3, 25), date(2022, 3, 25))
    assert moment.resolve_quarter(4, 2022) == (date(2022, 12, 25), date(2022, 12, 25))


@pytest.mark.parametrize(
    "text", ["ngày 20 hằng tháng", "20 hàng tháng", "Ngày 20 của mỗi tháng", "ngày 20 từng tháng"]
)
def test_a_day_of_every_month(text: str) -> None:
    moment = parse_moment(text)
    assert moment.recurring
    assert moment.resolve(YEAR, SIGNED) is None
    assert [first for first, _ in moment.resolve_months(YEAR)] == [
        date(2022, month, 20) for month in range(1, 13)
    ]


def test_the_last_days_of_every_month_lie_in_the_period() -> None:
    moment = parse_moment("ngày 31 hằng tháng")
    days = [str(first) for first, _ in moment.resolve_months((date(2023, 12, 31), date(2024, 3, 30)))]
    assert days == ["2023-12-31", "2024-01-31", "2024-02-29"]
    assert parse_moment("ngày 25 tháng cuối quý").resolve_months(YEAR) == []
    assert not parse_moment("20/6").recurring


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("giữa năm", "2022-05-02", "2022-09-01"),
        ("giữa tháng 6/2022", "2022-06-11", "2022-06-20"),
        ("giữa quý II", "2022-05-01", "2022-05-31"),
    ],
)
def test_the_middle_is_the_middle_third(text: str, first: str, last: str) -> None:
    days = parse_moment(text).resolve(YEAR, SIGNED)
    assert days is not None
    assert tuple(map(str, days)) == (first, last)


def test_before_a_day_may_be_said_once_more() -> None:
    assert parse_moment_before("trước  ngày 20 hàng tháng").text == "ngày 20 hàng tháng"
    assert parse_moment_before("Trước 25/6/2022") == parse_moment("25/6/2022")
    assert parse_moment_before("25/6/2022").text == "25/6/2022"
    with pytest.raises(MomentError):
        parse_moment_before("trước trước ngày 25/6/2022")


@pytest.mark.parametrize(
    ("text", "suggestion", "month", "days"),
    [
        ("31/6", "30/6", "6", "30"),
        ("30/02", "29/2", "2", "29"),
        ("31/6/2023", "30/6/2023", "6/2023", "30"),
        ("2023-02-30", "2023-02-28", "2/2023", "28"),
    ],
)
def test_a_day_after_the_end_of_its_month(text: str, suggestion: str, month: str, days: str) -> None:
    with pytest.raises(MomentError) as caught:
        parse_moment(text)
    assert caught.value.reason == "short_month"
    assert caught.value.suggestion == suggestion
    assert caught.value.details == {"month": month, "days": days}
    assert parse_moment(suggestion)


def test_a_day_of_one_quarter_answers_for_no_other() -> None:
    moment = parse_moment("ngày 25 tháng cuối quý I")
    assert moment.resolve_quarter(1, 2022) == (date(2022, 3, 25), date(2022, 3, 25))
    assert moment.resolve_quarter(2, 2022) is None
    assert parse_moment("tháng 6").resolve_quarter(2, 2022) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("giữa đợt", "malformed"),
        ("trước ngày 25/6/2022", "before"),
        ("trước ngày 20 hàng tháng", "before"),
        ("ngày 32 hằng tháng", "impossible"),
        ("ngày 0 hằng tháng", "impossible"),
        ("32/6", "impossible"),
        ("từ 01/01/2022 đến 31/12/2022", "malformed"),
        ("ngày 25 tháng cuối quý năm 2022", "malformed"),
        ("30/02", "short_month"),
        ("31/6", "short_month"),
        ("0/3", "impossible"),
        ("31/02/2022", "short_month"),
        ("ngày 31 tháng cuối quý", "impossible"),
        ("ngày 31 tháng cuối quý II", "impossible"),
        ("quý I/0000", "impossible"),
        ("x" * 300, "malformed"),
    ],
)
def test_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(MomentError) as caught:
        parse_moment(text)
    assert caught.value.reason == reason


PARTS = st.sampled_from(
    ["từ", "đầu", "hết", "năm", "quý", "II", "tháng", "6", "cuối", "ngày", "25", "/", "2022", "học"]
)


@settings(deadline=None, max_examples=120)
@given(
    st.text() | st.lists(PARTS, max_size=6).map(" ".join),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(0, 2000),
)
def test_any_text_gives_a_moment_or_its_own_error(text: str, start: date, length: int) -> None:
    with suppress(MomentError):
        moment = parse_moment(text)
        days = moment.resolve((start, date.fromordinal(start.toordinal() + length)), start)
        assert days is None or days[0] <= days[1]
