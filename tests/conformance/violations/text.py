"""Mục II, khoản 6: the text."""

from __future__ import annotations

from collections.abc import Callable

from changes import (
    Change,
    Node,
    W,
    Wrong,
    both,
    drop,
    edit,
    ending,
    in_style,
    layout,
    looks,
    paragraphs,
    reword,
)
from official_documents import LONG

START = LONG[:20]
INTRODUCTION = "Mở đầu"


def third_article(root: Node) -> None:
    """Article 3 right after article 1."""
    for text in paragraphs(root, "Article", "Trách nhiệm thi hành")[0].iter(f"{W}t"):
        text.text = (text.text or "").replace("2", "3")


def points(form: str, change: Callable[[str], str] = str) -> Change:
    """The letters of all points in another form."""
    return both(*(reword(f"{letter}) Tổ", form.format(change(letter))) for letter in "abcdđe"))


VIOLATIONS = [
    Wrong("TD751", "size", "plan", looks("Basis", sz=24)),
    Wrong("TD751", "italic", "plan", looks("Basis", i=0)),
    Wrong("TD751", "lower", "plan", looks("Basis", "Chánh Văn phòng", caps=1)),
    Wrong("TD751", "own", "plan", reword("khen thưởng ngày 15", "khen thưởng; Căn cứ Luật Tổ chức ngày 15")),
    Wrong("TD752", "ends-each", "plan", ending("Basis", "Luật", ",")),
    Wrong("TD752", "ends-last", "plan", ending("Basis", "Theo đề nghị", ",")),
    Wrong("TD752", "ends-last", "decision", ending("Basis", "Theo đề nghị", ";")),
    Wrong("TD753", "law", "plan", reword("khen thưởng ngày 15", "khen thưởng số 06/2022/QH15 ngày 15")),
    Wrong("TD754", "size", "plan", looks("BodyText", INTRODUCTION, sz=24)),
    Wrong("TD754", "size", "letter", in_style("BodyText", "rPr", "sz", val=30)),
    Wrong("TD754", "upright", "plan", looks("BodyText", INTRODUCTION, i=1)),
    Wrong("TD754", "lower", "plan", looks("BodyText", INTRODUCTION, caps=1)),
    Wrong("TD755", "justified", "plan", layout("BodyText", "jc", INTRODUCTION, val="left")),
    Wrong("TD755", "justified", "letter", in_style("BodyText", "pPr", "jc", val="left")),
    Wrong("TD756", "indent", "plan", layout("BodyText", "ind", INTRODUCTION, firstLine=0)),
    Wrong("TD756", "indent", "letter", in_style("BodyText", "pPr", "ind", firstLine=850)),
    Wrong("TD757", "gap", "plan", layout("BodyText", "spacing", START, which=3, before=60)),
    Wrong("TD757", "gap", "letter", in_style("BodyText", "pPr", "spacing", before=0)),
    Wrong("TD757", "gap", "letter", in_style("BodyText", "pPr", "contextualSpacing", val=1)),
    Wrong("TD758", "lines", "plan", layout("BodyText", "spacing", INTRODUCTION, line=480)),
    Wrong("TD758", "lines", "letter", in_style("BodyText", "pPr", "spacing", line=216)),
    Wrong("TD758", "lines", "letter", in_style("BodyText", "pPr", "spacing", line=600, lineRule="exact")),
    Wrong("TD759", "lower", "decision", reword("Chương I", "CHƯƠNG I")),
    Wrong("TD759", "size", "decision", looks("Division", sz=32)),
    Wrong("TD759", "bold", "decision", looks("Division", b=0)),
    Wrong("TD759", "upright", "decision", looks("Division", i=1)),
    Wrong("TD759", "centre", "decision", layout("Division", "jc", val="left")),
    Wrong("TD759", "number", "decision", reword("Chương I<", "Chương 1<")),
    Wrong(
        "TD759",
        "own",
        "decision",
        both(reword("Chương I<", "Chương I. QUY ĐỊNH CHUNG<"), drop("DivisionTitle")),
    ),
    Wrong("TD759", "titled", "decision", drop("DivisionTitle", "TRÁCH NHIỆM")),
    Wrong("TD760", "upper", "decision", reword("QUY ĐỊNH CHUNG", "Quy định chung")),
    Wrong("TD760", "size", "decision", looks("DivisionTitle", sz=24)),
    Wrong("TD760", "bold", "decision", looks("DivisionTitle", b=0)),
    Wrong("TD760", "upright", "decision", looks("DivisionTitle", i=1)),
    Wrong("TD760", "centre", "decision", layout("DivisionTitle", "jc", val="left")),
    Wrong("TD761", "size", "decision", looks("Article", sz=30)),
    Wrong("TD761", "bold", "decision", looks("Article", "Điều 2.", b=0)),
    Wrong("TD761", "dot", "decision", reword("Điều 1.", "Điều 1:")),
    Wrong("TD761", "number", "decision", reword("Điều 2.", "Điều II.")),
    Wrong("TD762", "upper", "plan", reword("I. MỤC ĐÍCH, YÊU CẦU", "I. Mục đích, yêu cầu")),
    Wrong("TD762", "size", "plan", looks("Heading1", sz=24)),
    Wrong("TD762", "bold", "plan", looks("Heading1", b=0)),
    Wrong("TD762", "upright", "plan", looks("Heading1", i=1)),
    Wrong("TD763", "size", "plan", looks("BodyText", "1. Tổ", sz=24)),
    Wrong("TD763", "upright", "plan", looks("BodyText", "1. Tổ", i=1)),
    Wrong("TD763", "bold", "plan", looks("Heading2", b=0)),
    Wrong("TD763", "lower", "plan", reword("1. Mục đích", "1. MỤC ĐÍCH")),
    Wrong("TD763", "number", "plan", reword("1. Tổ", "1) Tổ")),
    Wrong("TD764", "size", "plan", looks("BodyText", "b) Tổ", sz=24)),
    Wrong("TD764", "upright", "plan", looks("BodyText", "b) Tổ", i=1)),
    Wrong("TD764", "letter", "plan", reword("b) Tổ", "b. Tổ")),
    Wrong("TD764", "letter", "plan", points("{}) Tổ", str.upper)),
    Wrong("TD764", "letter", "plan", points("({}) Tổ")),
    Wrong("TD765", "sequence", "plan", both(reword("e) Tổ", "g) Tổ"), reword("đ) Tổ", "e) Tổ"))),
    Wrong("TD765", "sequence-twice", "plan", reword("đ) Tổ", "d) Tổ")),
    Wrong("TD766", "sequence", "plan", reword("II. TỔ CHỨC", "III. TỔ CHỨC")),
    Wrong("TD766", "sequence-twice", "plan", reword("2. Yêu cầu", "1. Yêu cầu")),
    Wrong("TD766", "sequence", "decision", edit(third_article)),
]
