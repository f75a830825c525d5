"""Where lines may break: never inside a compound or a place, never before a dash."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.document.typesetting import binding
from thidua_cli.document.typesetting.balance import LINE_BREAK, balanced
from thidua_cli.document.typesetting.binding import HARD_SPACE, bound_name, bound_text
from thidua_cli.document.typesetting.measure import face_of
from thidua_cli.vietnamese.compiled_words import compiled_words

COLUMN = 3850  # twips: the left column of a letterhead


def lines(style: str, text: str, room: int) -> list[str]:
    """The lines as a word processor fills them, in capitals where the style prints them."""
    bound, width = balanced(style, text, room, 14)
    face, found = face_of(style, 14), []
    for part in bound.split(LINE_BREAK):
        line = ""
        for word in part.split(" "):
            if line and face.width(f"{line} {word}") > width:
                found.append(line)
                line = word
            else:
                line = f"{line} {word}".lstrip()
        found.append(line)
    return [line.replace(HARD_SPACE, " ") for line in found]


@pytest.mark.parametrize(
    ("style", "text", "room", "expected"),
    [
        ("Issuer", "Hội đồng Thi đua - Khen thưởng", COLUMN, "Hội đồng/Thi đua - Khen thưởng"),
        ("Capacity", "TM. Hội đồng Thi đua-Khen thưởng", 4650, "TM. Hội đồng/Thi đua-Khen thưởng"),
        ("Capacity", "TM. Hội đồng Thi đua - Khen thưởng", 4650, "TM. Hội đồng/Thi đua - Khen thưởng"),
        ("Capacity", "TM. Hội đồng Thi đua - Khen thưởng", 3100, "TM. Hội đồng/Thi đua -/Khen thưởng"),
        ("Issuer", "Ủy ban nhân dân phường Lê Hồng Phong", COLUMN, "Ủy ban nhân dân/phường Lê Hồng Phong"),
        (
            "Parent",
            "Ủy ban nhân dân thành phố Phủ Lý, tỉnh Hà Nam",
            COLUMN,
            "Ủy ban nhân dân/thành phố Phủ Lý,/tỉnh Hà Nam",
        ),
        ("Issuer", "Ban Quản lý công trình dân dụng", 3300, "Ban Quản lý/công trình dân dụng"),
        ("Issuer", "Sở Lao động - Thương binh và Xã hội", COLUMN, "Sở Lao động -/Thương binh và Xã hội"),
        ("Capacity", "Trưởng phòng Tổ chức - Hành chính", 4650, "Trưởng phòng/Tổ chức - Hành chính"),
        ("Capacity", "Chủ tịch UBND TP. Hồ Chí Minh", 2600, "Chủ tịch UBND/TP. Hồ Chí Minh"),
        ("Capacity", "Trưởng ban Ban Thi đua - Khen thưởng", 5200, "Trưởng ban/Ban Thi đua - Khen thưởng"),
        ("Capacity", "TM. Ban Thường vụ", 2900, "TM. Ban/Thường vụ"),
        ("Issuer", "Ban Quản lý các khu công nghiệp", 2600, "Ban Quản lý các/khu công nghiệp"),
        ("Subject", "Ban Quản lý các khu công nghiệp", 2500, "Ban Quản lý/các khu công nghiệp"),
        (
            "Subject",
            "Phối hợp tổ chức phong trào thi đua “Đồng xanh, nhà sạch, ngõ đẹp” năm 2026",
            8700,
            "Phối hợp tổ chức phong trào thi đua/“Đồng xanh, nhà sạch, ngõ đẹp” năm 2026",
        ),
        (
            "Attached",
            "(Kèm theo Quyết định số 07/QĐ-UBND ngày 09 tháng 02 năm 2026 của Ủy ban phường Quy Nhơn Đông)",
            8700,
            "(Kèm theo Quyết định số 07_QĐ-UBND ngày 09 tháng 02 năm 2026/của Ủy ban phường Quy Nhơn Đông)",
        ),
    ],
)
def test_names_break_between_their_parts(style: str, text: str, room: int, expected: str) -> None:
    found = [line.replace("/", "_") for line in lines(style, text, room)]
    assert found == expected.split("/")


def test_a_name_that_fits_stays_as_it_is() -> None:
    assert balanced("Issuer", "Hội đồng Thi đua", COLUMN, 14) == ("Hội đồng Thi đua", COLUMN)


def test_what_is_too_long_for_a_line_is_torn_where_it_must() -> None:
    text = "thành phố Hồ Chí Minh"
    assert bound_name(text, lambda piece: len(piece) <= 12) == "thành\u00a0phố Hồ\u00a0Chí\u00a0Minh"
    assert bound_name(text, lambda _: False) == text
    assert bound_name(text, lambda _: True) == text.replace(" ", HARD_SPACE)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("từ ngày 09 tháng 3 năm 2022", "từ ngày~09 tháng~3 năm~2022"),
        ("trước ngày 25/6/2022 và tháng 6/2022", "trước ngày~25/6/2022 và tháng~6/2022"),
        ("theo Điều 5, khoản 2 và điểm đ Mục II", "theo Điều~5, khoản~2 và điểm~đ Mục~II"),
        ("Chỉ thị số 12/KH-SCT", "Chỉ thị số~12/KH-SCT"),
        ("kinh tế - xã hội", "kinh tế~- xã hội"),
        ("ngày thành lập, số lượng, năm học", "ngày thành lập, số lượng, năm học"),
        ("- Đầu dòng", "- Đầu dòng"),
    ],
)
def test_running_text(text: str, bound: str) -> None:
    assert bound_text(text) == bound.replace("~", HARD_SPACE)


WORDS = st.lists(
    st.sampled_from([*"abc", "-", "thi", "đua", "Khen", "thưởng,", "tỉnh", "Hà", "Nam", "TM.", "", "A-b"]),
    min_size=1,
    max_size=14,
)


@given(WORDS, st.integers(1, 30))
@settings(deadline=None, max_examples=150)
def test_only_spaces_change_and_every_piece_fits(words: list[str], most: int) -> None:
    text = " ".join(words)
    bound = bound_name(text, lambda piece: len(piece) <= most)
    assert bound.replace(HARD_SPACE, " ") == text
    pieces = bound.split(" ")
    # A dash stays with the word before it even where that is too long.
    ends = (piece.rstrip(f"-{HARD_SPACE}") for piece in pieces)
    assert all(len(piece) <= most or HARD_SPACE not in piece for piece in ends)


def test_the_list_of_compounds_is_in_order() -> None:
    named = compiled_words(binding.__file__)
    for names in named.values():
        assert len(names) == len(set(names))
        assert all(name == name.lower() for name in names)
    assert all(" " in name for name in named["compounds"])


@pytest.mark.parametrize(
    ("text", "broken"), [("TM. Hội đồng Thi đua-Khen thưởng", True), ("Thi đua-Khen", False)]
)
def test_a_line_begins_with_a_compound_that_holds_a_hyphen(text: str, broken: bool) -> None:
    """A word processor would break the line after the hyphen; where it begins no line, nothing is forced."""
    bound, _ = balanced("Capacity", text, 4650, 14)
    assert (f"{LINE_BREAK}Thi{HARD_SPACE}đua-Khen" in bound) is broken
    assert bound.count(LINE_BREAK) == broken


def test_a_hard_space_is_as_wide_as_a_space() -> None:
    face = face_of("Issuer", 14)
    assert face.width(f"a{HARD_SPACE}b") == face.width("a b")
