"""Tables of data: head, sums, groups, and columns that fit the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from docx.shared import Mm, Pt

from thidua_cli.document.blocks import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TOTALS = "@caption Xếp hạng\n| TT | Tên | Điểm |\n|--:|---|--:|\n|# Khối 1|\n| 1 | A | 2 |\n|= Cộng | | 2 |"


def test_head_and_rows(opened: Callable[..., Any], campaign: Callable[..., Document]) -> None:
    table = opened(campaign(14, 1)).word.tables[1]
    styles = [cell.paragraphs[0].style.name for cell in table.rows[1].cells]
    assert styles == ["Chữ trong bảng", "Số trong bảng"]
    repeated = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
    assert repeated == [True, False]
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)
    assert sum(cell.width for cell in table.rows[0].cells) == pytest.approx(Mm(165), abs=1300)


def test_totals_are_bold_and_bands_span_the_table(opened: Callable[..., Any]) -> None:
    _, band, line, total = opened(TOTALS).word.tables[0].rows
    cells = {name: row._tr.tc_lst for name, row in (("band", band), ("line", line), ("total", total))}
    assert [len(each) for each in cells.values()] == [1, 3, 3]
    assert band.cells[0].width == sum(cell.width for cell in line.cells)
    bold = [
        [run.bold for cell in row.cells for each in cell.paragraphs for run in each.runs]
        for row in (line, total)
    ]
    assert bold == [[None] * 3, [True] * 2]
    assert band.cells[0].paragraphs[0].runs[0].bold
    assert band.cells[0].paragraphs[0].paragraph_format.keep_with_next


def test_a_label_spans_the_empty_cells_before_its_sum(opened: Callable[..., Any]) -> None:
    rows = (
        opened("| TT | Tên | Mức | Điểm |\n|--|--|--|--:|\n| 1 | A | B | 2 |\n|= | Cộng | | 2 |")
        .word.tables[0]
        .rows
    )
    widths = [[cell.width for cell in row._tr.tc_lst] for row in rows]
    assert widths[2] == [widths[1][0], sum(widths[1][1:3]), widths[1][3]]
    assert [cell.paragraphs[0].style.name for cell in rows[1].cells] == [
        "Thứ tự trong bảng",
        "Chữ trong bảng",
        "Chữ trong bảng",
        "Số trong bảng",
    ]


@pytest.mark.parametrize(("count", "kept"), [(3, [True] * 3), (20, [True] * 2 + [None] * 17 + [True])])
def test_rows_stay_together(opened: Callable[..., Any], count: int, kept: list[bool | None]) -> None:
    """A short table whole with the words before it; of a long one neither the head nor one row alone."""
    word = opened("Mục nào cũng đạt.\n\n| A |\n" + "| 1 |\n" * count).word
    found = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in word.tables[0].rows]
    assert found == [*kept, None]
    assert word.paragraphs[0].paragraph_format.keep_with_next


def test_text_stands_apart_from_what_it_follows(opened: Callable[..., Any]) -> None:
    """Below a table and below the addressees there is more than the gap of a paragraph (6 pt)."""
    word = opened("@to Sở A\nĐoạn một.\n\n| A |\n| 1 |\n\n# Mục\nĐoạn hai.").word
    gaps = {each.text: each.paragraph_format.space_before for each in word.paragraphs}
    assert [gaps[text] for text in ("Đoạn một.", "MỤC", "Đoạn hai.")] == [Pt(12), Pt(12), None]


def test_a_caption_is_said_to_those_who_do_not_see(opened: Callable[..., Any]) -> None:
    captions = [each.get(f"{W}val") for each in opened(TOTALS).word.element.body.iter(f"{W}tblCaption")]
    assert captions == ["Xếp hạng"]


def test_a_table_of_a_head_alone(opened: Callable[..., Any]) -> None:
    (row,) = opened("| TT | Tên |").word.tables[0].rows
    assert [cell.text for cell in row.cells] == ["TT", "Tên"]


def test_a_gap_above_a_table_is_no_empty_line(opened: Callable[..., Any]) -> None:
    text, end = opened("Như sau.\n\n| A |\n| 1 |").word.paragraphs
    assert (text.paragraph_format.space_after, end.text) == (Pt(4), "")


def test_two_tables_stay_two(opened: Callable[..., Any]) -> None:
    word = opened("| A |\n| 1 |\n\n| B |\n| 2 |").word
    assert [str(each.tag).removeprefix(W) for each in word.element.body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_wide_table_has_smaller_type(opened: Callable[..., Any]) -> None:
    def styles(columns: int) -> set[str]:
        line = "| " + "1.000.000,25 | " * columns
        table = opened(f"{line}\n{line}").word.tables[0]
        return {cell.paragraphs[0].style.name for row in table.rows for cell in row.cells}

    assert styles(5) == {"Đầu bảng", "Chữ trong bảng"}
    assert styles(6) == {"Đầu bảng 12", "Chữ trong bảng 12"}
    assert styles(20) == {"Đầu bảng 10", "Chữ trong bảng 10"}


def test_a_table_on_a_lying_page_is_as_wide_as_its_text(opened: Callable[..., Any]) -> None:
    word = opened("@turn landscape\n| A | B |\n| 1 | 2 |").word
    assert sum(cell.width for cell in word.tables[0].rows[0].cells) == pytest.approx(Mm(297 - 45), abs=1300)
