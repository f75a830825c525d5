"""The style sheet of the Word file, made from the table of looks."""

from __future__ import annotations

from thidua_cli.document.docx.elements import properties
from thidua_cli.document.layout import RANGES, Layout
from thidua_cli.document.ooxml.elements import Element, node, part_root
from thidua_cli.document.ooxml.names import W
from thidua_cli.document.typesetting.looks import LINE, SIZES, STYLES, Style
from thidua_cli.document.typesetting.measure import floor_twips, twips

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
RULE_WEIGHT = 6  # eighths of a point: 0.75 pt
BUILT_IN = {"Body Text", "heading 1", "heading 2", "heading 3", "header", "footer"}


def fonts() -> Element:
    """Times New Roman in all four slots; no theme attribute can win over it."""
    return node("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def space_above(style: Style, layout: Layout) -> int:
    """The gap above a paragraph of a style, in twips."""
    return style.before + (int(layout.gap * 20) if style.gap else 0)


def _paragraph_properties(style: Style, layout: Layout) -> Element:
    line = style.line or int(layout.line * LINE)
    own = [
        node("widowControl"),
        node(
            "spacing",
            before=space_above(style, layout),
            after=0,
            line=line,
            lineRule="exact" if style.exact else "auto",
        ),
        node("jc", val=style.align),
    ]
    if style.keep:
        own.append(node("keepNext"))
    if style.border:
        own.append(node("pBdr", node("top", val="single", sz=RULE_WEIGHT, space=1, color="000000")))
    if style.indent:
        widest = floor_twips(RANGES["first_line"][1])
        own.append(node("ind", firstLine=min(twips(layout.first_line), widest)))
    if style.outline is not None:
        own.append(node("outlineLvl", val=style.outline))
    return properties("pPr", own)


def _run_properties(style: Style, layout: Layout) -> Element:
    half_points = SIZES[layout.size][style.size] * 2
    # Bold and italic are stated either way: a heading of Word's own look has no say.
    return properties(
        "rPr",
        (
            fonts(),
            *(
                node(tag, val=int(on))
                for tags, on in ((("b", "bCs"), style.bold), (("i", "iCs"), style.italic))
                for tag in tags
            ),
            node("color", val="000000"),
            node("sz", val=half_points),
            node("szCs", val=half_points),
        ),
    )


def _style(style: Style, layout: Layout) -> Element:
    made = node("style", type="paragraph", styleId=style.id)
    if style.name not in BUILT_IN:
        made.set(W + "customStyle", "1")
    made.extend((node("name", val=style.name), node("basedOn", val="Normal")))
    if style.outline is not None:
        made.append(node("next", val="BodyText"))
    made.extend((node("qFormat"), _paragraph_properties(style, layout), _run_properties(style, layout)))
    return made


def style_sheet(layout: Layout) -> Element:
    """`w:styles` for a layout: defaults, Normal, the empty table style and every component."""
    body = SIZES[layout.size]["body"] * 2
    defaults = node(
        "docDefaults",
        node(
            "rPrDefault",
            properties(
                "rPr",
                (
                    fonts(),
                    node("color", val="000000"),
                    node("sz", val=body),
                    node("szCs", val=body),
                    node("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"),
                ),
            ),
        ),
        node(
            "pPrDefault", properties("pPr", (node("spacing", before=0, after=0, line=LINE, lineRule="auto"),))
        ),
    )
    normal = node(
        "style", node("name", val="Normal"), node("qFormat"), type="paragraph", default=1, styleId="Normal"
    )
    sides = ("top", "left", "bottom", "right")
    no_table = node(
        "style",
        node("name", val="Normal Table"),
        node(
            "tblPr",
            node("tblInd", w=0, type="dxa"),
            node("tblCellMar", *(node(side, w=0, type="dxa") for side in sides)),
        ),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    return part_root("styles", defaults, normal, no_table, *(_style(style, layout) for style in STYLES))
