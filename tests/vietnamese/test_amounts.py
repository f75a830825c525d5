from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.amounts import Amount, AmountError, AmountKind, parse_amount, parse_growth

QUICK = settings(deadline=None, max_examples=100)
K = AmountKind


def bounds(amount: Amount) -> tuple[AmountKind, str, str, str]:
    return amount.kind, str(amount.low), str(amount.high), amount.unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90%", (K.EXACTLY, "90", "90", "%")),
        ("90 %", (K.EXACTLY, "90", "90", "%")),
        ("90 phần trăm", (K.EXACTLY, "90", "90", "%")),
        ("90% cán bộ", (K.EXACTLY, "90", "90", "% cán bộ")),
        ("0", (K.EXACTLY, "0", "0", "")),
        ("đạt 19.663 tỷ đồng", (K.EXACTLY, "19663", "19663", "tỷ đồng")),
        ("174.186,0 tỷ đồng", (K.EXACTLY, "174186.0", "174186.0", "tỷ đồng")),
        ("4.401 triệu USD", (K.EXACTLY, "4401", "4401", "triệu USD")),
        ("12 đơn vị", (K.EXACTLY, "12", "12", "đơn vị")),
        ("100 m2", (K.EXACTLY, "100", "100", "m2")),
        ("tăng 8,76%", (K.EXACTLY, "8.76", "8.76", "%")),
        ("từ 80%", (K.AT_LEAST, "80", "None", "%")),
        ("từ 80% trở lên", (K.AT_LEAST, "80", "None", "%")),
        ("80% trở lên", (K.AT_LEAST, "80", "None", "%")),
        ("từ 05 trở lên đơn vị", (K.AT_LEAST, "5", "None", "đơn vị")),
        ("ít nhất 01 ngày lương", (K.AT_LEAST, "1", "None", "ngày lương")),
        ("Tối thiểu 15%", (K.AT_LEAST, "15", "None", "%")),
        ("không dưới 15%", (K.AT_LEAST, "15", "None", "%")),
        (">= 70%", (K.AT_LEAST, "70", "None", "%")),
        ("≥70%", (K.AT_LEAST, "70", "None", "%")),
        ("at least 70%", (K.AT_LEAST, "70", "None", "%")),
        ("trên 50%", (K.MORE_THAN, "50", "None", "%")),
        ("> 50%", (K.MORE_THAN, "50", "None", "%")),
        ("dưới 3%", (K.LESS_THAN, "None", "3", "%")),
        ("<3%", (K.LESS_THAN, "None", "3", "%")),
        ("không quá 15%", (K.AT_MOST, "None", "15", "%")),
        ("tối đa 15%", (K.AT_MOST, "None", "15", "%")),
        ("không vượt quá 15%", (K.AT_MOST, "None", "15", "%")),
        ("<= 15%", (K.AT_MOST, "None", "15", "%")),
        ("từ 15% trở xuống", (K.AT_MOST, "None", "15", "%")),
        ("từ 15 đến 20%", (K.RANGE, "15", "20", "%")),
        ("15 - 20%", (K.RANGE, "15", "20", "%")),
        ("15–20%", (K.RANGE, "15", "20", "%")),
        ("từ 15% đến 20%", (K.RANGE, "15", "20", "%")),
        ("từ 01 đến 02 đơn vị", (K.RANGE, "1", "2", "đơn vị")),
        ("Từ 03 tập thể đến 05 tập thể", (K.RANGE, "3", "5", "tập thể")),
        ("từ -5 đến -3%", (K.RANGE, "-5", "-3", "%")),
        ("đạt", (K.MET, "None", "None", "")),
        ("Hoàn thành", (K.MET, "None", "None", "")),
        ("có", (K.MET, "None", "None", "")),
        ("không", (K.NONE, "None", "None", "")),
        ("Không  có", (K.NONE, "None", "None", "")),
    ],
)
def test_read(text: str, expected: tuple[AmountKind, str, str, str]) -> None:
    amount = parse_amount(text)
    assert bounds(amount) == expected
    assert replace(amount, low=None, high=None) == Amount("", amount.kind, unit=amount.unit)
    assert amount.text == text


@pytest.mark.parametrize(
    "text",
    [
        "từ 20 đến 25 cá nhân trở lên",
        "tối thiểu từ 15 đến 20%",
        "từ 20 đến 15%",
        "trên 50% trở lên",
        "không quá 15% trở lên",
        "ít nhất tối đa 5%",
    ],
)
def test_contradictory(text: str) -> None:
    amount = parse_amount(text)
    assert amount.contradictory
    assert not amount.computable


def test_an_equal_range_is_no_contradiction() -> None:
    assert parse_amount("từ 5 đến 5%").computable


def test_an_ambiguous_figure_computes_nothing() -> None:
    amount = parse_amount("57,500 tỷ đồng")
    assert amount.readings == (Decimal("57.5"), Decimal(57500))
    assert (amount.figure, amount.figures, amount.computable, amount.ambiguous) == (None, (), False, True)
    assert amount.unit == "tỷ đồng"


def test_one_ambiguous_end_makes_the_range_ambiguous() -> None:
    amount = parse_amount("từ 5 đến 57,500")
    assert (amount.kind, amount.low, amount.high, amount.ambiguous) == (K.RANGE, None, None, True)


@pytest.mark.parametrize(
    ("text", "figure", "figures"),
    [
        ("90%", 90, (90,)),
        ("từ 80% trở lên", 80, (80,)),
        ("không quá 15%", 15, (15,)),
        ("từ 15 đến 20%", None, (15, 20)),
        ("12 đơn vị", 12, (12,)),
        ("đạt", None, ()),
        ("không", None, ()),
    ],
)
def test_figures(text: str, figure: int | None, figures: tuple[int, ...]) -> None:
    amount = parse_amount(text)
    assert (amount.figure, amount.figures) == (figure, figures)
    assert amount.computable is bool(figures)


def test_notes_on_the_figure() -> None:
    assert parse_amount("khoảng 100").approximate
    assert parse_amount("8.76%").foreign
    assert parse_amount("giảm 31,2%").falling
    assert not parse_amount("tăng 31,2%").falling


def test_amounts_read_alike_are_equal() -> None:
    assert parse_amount("90 %") == parse_amount("90%")
    assert parse_amount("từ 80%") != parse_amount("80%")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("abc", "no_number"),
        ("phấn đấu đạt cao", "no_number"),
        ("90%, trừ lãnh đạo", "note"),
        ("90% (trừ lãnh đạo)", "note"),
        ("90% năm 2022", "two_numbers"),
        ("15-20-25%", "two_numbers"),
        ("2/3 đơn vị", "fraction"),
        ("15% đến 20 đơn vị", "units"),
        ("từng 5%", "malformed"),
        ("5-", "malformed"),
        ("1.2.3%", "grouping"),
        ("1,234.5", "foreign_grouping"),
        ("８％", "digits"),
        ("9" * 30, "too_long"),
        ("9" * 300, "too_long"),
    ],
)
def test_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(AmountError) as caught:
        parse_amount(text)
    assert caught.value.reason == reason


WORDS = st.sampled_from(
    ["từ", "đến", "ít nhất", "trở lên", "%", "15", "20,5", "57,500", "-", "tỷ đồng", "giảm", ",", "đạt"]
)


@QUICK
@given(st.text() | st.lists(WORDS, max_size=7).map(" ".join))
def test_any_text_gives_an_amount_or_its_own_error(text: str) -> None:
    for parse in (parse_amount, parse_growth):
        with suppress(AmountError):
            amount = parse(text)
            assert amount.text == text


@pytest.mark.parametrize(
    ("text", "falling", "figures"),
    [
        ("8,76%", False, ("8.76",)),
        ("tăng 8,76%", False, ("8.76",)),
        ("giảm 31,2%", True, ("31.2",)),
        ("-31,2%", True, ("31.2",)),
        ("tăng ít nhất 5%", False, ("5",)),
        ("tăng từ 8 đến 10%", False, ("8", "10")),
        ("từ -5 đến -3%", True, ("3", "5")),
        ("từ -2 đến 3%", False, ("-2", "3")),
        ("0%", False, ("0",)),
    ],
)
def test_growth(text: str, falling: bool, figures: tuple[str, ...]) -> None:
    growth = parse_growth(text)
    assert growth.falling is growth.amount.falling is falling
    assert growth.amount.figures == tuple(map(Decimal, figures))


def test_a_negative_floor_is_a_ceiling_of_the_fall() -> None:
    assert parse_growth("ít nhất -5%").amount.kind is AmountKind.AT_MOST
    assert parse_growth("giảm ít nhất 5%").amount.kind is AmountKind.AT_LEAST


@pytest.mark.parametrize("text", ["giảm -5%", "tăng -5%"])
def test_two_signs_contradict(text: str) -> None:
    assert parse_growth(text).amount.contradictory


@pytest.mark.parametrize("text", ["đạt", "không"])
def test_a_word_is_no_growth(text: str) -> None:
    with pytest.raises(AmountError) as caught:
        parse_growth(text)
    assert caught.value.reason == "no_number"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("0,9", True),
        ("từ 0,15 đến 0,2", True),
        ("13,5", True),
        ("13,0", False),
        ("0,9%", False),
        ("0,9 điểm", False),
        ("9", False),
        ("1,500", False),
        ("đạt", False),
    ],
)
def test_decimals_without_a_unit_lack_one(text: str, missing: bool) -> None:
    assert parse_amount(text).unit_missing is missing
