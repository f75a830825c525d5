"""Properties put into the XML of a Word file in the order that its schema asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from thidua_cli.conformance.reading.package.names import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.conformance.reading.package.parsing import Element

# ECMA-376 Part 1, 17.3.1.26, 17.3.2.28, 17.6.17, 17.7.4.17 and 17.15.1.78: the order of the children.
ORDER: dict[str, tuple[str, ...]] = {
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
        "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
        "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    ),
    "rPr": (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
        "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing",
        "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText",
        "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
    ),
    "sectPr": (
        "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc",
        "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg",
        "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
    ),
    "style": (
        "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
        "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid", "pPr",
        "rPr", "tblPr", "trPr", "tcPr", "tblStylePr",
    ),
    "pBdr": ("top", "left", "bottom", "right", "between", "bar"),
    "docDefaults": ("rPrDefault", "pPrDefault"),
    "p": ("pPr",),
    "r": ("rPr",),
    "rPrDefault": ("rPr",),
    "pPrDefault": ("pPr",),
}  # fmt: skip


def made(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of the `w` namespace with attributes of the same namespace."""
    element = etree.Element(W + tag)
    for name, value in attributes.items():
        element.set(W + name, str(value))
    element.extend(children)
    return element


def child_of(parent: Element, tag: str) -> Element:
    """The child of that name, put in its place in the schema's order where there is none."""
    child = parent.find(W + tag)
    if child is None:
        child = made(tag)
        put(parent, child)
    return child


def put(parent: Element, child: Element) -> None:
    """Put a child in its place in the schema's order; paragraphs and runs have their properties first."""
    order = ORDER[_name(parent)]
    place = order.index(_name(child))
    for each in parent:
        name = _name(each)
        later = order.index(name) > place if name in order else len(order) == 1
        if later:
            each.addprevious(child)
            return
    parent.append(child)


def write(parent: Element, tag: str, attributes: Mapping[str, str | None]) -> None:
    """Set attributes (None: take them away) of a child, which is made where there is none."""
    child = child_of(parent, tag)
    for name, value in attributes.items():
        if value is None:
            child.attrib.pop(W + name, "")
        else:
            child.set(W + name, value)


def remove(element: Element) -> None:
    """Take an element out of its parent; text after it stays."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _name(element: Element) -> str:
    return etree.QName(element).localname
