"""Text in one line of a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.findings.formats.display import HARMFUL, excerpt, printable, width


@pytest.mark.parametrize(
    ("text", "shown", "columns"),
    [
        ("Đơn vị", "Đơn vị", 6),
        (unicodedata.normalize("NFD", "Đơn vị"), unicodedata.normalize("NFD", "Đơn vị"), 6),
        ("株式", "株式", 4),
        ("a\tb", "a    b", 6),
        ("\x1b[31m", "\\x1b[31m", 8),
        ("a\u202eb", "a\\u202eb", 8),
        ("a\ud800", "a\\ud800", 7),
        ("a\nb", "a\\nb", 4),
    ],
)
def test_printable_and_width(text: str, shown: str, columns: int) -> None:
    assert printable(text) == shown
    assert width(shown) == columns


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        ("  value: 15%", 9, 12, ("  value: 15%", 9, 3)),
        ("株式: x", 4, 5, ("株式: x", 6, 1)),
        ("\tx", 1, 2, ("    x", 4, 1)),
        ("a: b", 2, 2, ("a: b", 2, 1)),
        ("a", 50, 90, ("a", 1, 1)),
        ("", 0, 0, ("", 0, 1)),
        ("abc", -4, 99, ("abc", 0, 3)),
    ],
)
def test_excerpt(line: str, start: int, end: int, expected: tuple[str, int, int]) -> None:
    assert excerpt(line, start, end) == expected


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 5000 + "HERE" + "y" * 5000
    text, before, carets = excerpt(line, 5000, 5004)
    assert text[before : before + carets] == "HERE"
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) < 120
    assert excerpt("x" * 500, 0, 400)[2] == 110


@given(st.text(max_size=300), st.integers(-5, 320), st.integers(-5, 320))
def test_the_caret_never_leaves_the_line_by_more_than_one(line: str, start: int, end: int) -> None:
    text, before, carets = excerpt(line, start, end)
    assert not any(unicodedata.category(character) in HARMFUL for character in text)
    assert before >= 0
    assert carets >= 1
    assert len(text) <= 2 + 10 * 110
