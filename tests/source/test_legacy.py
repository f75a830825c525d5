"""Old letters: every table reads back whole sentences."""

from __future__ import annotations

import pytest

from thidua_cli.source.legacy import decode_tcvn3, decode_viscii, decode_vni, is_syllable, reading_score


def test_tcvn3_reads_every_letter() -> None:
    read = decode_tcvn3("¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ")
    assert read == "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ñaûng boä ñöôïc", "Đảng bộ được"),
        ("KEÁ HOAÏCH", "KẾ HOẠCH"),
        ("ngöôøi lao ñoäng, kyõ thuaät, nghæ, Myõ, toâi, tôø", "người lao động, kỹ thuật, nghỉ, Mỹ, tôi, tờ"),
        ("naêm taëng, ngaén, kyû luaät", "năm tặng, ngắn, kỷ luật"),
    ],
)
def test_vni_reads_marks_after_their_letters(written: str, read: str) -> None:
    assert decode_vni(written) == read


def test_viscii_reads_by_its_registered_table() -> None:
    assert decode_viscii("K\xaa ho\xd5ch \xf0\xb5ng vi\xean") == "Kế hoạch động viên"


@pytest.mark.parametrize(
    "word",
    [
        "Kế",
        "hoạch",
        "nghiệm",
        "quyết",
        "khuỷu",
        "giếng",
        "ĐƯỢC",
        "yêu",
        "quốc",
        "ý",
        "xuyên",
        "khoẻ",
        "khỏe",
        "quý",
        "gì",
    ],
)
def test_vietnamese_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["Ké·t", "strength", "hoqch", "Wordđ", "kếé", "hòá", "bcd", "école", "ñandú"]
)
def test_other_words(word: str) -> None:
    assert not is_syllable(word)


def test_a_reading_is_scored_by_its_marked_words() -> None:
    assert reading_score("Kế hoạch thi dua") == (2, "Kế")
    assert reading_score("Kế zöld") == (0, "Kế")
    assert reading_score("plain words only") == (0, "")
