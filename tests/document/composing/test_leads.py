"""What was said before a reference is not said again in its wording."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.document.composing.leads import sentence_so_far, unrepeated
from thidua_cli.document.markup.values import literal, shown


@pytest.mark.parametrize(
    ("lead", "text", "left"),
    [
        ("Đăng ký ", "đăng ký danh hiệu", "danh hiệu"),
        ("Nội dung Đăng ký ", "đăng ký danh hiệu", "danh hiệu"),
        ("Báo cáo: ", "báo cáo quý I", "quý I"),
        ("các phong trào thi đua ", "phong trào thi đua “A”", "“A”"),
        ("Ngày ", "Ngày thành lập Đảng", "thành lập Đảng"),
        ("Đợt ", "Đợt 1 (từ đầu năm)", "1 (từ đầu năm)"),
        ("Các đợt: ", "Đợt 1 (từ đầu năm)", "Đợt 1 (từ đầu năm)"),
        ("Các đợt: ", "Đợt II", "Đợt II"),
        ("Việc ", "đăng ký", "đăng ký"),
        ("đăng ký ", "đăng ký", "đăng ký"),
        ("năm 2022 ", "2022 giờ", "2022 giờ"),
        ("Đăng ký, ", "đăng ký danh hiệu", "đăng ký danh hiệu"),
        ("", "đăng ký danh hiệu", "đăng ký danh hiệu"),
    ],
)
def test_repeated_words(lead: str, text: str, left: str) -> None:
    assert unrepeated(text, lead) == left
    assert shown(unrepeated(literal(text), lead)) == left


def test_a_repetition_over_the_border_of_a_value() -> None:
    text = f"phong trào {literal('thi đua')} {literal('A')}"
    assert shown(unrepeated(text, "phong trào thi đua ")) == "A"
    assert unrepeated(text, "phong trào thi đua ").endswith(literal("A"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("Một. Hai ", "Hai "), ("Chủ đề “A.” Hai", "Hai"), ("Số 34-CT/TW; hai", "Số 34-CT/TW; hai"), ("", "")],
)
def test_the_sentence_so_far(text: str, sentence: str) -> None:
    assert sentence_so_far(text) == sentence


WORDS = st.lists(st.sampled_from(["đăng", "ký", "a", "1", "“b”"]), max_size=6).map(" ".join)


@given(WORDS, WORDS)
@settings(deadline=None, max_examples=100)
def test_only_words_of_the_lead_are_left_out(lead: str, text: str) -> None:
    left = unrepeated(text, lead)
    assert text.endswith(left)
    assert bool(left) == bool(text)
    assert lead.endswith(text.removesuffix(left).rstrip())
