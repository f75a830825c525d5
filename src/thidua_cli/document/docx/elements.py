"""WordprocessingML elements, their properties always in the order the schema asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from lxml import etree

from thidua_cli.document.blocks import Inline, Run
from thidua_cli.document.typesetting.printed import printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PREFIX = f"{{{NAMESPACE}}}"
RELATION_ID = f"{{{RELATIONS}}}id"
# Readers of Word files expect both prefixes at the root of a part.
NAMESPACES = {"w": NAMESPACE, "r": RELATIONS}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SIDES = ("top", "left", "bottom", "right")

Element = etree._Element

# ECMA-376 Part 1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.66 and 17.6.17: only the members written here.
ORDER: dict[str, tuple[str, ...]] = {
    "pPr": (
        "pStyle", "keepNext", "pageBreakBefore", "widowControl", "numPr", "pBdr", "spacing", "ind",
        "contextualSpacing", "jc", "outlineLvl", "sectPr",
    ),
    "rPr": (
        "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "vanish", "color", "sz",
        "szCs", "highlight", "u", "lang",
    ),
    "tblPr": ("tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"),
    "tcPr": ("tcW", "gridSpan", "vAlign"),
    "trPr": ("cantSplit", "tblHeader"),
    "sectPr": ("headerReference", "footerReference", "pgSz", "pgMar", "pgNumType", "titlePg"),
}  # fmt: skip


def node(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of the `w` namespace with attributes of the same namespace."""
    made = etree.Element(PREFIX + tag, None, NAMESPACES)
    for name, value in attributes.items():
        made.set(PREFIX + name, str(value))
    made.extend(children)
    return made


def name_of(element: Element) -> str:
    """The name of an element of the `w` namespace, without it."""
    return str(element.tag)[len(PREFIX) :]


def leaf(tag: str, text: str) -> Element:
    """An element that holds text, its spaces kept."""
    made = node(tag)
    made.text = text
    made.set(SPACE, "preserve")
    return made


def properties(tag: str, children: Sequence[Element]) -> Element:
    """A property element (`pPr`, `tcPr` …) with its children in schema order."""
    if len(children) > 1:
        order = ORDER[tag]
        children = sorted(children, key=lambda child: order.index(name_of(child)))
    return node(tag, *children)


def add_property(made: Element, own: Element) -> None:
    """Give a paragraph a direct property in its place in the schema's order, instead of one of its name."""
    present, order = made[0], ORDER["pPr"]
    place = order.index(name_of(own))
    later = [child for child in present if order.index(name_of(child)) >= place]
    if later:
        later[0].addprevious(own)
    else:
        present.append(own)
    if later and later[0].tag == own.tag:
        present.remove(later[0])


def set_space(made: Element, side: Literal["before", "after"], twips: int) -> None:
    """Give a paragraph a gap of its own above or below it."""
    spacing = made[0].find(PREFIX + "spacing")
    if spacing is None:
        spacing = node("spacing")
        add_property(made, spacing)
    spacing.set(PREFIX + side, str(twips))


def run(text: str, *, bold: bool = False, italic: bool = False, marked: bool = False) -> Element:
    """A run of text; emphasis beyond the paragraph's style is direct formatting.

    A place that a person has to fill in is highlighted: nobody overlooks it, and the text stays black.
    """
    made = node("r")
    marks = [node(tag) for on, tags in ((bold, ("b", "bCs")), (italic, ("i", "iCs"))) if on for tag in tags]
    if marked:
        marks.append(node("highlight", val="yellow"))
    if marks:
        made.append(properties("rPr", marks))
    made.append(leaf("t", text))
    return made


def paragraph(style: str, content: str | Inline = "", *direct: Element) -> Element:
    """A paragraph of a style; `direct` are paragraph properties of its own."""
    runs: Inline = (Run(content),) if isinstance(content, str) else content
    made = node("p", properties("pPr", (node("pStyle", val=style), *direct)))
    for part in runs:
        if part.text:
            text = printed(style, part.printed)
            made.append(run(text, bold=part.bold, italic=part.italic, marked=part.marked))
    return made


def cell(width: int, *content: Element, span: int = 1, align: str = "top") -> Element:
    """A table cell that holds paragraphs."""
    own = [node("tcW", w=width, type="dxa")]
    if span > 1:
        own.append(node("gridSpan", val=span))
    if align != "top":
        own.append(node("vAlign", val=align))
    return node("tc", properties("tcPr", own), *content)


def row(*cells: Element, header: bool = False) -> Element:
    """A table row that is never broken over pages."""
    marks = [node("cantSplit")] + ([node("tblHeader")] if header else [])
    return node("tr", properties("trPr", marks), *cells)


def table(widths: Sequence[int], own: Sequence[Element], *rows: Element) -> Element:
    """A table of fixed columns; `own` are its properties beyond width and layout."""
    fixed = (node("tblW", w=sum(widths), type="dxa"), node("tblLayout", type="fixed"))
    grid = node("tblGrid", *(node("gridCol", w=width) for width in widths))
    return node("tbl", properties("tblPr", (*fixed, *own)), grid, *rows)


def layout_table(widths: Sequence[int], *rows: Element) -> Element:
    """A table used to place text side by side: fixed, without borders, without cell margins."""
    own = (
        node("tblInd", w=0, type="dxa"),
        node("tblBorders", *(node(side, val="nil") for side in (*SIDES, "insideH", "insideV"))),
        node("tblCellMar", *(node(side, w=0, type="dxa") for side in SIDES)),
        node("tblLook", val="0000"),
    )
    return table(widths, own, *rows)


def style_of(made: Element) -> str:
    """The style of a paragraph."""
    return str(made[0][0].get(PREFIX + "val"))


def is_table(element: Element) -> bool:
    """Whether an element of the body is a table."""
    return element.tag == PREFIX + "tbl"


def keep_with_next(elements: Iterable[Element]) -> None:
    """Mark every paragraph of these elements to stay on the page of what follows."""
    for element in elements:
        for made in element.iter(PREFIX + "p"):
            add_property(made, node("keepNext"))
