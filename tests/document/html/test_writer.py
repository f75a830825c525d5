"""The web page: every word in order, open to everyone, safe, and printed like the document."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from thidua_cli.document.blocks import Block, Chart, Document, Paragraph, Run, Series, Table
from thidua_cli.document.components import Appendix, Body, Closing, Letterhead, Signature
from thidua_cli.document.html.elements import VOID
from thidua_cli.document.html.writer import write_html
from thidua_cli.document.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Callable


class Nesting(HTMLParser):
    """Fails where an end tag does not close the element that is open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_words_stand_in_reading_order(decision: Document) -> None:
    page = html.document_fromstring(write_html(decision).decode())
    shown = words_of(page.find("body"))
    expected = [
        "UBND TỈNH HÀ TĨNH", "HỘI ĐỒNG THI ĐUA", "SỞ NỘI VỤ", "/QĐ-HĐTĐ", "KHẨN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Hà Tĩnh, ngày 09 tháng 3 năm 2026", "QUYẾT ĐỊNH Về việc ban hành Quy chế thi đua",
        "CHỦ TỊCH HỘI ĐỒNG", "Căn cứ Luật Thi đua, khen thưởng;", "Theo đề nghị của Sở Nội vụ.",
        "QUYẾT ĐỊNH:", "Điều 1. Ban hành", "Điều 2. Quyết định có [số ngày] để thi hành./.",
        "Nơi nhận:", "- UBND tỉnh (báo cáo);", "- Lưu: VT, KT (100b).", "TM. KHỐI KINH TẾ KỸ THUẬT",
        "KHỐI TRƯỞNG", "GIÁM ĐỐC SỞ CÔNG THƯƠNG", "Hoàng Văn Quảng", "Số 01 đường Nguyễn Tất Thành",
        "QUY CHẾ Thi đua", "(Kèm theo Quyết định số 05/QĐ-HĐTĐ)", "Phần I NHỮNG ĐIỀU CHUNG",
        "Chương I QUY ĐỊNH CHUNG", "Điều 1. Phạm vi điều chỉnh", "1. Quy chế này quy định:",
        "- Đối tượng", "+ Tập thể", "- Nguyên tắc", "Sở Công Thương", "95,5", "Cộng", "185,5",
        "Điểm tự chấm và thẩm định", "Hết./.", "Hoàng Văn Quảng", "THƯ KÝ", "Trần Thị Bình", "Nơi nhận:",
        "Phụ lục I BIỂU MẪU", "(Kèm theo Quy chế)", "I. MẪU ĐĂNG KÝ", "a) Tập thể", "Theo mẫu./.",
    ]  # fmt: skip
    place = 0
    for each in expected:
        found = shown.find(each, place)
        assert found >= 0, each
        place = found + len(each)


def test_it_is_one_sound_file_without_scripts_and_without_the_network(decision: Document) -> None:
    text = write_html(decision).decode()
    nesting = Nesting()
    nesting.feed(text.removeprefix("<!DOCTYPE html>"))
    assert nesting.open == []
    assert not re.search(r"<script|<link|<img|\ssrc=|\shref=|url\(|@import|https?:|\son\w+=", text)
    assert write_html(decision) == text.encode()


def page_of(*blocks: Block, title: str = "Kế hoạch") -> html.HtmlElement:
    return html.document_fromstring(write_html(Document(title, "Sở", blocks)).decode())


def words_of(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


@given(st.text(max_size=30))
def test_text_never_becomes_markup(words: str) -> None:
    hostile = f"<script>alert(1)</script>&amp;\"'{words}"
    blocks = (
        Letterhead((), number=hostile, about=hostile, address=hostile),
        Paragraph((Run(hostile, bold=True, italic=True, marked=True),)),
        Table(((Run(hostile),),), (((Run(hostile),),),), caption=hostile),
        Chart(hostile, (hostile,), (Series(hostile, (Decimal(1),)),) * 2, unit=hostile, description=hostile),
        Closing((Signature((hostile,), hostile),)),
        Appendix(hostile, hostile, hostile),
    )
    page = page_of(*blocks, title=hostile)
    assert page.xpath("//script") == []
    assert page.findtext("head/title").startswith('<script>alert(1)</script>&amp;"')
    assert page.xpath("//p[@class='Number']")[0].text.startswith("<script>alert(1)</script>&amp;")
    assert page.xpath("//svg/@aria-label")[0].startswith("<script>alert(1)</script>&amp;\"'")


def test_a_sum_a_count_and_a_name_in_one_piece() -> None:
    rows = (tuple((Run(text),) for text in ("", "Cộng", "", "2")),)
    table = Table(tuple((Run(text),) for text in ("TT", "Tên", "Mức", "Điểm")), rows, totals=frozenset({0}))
    head = Letterhead((Body("Hội đồng Thi đua - Khen thưởng"),))
    signed = Closing((Signature(("TM. Hội Liên hiệp Phụ nữ tỉnh Gia Lai",)),) * 3)
    page = html.document_fromstring(write_html(Document("a", "b", (head, table, signed))).decode())
    assert [cell.get("colspan") for cell in page.xpath("//td")] == [None, "2", None]
    assert page.xpath("//td/@class")[0] == "TableCounter"
    # Browsers break a line after a hyphen, whatever space follows.
    assert page.xpath("//span[@class='whole']/text()") == ["THI ĐUA - KHEN THƯỞNG".replace(" ", "\u00a0")]
    assert "PHỤ\u00a0NỮ" in page.xpath("//p[@class='Capacity']/text()")[0]


def test_more_signatures_than_four_go_on_over_pages() -> None:
    def kind(count: int) -> str:
        closing = Closing((Signature(("Giám đốc",), "Tên"),) * count)
        page = html.document_fromstring(write_html(Document("a", "b", (closing,))).decode())
        return str(page.xpath("//div[starts-with(@class, 'closing')]/@class")[0])

    assert [kind(count) for count in (0, 1, 4, 5)] == [
        "closing",
        "closing",
        "closing joint",
        "closing joint many",
    ]


def test_a_place_to_fill_in_is_marked() -> None:
    mark = page_of(Paragraph((Run("có "), Run("số người", bold=True, marked=True)))).xpath("//mark")[0]
    assert (words_of(mark), mark.getparent().tag) == ("[số người]", "strong")


def test_it_prints_on_the_paper_of_the_decree(campaign: Callable[..., Document]) -> None:
    layout = Layout(size=13, left=Decimal(35), right=Decimal(20), first_line=Decimal(10))
    document = replace(campaign(), layout=layout)
    style = html.document_fromstring(write_html(document).decode()).findtext("head/style")
    assert "@page{size:A4;margin:20mm 20mm 20mm 35mm;" in style
    assert "@page :first{@top-center{content:none}}" in style
    body = re.search(r"\.BodyText\{(.*)\}", style)
    assert body is not None
    assert body[1].split(";") == [
        "font-size:13pt", "font-weight:normal", "font-style:normal", "text-align:justify",
        "margin-top:6pt", "line-height:1.15", "text-indent:10mm",
    ]  # fmt: skip
    assert re.search(r"\.Nation\{font-size:12pt;font-weight:bold", style)
    assert re.search(r"\.closing \{[^}]*break-inside: avoid", style)


def test_sheets_turn_and_begin_anew(decision: Document) -> None:
    page = html.document_fromstring(write_html(decision).decode())
    assert [each.get("class") for each in page.xpath("//main/section")] == [
        "sheet", "sheet restart", "sheet landscape", "sheet", "sheet landscape restart",
    ]  # fmt: skip
    assert words_of(page.xpath("//section[1]/*[last()]")[0]).startswith("Số 01 đường")
