from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.reporting.periods import (
    PeriodKind,
    PeriodProblem,
    period_ids,
    read_period_kind,
    report_period,
)
from thidua_cli.vietnamese.periods import parse_period


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("quy-1", PeriodKind("quy-1")),
        ("Quý I", PeriodKind("quy-1")),
        ("QUÝ IV/2022", PeriodKind("quy-4", 2022)),
        ("quý 3 năm 2022", PeriodKind("quy-3", 2022)),
        ("6 tháng", PeriodKind("6-thang")),
        ("6 tháng đầu năm 2022", PeriodKind("6-thang", 2022)),
        ("09 tháng", PeriodKind("9-thang")),
        ("sơ kết", PeriodKind("so-ket")),
        ("tổng kết", PeriodKind("nam")),
        ("năm 2022", PeriodKind("nam", 2022)),
        ("tổng kết năm 2022", PeriodKind("nam", 2022)),
        ("quý 5", None),
        ("7 tháng", None),
        ("", None),
    ],
)
def test_spellings(text: str, kind: PeriodKind | None) -> None:
    assert read_period_kind(text) == kind


@pytest.mark.parametrize(
    ("asked", "whole", "name", "first", "last", "following"),
    [
        ("quy-2", "2022", "quý II năm 2022", (2022, 4, 1), (2022, 6, 30), "quý III năm 2022"),
        ("quy-4", "2022", "quý IV năm 2022", (2022, 10, 1), (2022, 12, 31), "năm 2023"),
        ("6-thang", "2022", "6 tháng đầu năm 2022", (2022, 1, 1), (2022, 6, 30), "6 tháng cuối năm 2022"),
        ("nam", "2022", "năm 2022", (2022, 1, 1), (2022, 12, 31), "năm 2023"),
        (
            "6-thang",
            "năm học 2024-2025",
            "6 tháng đầu năm học 2024-2025",
            (2024, 9, 1),
            (2025, 2, 28),
            "6 tháng cuối năm học 2024-2025",
        ),
        ("quy-1", "năm học 2024-2025", "quý I năm 2025", (2025, 1, 1), (2025, 3, 31), "quý II năm 2025"),
        (
            "nam",
            "năm học 2024-2025",
            "năm học 2024-2025",
            (2024, 9, 1),
            (2025, 5, 31),
            "kỳ tiếp theo",
        ),
        ("năm 2023", "2021-2025", "năm 2023", (2023, 1, 1), (2023, 12, 31), "năm 2024"),
        ("quý I/2024", "2021-2025", "quý I năm 2024", (2024, 1, 1), (2024, 3, 31), "quý II năm 2024"),
    ],
)
def test_days_and_names(
    asked: str,
    whole: str,
    name: str,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    following: str,
) -> None:
    kind = read_period_kind(asked)
    assert kind is not None
    found = report_period(kind, parse_period(whole))
    assert not isinstance(found, PeriodProblem)
    assert (found.name, found.first, found.last) == (name, date(*first), date(*last))
    assert found.following == following


@pytest.mark.parametrize(
    ("asked", "whole", "reason"),
    [
        ("năm 2023", "2022", "outside"),
        ("quy-1", "01/4/2022 - 31/12/2022", "outside"),
        ("quy-1", "2021-2025", "year"),
        ("6-thang", "2021-2025", "year"),
    ],
)
def test_no_such_period(asked: str, whole: str, reason: str) -> None:
    kind = read_period_kind(asked)
    assert kind is not None
    assert report_period(kind, parse_period(whole)) == PeriodProblem(reason)


def test_so_far_ends_on_the_day_of_the_document() -> None:
    whole = parse_period("2022")
    until = report_period(PeriodKind("so-ket"), whole, date(2022, 7, 15))
    assert not isinstance(until, PeriodProblem)
    assert until.last == date(2022, 7, 15)
    later = report_period(PeriodKind("so-ket"), whole, date(2023, 1, 5))
    assert not isinstance(later, PeriodProblem)
    assert later.last == date(2022, 12, 31)


@given(st.sampled_from(period_ids()), st.integers(1901, 2100))
def test_a_period_of_a_year_lies_in_it(ident: str, year: int) -> None:
    found = report_period(PeriodKind(ident), parse_period(str(year)))
    assert not isinstance(found, PeriodProblem)
    assert date(year, 1, 1) <= found.first <= found.last <= date(year, 12, 31)
    assert read_period_kind(ident) == PeriodKind(ident)
