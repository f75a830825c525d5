"""Text, signature, appendices and page numbers in ways that the decree allows, or is silent on."""

from __future__ import annotations

from changes import (
    Change,
    Lawful,
    Node,
    W,
    both,
    drop,
    edit,
    in_style,
    insert_before,
    layout,
    looks,
    paragraphs,
    put,
    reword,
    tree,
)
from official_documents import LONG
from word_files import p, r, replaced

HEADER = "word/header1.xml"
MOTTO_LENGTH, ISSUER_LENGTH = 3413, 1000  # twips
EMU = 635  # in a twip
INDENT = '<w:ind w:firstLine="720"/>'
TEXT = '<w:pStyle w:val="BodyText"/>'
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, DATE = "Số: 05/KH-SCT", "Hà Nam, ngày 05 tháng 3 năm 2026"


def framed_number(root: Node) -> None:
    """A page number in a frame in the middle, as Word once made them."""
    own = root[0].find(f"{W}pPr")
    assert own is not None
    put(own, "jc", val="left")
    own.insert(1, tree('<w:framePr w:wrap="around" w:xAlign="center" w:hAnchor="margin" w:y="1"/>'))


def blank_lines_to_sign(root: Node) -> None:
    """Blank paragraphs where the signature goes."""
    name = paragraphs(root, "Signer")[0]
    own = name.find(f"{W}pPr")
    assert own is not None
    put(own, "spacing", before=0)
    for _ in range(4):
        name.addprevious(tree('<w:p><w:pPr><w:pStyle w:val="Signer"/></w:pPr></w:p>'))


def boxed_letters(docx: bytes) -> bytes:
    """The box of the urgency mark as a border of its letters."""

    def change(root: Node) -> None:
        own = paragraphs(root, "Urgency")[0].find(f"{W}pPr")
        assert own is not None
        put(own, "pBdr").clear()

    return both(edit(change), looks("Urgency", bdr="single"))(docx)


def shifted_block(docx: bytes) -> bytes:
    """The signature below one another, the whole of it to the right of the middle of its cell."""
    for style in ("Capacity", "Signer"):
        docx = layout(style, "ind", which=None, left=900)(docx)
    return docx


def before_text(*xml: str) -> Change:
    """Paragraphs before the first one of the text."""
    return both(*(insert_before("BodyText", each) for each in reversed(xml)))


def paragraph(words: str, properties: str = "") -> str:
    """A paragraph of the text."""
    return p(r(words), TEXT + properties)


BODY_TEXT = [
    Lawful("1 cm", "plan", in_style("BodyText", "pPr", "ind", firstLine=567)),
    Lawful("12 pt apart", "plan", in_style("BodyText", "pPr", "spacing", before=240)),
    Lawful("space after", "letter", in_style("BodyText", "pPr", "spacing", before=0, after=120)),
    Lawful("half before, half after", "letter", in_style("BodyText", "pPr", "spacing", before=60, after=60)),
    Lawful("1.15 lines", "plan", in_style("BodyText", "pPr", "spacing", line=276)),
    Lawful("1.5 lines", "plan", in_style("BodyText", "pPr", "spacing", line=360)),
    Lawful("exactly 18 pt", "plan", in_style("BodyText", "pPr", "spacing", line=360, lineRule="exact")),
    Lawful("exactly 17 pt", "plan", in_style("BodyText", "pPr", "spacing", line=340, lineRule="exact")),
    Lawful("at least 12 pt", "plan", in_style("BodyText", "pPr", "spacing", line=240, lineRule="atLeast")),
    Lawful(
        "one line set to the left",
        "plan",
        before_text(paragraph("Nơi đăng ký: Văn phòng Sở.", '<w:jc w:val="left"/>')),
    ),
    Lawful(
        "single words in bold and italics",
        "plan",
        before_text(p(r("Một ") + r("số", "<w:b/>") + r(" từ", "<w:i/>"), TEXT)),
    ),
    Lawful(
        "bullets",
        "plan",
        before_text(
            paragraph(f"- {LONG}"), paragraph(f"+ {LONG}", '<w:ind w:left="360" w:firstLine="720"/>')
        ),
    ),
    Lawful(
        "items",
        "plan",
        before_text(paragraph(f"1.1. {LONG}"), paragraph(f"1.1.1. {LONG}", '<w:ind w:left="720"/>')),
    ),
    Lawful("near black", "plan", looks("BodyText", color="0D0D0D")),
    Lawful("automatic colour", "plan", looks("BodyText", color="auto")),
    Lawful(
        "numbers that are no clauses",
        "plan",
        before_text(paragraph(f"5.000 đoàn viên; từ ngày 15/9/2026. {LONG}")),
    ),
    Lawful(
        "a sentence on Căn cứ",
        "plan",
        before_text(
            paragraph("Căn cứ tình hình thực tế, Sở Công Thương ban hành Kế hoạch thi đua năm 2026 như sau:")
        ),
    ),
    Lawful(
        "the nation in a sentence", "plan", before_text(paragraph(f"Quốc hiệu “{NATION}” in hoa. {LONG}"))
    ),
    Lawful("no mark at the end", "letter", reword("năm 2026./.", "năm 2026.")),
    Lawful("points begin anew", "plan", before_text(paragraph(f"a) {LONG}"), paragraph(f"b) {LONG}"))),
]
CLOSING = [
    Lawful("blank lines to sign", "plan", edit(blank_lines_to_sign)),
    Lawful("why they receive it", "plan", reword("- UBND tỉnh;", "- UBND tỉnh (để báo cáo);")),
    Lawful("archive with copies", "plan", reword("- Lưu: VT, VP.", "- Lưu: VT, TĐKT (03).")),
    Lawful("archive without unit", "plan", reword("- Lưu: VT, VP.", "- Lưu: VT.")),
    Lawful("rank of an officer", "plan", reword("Nguyễn Văn Bình", "Thượng tá Nguyễn Văn Bình")),
    Lawful("no name yet", "plan", both(reword("Số: 05/", "Số:      /"), reword("Nguyễn Văn Bình", ""))),
    Lawful("a block of signature aside", "plan", shifted_block),
    Lawful("a deputy in standing", "plan", reword("PHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC THƯỜNG TRỰC")),
    Lawful(
        "by order",
        "plan",
        both(reword("KT. GIÁM ĐỐC", "TL. GIÁM ĐỐC"), reword("PHÓ GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
    ),
    Lawful("acting", "plan", both(reword("KT. GIÁM ĐỐC", "Q. GIÁM ĐỐC"), drop("Capacity", "PHÓ"))),
]
MARKS = [
    Lawful("a box around the letters", "plan", boxed_letters),
]
PAGES = [
    Lawful(
        "page of pages", "plan", lambda docx: replaced(docx, HEADER, ">2<", ">2</w:t></w:r><w:r><w:t>/5<")
    ),
    Lawful("number in a frame", "plan", edit(framed_number, HEADER)),
    Lawful("number of 13 pt", "plan", in_style("Header", "rPr", "sz", val=26)),
    Lawful(
        "all appendices at once",
        "plan",
        reword("tại Phụ lục I, biểu mẫu đăng ký tại Phụ lục II", "và biểu mẫu tại các Phụ lục"),
    ),
    Lawful(
        "a range of appendices",
        "plan",
        reword("tại Phụ lục I, biểu mẫu đăng ký tại Phụ lục II", "tại Phụ lục I đến Phụ lục II"),
    ),
    Lawful(
        "appendices named together",
        "plan",
        reword("tại Phụ lục I, biểu mẫu đăng ký tại Phụ lục II", "tại Phụ lục I, II"),
    ),
]
LAWFUL = [*BODY_TEXT, *CLOSING, *MARKS, *PAGES]
