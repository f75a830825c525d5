"""The paragraphs, runs and tables of WordprocessingML, their properties in the order the schema asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from thidua_cli.document.blocks import Inline, Run
from thidua_cli.document.ooxml.elements import leaf, node
from thidua_cli.document.ooxml.names import W
from thidua_cli.document.ooxml.order import ordered, replace
from thidua_cli.document.typesetting.printed import printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.document.ooxml.elements import Element

SIDES = ("top", "left", "bottom", "right")


def properties(tag: str, children: Sequence[Element]) -> Element:
    """A property element (`pPr`, `tcPr` …) with its children in schema order."""
    return node(tag, *ordered(tag, children))


def add_property(made: Element, own: Element) -> None:
    """Give a paragraph a direct property in its place in the schema's order, instead of one of its name."""
    replace(made[0], own)


def set_space(made: Element, side: Literal["before", "after"], twips: int) -> None:
    """Give a paragraph a gap of its own above or below it."""
    spacing = made[0].find(W + "spacing")
    if spacing is None:
        spacing = node("spacing")
        add_property(made, spacing)
    spacing.set(W + side, str(twips))


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
    return str(made[0][0].get(W + "val"))


def is_table(element: Element) -> bool:
    """Whether an element of the body is a table."""
    return element.tag == W + "tbl"


def keep_with_next(elements: Iterable[Element]) -> None:
    """Mark every paragraph of these elements to stay on the page of what follows."""
    for element in elements:
        for made in element.iter(W + "p"):
            add_property(made, node("keepNext"))
