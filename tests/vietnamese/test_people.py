"""People in one line of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.vietnamese.people import NamedPerson, parse_person


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ông Nguyễn Văn An, Phó Giám đốc", ("Ông", "Nguyễn Văn An", "Phó Giám đốc")),
        ("bà  Lê Thị Bình – Trưởng phòng, Ủy viên", ("Bà", "Lê Thị Bình", "Trưởng phòng, Ủy viên")),
        ("Đ/c Trần Công.", ("Đồng chí", "Trần Công", "")),
        ("Bàng Văn Ông", ("", "Bàng Văn Ông", "")),
        (
            "Đại diện lãnh đạo Ban Thi đua - Khen thưởng",
            ("", "Đại diện lãnh đạo Ban Thi đua - Khen thưởng", ""),
        ),
        ("Ông", ("", "Ông", "")),
    ],
)
def test_ways_to_name_a_person(text: str, person: tuple[str, str, str]) -> None:
    assert parse_person(text) == NamedPerson(*person)


@given(st.text(max_size=40))
def test_no_text_is_refused(text: str) -> None:
    assert len(parse_person(text)) == 3
