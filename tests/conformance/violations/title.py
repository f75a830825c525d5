"""Mục II, khoản 5 and 9.d: type, subject, V/v, addressees; the words of decisions."""

from __future__ import annotations

from changes import (
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
    reword,
)
from page_changes import rule_below, rule_border
from word_files import p, r

TYPE, SUBJECT = "KẾ HOẠCH", "Tổ chức phong trào thi đua năm 2026"
TWO_LINES = "Tổ chức phong trào thi đua lập thành tích chào mừng kỷ niệm 50 năm ngày thành lập Sở Công Thương"
ABOUT = "V/v phát động phong trào thi đua năm 2026"
SENT = '<w:pStyle w:val="AddresseeFirst"/><w:ind w:left="1870"/>'


def blank_before_about(root: Node) -> None:
    """A blank paragraph between number and V/v line."""
    about = paragraphs(root, "About")[0]
    about.addprevious(about.makeelement(f"{W}p"))


VIOLATIONS = [
    Wrong("TD742", "upper", "plan", reword(TYPE, "Kế hoạch")),
    Wrong("TD742", "size", "plan", looks("TypeName", sz=32)),
    Wrong("TD742", "bold", "plan", looks("TypeName", b=0)),
    Wrong("TD742", "upright", "plan", looks("TypeName", i=1)),
    Wrong("TD742", "centre", "plan", layout("TypeName", "jc", val="left")),
    Wrong("TD743", "lower", "plan", reword(SUBJECT, SUBJECT.upper())),
    Wrong("TD743", "size", "plan", looks("Subject", sz=24)),
    Wrong("TD743", "bold", "plan", looks("Subject", b=0)),
    Wrong("TD743", "upright", "plan", looks("Subject", i=1)),
    Wrong("TD743", "centre", "plan", layout("Subject", "jc", val="right")),
    Wrong(
        "TD743",
        "centre",
        "plan",
        both(
            reword(SUBJECT, TWO_LINES),
            layout("Subject", "jc", val="both"),
            rule_below("Subject", left=2800, right=2800),
        ),
    ),
    Wrong("TD744", "rule-missing", "plan", rule_border("Subject")),
    Wrong("TD744", "rule-underline", "plan", both(rule_border("Subject"), looks("Subject", u="single"))),
    Wrong("TD744", "rule-broken", "plan", rule_border("Subject", val="dotDash")),
    Wrong("TD744", "rule-length", "plan", rule_below("Subject", left=2000, right=2000)),
    Wrong("TD744", "rule-aside", "plan", rule_below("Subject", left=0, right=7500)),
    Wrong("TD744", "rule-broken", "decision", rule_border("Attached", val="dashed")),
    Wrong("TD744", "rule-aside", "decision", rule_below("Attached", left=0, right=7500)),
    Wrong("TD745", "lower", "letter", reword(ABOUT, ABOUT.upper())),
    Wrong("TD745", "size", "letter", looks("About", sz=28)),
    Wrong("TD745", "light", "letter", looks("About", b=1)),
    Wrong("TD745", "upright", "letter", looks("About", i=1)),
    Wrong("TD745", "centre", "letter", layout("About", "ind", left=0, right=1400)),
    Wrong(
        "TD745",
        "centre",
        "letter",
        both(reword(ABOUT, f"V/v {TWO_LINES.lower()}"), layout("About", "jc", val="left")),
    ),
    Wrong(
        "TD745",
        "centre",
        "letter",
        both(reword(ABOUT, f"V/v {TWO_LINES.lower()}"), layout("About", "jc", val="right")),
    ),
    Wrong("TD746", "gap", "letter", layout("About", "spacing", before=0)),
    Wrong("TD746", "gap", "letter", layout("About", "spacing", before=240)),
    Wrong("TD746", "gap-blank", "letter", edit(blank_before_about)),
    Wrong("TD747", "size", "letter", looks("AddresseeFirst", sz=24)),
    Wrong("TD747", "upright", "letter", looks("Addressee", i=1)),
    Wrong("TD748", "colon", "letter", reword("Kính gửi:", "Kính gửi")),
    Wrong(
        "TD748",
        "lines-several",
        "letter",
        both(reword("Kính gửi:", "Kính gửi: Sở Nội vụ; Sở Tài chính."), drop("Addressee", which=None)),
    ),
    Wrong("TD748", "lines-one", "letter", both(drop("Addressee"), reword("- Sở Tài chính.", "Sở Tài chính"))),
    Wrong("TD748", "dash", "letter", reword("- Sở Nội vụ;", "Sở Nội vụ;")),
    Wrong("TD748", "ends-each", "letter", reword("- Sở Nội vụ;", "- Sở Nội vụ,")),
    Wrong("TD748", "ends-last", "letter", reword("- Sở Tài chính.", "- Sở Tài chính;")),
    Wrong("TD748", "under", "letter", layout("Addressee", "ind", which=None, left=1200)),
    Wrong("TD748", "under-apart", "letter", layout("Addressee", "ind", which=1, left=3400)),
    Wrong(
        "TD749", "type", "plan", insert_before("Basis", p(r("Kính gửi: Ủy ban nhân dân tỉnh Hà Nam"), SENT))
    ),
    Wrong("TD749", "type-missing", "letter", both(drop("AddresseeFirst"), drop("Addressee", which=None))),
    Wrong("TD750", "upper", "decision", reword("GIÁM ĐỐC SỞ CÔNG THƯƠNG", "Giám đốc Sở Công Thương")),
    Wrong("TD750", "bold", "decision", looks("Enactment", b=0)),
    Wrong("TD750", "upright", "decision", looks("Enactment", i=1)),
    Wrong("TD750", "centre", "decision", layout("Enactment", "jc", which=1, val="left")),
    Wrong("TD750", "colon", "decision", reword("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH")),
]
