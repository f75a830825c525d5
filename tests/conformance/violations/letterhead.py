"""Mục II, khoản 1 to 4: the head of page 1."""

from __future__ import annotations

from changes import (
    Node,
    W,
    Wrong,
    both,
    edit,
    insert_before,
    layout,
    looks,
    paragraphs,
    reword,
)
from lawful_variants.head import one_row
from lxml import etree
from page_changes import rule_below, rule_border
from word_files import p


def date_in_a_row_below(root: Node) -> None:
    """Number and date in rows of their own."""
    row = next(paragraphs(root, "PlaceDate")[0].iterancestors(f"{W}tr"))
    other = etree.fromstring(etree.tostring(row))
    row.addnext(other)
    for each in (*paragraphs(row, "PlaceDate"), *paragraphs(other, "Number")):
        for text in each.iter(f"{W}t"):
            text.text = ""


NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, DATE = "Số: 05/KH-SCT", "Hà Nam, ngày 05 tháng 3 năm 2026"
FAR = 1200
BLANK = p("", '<w:pStyle w:val="PlaceDate"/>')

VIOLATIONS = [
    Wrong("TD728", "text", "plan", reword(NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM")),
    Wrong("TD728", "upper", "plan", reword(NATION, "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    Wrong("TD728", "size", "plan", looks("Nation", sz=28)),
    Wrong("TD728", "size", "letter", looks("Nation", sz=22)),
    Wrong("TD728", "bold", "plan", looks("Nation", b=0)),
    Wrong("TD728", "upright", "plan", looks("Nation", i=1)),
    Wrong("TD729", "text", "plan", reword(MOTTO, "Độc lập – Tự do – Hạnh phúc")),
    Wrong("TD729", "text", "letter", reword(MOTTO, "Độc lập-Tự do-Hạnh phúc")),
    Wrong("TD729", "text", "letter", reword(MOTTO, "ĐỘC LẬP - TỰ DO - HẠNH PHÚC")),
    Wrong("TD729", "text", "letter", reword(MOTTO, "Độc lập - Tự Do - Hạnh Phúc")),
    Wrong("TD729", "size", "plan", looks("Motto", sz=30)),
    Wrong("TD729", "bold", "plan", looks("Motto", b=0)),
    Wrong("TD729", "upright", "plan", looks("Motto", i=1)),
    Wrong("TD729", "centre", "plan", layout("Motto", "ind", left=1000)),
    Wrong("TD730", "rule-missing", "plan", rule_border("Motto")),
    Wrong("TD730", "rule-underline", "plan", both(rule_border("Motto"), looks("Motto", u="single"))),
    Wrong("TD730", "rule-broken", "plan", rule_border("Motto", val="dashed")),
    Wrong("TD730", "rule-length", "plan", rule_below("Motto", left=2200, right=2200)),
    Wrong("TD730", "rule-length", "letter", rule_below("Motto", left=100, right=100)),
    Wrong("TD730", "rule-aside", "plan", rule_below("Motto", left=0, right=2130)),
    Wrong("TD731", "single", "plan", layout("Motto", "spacing", before=240)),
    Wrong("TD731", "single", "letter", layout("Nation", "spacing", line=360)),
    Wrong("TD732", "upper", "plan", reword("UBND TỈNH HÀ NAM", "UBND tỉnh Hà Nam")),
    Wrong("TD732", "size", "plan", looks("Parent", sz=28)),
    Wrong("TD732", "light", "plan", looks("Parent", b=1)),
    Wrong("TD732", "upright", "plan", looks("Parent", i=1)),
    Wrong("TD732", "centre", "plan", layout("Parent", "jc", val="left")),
    Wrong("TD733", "upper", "letter", reword("ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "Ủy ban nhân dân tỉnh Hà Nam")),
    Wrong("TD733", "size", "plan", looks("Issuer", sz=28)),
    Wrong("TD733", "bold", "letter", looks("Issuer", b=0)),
    Wrong("TD733", "upright", "plan", looks("Issuer", i=1)),
    Wrong("TD733", "centre", "plan", layout("Issuer", "jc", val="left")),
    Wrong("TD734", "rule-missing", "plan", rule_border("Issuer")),
    Wrong("TD734", "rule-underline", "plan", both(rule_border("Issuer"), looks("Issuer", u="single"))),
    Wrong("TD734", "rule-broken", "plan", rule_border("Issuer", val="dotted")),
    Wrong("TD734", "rule-length", "plan", rule_below("Issuer", left=300, right=300)),
    Wrong("TD734", "rule-length", "letter", rule_below("Issuer", left=1750, right=1750)),
    Wrong("TD734", "rule-aside", "plan", rule_below("Issuer", left=0, right=2600)),
    Wrong("TD735", "single", "plan", layout("Issuer", "spacing", before=240)),
    Wrong("TD736", "size", "plan", looks("Number", sz=28)),
    Wrong("TD736", "size", "letter", looks("Number", sz=24)),
    Wrong("TD736", "light", "plan", looks("Number", b=1)),
    Wrong("TD736", "upright", "plan", looks("Number", i=1)),
    Wrong("TD736", "centre", "plan", layout("Number", "jc", val="left")),
    Wrong("TD737", "label", "plan", reword(NUMBER, "Số 05/KH-SCT")),
    Wrong("TD737", "label", "plan", reword(NUMBER, "SỐ: 05/KH-SCT")),
    Wrong("TD737", "label", "plan", reword(NUMBER, "Số : 05/KH-SCT")),
    Wrong("TD737", "padded", "plan", reword(NUMBER, "Số: 5/KH-SCT")),
    Wrong("TD737", "padded-over", "plan", reword(NUMBER, "Số: 005/KH-SCT")),
    Wrong("TD737", "padded-over", "letter", reword("Số: 15/", "Số: 0015/")),
    Wrong("TD737", "signs-suggested", "plan", reword(NUMBER, "Số: 05/2026/KH-SCT")),
    Wrong("TD737", "signs", "plan", reword(NUMBER, r"Số: 05\\KH-SCT")),
    Wrong("TD737", "signs", "plan", reword(NUMBER, "Số: KH-SCT/05")),
    Wrong("TD737", "signs-suggested", "plan", reword(NUMBER, "Số: 05/KH-Sct")),
    Wrong("TD737", "signs-suggested", "plan", reword(NUMBER, "Số: 05/KH - SCT")),
    Wrong("TD737", "signs-suggested", "plan", reword(NUMBER, "Số: 05/KH–SCT")),
    Wrong("TD737", "signs-suggested", "plan", reword(NUMBER, "Số: 05-KH/SCT")),
    Wrong("TD737", "signs", "plan", reword(NUMBER, "Số: 05/KH-")),
    Wrong("TD738", "type", "plan", reword(NUMBER, "Số: 05/BC-SCT")),
    Wrong("TD738", "type", "decision", reword("Số: 21/QĐ-SCT", "Số: 21/QDD-SCT")),
    Wrong("TD738", "type-letter", "letter", reword("Số: 15/UBND-NC", "Số: 15/CV-UBND")),
    Wrong("TD738", "type-letter", "letter", reword("Số: 15/UBND-NC", "Số: 15/KH-UBND")),
    Wrong("TD739", "size", "plan", looks("PlaceDate", sz=24)),
    Wrong("TD739", "italic", "plan", looks("PlaceDate", i=0)),
    Wrong("TD739", "light", "plan", looks("PlaceDate", b=1)),
    Wrong("TD739", "lower", "plan", looks("PlaceDate", caps=1)),
    Wrong("TD739", "centre", "plan", layout("PlaceDate", "jc", val="right")),
    Wrong("TD740", "form", "plan", reword(DATE, "Hà Nam, ngày 05/3/2026")),
    Wrong("TD740", "form-comma", "plan", reword(DATE, "Hà Nam ngày 05 tháng 3 năm 2026")),
    Wrong("TD740", "noughts-day", "plan", reword(DATE, "Hà Nam, ngày 5 tháng 3 năm 2026")),
    Wrong("TD740", "noughts-month", "plan", reword(DATE, "Hà Nam, ngày 05 tháng 03 năm 2026")),
    Wrong("TD740", "noughts-day", "plan", reword(DATE, "Hà Nam, ngày 005 tháng 3 năm 2026")),
    Wrong("TD740", "noughts-month", "letter", reword("tháng 02", "tháng 2")),
    Wrong("TD740", "calendar", "letter", reword("ngày 12 tháng 02", "ngày 31 tháng 4")),
    Wrong("TD740", "small-place", "plan", reword(DATE, "HÀ NAM, ngày 05 tháng 3 năm 2026")),
    Wrong("TD740", "small-word", "plan", reword(DATE, "Hà Nam, Ngày 05 tháng 3 năm 2026")),
    Wrong("TD740", "capital", "plan", reword(DATE, "hà Nam, ngày 05 tháng 3 năm 2026")),
    Wrong("TD741", "line", "plan", edit(date_in_a_row_below)),
    Wrong("TD741", "line", "plan", layout("PlaceDate", "spacing", before=FAR)),
    Wrong(
        "TD741",
        "line",
        "plan",
        both(edit(one_row), insert_before("PlaceDate", BLANK), insert_before("PlaceDate", BLANK)),
    ),
]
