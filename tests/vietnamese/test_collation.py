from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.collation import ALPHABET_FOR_POINTS, collation_key, point_letter

QUICK = settings(deadline=None, max_examples=60)


@pytest.mark.parametrize(
    "ordered",
    [
        list("aăâbcdđeêghiklmnoôơpqrstuưvxy"),
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["Đơn vị 2", "Đơn vị 10", "Đơn vị 100"],
        ["Phòng 9", "Phòng A"],
        ["Phòng 02", "Phòng 3", "Phòng 010", "Phòng 11"],
        ["αz", "βa"],
        ["dân", "đan", "đàn", "em"],
        ["an", "anh", "ăn", "ân"],
        ["hòa", "hoan"],
        ["Sở Công Thương", "Sở Giáo dục và Đào tạo", "Sở Nội vụ", "Sở Y tế"],
        ["cá nhân", "cả nước"],
        ["tỉnh", "Tỉnh"],
        ["", "a"],
        ["Ban", "Ban Tổ chức", "Bang"],
    ],
)
def test_dictionary_order(ordered: list[str]) -> None:
    shuffled = ordered[:]
    random.Random(7).shuffle(shuffled)  # noqa: S311 - no secret
    assert sorted(shuffled, key=collation_key) == ordered


def test_letters_weigh_more_than_tones() -> None:
    assert collation_key("má") < collation_key("man")
    assert collation_key("mạ") < collation_key("mâ")


def test_composed_and_decomposed_text_sort_alike() -> None:
    assert collation_key(unicodedata.normalize("NFD", "Đặng Thị Ổn")) == collation_key("Đặng Thị Ổn")


def test_a_huge_figure_is_no_trouble() -> None:
    assert collation_key("9" * 6000) < collation_key("1" + "0" * 6000)


NAMES = st.lists(
    st.text(st.sampled_from("aăâáạbđoôơưAĐ 019-_五ß."), max_size=6) | st.text(max_size=4), max_size=8
)


@QUICK
@given(NAMES, st.randoms(use_true_random=False))
def test_the_order_is_total_and_free_of_the_input_order(names: list[str], chance: random.Random) -> None:
    names = [unicodedata.normalize("NFC", name).strip() for name in names]
    shuffled = names[:]
    chance.shuffle(shuffled)
    assert sorted(names, key=collation_key) == sorted(shuffled, key=collation_key)
    assert len({collation_key(name) for name in names}) == len(set(names))


def test_point_letters() -> None:
    assert "".join(ALPHABET_FOR_POINTS) == "abcdđeghiklmnopqrstuvxy"
    assert [point_letter(place) for place in (0, 4, 6, 22)] == ["a", "đ", "g", "y"]
    assert [point_letter(place) for place in (23, 24, 45, 46)] == ["aa", "ab", "ay", "ba"]
    with pytest.raises(ValueError, match="-1"):
        point_letter(-1)
