"""Columns of a table: short ones stay short, words stay whole, and all of the room is used."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.document.blocks import Run, Table
from thidua_cli.document.docx.columns import columns_of
from thidua_cli.document.typesetting.looks import FIXED
from thidua_cli.document.typesetting.measure import Face

ROOM = 9354  # twips: 165 mm


def cells(*texts: str) -> tuple[tuple[Run, ...], ...]:
    return tuple((Run(text),) for text in texts)


def test_a_short_column_stays_short() -> None:
    table = Table(cells("TT", "Chỉ tiêu", "Mức"), (cells("1", "Giá trị sản xuất công nghiệp", "19.663"),))
    number, name, amount = columns_of(table, 9000, 14).widths
    assert number + name + amount == 9000
    assert number < 800 < amount < 1400


def test_given_widths_are_shares() -> None:
    assert columns_of(Table(cells("a", "b"), (), widths=(1, 2)), 900, 14).widths == [300, 600]


def test_no_given_width_is_below_the_longest_word() -> None:
    head = cells("Hạng", "Đơn vị", "Xếp loại")
    rows = (cells("Không xếp", "Trung tâm Dịch vụ việc làm", "Chưa xếp loại"),)
    rank, *others = columns_of(Table(head, rows, widths=(1, 30, 20)), ROOM, 14).widths
    assert Face(13, bold=True).width("Hạng") + 170 < rank < 1200
    assert rank + sum(others) == ROOM
    assert columns_of(Table(head, rows, widths=(1, 30, 20)), ROOM, 14).size == "table"


def test_a_column_without_a_share_is_measured() -> None:
    head = cells("TT", "Họ và tên", "Thành tích", "Năm sinh")
    rows = (cells("1", "Nguyễn Văn A", "Chiến sĩ thi đua " * 9, "1975"),)
    number, name, merit, year = columns_of(Table(head, rows, widths=(0, 3, 6, 0)), ROOM, 14).widths
    assert number < 700
    assert year < 1000
    assert merit == pytest.approx(2 * name, abs=9)


def test_heads_of_many_lines_make_the_type_smaller() -> None:
    head = cells("Đơn vị", *["Hồ sơ thủ tục hành chính được giải quyết đúng hạn (tối đa 15)"] * 6)
    assert columns_of(Table(head, ()), ROOM, 14).size != "table"
    assert columns_of(Table(head[:4], ()), ROOM, 14).size == "table"


def test_a_long_text_leaves_room_for_the_words_of_the_others() -> None:
    table = Table(
        cells("TT", "Nội dung", "Ghi chú"), (cells("1", "Nội dung rất dài " * 60, "Hoàn thành xuất sắc"),)
    )
    _, long, note = columns_of(table, ROOM, 14).widths
    assert note > Face(13).width("thành") + 170
    assert long > ROOM // 2


def test_a_long_head_leaves_room_for_the_texts() -> None:
    """A head takes several lines before a text of the rows does."""
    head = cells("Đơn vị", *(f"Tiêu chí {number}: hoàn thành nhiệm vụ chính trị" for number in range(4)))
    table = Table(
        head, (cells("Phòng Quản lý công nghiệp", "1", "2", "3", "4"),), numeric=frozenset({1, 2, 3, 4})
    )
    assert columns_of(table, ROOM, 14).widths[0] > Face(13).width("Phòng Quản lý công nghiệp")


def test_a_monstrous_word_leaves_room_for_others() -> None:
    table = Table(cells("a", "b"), (cells("x" * 500, "chữ"),))
    monster, other = columns_of(table, 9000, 14).widths
    assert monster + other == 9000
    assert other > Face(13).width("chữ")


TEXTS = st.text(alphabet="aMđ 1,.", max_size=30)


@given(
    st.integers(1, 24).flatmap(
        lambda n: st.lists(st.lists(TEXTS, min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
@settings(deadline=None, max_examples=80)
def test_columns_fill_the_room_and_hold_their_words(lines: list[list[str]]) -> None:
    table = Table(cells(*lines[0]), tuple(cells(*line) for line in lines[1:]))
    columns = columns_of(table, ROOM, 14)
    assert sum(columns.widths) == ROOM
    assert min(columns.widths) > 0
    size = FIXED.get(columns.size, 13)
    if size > 10:  # in the smallest type words may have to break
        for column, width in enumerate(columns.widths):
            for line in lines[1:]:
                for word in line[column].split(" "):
                    assert min(Face(size).width(word), ROOM // 3 - 300) <= width
