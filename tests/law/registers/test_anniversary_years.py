from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.law.pack import national
from thidua_cli.law.registers.anniversary_years import anniversary_year, kind_named, kinds
from thidua_cli.law.registers.commemorations import commemorations

NOW = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("years", "day", "which", "kind", "verified"),
    [
        (80, NOW, "quoc-khanh", "tron", True),
        (95, NOW, "thanh-lap-dang", "le-5", True),
        (81, NOW, "cach-mang-thang-tam", "khac", True),
        # Only the eight national days have a class of fives.
        (75, NOW, "cong-thuong", "khac", True),
        (75, NOW, None, "khac", True),
        (70, NOW, None, "tron", True),
        (0, NOW, None, "tron", True),
        (75, date(2018, 10, 14), None, "le-5", False),
        (75, date(2018, 10, 15), None, "khac", True),
        (80, date(2013, 12, 16), "quoc-khanh", "tron", True),
    ],
)
def test_kinds(years: int, day: date, which: str | None, kind: str, verified: bool) -> None:
    found = anniversary_year(years, day, which)
    assert found is not None
    assert (found.kind, found.verified) == (kind, verified)


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


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kỷ niệm Năm tròn ngày thành lập", ("tron", "năm tròn")),
        ("năm chẵn", ("tron", "năm chẵn")),
        ("năm lẻ 5", ("le-5", "năm lẻ 5")),
        ("Kỷ niệm 75 năm", None),
    ],
)
def test_the_kind_that_a_text_names(text: str, named: tuple[str, str] | None) -> None:
    assert kind_named(text) == named


def test_every_kind_has_a_name() -> None:
    assert {kind for item in national()["anniversary_years"] for kind in item["kinds"]} == set(kinds())
