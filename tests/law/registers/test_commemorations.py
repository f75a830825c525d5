from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.law.registers.commemorations import commemorations


@pytest.mark.parametrize(
    ("ident", "origin", "years_in_2022"),
    [
        ("thanh-lap-dang", date(1930, 2, 3), 92),
        ("giai-phong-mien-nam", date(1975, 4, 30), 47),
        ("quoc-te-lao-dong", date(1886, 5, 1), 136),
        ("sinh-chu-tich-ho-chi-minh", date(1890, 5, 19), 132),
        ("loi-keu-goi-thi-dua", date(1948, 6, 11), 74),
        ("cach-mang-thang-tam", date(1945, 8, 19), 77),
        ("quoc-khanh", date(1945, 9, 2), 77),
        ("ra-di-tim-duong-cuu-nuoc", date(1911, 6, 5), 111),
        ("nganh-cong-thuong", date(1951, 5, 14), 71),
        ("tong-tuyen-cu", date(1946, 1, 6), 76),
    ],
)
def test_the_days_that_campaigns_name(ident: str, origin: date, years_in_2022: int) -> None:
    day = commemorations()[ident]
    assert day.origin == origin
    observed = day.observed_in(2022)
    assert observed is not None
    assert observed.year - origin.year == years_in_2022


def test_a_lunar_day_has_no_date_of_its_own() -> None:
    day = commemorations()["gio-to-hung-vuong"]
    assert (day.lunar, day.origin, day.observed_in(2022)) == (True, None, None)


@pytest.mark.parametrize(
    ("ident", "verified"),
    [
        ("thanh-lap-dang", True),
        ("quoc-te-lao-dong", False),
        ("tet-duong-lich", False),
        ("tong-tuyen-cu", False),
        # The sources give B/C: the lower grade counts.
        ("cong-doan-viet-nam", False),
        ("hoi-phu-nu", False),
        ("nha-giao-viet-nam", True),
    ],
)
def test_a_year_counts_only_when_verified(ident: str, verified: bool) -> None:
    assert commemorations()[ident].year_verified is verified
