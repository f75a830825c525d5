"""The order that the schema asks for: Word takes a file whose properties stand otherwise for damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.ooxml.elements import name_of, remove
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.document.ooxml.elements import Element

# ECMA-376 Part 1: 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.70, 17.4.82, 17.6.17, 17.7.4.17, 17.3.1.24, 17.7.5.1.
ORDER: dict[str, tuple[str, ...]] = {
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
        "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
        "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    ),
    "rPr": (
        "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps",
        "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish",
        "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect",
        "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
        "oMath", "rPrChange",
    ),
    "tblPr": (
        "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize",
        "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook",
        "tblCaption", "tblDescription", "tblPrChange",
    ),
    "tcPr": (
        "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
        "textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel", "cellMerge",
        "tcPrChange",
    ),
    "trPr": (
        "cnfStyle", "divId", "gridBefore", "gridAfter", "wBefore", "wAfter", "cantSplit", "trHeight",
        "tblHeader", "tblCellSpacing", "jc", "hidden", "ins", "del", "trPrChange",
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


def ordered(parent: str, children: Iterable[Element]) -> list[Element]:
    """The children of an element of that name (`pPr`, `tcPr`), as the schema wants them."""
    return sorted(children, key=lambda child: _place(parent, child))


def insert(parent: Element, child: Element) -> None:
    """Put a child in its place, after those of its own name."""
    name = name_of(parent)
    place = _place(name, child)
    later = next((each for each in parent if _place(name, each) > place), None)
    if later is None:
        parent.append(child)
    else:
        later.addprevious(child)


def replace(parent: Element, child: Element) -> None:
    """Put a child in its place, instead of those of its own name."""
    for each in parent.findall(child.tag):
        remove(each)
    insert(parent, child)


def _place(parent: str, child: Element) -> int:
    """What the table does not name comes last: content, and what later versions of Word add to it.

    A comment stands anywhere.
    """
    tag = str(child.tag)
    if not tag.startswith("{"):
        return -1
    order = ORDER[parent]
    name = name_of(child) if tag.startswith(W) else ""
    return order.index(name) if name in order else len(order)
