"""Sections: paper, margins, page numbers, and the address at the foot of the first page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from docx.shared import Mm
from lxml import etree

from thidua_cli.document.blocks import Document
from thidua_cli.document.layout import Layout

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ADDRESS = "Số 1, đường A; điện thoại: 0123"


def test_page(opened: Callable[..., Any], campaign: Callable[..., Document]) -> None:
    section = opened(campaign(14, 1)).word.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [margin.mm for margin in margins] == pytest.approx([20, 20, 30, 15], abs=0.02)
    assert section.right_margin >= Mm(15)
    assert section.different_first_page_header_footer
    assert "PAGE" in etree.tostring(section.header._element).decode()
    assert section.first_page_header.paragraphs[0].text == ""
    assert not section.first_page_header.is_linked_to_previous


@pytest.mark.parametrize(("side", "widest"), [("left", 35), ("right", 20), ("top", 25), ("bottom", 25)])
def test_widest_margins_stay_inside(
    opened: Callable[..., Any], campaign: Callable[..., Document], side: str, widest: int
) -> None:
    document = replace(campaign(14, 1), layout=Layout(**{side: Decimal(widest)}))
    assert getattr(opened(document).word.sections[0], f"{side}_margin") <= Mm(widest)


NEW_PAGES = [
    # markup; of each section whether it lies, counts its pages from 1, and has a first page without number
    ("Một", ["1st"]),
    ("Một\n@appendix I\n@appendix II\n@landscape", ["1st", "from-1 1st", "lying from-1 1st"]),
    ("Một\n@turn landscape\nHai\n@turn portrait\nBa", ["1st", "lying", ""]),
    ("Một\n@enclosure\n@issuer Sở A\nHai", ["1st", "from-1 1st"]),
    ("@turn landscape\nMột", ["lying 1st"]),
    ("Một\n@turn landscape\nHai\n@turn portrait\n@signer A", ["1st", "lying"]),  # nobody signs an empty page
]


@pytest.mark.parametrize(("markup", "expected"), NEW_PAGES)
def test_sections(opened: Callable[..., Any], markup: str, expected: list[str]) -> None:
    sections = opened(markup).word.sections
    found = []
    for section in sections:
        start = section._sectPr.find(f"{W}pgNumType")
        traits = {
            "lying": section.page_width > section.page_height,
            "from-1": start is not None and start.get(f"{W}start") == "1",
            "1st": section.different_first_page_header_footer,
        }
        found.append(" ".join(name for name, on in traits.items() if on))
    assert found == expected
    # Every page but a first one bears its number.
    assert all("PAGE" in etree.tostring(section.header._element).decode() for section in sections)


def test_a_section_ends_in_its_last_words(opened: Callable[..., Any]) -> None:
    texts = [each.text for each in opened("Một\n@turn landscape\nHai").word.paragraphs]
    assert texts == ["Một", "Hai"]


def test_the_address_stands_at_the_foot_of_page_1_alone(opened: Callable[..., Any]) -> None:
    file = opened(
        f"@issuer Sở A\n@address {ADDRESS}\nMột\n@turn landscape\nHai\n@turn portrait\nBa\n@appendix I"
    )
    first, *_, appendix = file.word.sections
    (line,) = first.first_page_footer.paragraphs
    assert (line.text, line.style.name, line.style.font.size.pt) == (ADDRESS, "Địa chỉ cơ quan", 11)
    assert line.style.element.find(f"{W}pPr/{W}pBdr/{W}top").get(f"{W}val") == "single"
    assert first.footer.is_linked_to_previous
    assert not appendix.first_page_footer.is_linked_to_previous
    assert [each.text for each in appendix.first_page_footer.paragraphs] == [""]


def test_without_an_address_there_is_no_footer(opened: Callable[..., Any]) -> None:
    assert not [name for name in opened("@issuer Sở A\n@appendix I").parts if "footer" in name]
