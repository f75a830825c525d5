"""Widths of text against the known metrics of Times New Roman."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.document.fixed_words import MOTTO, NATION
from thidua_cli.document.typesetting.measure import Face, face_of, floor_twips, twips


@pytest.mark.parametrize(
    ("text", "face", "millimetres"),
    [
        (NATION, Face(12, bold=True), 88.3),
        (NATION, Face(13, bold=True), 95.7),
        (MOTTO, Face(13, bold=True), 56.1),
        (MOTTO, Face(14, bold=True), 60.5),
        ("Hà Nội, ngày 05 tháng 01 năm 2026", Face(14, italic=True), 72.2),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026", Face(14, italic=True), 106.3),
    ],
)
def test_known_widths(text: str, face: Face, millimetres: float) -> None:
    assert face.width(text) / 1440 * 25.4 == pytest.approx(millimetres, abs=0.1)


def test_capitals_are_measured_as_printed() -> None:
    assert face_of("Issuer", 14).width("Sở Công Thương") == Face(13, bold=True).width("SỞ CÔNG THƯƠNG")


def test_twips_never_fall_below_the_bound() -> None:
    assert (twips(Decimal(15)), floor_twips(Decimal(20))) == (851, 1133)


WORDS = st.lists(st.text(alphabet="abcdđơưÂN", min_size=1, max_size=8), min_size=1, max_size=12).map(" ".join)


@given(WORDS, st.integers(2000, 9000))
@settings(deadline=None, max_examples=60)
def test_balanced_lines_are_as_few_and_no_wider(text: str, room: int) -> None:
    face = Face(14)
    width = face.balanced(text, room)
    assert width <= room
    assert face.line_count(text, width) == face.line_count(text, room)
    assert face.longest_line(text, width) <= width


def test_balanced_lines_are_alike() -> None:
    text = "Phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022"
    face = face_of("Subject", 14)
    first, second = face._lines(text, face.balanced(text, 9300))
    assert min(first, second) / max(first, second) > 0.85
