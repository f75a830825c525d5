"""Mục II, khoản 7 and 9, Mục III: signature, recipients, marks, address."""

from __future__ import annotations

from changes import (
    Change,
    Node,
    W,
    Wrong,
    both,
    drop,
    edit,
    insert_before,
    layout,
    looks,
    paragraphs,
    put,
    reword,
)
from word_files import p

FOOTER = "word/footer1.xml"
ADDRESS = "Địa chỉ: Số 90"


def recipients_below(root: Node) -> None:
    """Recipients in a row below that of the signature."""
    row = next(paragraphs(root, "RecipientsLabel")[0].iterancestors(f"{W}tr"))
    left, right = row.findall(f"{W}tc")
    other = row.makeelement(f"{W}tr")
    row.addnext(other)
    for cell in (left, right):
        blank = cell.makeelement(f"{W}tc")
        own = cell.find(f"{W}tcPr")
        assert own is not None
        blank.append(own.__copy__())
        blank.append(cell.makeelement(f"{W}p"))
        if cell is left:
            cell.addprevious(blank)
            other.append(cell)
        else:
            other.append(blank)


def archive_first(root: Node) -> None:
    """The archive line before the last recipient, signs as they should be."""
    last, before = (
        paragraphs(root, "RecipientsList", "Lưu")[0],
        paragraphs(root, "RecipientsList", "Các phòng")[0],
    )
    before.addprevious(last)
    for each, old, new in ((last, ".", ";"), (before, ";", ".")):
        for text in each.iter(f"{W}t"):
            text.text = (text.text or "").replace(old, new)


def address_line(val: str = "single", **indent: int) -> Change:
    """Another line above the address."""

    def change(root: Node) -> None:
        for own in root.iter(f"{W}pPr"):
            put(put(own, "pBdr"), "top", val=val, sz=6, space=1, color="000000")
            put(own, "ind", **indent)

    return edit(change, FOOTER)


def boxed(style: str, val: str, words: str = "") -> Change:
    """Another kind of line around a mark."""

    def change(root: Node) -> None:
        for border in paragraphs(root, style, words)[0].iterfind(f"{W}pPr/{W}pBdr/*"):
            border.set(f"{W}val", val)

    return edit(change)


def marked(words: str, **values: str | int) -> Change:
    """Another look of one of the marks."""
    style = "RecipientsList" if words == DRAFTER else "BodyText"
    return looks(style, words, **values)


LABEL = p("", '<w:pStyle w:val="RecipientsLabel"/>')
CIRCULATION, DRAFTER = "LƯU HÀNH", "PL.(300)"
SIGNATURE = [
    Wrong("TD767", "upper", "letter", reword("PHÓ CHỦ TỊCH", "Phó Chủ tịch")),
    Wrong("TD767", "size", "plan", looks("Capacity", sz=24)),
    Wrong("TD767", "bold", "plan", looks("Capacity", b=0)),
    Wrong("TD767", "upright", "plan", looks("Capacity", i=1)),
    Wrong("TD767", "centre", "plan", layout("Capacity", "jc", val="left")),
    Wrong("TD768", "prefix", "plan", reword("KT. GIÁM ĐỐC", "KT GIÁM ĐỐC")),
    Wrong("TD768", "prefix", "plan", reword("KT. GIÁM ĐỐC", "K.T. GIÁM ĐỐC")),
    Wrong("TD768", "prefix", "plan", reword("KT. GIÁM ĐỐC", "KT, GIÁM ĐỐC")),
    Wrong("TD768", "prefix", "plan", reword("KT. GIÁM ĐỐC", "KÝ THAY GIÁM ĐỐC")),
    Wrong("TD768", "prefix", "letter", reword("TM. ỦY BAN NHÂN DÂN", "T.M ỦY BAN NHÂN DÂN")),
    Wrong("TD768", "prefix", "letter", reword("TM. ỦY BAN NHÂN DÂN", "THAY MẶT ỦY BAN NHÂN DÂN")),
    Wrong("TD768", "prefix", "plan", reword("KT. GIÁM ĐỐC", "KT.GIÁM ĐỐC")),
    Wrong("TD768", "prefix", "letter", reword("TM. ỦY BAN NHÂN DÂN", "T/M ỦY BAN NHÂN DÂN")),
    Wrong("TD768", "deputy", "plan", reword("PHÓ GIÁM ĐỐC", "TRƯỞNG PHÒNG")),
    Wrong("TD768", "deputy", "plan", drop("Capacity", "PHÓ")),
    Wrong("TD768", "deputy-head", "plan", reword("KT. GIÁM ĐỐC", "KT. PHÓ GIÁM ĐỐC")),
    Wrong(
        "TD768",
        "below",
        "plan",
        both(reword("KT. GIÁM ĐỐC", "TL. GIÁM ĐỐC"), drop("Capacity", "PHÓ GIÁM ĐỐC")),
    ),
    Wrong(
        "TD768",
        "below",
        "letter",
        both(drop("Capacity", "KT. CHỦ TỊCH"), drop("Capacity", "PHÓ CHỦ TỊCH")),
    ),
    Wrong("TD768", "body", "plan", reword("KT. GIÁM ĐỐC", "TM. GIÁM ĐỐC")),
    Wrong("TD768", "joined", "plan", reword("KT. GIÁM ĐỐC", "KT. Q. GIÁM ĐỐC")),
    Wrong("TD769", "lower", "plan", reword("Nguyễn Văn Bình", "NGUYỄN VĂN BÌNH")),
    Wrong("TD769", "size", "plan", looks("Signer", sz=24)),
    Wrong("TD769", "bold", "plan", looks("Signer", b=0)),
    Wrong("TD769", "upright", "plan", looks("Signer", i=1)),
    Wrong("TD769", "centre", "plan", layout("Signer", "jc", val="left")),
    Wrong("TD770", "rank", "plan", reword("Nguyễn Văn Bình", "ThS. Nguyễn Văn Bình")),
    Wrong("TD770", "rank", "plan", reword("Nguyễn Văn Bình", "Ts Nguyễn Văn Bình")),
    Wrong("TD770", "rank", "plan", reword("Nguyễn Văn Bình", "Tiến sĩ Nguyễn Văn Bình")),
    Wrong("TD770", "rank", "plan", reword("Nguyễn Văn Bình", "Bác sỹ Nguyễn Văn Bình")),
]
RECIPIENTS = [
    Wrong("TD771", "colon", "plan", reword("Nơi nhận:", "Nơi nhận")),
    Wrong("TD771", "size", "plan", looks("RecipientsLabel", sz=26)),
    Wrong("TD771", "bold", "plan", looks("RecipientsLabel", b=0)),
    Wrong("TD771", "italic", "plan", looks("RecipientsLabel", i=0)),
    Wrong("TD771", "left", "plan", layout("RecipientsLabel", "jc", val="center")),
    Wrong("TD772", "size", "plan", looks("RecipientsList", sz=24)),
    Wrong("TD772", "upright", "plan", looks("RecipientsList", i=1)),
    Wrong("TD772", "light", "plan", looks("RecipientsList", b=1)),
    Wrong("TD772", "left", "plan", layout("RecipientsList", "ind", left=567)),
    Wrong("TD773", "dash", "plan", reword("- UBND tỉnh;", "UBND tỉnh;")),
    Wrong("TD773", "ends-each", "plan", reword("- UBND tỉnh;", "- UBND tỉnh,")),
    Wrong("TD773", "ends-last", "plan", reword("- Lưu: VT, VP.", "- Lưu: VT, VP")),
    Wrong("TD774", "archive-form", "plan", reword("- Lưu: VT, VP.", "- Lưu VT, VP.")),
    Wrong("TD774", "archive-form", "plan", reword("- Lưu: VT, VP.", "- Lưu: VP, VT.")),
    Wrong("TD774", "archive-last", "plan", edit(archive_first)),
    Wrong(
        "TD774",
        "archive-missing",
        "plan",
        both(drop("RecipientsList", "Lưu"), reword("thuộc Sở;", "thuộc Sở.")),
    ),
    Wrong("TD775", "level", "plan", edit(recipients_below)),
    Wrong("TD775", "level", "plan", both(*[insert_before("RecipientsLabel", LABEL)] * 2)),
    Wrong("TD775", "level", "plan", layout("RecipientsLabel", "spacing", before=240)),
    Wrong("TD776", "above", "letter", reword("- Như trên;", "- Sở Nội vụ;")),
    Wrong("TD776", "above-nobody", "plan", reword("- UBND tỉnh;", "- Như trên;")),
    Wrong("TD776", "article", "decision", reword("- Như Điều 2;", "- Ban Giám đốc;")),
]
MARKS = [
    Wrong("TD777", "upper", "plan", reword("KHẨN", "Khẩn")),
    Wrong("TD777", "size", "plan", looks("Urgency", sz=24)),
    Wrong("TD777", "bold", "plan", looks("Urgency", b=0)),
    Wrong("TD777", "upright", "plan", looks("Urgency", i=1)),
    Wrong("TD777", "frame", "plan", boxed("Urgency", "nil")),
    Wrong("TD777", "frame-other", "plan", boxed("Urgency", "double")),
    Wrong("TD778", "frame", "marked", boxed("BodyText", "nil", CIRCULATION)),
    Wrong("TD778", "frame-other", "marked", boxed("BodyText", "dashed", CIRCULATION)),
    Wrong("TD778", "upper", "marked", reword("LƯU HÀNH NỘI BỘ", "Lưu hành nội bộ")),
    Wrong("TD778", "size", "marked", marked(CIRCULATION, sz=32)),
    Wrong("TD778", "bold", "marked", marked(CIRCULATION, b=0)),
    Wrong("TD778", "upright", "marked", marked(CIRCULATION, i=1)),
    Wrong("TD779", "upper", "marked", reword(DRAFTER, "pl.(300)")),
    Wrong("TD779", "size", "marked", marked(DRAFTER, sz=26)),
    Wrong("TD779", "upright", "marked", marked(DRAFTER, i=1)),
    Wrong("TD799", "size", "marked", marked("Người ký", sz=26)),
    Wrong("TD799", "upright", "marked", marked("Người ký", i=1)),
    Wrong("TD799", "lower", "marked", marked("Người ký", caps=1)),
    Wrong("TD780", "rule-missing", "letter", address_line("nil")),
    Wrong("TD780", "rule-short", "letter", address_line(left=3000, right=3000)),
    Wrong("TD780", "size", "letter", looks("Address", sz=28, part=FOOTER)),
    Wrong("TD780", "upright", "letter", looks("Address", i=1, part=FOOTER)),
]
VIOLATIONS = [*SIGNATURE, *RECIPIENTS, *MARKS]
