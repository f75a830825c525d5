"""Mục I and Mục V, note 1: paper, margins, fonts, page numbers; what must be there, and where (Mục IV)."""

from __future__ import annotations

import re
import unicodedata

from changes import (
    STYLES,
    Change,
    Node,
    W,
    Wrong,
    both,
    drop,
    edit,
    in_style,
    insert_before,
    looks,
    paragraphs,
    put,
    put_all,
    reword,
)
from official_documents import LONG
from page_changes import sections, with_part, without
from word_files import mutated, p, r, replaced

HEADER = "word/header1.xml"
SETTINGS = "word/settings.xml"


def in_header(**values: str | int) -> Change:
    """Another look of the page number."""

    def change(root: Node) -> None:
        for each in root.iter(f"{W}r"):
            own = put(each, "rPr")
            each.insert(0, own)
            for tag, value in values.items():
                put(own, tag, val=value)

    return edit(change, HEADER)


def font(name: str) -> Change:
    """Another font of one paragraph of the text."""

    def change(root: Node) -> None:
        for each in paragraphs(root, "BodyText")[0].iter(f"{W}r"):
            own = put(each, "rPr")
            each.insert(0, own)
            put(own, "rFonts", ascii=name, hAnsi=name)

    return edit(change)


def references(kind: str, tag: str) -> Change:
    """The default header becomes a footer, or that of even pages."""

    def change(root: Node) -> None:
        for each in root.iter(f"{W}headerReference"):
            if each.get(f"{W}type") == "default":
                each.tag = W + tag
                each.set(f"{W}type", kind)

    return edit(change)


def swapped_columns(root: Node) -> None:
    """The columns of the letterhead the other way round."""
    table = next(paragraphs(root, "Nation")[0].iterancestors(f"{W}tbl"))
    for group in (*table.iter(f"{W}tr"), *table.iter(f"{W}tblGrid")):
        last = group[-1]
        group.remove(last)
        group.insert(len(group) - 1, last)


def addressee_below(root: Node) -> None:
    """`Kính gửi` after the first paragraph of the text."""
    paragraphs(root, "AddresseeFirst")[0].addprevious(paragraphs(root, "BodyText")[0])


def wide_table(root: Node) -> None:
    """A table of data wider than the text area."""
    table = next(paragraphs(root, "TableHead")[0].iterancestors(f"{W}tbl"))
    own = table.find(f"{W}tblPr")
    assert own is not None
    put(own, "tblW", w=11000, type="dxa")
    for column in table.iter(f"{W}gridCol"):
        column.set(f"{W}w", "3700")


def commented(docx: bytes) -> bytes:
    """The document with a comment."""
    comment = f'<w:comment w:id="0" w:author="a">{p(r("Xem lại"))}</w:comment>'
    xml = f'<w:comments xmlns:w="{W[1:-1]}">{comment}</w:comments>'
    return with_part(docx, "word/comments.xml", "comments", xml)


def untitled(docx: bytes) -> bytes:
    """The document without the properties of the file."""
    return mutated(docx, "docProps/core.xml", lambda text: re.sub("<dc:title>.*?</dc:title>", "", text))


LYING = sections("pgSz", w=16838, h=11906, orient="landscape")
CALIBRI = edit(
    lambda root: [put(each, "rFonts", ascii="Calibri", hAnsi="Calibri") for each in root.iter(f"{W}rPr")],
    STYLES,
)
EVEN = edit(lambda root: put(root, "evenAndOddHeaders"), SETTINGS)

VIOLATIONS = [
    Wrong("TD716", "size", "letter", sections("pgSz", w=12240, h=15840)),
    Wrong("TD717", "landscape", "letter", LYING),
    Wrong("TD718", "margin-left", "plan", sections("pgMar", left=1417)),
    Wrong("TD718", "margin-right", "letter", sections("pgMar", right=1300)),
    Wrong("TD718", "margin-top", "letter", sections("pgMar", top=1000)),
    Wrong("TD718", "margin-bottom", "letter", sections("pgMar", bottom=1700)),
    Wrong("TD719", "font", "plan", CALIBRI),
    Wrong("TD719", "font", "letter", font("Arial")),
    Wrong("TD719", "font-legacy", "letter", font(".VnTime")),
    Wrong("TD720", "colour", "plan", looks("Heading1", color="2E74B5")),
    Wrong("TD720", "colour", "letter", in_style("BodyText", "rPr", "color", val="FF0000")),
    Wrong("TD721", "missing", "plan", lambda docx: replaced(docx, HEADER, "PAGE", "DATE")),
    Wrong("TD721", "missing-even", "plan", EVEN),
    Wrong("TD721", "footer", "plan", references("default", "footerReference")),
    Wrong("TD721", "centre", "plan", edit(lambda root: put_all(root[0], "jc", val="right"), HEADER)),
    Wrong("TD722", "size", "plan", in_header(sz=22)),
    Wrong("TD722", "upright", "plan", in_header(i=1)),
    Wrong("TD722", "arabic", "letter", sections("pgNumType", fmt="upperRoman")),
    Wrong("TD722", "arabic-start", "letter", sections("pgNumType", start=3)),
    Wrong("TD723", "shown", "letter", without("titlePg")),
    Wrong("TD724", "anew", "plan", without("pgNumType")),
    Wrong("TD725", "step", "plan", looks("Motto", sz=26)),
    Wrong("TD725", "step", "letter", looks("Nation", sz=24)),
    Wrong("TD725", "prose", "plan", looks("BodyText", "1. ", sz=26)),
    Wrong("TD725", "body", "plan", looks("BodyText", LONG[:20], which=2, sz=26)),
    Wrong("TD726", "missing", "plan", drop("Number")),
    Wrong("TD726", "missing", "plan", drop("PlaceDate")),
    Wrong("TD726", "missing", "plan", both(drop("Basis", which=None), drop("TypeName"))),
    Wrong("TD726", "missing", "plan", reword("Nguyễn Văn Bình", "")),
    Wrong("TD727", "order", "letter", edit(addressee_below)),
    Wrong("TD727", "side", "letter", edit(swapped_columns)),
]
# Told of the file itself, not as law.
LEFT_IN_FILE = [
    Wrong("TD793", "blank", "letter", reword("thi đua", "[bổ sung nội dung]")),
    Wrong("TD793", "blank", "letter", reword("thi đua", "[Điền tên đơn vị]")),
    Wrong("TD793", "blank", "letter", reword("thi đua", "[CẦN BỔ SUNG: số liệu]")),
    Wrong("TD793", "blank", "letter", reword("thi đua", "{{ten}}")),
    Wrong("TD793", "blank", "letter", looks("BodyText", highlight="yellow")),
    Wrong("TD793", "dots", "letter", reword("Tổ chức các phong trào", "Tổ chức …………… phong trào")),
    Wrong("TD793", "dots", "letter", reword("Tổ chức các phong trào", "Tổ chức ____ phong trào")),
    Wrong("TD794", "composed", "letter", reword("Sở Nội vụ", unicodedata.normalize("NFD", "Sở Nội vụ"))),
    Wrong(
        "TD792",
        "revisions",
        "letter",
        insert_before(
            "BodyText", p(f'<w:ins w:id="1" w:author="a">{r(LONG)}</w:ins>', '<w:pStyle w:val="BodyText"/>')
        ),
    ),
    Wrong("TD792", "comments", "letter", commented),
    Wrong("TD795", "wide", "plan", edit(wide_table)),
]
CUSTOMS = [
    Wrong("TD796", "language", "letter", lambda docx: replaced(docx, STYLES, "vi-VN", "en-US")),
    Wrong("TD796", "described", "letter", untitled),
    Wrong("TD796", "mode", "letter", lambda docx: replaced(docx, SETTINGS, 'w:val="15"', 'w:val="11"')),
    Wrong("TD797", "spaces", "letter", reword("thi đua sâu", "thi đua          sâu")),
    Wrong("TD798", "mark", "letter", reword("năm 2026./.", "năm 2026.")),
]
