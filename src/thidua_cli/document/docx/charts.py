"""Charts: native Word charts with editable figures, and words for those who do not see them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from lxml import etree

from thidua_cli.document.characters import one_line
from thidua_cli.document.docx.elements import keep_with_next, paragraph
from thidua_cli.document.docx.package import MAIN
from thidua_cli.document.fixed_words import chart_note
from thidua_cli.document.ooxml.elements import Element, node
from thidua_cli.document.ooxml.names import RELATION_ID, URIS, WP, A, C
from thidua_cli.document.typesetting.measure import Face

if TYPE_CHECKING:
    from thidua_cli.document.blocks import Chart
    from thidua_cli.document.docx.package import Parts

FRAME_PREFIXES = {prefix: URIS[prefix] for prefix in ("wp", "a", "c", "r")}
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
EMU = 635  # in a twip
NAMES = Face(11)  # the type of the names beside the bars
LINE, BAR, APART = 250, 230, 130  # twips: a line of a name, a bar, what lies between two categories
FRAME, LEGEND, NOTE = 700, 400, 500  # twips: title and edges, names of the series, the line below
NAME_SHARE = Fraction(2, 5)  # of the width, for the names


class Charts:
    """The charts of one document, numbered on from those it has already."""

    def __init__(self, package: Parts, count: int = 0) -> None:
        self._package = package
        self._count = count

    def write(self, block: Chart, room: int, height: int) -> list[Element]:
        """The paragraph that holds a chart, as tall as its categories ask for.

        Categories that a page cannot hold are left out; a line below then says how many there are.
        """
        each = max(_lines(block, room) * LINE, len(block.series) * BAR) + APART
        around = FRAME + (LEGEND if len(block.series) > 1 else 0)
        most = max(1, (height - around - NOTE) // each)
        drawn = _first(block, most)
        made = [self._frame(drawn, room, around + each * len(drawn.categories))] if drawn.categories else []
        if drawn is not block:
            keep_with_next(made)
            made.append(paragraph("ChartNote", chart_note(most, len(block.categories))))
        return made

    def _frame(self, block: Chart, room: int, height: int) -> Element:
        from thidua_cli.document.docx.chart_space import chart_parts

        self._count += 1
        parts = chart_parts(block)
        name, book = f"word/charts/chart{self._count}.xml", f"embeddings/chart{self._count}.xlsx"
        self._package.put(f"word/{book}", parts.workbook)
        self._package.put(name, parts.chart, CHART_TYPE)
        self._package.relate(name, "package", f"../{book}")
        relation = self._package.relate(MAIN, "chart", name.removeprefix("word/"))
        made = paragraph("Chart")
        made.append(node("r", node("drawing", self._inline(block, room * EMU, height * EMU, relation))))
        return made

    def _inline(self, block: Chart, width: int, height: int, relation: str) -> Element:
        """The frame in the line of text, with the title and the description of the chart."""
        title = one_line(block.title)
        made = etree.Element(
            f"{WP}inline",
            dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
            FRAME_PREFIXES,
        )
        etree.SubElement(made, f"{WP}extent", cx=str(width), cy=str(height))
        etree.SubElement(made, f"{WP}effectExtent", dict.fromkeys("ltrb", "0"))
        number = str(self._count)
        described = one_line(block.description) or title
        words = {"id": number, "name": f"Biểu đồ {number}", "descr": described, "title": title}
        etree.SubElement(made, f"{WP}docPr", words)
        etree.SubElement(made, f"{WP}cNvGraphicFramePr")
        graphic = etree.SubElement(made, f"{A}graphic")
        data = etree.SubElement(graphic, f"{A}graphicData", uri=URIS["c"])
        etree.SubElement(data, f"{C}chart").set(RELATION_ID, relation)
        return made


def _lines(block: Chart, room: int) -> int:
    """Lines of the longest name."""
    widest = max((NAMES.width(name) for name in block.categories), default=0)
    return 1 + widest // int(room * NAME_SHARE)


def _first(block: Chart, count: int) -> Chart:
    """The chart with its first categories only."""
    if len(block.categories) <= count:
        return block
    series = tuple(each._replace(values=each.values[:count]) for each in block.series)
    return replace(block, categories=block.categories[:count], series=series)
