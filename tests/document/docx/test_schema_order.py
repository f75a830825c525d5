"""Every element stands where the schema wants it: Word never has to repair what we write."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml.section import CT_SectPr
from docx.oxml.settings import CT_Settings
from docx.oxml.styles import CT_Style
from docx.oxml.table import CT_TblPr, CT_TcPr, CT_TrPr
from docx.oxml.text.font import CT_RPr
from docx.oxml.text.parfmt import CT_PPr
from lxml import etree

PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
}


def kept_by(model: type, *also: str) -> list[str]:
    """The order that python-docx keeps: an oracle independent of ours."""
    listed = inspect.getsource(model).split("_tag_seq = (")[1].split(")")[0]
    return [*also, *re.findall(r'"(w:\w+)"', listed)]


def listed(prefix: str, names: str) -> list[str]:
    return [f"{prefix}:{name}" for name in names.split()]


EDGES = listed("w", "top left start bottom right end insideH insideV")
AXIS = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark "
    "tickLblPos spPr txPr crossAx crosses crossesAt"
)
# ECMA-376 Part 1: what python-docx keeps in order itself, and the other sequences that we write.
SEQUENCES: dict[str, list[str]] = {
    "w:pPr": kept_by(CT_PPr),
    "w:rPr": kept_by(CT_RPr),
    "w:tcPr": kept_by(CT_TcPr),
    "w:tblPr": kept_by(CT_TblPr),
    "w:trPr": kept_by(CT_TrPr),
    "w:sectPr": kept_by(CT_SectPr, "w:headerReference", "w:footerReference"),
    "w:settings": kept_by(CT_Settings),
    "w:style": kept_by(CT_Style),
    "w:styles": listed("w", "docDefaults latentStyles style"),
    "w:docDefaults": listed("w", "rPrDefault pPrDefault"),
    "w:font": listed("w", "altName panose1 charset family notTrueType pitch sig"),
    "w:tbl": listed("w", "tblPr tblGrid tr"),
    "w:tr": listed("w", "tblPrEx trPr tc"),
    "w:tc": listed("w", "tcPr p"),
    "w:p": listed("w", "pPr r"),
    "w:r": listed("w", "rPr br t fldChar instrText drawing"),
    "w:body": [],  # any order, but the properties of the last section come last
    "w:pBdr": listed("w", "top left bottom right between bar"),
    "w:tblBorders": EDGES,
    "w:tblCellMar": EDGES,
    "wp:inline": [*listed("wp", "extent effectExtent docPr cNvGraphicFramePr"), "a:graphic"],
    "c:chartSpace": listed(
        "c", "date1904 lang roundedCorners style clrMapOvr protection chart spPr txPr externalData"
    ),
    "c:chart": listed(
        "c", "title autoTitleDeleted pivotFmts view3D floor plotArea legend plotVisOnly dispBlanksAs"
    ),
    "c:title": listed("c", "tx layout overlay spPr txPr"),
    "c:rich": listed("a", "bodyPr lstStyle p"),
    "c:txPr": listed("a", "bodyPr lstStyle p"),
    "a:p": listed("a", "pPr r endParaRPr"),
    "a:r": listed("a", "rPr t"),
    "a:defRPr": listed("a", "ln solidFill highlight latin ea cs sym"),
    "c:plotArea": listed("c", "layout barChart catAx valAx dTable spPr"),
    "c:barChart": listed("c", "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId"),
    "c:ser": listed(
        "c", "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape"
    ),
    "c:strRef": listed("c", "f strCache"),
    "c:numRef": listed("c", "f numCache"),
    "c:strCache": listed("c", "ptCount pt"),
    "c:numCache": listed("c", "formatCode ptCount pt"),
    "c:dLbls": listed(
        "c",
        "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent "
        "showBubbleSize separator showLeaderLines",
    ),
    "c:scaling": listed("c", "logBase orientation max min"),
    "c:catAx": listed(
        "c",
        f"{AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    ),
    "c:valAx": listed("c", f"{AXIS} crossBetween majorUnit minorUnit dispUnits"),
    "c:legend": listed("c", "legendPos legendEntry layout overlay spPr txPr"),
    "c:spPr": listed("a", "xfrm prstGeom noFill solidFill ln"),
}  # fmt: skip


def named(element: Any) -> str:
    space, _, name = str(element.tag)[1:].partition("}")
    return f"{PREFIXES.get(space, '?')}:{name}"


@pytest.mark.parametrize("size", [14, 13])
def test_schema_order(opened: Callable[..., Any], every_block: str, size: int) -> None:
    seen = set()
    for name, data in opened(every_block, size).parts.items():
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for element in etree.fromstring(data).iter(etree.Element):
            children = [named(child) for child in element]
            if len(set(children)) > 1:
                tag = named(element)
                seen.add(tag)
                places = [SEQUENCES[tag].index(child) for child in children if SEQUENCES[tag]]
                assert places == sorted(places), (tag, children)
    assert seen == SEQUENCES.keys()


def test_the_last_section_ends_the_body(opened: Callable[..., Any], every_block: str) -> None:
    body = opened(every_block).word.element.body
    assert [named(each) for each in body].index("w:sectPr") == len(body) - 1
    # Word wants a paragraph after every table.
    for table in body.iter(f"{{{body.nsmap['w']}}}tbl"):
        assert named(table.getnext()) == "w:p"
