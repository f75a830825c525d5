"""Sections: paper, margins, the page number in the upper margin, the address at the foot of page 1."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.document.docx.elements import paragraph, properties
from thidua_cli.document.layout import RANGES, Layout
from thidua_cli.document.ooxml.elements import Element, leaf, node, part_root, serialised
from thidua_cli.document.ooxml.names import RELATION_ID
from thidua_cli.document.typesetting.measure import floor_twips, twips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.document.docx.package import Package
    from thidua_cli.document.sections import Section

HEADER_DISTANCE = Decimal(10)
PAPER = (11906, 16838)  # A4 in twips: short side, long side


def _margin(layout: Layout, side: str) -> int:
    value: Decimal = getattr(layout, side)
    widest = RANGES[side][1]
    return twips(value) if value < widest else floor_twips(value)


def text_width(layout: Layout, *, landscape: bool = False) -> int:
    """Width of the text in twips."""
    return PAPER[landscape] - _margin(layout, "left") - _margin(layout, "right")


def text_height(layout: Layout, *, landscape: bool = False) -> int:
    """Height of the text in twips."""
    return PAPER[not landscape] - _margin(layout, "top") - _margin(layout, "bottom")


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


def _address(section: Section) -> str:
    return next(iter(section.addresses), "")


class Pages:
    """The headers and footers of a document, and the properties of its sections.

    Those of the first pages are defined although empty: left out, they would be those of the section before.
    """

    def __init__(self, package: Package, layout: Layout, sections: Sequence[Section]) -> None:
        self._package = package
        self._layout = layout
        self._first = sections[0]
        self._numbered = self._margin_text("header", 1, "default", _page_number())
        self._unnumbered = self._margin_text("header", 2, "first", paragraph("Header"))
        texts = sorted({_address(section) for section in sections})
        self._footers = {
            text: self._margin_text(
                "footer", number, "first", paragraph("Address", text) if text else paragraph("Footer")
            )
            for number, text in enumerate(texts, 1)
            if any(texts)
        }

    def _margin_text(self, kind: str, number: int, pages: str, content: Element) -> tuple[str, str, str]:
        part = serialised(part_root("hdr" if kind == "header" else "ftr", content))
        return kind, pages, self._package.put_word(f"{kind}{number}", part, kind)

    def properties_of(self, section: Section) -> Element:
        """The `w:sectPr` of a section (Phụ lục I, I.1 to I.7): its numbers run on or start at 1.

        The number is hidden on the first page of the document, and of an annex, whose pages count from 1.
        """
        begins = section is self._first or section.restart
        shown = [self._numbered, self._unnumbered, *self._footers_of(section)] if begins else [self._numbered]
        width, height = reversed(PAPER) if section.landscape else PAPER
        margins = {side: _margin(self._layout, side) for side in ("top", "right", "bottom", "left")}
        distance = twips(HEADER_DISTANCE)
        made = [
            *(_reference(*each) for each in shown),
            node("pgSz", w=width, h=height, **({"orient": "landscape"} if section.landscape else {})),
            node("pgMar", **margins, header=distance, footer=distance, gutter=0),
        ]
        if section.restart:
            made.append(node("pgNumType", start=1))
        if begins:
            made.append(node("titlePg"))
        return properties("sectPr", made)

    def _footers_of(self, section: Section) -> list[tuple[str, str, str]]:
        return [self._footers[_address(section)]] if self._footers else []


def _reference(kind: str, pages: str, relation: str) -> Element:
    made = node(f"{kind}Reference", type=pages)
    made.set(RELATION_ID, relation)
    return made
