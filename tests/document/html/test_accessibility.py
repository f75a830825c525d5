"""The page is open to everyone: language, landmarks, headings, tables and contrast."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from thidua_cli.document.blocks import Article, Block, Division, Document, Heading, Paragraph, Run
from thidua_cli.document.components import Appendix, Enclosure, Letterhead, Title
from thidua_cli.document.html.writer import write_html


def page_of(*blocks: Block) -> html.HtmlElement:
    return html.document_fromstring(write_html(Document("Kế hoạch", "Sở", blocks)).decode())


def words_of(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def levels(page: html.HtmlElement) -> list[int]:
    return [int(each.tag[1]) for each in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]


def test_it_is_open_to_those_who_do_not_see_it(decision: Document) -> None:
    page = html.document_fromstring(write_html(decision).decode())
    assert page.get("lang") == "vi"
    assert page.findtext("head/title") == "Quyết định Về việc ban hành Quy chế thi đua"
    assert page.xpath("//meta[@name='viewport']/@content") == ["width=device-width, initial-scale=1"]
    assert [each.tag for each in page.find("body")] == ["main"]
    assert levels(page) == [1, 2, 3, 4, 5, 2, 3, 4]
    table = page.xpath("//table")[0]
    assert words_of(table.find("caption")) == "Điểm của các sở"
    assert [each.get("scope") for each in table.xpath("thead/tr/th")] == ["col"] * 3
    band = table.xpath("tbody/tr[1]/th")[0]
    assert (band.get("scope"), band.get("colspan"), words_of(band)) == ("rowgroup", "3", "A")
    assert [row.get("class") for row in table.xpath("tbody/tr")] == ["band", None, None, "total"]
    assert {each.getparent().get("role") for each in page.xpath("//li")} == {"list"}
    assert [each.text for each in page.xpath("//li/span[@aria-hidden='true']")][:2] == ["- ", "- "]
    assert all(each.get("aria-label") for each in page.xpath("//*[@tabindex]"))


def relative_luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(each * 2 for each in digits) if len(digits) == 3 else digits
    parts = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_stands_out_from_what_is_behind_it(decision: Document) -> None:
    style = html.document_fromstring(write_html(decision).decode()).findtext("head/style")
    grounds = re.findall(r"background: (#\w+)", style)
    assert len(grounds) >= 3
    # Nothing sets a colour of text but black; marks and sheets are bright.
    assert set(re.findall(r"[{;]\s*color: ([^;}]+)", style)) == {"#000"}
    assert all((relative_luminance(ground) + 0.05) / 0.05 >= 7 for ground in grounds)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((), [1]),
        ((Paragraph((Run("Chữ"),)),), [1]),
        ((Heading(2, (Run("1. Một"),)),), [1, 2]),
        ((Letterhead((), about="V/v thi đua"), Heading(1, (Run("I. Một"),))), [1, 2]),
        ((Title("Kế hoạch"), Title("Kế hoạch")), [1, 2]),
        ((Appendix("Phụ lục"), Heading(3, (Run("a) Một"),))), [1, 2]),
        (
            (Title("Quyết định"), Enclosure(), Title("Quy chế"), Article("Điều 1.", (), titled=True)),
            [1, 2, 3],
        ),
    ],
)
def test_there_is_one_title(blocks: tuple[Block, ...], expected: list[int]) -> None:
    assert levels(page_of(*blocks)) == expected


HEADS = st.one_of(
    st.builds(Title, st.just("Kế hoạch")),
    st.builds(Appendix, st.just("Phụ lục")),
    st.builds(Heading, st.integers(1, 3), st.just((Run("I. Một"),))),
    st.builds(
        Division, st.just("Mục 1"), st.just("Một"), st.sampled_from(["phan", "chuong", "muc", "tieu-muc"])
    ),
    st.builds(Article, st.just("Điều 1."), st.just((Run("Một"),)), st.booleans()),
)


@given(st.lists(HEADS, max_size=12))
def test_no_level_is_left_out(blocks: list[Block]) -> None:
    found = levels(page_of(*blocks))
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(following <= level + 1 for level, following in pairwise(found))
