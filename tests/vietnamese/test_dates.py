from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.dates import DateError, PartialDate, month_span, parse_date
from thidua_cli.vietnamese.printed_dates import format_long, format_short

QUICK = settings(deadline=None, max_examples=80)
DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2022-03-09",
        "2022/3/9",
        "09/3/2022",
        "9/3/2022",
        "09/03/2022",
        "09-03-2022",
        "9.3.2022",
        "ngày 09/3/2022",
        "ngày 09 tháng 3 năm 2022",
        "Ngày 9 tháng 03 năm 2022",
        "09 tháng 3 năm 2022",
        "ngày 09 tháng 3/2022",
        "ngày\u00a009  tháng 3\u00a0năm 2022",
        "09–03–2022",
    ],
)
def test_whole_dates(text: str) -> None:
    when = parse_date(text)
    assert when.exact == when.first == when.last == date(2022, 3, 9)
    assert when.text == text


@pytest.mark.parametrize(
    "text",
    [
        "tháng 3/2022",
        "tháng 3 năm 2022",
        "3/2022",
        "03/2022",
        "2022-03",
        "ngày tháng 3 năm 2022",
        "ngày … tháng 3 năm 2022",
        "ngày ... tháng 3 năm 2022",
        "ngày ___ tháng 3 năm 2022",
        "ngày     tháng 3 năm 2022",
    ],
)
def test_months(text: str) -> None:
    when = parse_date(text)
    assert when == PartialDate("", 2022, 3)
    assert (when.exact, when.first, when.last) == (None, date(2022, 3, 1), date(2022, 3, 31))


@pytest.mark.parametrize("text", ["2022", "năm 2022", "ngày tháng năm 2022", "ngày … tháng … năm 2022"])
def test_years(text: str) -> None:
    when = parse_date(text)
    assert when == PartialDate("", 2022)
    assert (when.exact, when.first, when.last) == (None, date(2022, 1, 1), date(2022, 12, 31))


def test_february_ends_by_the_year() -> None:
    assert parse_date("tháng 2/2024").last == date(2024, 2, 29)
    assert parse_date("tháng 2/2023").last == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "empty", ""),
        (" \u00a0", "empty", ""),
        ("31/02/2022", "short_month", "28/02/2022"),
        ("29/02/2023", "short_month", "28/02/2023"),
        ("ngày 31 tháng 6 năm 2023", "short_month", "30/6/2023"),
        ("2023-06-31", "short_month", "2023-06-30"),
        ("32/6/2023", "impossible", ""),
        ("19/13/2022", "impossible", ""),
        ("00/3/2022", "impossible", ""),
        ("3/0/2022", "impossible", ""),
        ("13/2022", "impossible", ""),
        ("0000", "impossible", ""),
        ("26/31931", "malformed", "26/3/1931"),
        ("19/121946", "malformed", "19/12/1946"),
        ("31/21930", "malformed", ""),
        ("năm 20201", "malformed", ""),
        ("09/3/20222", "malformed", ""),
        ("30/3/22", "short_year", ""),
        ("25/6", "no_year", ""),
        ("ngày 25/6", "no_year", ""),
        ("ngày 25 tháng 6", "no_year", ""),
        ("tháng 6", "no_year", ""),
        ("２０２２", "malformed", ""),
        ("đầu năm", "malformed", ""),
        ("2021-2025", "malformed", ""),
        ("ngày 9 tháng 3 năm 2022" + " " * 10 + "x" * 200, "malformed", ""),
    ],
)
def test_refused_with_a_reason(text: str, reason: str, suggestion: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert (caught.value.reason, caught.value.suggestion) == (reason, suggestion)


@QUICK
@given(st.text() | st.text(alphabet="0123456789/-. ngàythn"))
def test_any_text_gives_a_date_or_its_own_error(text: str) -> None:
    with suppress(DateError):
        when = parse_date(text)
        assert when.first <= when.last


@pytest.mark.parametrize(
    ("when", "long", "short"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026", "05/01/2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026", "10/02/2026"),
        (date(2022, 3, 9), "ngày 09 tháng 3 năm 2022", "09/3/2022"),
        (date(2022, 12, 25), "ngày 25 tháng 12 năm 2022", "25/12/2022"),
        (PartialDate("", 2022, 3), "ngày      tháng 3 năm 2022", "3/2022"),
        (PartialDate("", 2022, 1), "ngày      tháng 01 năm 2022", "01/2022"),
        (date(1, 1, 1), "ngày 01 tháng 01 năm 1", "01/01/0001"),
        (PartialDate("", 2022), "ngày      tháng      năm 2022", "2022"),
    ],
)
def test_printed_by_the_padding_rule(when: date | PartialDate, long: str, short: str) -> None:
    assert (format_long(when), format_short(when)) == (long, short)


@QUICK
@given(DAYS)
def test_printed_dates_are_read_back(day: date) -> None:
    assert parse_date(format_long(day)).exact == parse_date(format_short(day)).exact == day
    assert parse_date(day.isoformat()).exact == day


@QUICK
@given(DAYS, st.booleans())
def test_printed_partial_dates_are_read_back(day: date, with_month: bool) -> None:
    when = PartialDate("", day.year, day.month if with_month else None)
    assert parse_date(format_long(when)) == parse_date(format_short(when)) == when


def test_month_span() -> None:
    assert month_span(2024, 1, 2) == (date(2024, 1, 1), date(2024, 2, 29))
