from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from thidua_cli.reporting.actuals.actual import Actual, Unread, read_actual
from thidua_cli.tables.table import StoredNumber


@pytest.mark.parametrize(
    ("text", "figure", "unit", "change", "word"),
    [
        ("92,5%", Fraction(185, 2), "%", False, ""),
        ("19.700 tỷ đồng", 19700, "tỷ đồng", False, ""),
        ("11/12", Fraction(275, 3), "%", False, ""),
        ("11/12 đơn vị", Fraction(275, 3), "%", False, ""),
        ("tăng 9%", 9, "%", True, ""),
        ("giảm 31,3%", Fraction(-313, 10), "%", True, ""),
        ("-2%", -2, "%", True, ""),
        ("đạt", None, "", False, "met"),
        ("Chưa đạt", None, "", False, "not_met"),
        ("Không có", None, "", False, "none"),
        ("Hoàn thành tốt nhiệm vụ", None, "", False, "Hoàn thành tốt nhiệm vụ"),
    ],
)
def test_read(text: str, figure: Fraction | None, unit: str, change: bool, word: str) -> None:
    found = read_actual(text)
    assert isinstance(found, Actual)
    assert (found.figure, found.unit, found.change, found.word) == (figure, unit, change, word)
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("57,500", "ambiguous"),
        ("khoảng 90%", "bound"),
        ("trên 90%", "bound"),
        ("từ 15 đến 20%", "bound"),
        ("95% (ước)", "unit"),
        ("3/0", "no_whole"),
        ("12.34.5%", ""),
        ("9" * 300, "long"),
    ],
)
def test_unread(text: str, reason: str) -> None:
    assert read_actual(text) == Unread(reason)


@pytest.mark.parametrize("text", ["", " - ", "…", "..."])
def test_blank(text: str) -> None:
    assert read_actual(text) is None


@pytest.mark.parametrize(
    "text", ["19.700,5 tỷ đồng, tăng 9%", "19.700,5 tỷ đồng (tăng 9%)", "19.700,5 tỷ đồng; +9%"]
)
def test_a_figure_and_its_change(text: str) -> None:
    found = read_actual(text)
    assert isinstance(found, Actual)
    assert (found.figure, found.unit, found.change) == (Fraction(39401, 2), "tỷ đồng", False)
    assert found.growth is not None
    assert (found.growth.figure, found.growth.unit, found.growth.change) == (9, "%", True)


def test_a_change_beside_the_unit_of_its_figure() -> None:
    found = read_actual("85, giảm 31,3%", "triệu USD")
    assert isinstance(found, Actual)
    assert (found.text, found.unit) == ("85 triệu USD, giảm 31,3%", "triệu USD")


@pytest.mark.parametrize("text", ["tăng 9%, giảm 3%", "19.700 tỷ đồng, tăng mạnh", "57,500 tỷ đồng, tăng 9%"])
def test_half_read_is_unread(text: str) -> None:
    assert isinstance(read_actual(text), Unread)


def test_units_beside_the_figure() -> None:
    assert read_actual("19.700", "tỷ đồng") == Actual("19.700 tỷ đồng", Fraction(19700), "tỷ đồng")
    assert read_actual("19.700 tỷ đồng", "Tỷ đồng") == Actual("19.700 tỷ đồng", Fraction(19700), "tỷ đồng")
    assert read_actual("19.700 tỷ đồng", "triệu đồng") == Unread("two_units")
    assert read_actual(StoredNumber(Decimal("57.5")), "tỷ đồng") == Actual(
        "57,5 tỷ đồng", Fraction(115, 2), "tỷ đồng"
    )
    assert read_actual(StoredNumber(Decimal("92.5"), percent=True)) == Actual("92,5%", Fraction(185, 2), "%")
