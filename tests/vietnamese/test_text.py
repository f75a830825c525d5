from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.text import (
    fold,
    lower_first,
    nearest,
    nfc,
    plain_dashes,
    sentence_case,
    slug,
    squeeze,
    unaccent,
    upper_case,
)

QUICK = settings(deadline=None, max_examples=60)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà bình", "hòa bình"),
        ("UỶ BAN", "Ủy ban"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("qúy", "quý"),
        ("Thi đua – Khen thưởng", "Thi đua - Khen thưởng"),
        ("“Chung tay”", '"Chung tay"'),
        ("Đơn\u00a0 vị ", "đơn vị"),
        (unicodedata.normalize("NFD", "Quyết định"), "quyết định"),
    ],
)
def test_fold_joins_what_people_read_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chiến sỹ", "chiến sĩ"),
        ("tỉnh", "tính"),
        ("hoán", "hoàn"),
        ("quỳ", "quý"),
        ("loà", "loá"),
        ("đo", "do"),
    ],
)
def test_fold_keeps_different_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("word", ["hoàn", "quý", "toán", "khuyến", "ngoài"])
def test_fold_moves_no_tone_inside_a_syllable(word: str) -> None:
    assert fold(word) == word


@QUICK
@given(st.text())
def test_fold_is_stable_and_composed(text: str) -> None:
    assert fold(fold(text)) == fold(text) == nfc(fold(text))


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Đơn vị", "Don vi"), ("Ưu điểm của đường", "Uu diem cua duong"), ("ABC 12", "ABC 12"), ("", "")],
)
def test_unaccent(text: str, bare: str) -> None:
    assert unaccent(text) == bare


@pytest.mark.parametrize(
    ("text", "name"),
    [("Đơn vị số 1", "don-vi-so-1"), ("  Thi đua – Khen thưởng  ", "thi-dua-khen-thuong"), ("“…”", "")],
)
def test_slug(text: str, name: str) -> None:
    assert slug(text) == name


@QUICK
@given(st.text())
def test_slug_is_an_ascii_name(text: str) -> None:
    made = slug(text)
    assert made.isascii()
    assert made == made.strip("-")
    assert slug(made) == made


def test_nearest_puts_the_closest_first_and_ignores_marks() -> None:
    assert nearest("chi tieu", ["tiêu chí", "chỉ tiêu", "báo cáo"])[0] == "chỉ tiêu"
    assert nearest("mucdich", ["mục đích"], 0.9) == ["mục đích"]
    assert nearest("MỤC  ĐÍCH", ["muc dich"], 0.99) == ["muc dich"]
    assert nearest("xyz", ["chỉ tiêu"]) == []
    assert len(nearest("muc", ["mục a", "mục b", "mục c", "mục d"], 0.1)) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đoàn kết", "Đoàn kết"),
        ("“ổn định” và phát triển", "“Ổn định” và phát triển"),
        ("05 năm", "05 năm"),
        ("uỷ ban Nhân dân", "Uỷ ban Nhân dân"),
        ("…", "…"),
        ("", ""),
    ],
)
def test_sentence_case(text: str, expected: str) -> None:
    assert sentence_case(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đơn vị", "đơn vị"),
        ("UBND tỉnh", "UBND tỉnh"),
        ("(Các phòng)", "(các phòng)"),
        ("Ở Hà Nội", "ở Hà Nội"),
        ("", ""),
    ],
)
def test_lower_first(text: str, expected: str) -> None:
    assert lower_first(text) == expected


def test_upper_case_composes() -> None:
    assert upper_case(unicodedata.normalize("NFD", "Kế hoạch")) == "KẾ HOẠCH"


def test_plain_dashes_keeps_every_place() -> None:
    assert plain_dashes("a–b—c‐d−e") == "a-b-c-d-e"


def test_squeeze_folds_every_kind_of_space() -> None:
    assert squeeze(" ngày\u00a009\n tháng\t3 ") == "ngày 09 tháng 3"
