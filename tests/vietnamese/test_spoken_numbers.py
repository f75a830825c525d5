"""Numbers and money in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.spoken_numbers import spoken, spoken_money

DIGITS = {
    word: value
    for value, words in enumerate(
        ("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín")
    )
    for word in words.split()
}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (1, "một"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (555, "năm trăm năm mươi lăm"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_010, "một nghìn không trăm mười"),
        (10_015, "mười nghìn không trăm mười lăm"),
        (447_000, "bốn trăm bốn mươi bảy nghìn"),
        (1_000_000, "một triệu"),
        (1_000_001, "một triệu không trăm linh một"),
        (1_050_000, "một triệu không trăm năm mươi nghìn"),
        (2_340_000, "hai triệu ba trăm bốn mươi nghìn"),
        (105_000_000, "một trăm linh năm triệu"),
        (1_000_000_000, "một tỷ"),
        (1_000_000_005, "một tỷ không trăm linh năm"),
        (1_020_000_000, "một tỷ không trăm hai mươi triệu"),
        (21_000_000_000, "hai mươi mốt tỷ"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (3_000_000_000_000_000, "ba triệu tỷ"),
        (10**18, "một tỷ tỷ"),
        (10**18 + 10**9, "một tỷ không trăm linh một tỷ"),
        (-15, "âm mười lăm"),
    ],
)
def test_a_number_is_read(number: int, words: str) -> None:
    assert spoken(number) == words


def test_the_south_says_le() -> None:
    assert spoken(1_000_105, "lẻ") == "một triệu một trăm lẻ năm"
    assert spoken(1_005, "lẻ") == "một nghìn không trăm lẻ năm"


@pytest.mark.parametrize(
    ("dong", "words"),
    [
        (0, "Không đồng"),
        (710_000, "Bảy trăm mười nghìn đồng"),
        (11_430_000, "Mười một triệu bốn trăm ba mươi nghìn đồng"),
        (-10_000, "Âm mười nghìn đồng"),
    ],
)
def test_money_begins_with_a_capital_and_ends_with_dong(dong: int, words: str) -> None:
    assert spoken_money(dong) == words


def heard(words: list[str]) -> int:
    """The number that words say: the reverse, found by another road."""
    if "tỷ" in words:
        last = len(words) - 1 - words[::-1].index("tỷ")
        return heard(words[:last]) * 10**9 + heard(words[last + 1 :])
    total = group = digit = 0
    for word in words:
        if word in DIGITS:
            digit = DIGITS[word]
        elif word == "mười":
            group, digit = group + 10, 0
        elif word in ("trăm", "mươi"):
            group, digit = group + digit * {"trăm": 100, "mươi": 10}[word], 0
        elif word in ("nghìn", "triệu"):
            scale = {"nghìn": 1_000, "triệu": 1_000_000}[word]
            total, group, digit = total + (group + digit) * scale, 0, 0
        else:
            assert word == "linh"
    return total + group + digit


@settings(deadline=None, max_examples=300)
@given(st.integers(min_value=0, max_value=10**17) | st.integers(min_value=0, max_value=10**6))
def test_what_is_said_can_be_heard(number: int) -> None:
    assert heard(spoken(number).split()) == number
