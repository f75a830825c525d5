"""WordprocessingML elements, their properties always in the order the schema asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from thidua_cli.document.blocks import Inline, Run
from thidua_cli.document.characters import one_line
from thidua_cli.document.docx.binding import bound_text
from thidua_cli.document.docx.looks import CAPITALS, FLOWING
from thidua_cli.vietnamese.text import upper_case

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PREFIX = f"{{{NAMESPACE}}}"
NAMESPACES = {"w": NAMESPACE}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element

# ECMA-376 Part 1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.66 and 17.6.17: only the members written here.
ORDER: dict[str, tuple[str, ...]] = {
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "pBdr", "shd", "tabs",
        "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr",
    ),
    "rPr": (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "color", "spacing", "sz", "szCs", "u",
        "vertAlign", "lang",
    ),
    "tblPr": ("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"),
    "tcPr": ("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"),
    "trPr": ("cantSplit", "tblHeader"),
    "sectPr": (
        "headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "titlePg", "docGrid",
    ),
}  # fmt: skip


def node(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of the `w` namespace with attributes of the same namespace."""
    made = etree.Element(PREFIX + tag, nsmap=NAMESPACES)
    for name, value in attributes.items():
        made.set(PREFIX + name, str(value))
    made.extend(children)
    return made


def leaf(tag: str, text: str) -> Element:
    """An element that holds text, its spaces kept."""
    made = node(tag)
    made.text = text
    made.set(SPACE, "preserve")
    return made


def properties(tag: str, children: Iterable[Element]) -> Element:
    """A property element (`pPr`, `tcPr` …) with its children in schema order."""
    order = ORDER[tag]
    return node(tag, *sorted(children, key=lambda child: order.index(str(child.tag)[len(PREFIX) :])))


def run(text: str, *, bold: bool = False, italic: bool = False) -> Element:
    """A run of text; emphasis beyond the paragraph's style is direct formatting."""
    made = node("r")
    if bold or italic:
        marks = [
            node(tag) for on, tags in ((bold, ("b", "bCs")), (italic, ("i", "iCs"))) if on for tag in tags
        ]
        made.append(properties("rPr", marks))
    made.append(leaf("t", one_line(text)))
    return made


def paragraph(style: str, content: str | Inline = "", *direct: Element) -> Element:
    """A paragraph of a style; `direct` are paragraph properties of its own."""
    runs: Inline = (Run(content),) if isinstance(content, str) else content
    made = node("p", properties("pPr", (node("pStyle", val=style), *direct)))
    for part in runs:
        if part.text:
            text = bound_text(part.text) if style in FLOWING else part.text
            text = upper_case(text) if style in CAPITALS else text
            made.append(run(text, bold=part.bold, italic=part.italic))
    return made


def cell(width: int, *content: Element, span: int = 1) -> Element:
    """A table cell that holds paragraphs."""
    own = [node("tcW", w=width, type="dxa")]
    if span > 1:
        own.append(node("gridSpan", val=span))
    return node("tc", properties("tcPr", own), *content)


def row(*cells: Element, header: bool = False) -> Element:
    """A table row that is never broken over pages."""
    marks = [node("cantSplit")] + ([node("tblHeader")] if header else [])
    return node("tr", properties("trPr", marks), *cells)


def layout_table(widths: Iterable[int], *rows: Element) -> Element:
    """A table used to place text side by side: fixed, without borders, without cell margins."""
    columns = tuple(widths)
    sides = ("top", "left", "bottom", "right")
    own = (
        node("tblW", w=sum(columns), type="dxa"),
        node("tblInd", w=0, type="dxa"),
        node("tblBorders", *(node(side, val="nil") for side in (*sides, "insideH", "insideV"))),
        node("tblLayout", type="fixed"),
        node("tblCellMar", *(node(side, w=0, type="dxa") for side in sides)),
        node("tblLook", val="0000"),
    )
    grid = node("tblGrid", *(node("gridCol", w=width) for width in columns))
    return node("tbl", properties("tblPr", own), grid, *rows)


def keep_with_next(elements: Iterable[Element]) -> None:
    """Mark every paragraph below these elements to stay on the page of what follows."""
    for element in elements:
        for own in element.iter(PREFIX + "pPr"):
            if own.find(PREFIX + "keepNext") is None:
                own.insert(0 if own.find(PREFIX + "pStyle") is None else 1, node("keepNext"))
