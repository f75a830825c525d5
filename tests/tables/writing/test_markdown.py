"""Tables that GitHub renders."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thidua_cli.tables.writing.markdown import markdown_of, paragraph, plain
from thidua_cli.tables.writing.sheets import Band, Column, Kind, Sheet, Subtotal

COLUMNS = (
    Column("Hạng", Kind.CENTRED),
    Column("Đơn vị"),
    Column("Điểm", Kind.NUMBER, 2, over="Nhóm"),
)


def test_a_table_with_titles_total_and_notes() -> None:
    sheet = Sheet(
        "Tên",
        COLUMNS,
        [(1, "Sở A", Decimal("86.5"))],
        ("KẾT QUẢ", "- Năm"),
        ("1. Ghi chú",),
        (None, "Cộng", 9),
    )
    assert "".join(markdown_of(sheet)) == (
        "## KẾT QUẢ\n\n\\- Năm\n\n"
        "| Hạng | Đơn vị | Nhóm: Điểm |\n| :---: | --- | ---: |\n"
        "| 1 | Sở A | 86,50 |\n|  | **Cộng** | **9,00** |\n\n1\\. Ghi chú\n"
    )


def test_each_band_heads_a_table_of_its_own() -> None:
    rows = [Band("Cụm 1"), (1, "A", 1), Band("Cụm 2"), (1, "B", 2)]
    text = "".join(markdown_of(Sheet("Xếp hạng", COLUMNS, rows)))
    assert text.count("| Hạng |") == 2
    assert (
        text.index("### Cụm 1") < text.index("| 1 | A |") < text.index("### Cụm 2") < text.index("| 1 | B |")
    )


def test_a_subtotal_is_strong() -> None:
    text = "".join(markdown_of(Sheet("Xếp hạng", COLUMNS, [(1, "A", 1), Subtotal((None, "Cộng", 1))])))
    assert "|  | **Cộng** | **1,00** |" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", "a\\|b"),
        ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"),
        ("<script>", "\\<script\\>"),
        ("[a](http://x)", "\\[a\\](http://x)"),
        ("hai\ndòng", "hai<br>dòng"),
        ("@ai #12", "@<!-- -->ai #<!-- -->12"),
        ("\x1b[31m\u202e", "\\\\x1b\\[31m\\\\u202e"),
        ("-1,5", "-1,5"),
    ],
)
def test_nothing_in_a_cell_is_taken_for_markup(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"), [("- a", "\\- a"), ("+ a", "\\+ a"), ("12) a", "12\\) a"), ("# a", "# a")]
)
def test_nothing_at_the_start_of_a_line_is_taken_for_markup(text: str, shown: str) -> None:
    assert paragraph(text) == shown
