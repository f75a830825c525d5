"""The head of page 1: names, rules, number and date, each in a place of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from thidua_cli.document.blocks import Document
from thidua_cli.document.components import Body, Letterhead
from thidua_cli.document.docx.letterhead import letterhead
from thidua_cli.document.docx.page import text_width
from thidua_cli.document.fixed_words import NATION
from thidua_cli.document.layout import RANGES, Layout
from thidua_cli.document.ooxml.names import W
from thidua_cli.document.typesetting.measure import face_of


def test_letterhead_table(opened: Callable[..., Any], campaign: Callable[..., Document]) -> None:
    table = opened(campaign(14, 1)).word.tables[0]
    assert [len(row.cells) for row in table.rows] == [2, 2]
    assert table.rows[1].cells[0].text.startswith("Số:")
    assert table.rows[1].cells[1].text.startswith("Hà Tĩnh")
    assert table.rows[0].cells[1].width >= Mm(97)
    xml = etree.tostring(table._element).decode()
    assert 'w:type="fixed"' in xml
    assert xml.count('w:val="nil"') == 6
    for grid, cell in zip(table.columns, table.rows[1].cells, strict=True):
        assert grid.width == cell.width


def rules(file: Any) -> list[float]:
    """Lengths of the rule lines in millimetres, in the order of the page."""
    rooms = [table.width.mm for table in file.word.tables[0].rows[0].cells] + [165.0]
    found = [item for item in file.paragraphs if item.style.name == "Đường kẻ"]
    edges = [item.paragraph_format for item in found]
    return [room - own.left_indent.mm - own.right_indent.mm for room, own in zip(rooms, edges, strict=True)]


def test_rule_lines(opened: Callable[..., Any], campaign: Callable[..., Document]) -> None:
    issuer, motto, title = rules(opened(campaign(14, 1)))
    # 62.4, 60.2 and 104.6 mm wide in Times New Roman bold of 13, 14 and 14 pt.
    assert 1 / 3 <= issuer / 62.4 <= 1 / 2
    assert motto == pytest.approx(60.2, abs=0.3)
    assert 1 / 3 <= title / 104.6 <= 1 / 2


def test_addressees(opened: Callable[..., Any], letter: Callable[..., Document]) -> None:
    assert opened(letter("Các phòng")).find("Kính gửi: Các phòng").text == "Kính gửi: Các phòng"
    several = [
        item.text
        for item in opened(letter("Sở A", "Sở B")).paragraphs
        if item.style.name in ("Kính gửi", "Nơi kính gửi")
    ]
    assert several == ["Kính gửi:", "- Sở A;", "- Sở B."]


@pytest.mark.parametrize("names", [("Sở A",), ("Sở A", "Sở B")])
def test_addressees_start_at_one_place_after_a_gap(
    opened: Callable[..., Any], letter: Callable[..., Document], names: tuple[str, ...]
) -> None:
    first = opened(letter(*names)).find("Kính gửi:")
    own = first.paragraph_format
    assert own.left_indent + (own.first_line_indent or 0) == pytest.approx(Mm(33), abs=700)
    assert first.style.paragraph_format.space_before == Pt(12)


def test_co_issuers_stand_apart(opened: Callable[..., Any]) -> None:
    bodies = (Body("Sở A", ("UBND tỉnh",)), Body("Đoàn B", ("Tỉnh đoàn",)), Body("Hội C"))
    word = opened(Document("a", "b", (Letterhead(bodies, "Số: 1", "Hà Nội"),))).word
    names = word.tables[0].rows[0].cells[0].paragraphs[:-1]
    assert [item.text for item in names] == ["UBND TỈNH", "SỞ A", "TỈNH ĐOÀN", "ĐOÀN B", "HỘI C"]
    assert [item.paragraph_format.space_before for item in names] == [None, None, Pt(6), None, Pt(6)]


def test_about_stands_below_the_number(opened: Callable[..., Any], letter: Callable[..., Document]) -> None:
    word = opened(letter("Sở A")).word
    cell = word.tables[0].rows[1].cells[0]
    assert [item.text.split()[0] for item in cell.paragraphs[:2]] == ["Số:", "V/v"]
    style = cell.paragraphs[1].style
    assert (style.font.bold, style.font.italic, style.font.size) == (False, False, Pt(13))
    assert style.paragraph_format.space_before == Pt(6)


@pytest.mark.parametrize(
    ("name", "place", "spans"),
    [
        ("Ủy ban nhân dân phường Lê Hồng Phong", "Hà Nam", False),
        ("Ủy ban nhân dân phường Lê Hồng Phong", "Phường Lê Hồng Phong", True),
        ("Sở Công Thương", "Phường Lê Hồng Phong", False),
    ],
)
def test_a_long_date_does_not_tear_a_name(
    opened: Callable[..., Any], name: str, place: str, spans: bool
) -> None:
    date = f"{place}, ngày 05 tháng 01 năm 2023"
    word = opened(Document("a", "b", (Letterhead((Body(name),), "Số: 1", date),))).word
    table = word.tables[0]
    assert (len(table.columns) == 3) == spans
    assert [len(row._tr.tc_lst) for row in table.rows] == [2, 2]
    assert table.rows[1].cells[-1].text == date
    for row in table.rows:
        assert sum(cell.width for cell in row._tr.tc_lst) == pytest.approx(Mm(165), abs=700)
    lines = re.split("[ \n]", table.rows[0].cells[0].paragraphs[0].text)
    assert "PHƯỜNG\u00a0LÊ\u00a0HỒNG\u00a0PHONG" in lines or name == "Sở Công Thương"


HEADS = [
    # markup, rows of the table, last lines of its left and right cell
    ("@issuer Sở A\n@number Số: 05/BB-SA", 1, "Số: 05/BB-SA", ""),
    ("@issuer Sở A", 1, "", ""),
    (
        "@issuer Sở A\n@place-date Hà Nội, ngày 05 tháng 01 năm 2026",
        1,
        "",
        "Hà Nội, ngày 05 tháng 01 năm 2026",
    ),
    ("@issuer Sở A\n@number Số: 1\n@place-date Hà Nội", 2, "Số: 1", "Hà Nội"),
    ("@number Số: 1\n@place-date Hà Nội", 2, "Số: 1", "Hà Nội"),
]


@pytest.mark.parametrize(("markup", "rows", "left", "right"), HEADS)
def test_a_head_without_date_or_number_has_one_row(
    opened: Callable[..., Any], markup: str, rows: int, left: str, right: str
) -> None:
    table = opened(markup).word.tables[0]
    assert len(table.rows) == rows
    assert [cell.paragraphs[-1].text for cell in table.rows[-1].cells] == [left, right]


def test_the_title_of_what_a_decision_issues(opened: Callable[..., Any]) -> None:
    word = opened("@type Quy chế\n@subject Thi đua\n@issued-with (Kèm theo Quyết định số 05/QĐ-SA)")
    assert [each.style.name for each in word.paragraphs] == [
        "Tên loại văn bản",
        "Trích yếu nội dung",
        "Kèm theo văn bản",
        "Đường kẻ",
    ]
    attached = word.paragraphs[2].style
    assert (attached.font.italic, attached.font.bold, attached.font.size) == (True, False, Pt(14))


def test_a_long_number_takes_the_room_that_the_date_leaves(opened: Callable[..., Any]) -> None:
    number = "Số: 15/KH-SNNMT-HND-HLHPN-ĐTN"
    block = Letterhead((Body("Sở A"),), number, "Gia Lai, ngày 03 tháng 02 năm 2026")
    upper, lower = opened(Document("a", "b", (block,))).word.tables[0].rows
    widths = [[cell.width.mm for cell in row._tr.tc_lst] for row in (upper, lower)]
    assert face_of("Number", 14).width(number) / 56.7 < widths[1][0]
    assert widths[0][0] < widths[1][0]
    assert [sum(each) for each in widths] == pytest.approx([165, 165], abs=1)


def test_a_name_never_touches_the_nation() -> None:
    """What stands on the left keeps away from the right edge of its column."""
    block = Letterhead((Body("Hội đồng Thi đua", ("Sở Nội vụ tỉnh Gia Lai",)),), "Số: 03/BB-HĐTĐ")
    room = text_width(Layout(left=Decimal(35), right=Decimal(20)))
    (table,) = letterhead(block, room, 14)
    left = next(table.iter(f"{W}tc"))
    edges = [int(each[0].find(f"{W}ind").get(f"{W}right")) for each in left.iter(f"{W}p")]
    assert len(edges) == 4
    assert min(edges) >= 160


LENGTHS = {
    side: st.decimals(*RANGES[side], places=1).map(lambda value: Decimal(str(value)))
    for side in ("left", "right")
}
PLACES = ["Hà Nội", "Thành phố Hồ Chí Minh", "Phường Thành Sen", "Đặc khu Phú Quốc"]
NUMBERS = ["Số: 05/KH-SA", "Số: 1234/QĐ-UBND", f"Số: {chr(160) * 8}/KH-KKTKT", ""]
NAMES = ["Sở A", "Ủy ban nhân dân phường Lê Hồng Phong", "Khối thi đua các cơ quan tham mưu tổng hợp"]


@given(
    st.builds(Layout, size=st.sampled_from([13, 14]), **LENGTHS),
    st.sampled_from(PLACES),
    st.sampled_from(NUMBERS),
    st.sampled_from(NAMES),
)
@settings(deadline=None, max_examples=80)
def test_nothing_wraps_that_must_not(layout: Layout, place: str, number: str, name: str) -> None:
    room = text_width(layout)
    date = f"{place}, ngày 29 tháng 12 năm 2026"
    block = Letterhead((Body(name, ("Ủy ban nhân dân tỉnh Hà Tĩnh",)),), number, date)
    (table,) = letterhead(block, room, layout.size)
    texts = {NATION: "Nation", date: "PlaceDate", number: "Number"}
    for row in table.iter(f"{W}tr"):
        widths = [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.iter(f"{W}tc")]
        assert sum(widths) == room
        for width, cell in zip(widths, row.iter(f"{W}tc"), strict=True):
            for line in cell.iter(f"{W}t"):
                if line.text in texts:
                    assert face_of(texts.pop(line.text), layout.size).width(line.text) <= width
    assert set(texts) <= {""}
