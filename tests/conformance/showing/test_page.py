"""The page of a report: what it says, what it links, and what it never lets in."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from changes import both, layout, looks, reword
from official_documents import BASES
from page_changes import sections
from violations import letterhead
from word_files import p, r, word_file

from thidua_cli.conformance.examination import examine
from thidua_cli.conformance.showing.page import page
from thidua_cli.conformance.showing.sheet import sheet
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span

BROKEN = both(
    reword(letterhead.MOTTO, "Độc lập – Tự do – Hạnh phúc"),
    sections("pgMar", left=1417),
    looks("Parent", b=1),
    layout("Motto", "ind", left=1000),
)(BASES["plan"]())


class Reader(HTMLParser):
    """Elements opened and closed, ids, links, and the text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "br", "input", "col"):
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(docx: bytes, lang: str = "vi", name: str = "van-ban.docx") -> str:
    examined, findings = examine(docx, name)
    assert examined is not None
    report = Report(None, "", tuple(findings), tuple(examined.checked.verdicts), (name,))
    return page([sheet(examined, findings, lang, 1)], report, lang)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_finding_is_linked_both_ways(lang: str) -> None:
    _, findings = examine(BROKEN, "a.docx")
    read = Reader(shown(BROKEN, lang))
    assert read.open == []
    assert len(read.ids) == len(set(read.ids))
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    for number in range(1, len(findings) + 1):
        assert {f"m1-{number}", f"f1-{number}"} <= set(read.ids)
        assert {f"#m1-{number}", f"#f1-{number}"} <= set(read.links)


def test_the_words_of_the_document_are_on_the_page() -> None:
    examined, _ = examine(BROKEN, "a.docx")
    assert examined is not None
    read = Reader(shown(BROKEN))
    for line in examined.case.word.lines:
        assert line.text.strip() in read.text


def test_it_holds_nothing_that_runs_or_is_fetched() -> None:
    hostile = '<script>alert(1)</script> " onload="x" \' </style> &amp; \u202e'
    markup = shown(word_file(p(r(hostile, '<w:rFonts w:ascii="a;}x" w:hAnsi="\');x:url(y"/>'))), name=hostile)
    read = Reader(markup)
    assert not {"script", "img", "link", "iframe", "object"} & set(read.tags)
    assert "onload=" not in re.sub(r">[^<]*<", "><", markup)
    assert "url(" not in markup
    assert "\u202e" not in markup
    assert "default-src &#x27;none&#x27;" in markup


def test_files_that_cannot_be_seen_are_named() -> None:
    report = Report(None, "", (Finding("TD701", Span("hỏng.docx", 0)),), (), ("hỏng.docx",))
    assert "hỏng.docx: tệp không phải văn bản Word (.docx)" in Reader(page([], report, "vi")).text


def test_the_same_input_gives_the_same_bytes() -> None:
    assert shown(BROKEN) == shown(BROKEN)


def test_a_document_in_order_says_so() -> None:
    assert "Không phát hiện điều gì phải sửa." in Reader(shown(BASES["letter"]())).text


def sheets(docx: bytes) -> list[str]:
    """The sheets of paper as markup."""
    return re.findall(
        r'<div class="sheet".*?(?=<div class="sheet"|<div class="told")', shown(docx), re.DOTALL
    )


def test_an_appendix_has_a_sheet_of_its_own_size() -> None:
    made = sheets(BASES["plan"]())
    heads = [re.findall(r"Phụ lục I+(?=<)", sheet) for sheet in made]
    assert heads == [[], ["Phụ lục I"], ["Phụ lục II"]]
    assert [re.findall("max-width:([0-9.]+)pt", sheet)[0] for sheet in made] == ["595.3", "595.3", "841.9"]


def test_a_page_break_begins_a_sheet() -> None:
    broken = word_file(p(r("một")) + p(r("hai"), "<w:pageBreakBefore/>") + p(r("ba")))
    assert [re.findall("một|hai|ba", sheet) for sheet in sheets(broken)] == [["một"], ["hai", "ba"]]


def test_the_number_of_later_pages_is_not_above_the_first() -> None:
    markup = shown(BASES["plan"]())
    assert markup.index("CỘNG HÒA") < markup.index(">Đầu trang<")


def test_a_frame_is_one_box_and_rules_stay_on_the_paper() -> None:
    markup = shown(BASES["plan"]())
    framed = re.findall(r'<div class="line">((?:(?!</div>).)*?KHẨN)', markup)
    assert len(framed) == 1
    assert "border:1px solid" in framed[0]
    assert 'class="rule"' not in framed[0]
    assert re.findall('class="rule" style="[^"]*pt', markup) == []


def test_a_finding_says_how_many_places_it_does_not_name() -> None:
    read = Reader(shown(layout("BodyText", "spacing", which=None, before=0, after=0)(BASES["plan"]())))
    assert re.search(r"đoạn \d+; và \d+ chỗ khác", read.text)
