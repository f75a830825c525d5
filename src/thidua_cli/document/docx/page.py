"""Sections: paper, margins, and the page number in the upper margin."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.document.docx.elements import PREFIX, Element, leaf, node, paragraph, properties
from thidua_cli.document.docx.measure import floor_twips, twips
from thidua_cli.document.layout import RANGES, Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument

HEADER_DISTANCE = Decimal(10)
PAPER = (11906, 16838)  # A4 in twips: short side, long side


def _margin(layout: Layout, side: str) -> int:
    value: Decimal = getattr(layout, side)
    widest = RANGES[side][1]
    return twips(value) if value < widest else floor_twips(value)


def text_width(layout: Layout, *, landscape: bool = False) -> int:
    """Width of the text in twips."""
    return PAPER[landscape] - _margin(layout, "left") - _margin(layout, "right")


def _page_number() -> Element:
    """A PAGE field spelled out in runs, as Word itself writes it."""
    made = paragraph("Header")
    for content in (
        node("fldChar", fldCharType="begin"),
        leaf("instrText", "PAGE"),
        node("fldChar", fldCharType="separate"),
        leaf("t", "2"),
        node("fldChar", fldCharType="end"),
    ):
        made.append(node("r", content))
    return made


def add_headers(word: WordDocument) -> list[Element]:
    """Give the document its two headers; returns the references to them, for every section."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    # The first page's is defined although empty: left out, a later section would show its number there.
    for header, content in (
        (section.header, _page_number()),
        (section.first_page_header, paragraph("Header")),
    ):
        header.is_linked_to_previous = False
        header._element[:] = [content]
    return section._sectPr.findall(PREFIX + "headerReference")


def section_properties(
    references: Sequence[Element], layout: Layout, *, landscape: bool, restart: bool
) -> Element:
    """The `w:sectPr` of a section, upright or lying, pages counted on or from 1 (Phụ lục I, I.1 to I.7)."""
    width, height = reversed(PAPER) if landscape else PAPER
    margins = {side: _margin(layout, side) for side in ("top", "right", "bottom", "left")}
    distance = twips(HEADER_DISTANCE)
    made = [
        *(deepcopy(reference) for reference in references),
        node("pgSz", w=width, h=height, **({"orient": "landscape"} if landscape else {})),
        node("pgMar", **margins, header=distance, footer=distance, gutter=0),
        node("titlePg"),
    ]
    if restart:
        made.append(node("pgNumType", start=1))
    return properties("sectPr", made)
