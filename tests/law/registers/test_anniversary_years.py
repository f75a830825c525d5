from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.law.pack import national
from thidua_cli.law.registers.anniversary_years import anniversary_year
from thidua_cli.law.registers.commemorations import commemorations

NOW = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("years", "day", "which", "kind", "ceremony", "verified"),
    [
        (80, NOW, "quoc-khanh", "tron", None, True),
        (95, NOW, "thanh-lap-dang", "le-5", None, True),
        (81, NOW, "cach-mang-thang-tam", "khac", None, True),
        # Only the eight national days have a class of fives.
        (75, NOW, "cong-thuong", "khac", False, True),
        (75, NOW, None, "khac", False, True),
        (70, NOW, None, "tron", True, True),
        (0, NOW, None, "tron", True, True),
        (75, date(2018, 10, 14), None, "le-5", None, False),
        (75, date(2018, 10, 15), None, "khac", False, True),
        (80, date(2013, 12, 16), "quoc-khanh", "tron", None, True),
    ],
)
def test_kinds(
    years: int, day: date, which: str | None, kind: str, ceremony: bool | None, verified: bool
) -> None:
    found = anniversary_year(years, day, which)
    assert found is not None
    assert (found.kind, found.ceremony, found.verified) == (kind, ceremony, verified)


def test_before_the_decree_nothing_is_known() -> None:
    assert anniversary_year(80, date(2013, 12, 15), "quoc-khanh") is None


def test_the_article_is_named() -> None:
    found = anniversary_year(70, NOW)
    assert found is not None
    assert found.basis.document == "Nghị định 111/2018/NĐ-CP"


def test_the_days_are_known() -> None:
    (great,) = (item["days"] for item in national()["anniversary_years"] if "days" in item)
    assert len(great) == 8
    assert set(great) <= set(commemorations())


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 500), st.sampled_from([None, "quoc-khanh"]))
def test_the_number_of_years_decides_by_its_last_digit(years: int, which: str | None) -> None:
    first, later = anniversary_year(years, NOW, which), anniversary_year(years + 10, NOW, which)
    assert first == later
