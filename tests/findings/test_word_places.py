"""Addresses in Word files, made, taken apart and put into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.findings.formats.words import cell_text, place_of
from thidua_cli.findings.span import Span
from thidua_cli.findings.word_places import address, section_address, word_place

NUMBERS = st.integers(1, 9999)
CELLS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), max_size=3)


@given(st.sampled_from(["body", "text-box", "footnote"]), NUMBERS, CELLS)
def test_an_address_is_read_as_it_was_made(
    story: str, number: int, cells: list[tuple[int, int, int]]
) -> None:
    assert word_place(address(story, number, cells)) == (story, "", tuple(cells), number)


@pytest.mark.parametrize(
    ("cell", "vi", "en"),
    [
        ("body:p12", "đoạn 12", "paragraph 12"),
        ("body:t1.r2.c1.p1", "bảng 1, hàng 2, cột 1", "table 1, row 2, column 1"),
        (
            "body:t1.r2.c1.t2.r1.c3.p4",
            "bảng 1, hàng 2, cột 1, bảng 2, hàng 1, cột 3, đoạn 4",
            "table 1, row 2, column 1, table 2, row 1, column 3, paragraph 4",
        ),
        ("header1:p1", "đầu trang", "header"),
        ("header3:p2", "đầu trang 3, đoạn 2", "header 3, paragraph 2"),
        ("footer2:t1.r1.c2.p1", "chân trang 2, bảng 1, hàng 1, cột 2", "footer 2, table 1, row 1, column 2"),
        ("text-box:p1", "khung chữ", "text box"),
        (section_address(2), "phần (section) 2", "section 2"),
        ("Sheet1!B7", "Sheet1!B7", "Sheet1!B7"),
    ],
)
def test_places_in_words(cell: str, vi: str, en: str) -> None:
    assert (cell_text(cell, "vi"), cell_text(cell, "en")) == (vi, en)


def test_the_file_stands_before_the_place() -> None:
    assert place_of(Span("a.docx", 0, cell="body:p2"), "vi") == "a.docx: đoạn 2"
    assert place_of(Span("a.csv", 2, cell="B2"), "vi") == "a.csv:B2"
    assert place_of(Span("a.docx", 0), "vi") == "a.docx"
