"""The Word file: looks of every component, order of elements, properties, and equal bytes."""

from __future__ import annotations

import inspect
import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.section import CT_SectPr
from docx.oxml.table import CT_TblPr, CT_TcPr, CT_TrPr
from docx.oxml.text.font import CT_RPr
from docx.oxml.text.parfmt import CT_PPr
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from thidua_cli.document.blocks import (
    Addressees,
    Body,
    Bullet,
    Closing,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Recipients,
    Run,
    Signature,
    Table,
    Title,
)
from thidua_cli.document.characters import one_line
from thidua_cli.document.docx.writer import write_docx
from thidua_cli.document.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def sequence(model: type) -> list[str]:
    """The order of children that python-docx keeps: an oracle independent of ours."""
    source = inspect.getsource(model)
    listed = source.split("_tag_seq = (")[1].split(")")[0]
    return re.findall(r'"(w:\w+)"', listed)


SEQUENCES = {
    "pPr": sequence(CT_PPr),
    "rPr": sequence(CT_RPr),
    "tcPr": sequence(CT_TcPr),
    "tblPr": sequence(CT_TblPr),
    "trPr": sequence(CT_TrPr),
    "sectPr": ["w:headerReference", *sequence(CT_SectPr)],
}


def opened(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(write_docx(document)))


def paragraphs(word: WordDocument) -> Iterator[WordParagraph]:
    """Every paragraph in the order of the page, those of tables too."""
    for element in word.element.body.iter(W + "p"):
        yield docx.text.paragraph.Paragraph(element, word._body)


def find(word: WordDocument, words: str) -> WordParagraph:
    return next(item for item in paragraphs(word) if item.text.startswith(words))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


LOOKS = [
    # text, points in pair 14 and 13, bold, italic, alignment
    ("CỘNG HÒA", 13, 12, True, False, ALIGN.CENTER),
    ("Độc lập", 14, 13, True, False, ALIGN.CENTER),
    ("UBND TỈNH HÀ TĨNH", 13, 12, False, False, ALIGN.CENTER),
    ("KHỐI KINH TẾ KỸ THUẬT", 13, 12, True, False, ALIGN.CENTER),
    ("Số:", 13, 13, False, False, ALIGN.CENTER),
    ("Hà Tĩnh, ngày", 14, 13, False, True, ALIGN.CENTER),
    ("KẾ HOẠCH", 14, 13, True, False, ALIGN.CENTER),
    ("Hoạt động thi đua", 14, 13, True, False, ALIGN.CENTER),
    ("Căn cứ Luật", 14, 13, False, True, ALIGN.JUSTIFY),
    ("I. MỤC ĐÍCH", 14, 13, True, False, ALIGN.JUSTIFY),
    ("1. Mục đích", 14, 13, True, False, ALIGN.JUSTIFY),
    ("a) Tập thể", 14, 13, False, False, ALIGN.JUSTIFY),
    ("- Phấn đấu", 14, 13, False, False, ALIGN.JUSTIFY),
    ("+ Chi tiết", 14, 13, False, False, ALIGN.JUSTIFY),
    ("TM. KHỐI", 14, 13, True, False, ALIGN.CENTER),
    ("GIÁM ĐỐC SỞ", 14, 13, True, False, ALIGN.CENTER),
    ("Hoàng Văn Quảng", 14, 13, True, False, ALIGN.CENTER),
    ("Nơi nhận:", 12, 12, True, True, ALIGN.LEFT),
    ("- UBND tỉnh (báo cáo);", 11, 11, False, False, ALIGN.LEFT),
    ("- Lưu: VT, KT (100b).", 11, 11, False, False, ALIGN.LEFT),
]


@pytest.mark.parametrize("size", [14, 13])
@pytest.mark.parametrize(("words", "large", "small", "bold", "italic", "align"), LOOKS)
def test_look_of_a_component(
    campaign: Callable[..., Document],
    size: int,
    words: str,
    large: int,
    small: int,
    bold: bool,
    italic: bool,
    align: ALIGN,
) -> None:
    style = find(opened(campaign(size, 1)), words).style
    assert style is not None
    assert style.font.size == Pt(large if size == 14 else small)
    assert (style.font.bold, style.font.italic) == (bold, italic)
    assert style.paragraph_format.alignment == align


def test_body_paragraphs(campaign: Callable[..., Document]) -> None:
    own = find(opened(campaign(14, 1)), "1. Phát hiện").style.paragraph_format
    assert own.first_line_indent == pytest.approx(Mm(12.7), abs=700)
    assert (own.space_before, own.space_after, own.line_spacing) == (Pt(6), Pt(0), 1.0)


def test_runs_keep_their_emphasis(campaign: Callable[..., Document]) -> None:
    runs = find(opened(campaign(14, 1)), "Phấn đấu 90%").runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("Phấn đấu ", None, None),
        ("90%", True, None),
        (" đạt danh hiệu", None, True),
    ]


def test_headings_are_headings(campaign: Callable[..., Document]) -> None:
    word = opened(campaign(14, 1))
    names = [find(word, words).style.name for words in ("I. MỤC", "1. Mục", "a) Tập")]
    assert names == ["Heading 1", "Heading 2", "Heading 3"]


def test_page(campaign: Callable[..., Document]) -> None:
    section = opened(campaign(14, 1)).sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [margin.mm for margin in margins] == pytest.approx([20, 20, 30, 15], abs=0.02)
    assert section.right_margin >= Mm(15)
    assert section.different_first_page_header_footer
    assert "PAGE" in etree.tostring(section.header._element).decode()
    assert section.first_page_header.paragraphs[0].text == ""
    assert not section.first_page_header.is_linked_to_previous


@pytest.mark.parametrize(("side", "widest"), [("left", 35), ("right", 20), ("top", 25), ("bottom", 25)])
def test_widest_margins_stay_inside(campaign: Callable[..., Document], side: str, widest: int) -> None:
    document = replace(campaign(14, 1), layout=Layout(**{side: Decimal(widest)}))
    assert getattr(opened(document).sections[0], f"{side}_margin") <= Mm(widest)


def test_letterhead_table(campaign: Callable[..., Document]) -> None:
    table = opened(campaign(14, 1)).tables[0]
    assert [len(row.cells) for row in table.rows] == [2, 2]
    assert table.rows[1].cells[0].text.startswith("Số:")
    assert table.rows[1].cells[1].text.startswith("Hà Tĩnh")
    assert table.rows[0].cells[1].width >= Mm(97)
    xml = etree.tostring(table._element).decode()
    assert 'w:type="fixed"' in xml
    assert xml.count('w:val="nil"') == 6
    for grid, cell in zip(table.columns, table.rows[1].cells, strict=True):
        assert grid.width == cell.width


def rules(word: WordDocument) -> list[float]:
    """Lengths of the rule lines in millimetres, in the order of the page."""
    rooms = [table.width.mm for table in word.tables[0].rows[0].cells] + [165.0]
    found = [item for item in paragraphs(word) if item.style.name == "Đường kẻ"]
    edges = [item.paragraph_format for item in found]
    return [room - own.left_indent.mm - own.right_indent.mm for room, own in zip(rooms, edges, strict=True)]


def test_rule_lines(campaign: Callable[..., Document]) -> None:
    issuer, motto, title = rules(opened(campaign(14, 1)))
    # 62.4, 60.2 and 104.6 mm wide in Times New Roman bold of 13, 14 and 14 pt.
    assert 1 / 3 <= issuer / 62.4 <= 1 / 2
    assert motto == pytest.approx(60.2, abs=0.3)
    assert 1 / 3 <= title / 104.6 <= 1 / 2


def test_addressees(letter: Callable[..., Document]) -> None:
    assert find(opened(letter("Các phòng")), "Kính gửi: Các phòng").text == "Kính gửi: Các phòng"
    several = [
        item.text
        for item in paragraphs(opened(letter("Sở A", "Sở B")))
        if item.style.name in ("Kính gửi", "Nơi kính gửi")
    ]
    assert several == ["Kính gửi:", "- Sở A;", "- Sở B."]


@pytest.mark.parametrize("names", [("Sở A",), ("Sở A", "Sở B")])
def test_addressees_start_at_one_place_after_a_gap(
    letter: Callable[..., Document], names: tuple[str, ...]
) -> None:
    first = find(opened(letter(*names)), "Kính gửi:")
    own = first.paragraph_format
    assert own.left_indent + (own.first_line_indent or 0) == pytest.approx(Mm(33), abs=700)
    assert first.style.paragraph_format.space_before == Pt(12)


def test_co_issuers_stand_apart() -> None:
    bodies = (Body("Sở A", ("UBND tỉnh",)), Body("Đoàn B", ("Tỉnh đoàn",)), Body("Hội C"))
    word = opened(Document("a", "b", (Letterhead(bodies, "Số: 1", "Hà Nội"),)))
    names = word.tables[0].rows[0].cells[0].paragraphs[:-1]
    assert [item.text for item in names] == ["UBND TỈNH", "SỞ A", "TỈNH ĐOÀN", "ĐOÀN B", "HỘI C"]
    assert [item.paragraph_format.space_before for item in names] == [None, None, Pt(6), None, Pt(6)]


def test_about_stands_below_the_number(letter: Callable[..., Document]) -> None:
    word = opened(letter("Sở A"))
    cell = word.tables[0].rows[1].cells[0]
    assert [item.text.split()[0] for item in cell.paragraphs[:2]] == ["Số:", "V/v"]
    style = cell.paragraphs[1].style
    assert (style.font.bold, style.font.italic, style.font.size) == (False, False, Pt(13))
    assert style.paragraph_format.space_before == Pt(6)


def test_basis_punctuation(campaign: Callable[..., Document]) -> None:
    texts = [item.text for item in paragraphs(opened(campaign(14, 1))) if item.style.name == "Căn cứ"]
    assert texts == ["Căn cứ Luật Thi đua, khen thưởng;", "Căn cứ Chỉ thị số\u00a034-CT/TW."]


def test_data_table(campaign: Callable[..., Document]) -> None:
    table = opened(campaign(14, 1)).tables[1]
    assert [cell.paragraphs[0].style.name for cell in table.rows[1].cells] == [
        "Chữ trong bảng",
        "Số trong bảng",
    ]
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)
    assert sum(cell.width for cell in table.rows[0].cells) == pytest.approx(Mm(165), abs=1300)


def test_signature_stays_with_the_last_paragraph(campaign: Callable[..., Document]) -> None:
    word = opened(campaign(14, 3))
    body = list(word.paragraphs)
    assert [item.paragraph_format.keep_with_next for item in body[-4:-2]] == [None, True]
    closing = word.tables[-1]
    assert closing.rows[0]._tr.find(f"{W}trPr/{W}cantSplit") is not None
    together = [item for cell in closing.rows[0].cells for item in cell.paragraphs]
    assert all(item.paragraph_format.keep_with_next for item in together)
    name = closing.rows[0].cells[1].paragraphs[-2]
    assert name.paragraph_format.space_before >= Pt(60)


@pytest.mark.parametrize(("count", "abreast"), [(2, [2]), (3, [3]), (4, [2, 2])])
def test_several_signers_stand_side_by_side(count: int, abreast: list[int]) -> None:
    signers = tuple(Signature((f"Giám đốc {index}",), f"Tên {index}") for index in range(count))
    word = opened(Document("a", "b", (Closing(signers, Recipients(("Sở A", "Sở B"))),)))
    *signed, recipients = word.tables[0].rows
    assert [len(row.cells) for row in signed[::2]] == abreast
    found = [[cell.text for row in signed[place::2] for cell in row.cells] for place in (0, 1)]
    assert found[0] == [f"GIÁM ĐỐC {index}" for index in range(count)]
    assert found[1] == [f"Tên {index}" for index in range(count)]
    assert recipients.cells[0].text == "Nơi nhận:\n- Sở A;\n- Sở B."


def test_appendices_are_sections_that_count_from_one(appendices: Document) -> None:
    sections = opened(appendices).sections
    starts = [section._sectPr.find(f"{W}pgNumType") for section in sections]
    assert [item is not None and item.get(f"{W}start") for item in starts] == [False, "1", "1"]
    assert [section.page_width.mm > section.page_height.mm for section in sections] == [False, False, True]
    assert all(section.different_first_page_header_footer for section in sections)


def test_schema_order(campaign: Callable[..., Document], letter: Callable[..., Document]) -> None:
    seen = set()
    for document in (campaign(), letter("A", "B")):
        for name, data in parts(write_docx(document)).items():
            if name.startswith("word/") and name.endswith(".xml"):
                for element in etree.fromstring(data).iter():
                    tag = str(element.tag).removeprefix(W)
                    if tag in SEQUENCES and len(element):
                        seen.add(tag)
                        order = [SEQUENCES[tag].index(str(child.tag).replace(W, "w:")) for child in element]
                        assert order == sorted(order), etree.tostring(element)
    assert seen == set(SEQUENCES)


def test_the_parts_and_nothing_of_another_make(campaign: Callable[..., Document]) -> None:
    files = parts(write_docx(campaign()))
    assert sorted(files) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
    whole = b"".join(files.values()).decode()
    assert "python-docx" not in whole
    assert not re.search(r"w:(ascii|hAnsi|eastAsia|cs)[Tt]heme|w:rsid|Calibri|Cambria|en-US", whole)
    assert 'w:name="compatibilityMode"' in whole
    assert 'w:lang w:val="vi-VN"' in whole


def test_properties(campaign: Callable[..., Document]) -> None:
    own = opened(campaign()).core_properties
    assert (own.title, own.author) == ("Kế hoạch Hoạt động thi đua năm 2022", "Khối Kinh tế kỹ thuật")
    assert own.language == "vi-VN"
    assert own.created is not None
    assert own.created.date().isoformat() == "2022-03-09"
    assert own.modified == own.created


def test_properties_hold_any_text_and_an_undated_document_has_a_fixed_day() -> None:
    own = opened(Document(title='A & "B" <c>\x00', author="x" * 300, blocks=())).core_properties
    assert (own.title, own.author) == ('A & "B" <c>', "x" * 255)
    assert own.created is not None
    assert own.created.date().isoformat() == "2020-03-05"


def test_every_part_has_a_type_and_a_relation(campaign: Callable[..., Document]) -> None:
    files = parts(write_docx(campaign()))
    types = {element.get("PartName") for element in etree.fromstring(files["[Content_Types].xml"])}
    related = {
        f"{folder}{element.get('Target')}"
        for folder, name in (("/", "_rels/.rels"), ("/word/", "word/_rels/document.xml.rels"))
        for element in etree.fromstring(files[name])
    }
    named = {f"/{name}" for name in files if not name.endswith((".rels", "[Content_Types].xml"))}
    assert types - {None} == related == named


def test_equal_bytes(campaign: Callable[..., Document]) -> None:
    first, second = write_docx(campaign()), write_docx(campaign())
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


ANY_TEXT = st.text(alphabet=st.characters(), max_size=40)


def runs(words: str) -> tuple[Run, ...]:
    return (Run(words),)


def blocks_of(texts: list[str]) -> tuple[Any, ...]:
    """One block of each kind that holds the texts in order."""
    names = iter(texts)
    return (
        Letterhead((Body(next(names)),), next(names), next(names)),
        Title(next(names), next(names)),
        Addressees((next(names), next(names))),
        Heading(1, runs(next(names))),
        Bullet(1, runs(next(names))),
        Paragraph(runs(next(names))),
        Table((runs(next(names)),), ((runs(next(names)),),)),
        Closing((Signature((next(names),), next(names)),), Recipients((), "")),
    )


@given(st.lists(ANY_TEXT, min_size=14, max_size=14))
@settings(deadline=None, max_examples=40)
def test_any_text_is_written_in_order(texts: list[str]) -> None:
    word = opened(Document(texts[0], texts[1], blocks_of(texts)))
    written = "".join(item.text for item in paragraphs(word)).upper().replace("\u00a0", " ")
    position = 0
    for words in texts:
        clean = one_line(words).upper().replace("\u00a0", " ")
        found = written.find(clean, position) if words != texts[2] else written.find(clean)
        assert found >= 0, words
        position = found if clean else position


def test_a_lead_in_stays_with_what_it_announces(campaign: Callable[..., Document]) -> None:
    whole = campaign(14, 1)
    lead, plain = Paragraph((Run("Các đợt thi đua:"),)), Paragraph((Run("Các đợt thi đua."),))
    word = opened(replace(whole, blocks=(*whole.blocks[:-1], lead, plain, whole.blocks[-1])))
    kept = {item.text: item.paragraph_format.keep_with_next for item in word.paragraphs}
    assert kept["Các đợt thi đua:"] is True


@pytest.mark.parametrize(
    ("name", "place", "spans"),
    [
        ("Ủy ban nhân dân phường Lê Hồng Phong", "Hà Nam", False),
        ("Ủy ban nhân dân phường Lê Hồng Phong", "Phường Lê Hồng Phong", True),
        ("Sở Công Thương", "Phường Lê Hồng Phong", False),
    ],
)
def test_a_long_date_does_not_tear_a_name(name: str, place: str, spans: bool) -> None:
    date = f"{place}, ngày 05 tháng 01 năm 2023"
    word = opened(Document("a", "b", (Letterhead((Body(name),), "Số: 1", date),)))
    table = word.tables[0]
    assert (len(table.columns) == 3) == spans
    assert [len(row._tr.tc_lst) for row in table.rows] == [2, 2]
    assert table.rows[1].cells[-1].text == date
    for row in table.rows:
        assert sum(cell.width for cell in row._tr.tc_lst) == pytest.approx(Mm(165), abs=700)
    lines = re.split("[ \n]", table.rows[0].cells[0].paragraphs[0].text)
    assert "PHƯỜNG\u00a0LÊ\u00a0HỒNG\u00a0PHONG" in lines or name == "Sở Công Thương"
