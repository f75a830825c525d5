"""The chart part of a Word file: bars drawn from the figures of the workbook that lies beside it."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from thidua_cli.document.characters import one_line
from thidua_cli.document.figures import ATTACHED, FILLS
from thidua_cli.document.ooxml.elements import remove, serialised
from thidua_cli.document.ooxml.names import A, C

if TYPE_CHECKING:
    from pptx.chart.data import CategoryChartData

    from thidua_cli.document.blocks import Chart
    from thidua_cli.document.ooxml.elements import Element

LOOK = Path(__file__).with_name("chart_space.xml")
EDGE = "262626"
LABEL_SIZE = "1000"
LONGEST_UNIT = 40
# The day of a file whose bytes depend on its content alone.
WRITTEN = datetime(1980, 1, 1)


class ChartParts(NamedTuple):
    """The chart part and the workbook with its figures."""

    chart: bytes
    workbook: bytes


def chart_parts(block: Chart) -> ChartParts:
    """The parts of a chart; the figures stand in both as they were given, digit by digit."""
    from pptx.chart.xmlwriter import ChartXmlWriter
    from pptx.enum.chart import XL_CHART_TYPE

    data = _data(block)
    drawn = etree.fromstring(ChartXmlWriter(XL_CHART_TYPE.BAR_CLUSTERED, data).xml.encode())
    made = etree.fromstring(_look(), etree.XMLParser(remove_blank_text=True, remove_comments=True))
    gap = _find(made, "gapWidth")
    for number, series in enumerate(list(drawn.iter(f"{C}ser"))):
        _find(series, "tx").addnext(_fill(FILLS[number % len(FILLS)]))
        _find(series, "spPr").addnext(_c("invertIfNegative", val="0"))
        _find(series, "invertIfNegative").addnext(_labels(_number_format(block)))
        gap.addprevious(series)
    _name(made, one_line(block.title))
    if len(block.series) == 1:
        _drop(made, "legend")
    if any(value is not None and value < 0 for series in block.series for value in series.values):
        _drop(made, "min")
    return ChartParts(serialised(made), _workbook(data))


@cache
def _look() -> bytes:
    return LOOK.read_bytes()


def _data(block: Chart) -> CategoryChartData:
    from pptx.chart.data import CategoryChartData

    data = CategoryChartData(number_format=_number_format(block))
    data.categories = [one_line(category) for category in block.categories]
    for series in block.series:
        data.add_series(one_line(series.name), series.values)
    return data


def _workbook(data: CategoryChartData) -> bytes:
    """The workbook: names stay text, whatever they begin with, and it bears a fixed day."""
    from pptx.chart.xlsx import CategoryWorkbookWriter

    writer, file = CategoryWorkbookWriter(data), BytesIO()
    with writer._open_worksheet(file) as (workbook, worksheet):
        worksheet.strings_to_formulas = worksheet.strings_to_urls = False
        workbook.set_properties({"created": WRITTEN})
        writer._populate_worksheet(workbook, worksheet)
    return file.getvalue()


def _number_format(block: Chart) -> str:
    """Figures with their decimals and unit; Word sets the marks of the reader's own country in it."""
    unit = one_line(block.unit).replace('"', "")[:LONGEST_UNIT]
    space = "" if unit in ATTACHED else " "
    return (
        "[$-42A]#,##0"
        + (f".{'0' * block.places}" if block.places else "")
        + (f'"{space}{unit}"' if unit else "")
    )


def _name(made: Element, title: str) -> None:
    if title:
        next(made.iter(f"{A}t")).text = title
    else:
        _drop(made, "title")
        _find(made, "autoTitleDeleted").set("val", "1")


def _fill(colour: str) -> Element:
    def solid(code: str) -> Element:
        return _made(A, "solidFill", _made(A, "srgbClr", val=code))

    return _c("spPr", solid(colour), _made(A, "ln", solid(EDGE), w="6350"))


def _labels(number_format: str) -> Element:
    text = _made(
        A, "p", _made(A, "pPr", _made(A, "defRPr", sz=LABEL_SIZE)), _made(A, "endParaRPr", lang="vi-VN")
    )
    shown = {"showLegendKey": 0, "showVal": 1, "showCatName": 0, "showSerName": 0, "showPercent": 0}
    return _c(
        "dLbls",
        _c("numFmt", formatCode=number_format, sourceLinked="0"),
        _c("txPr", _made(A, "bodyPr", wrap="none"), text),
        _c("dLblPos", val="outEnd"),
        *(_c(name, val=str(on)) for name, on in {**shown, "showBubbleSize": 0}.items()),
    )


def _c(tag: str, *children: Element, **attributes: str) -> Element:
    return _made(C, tag, *children, **attributes)


def _made(namespace: str, tag: str, *children: Element, **attributes: str) -> Element:
    made = etree.Element(namespace + tag, attributes)
    made.extend(children)
    return made


def _find(made: Element, tag: str) -> Element:
    return next(made.iter(C + tag))


def _drop(made: Element, tag: str) -> None:
    remove(_find(made, tag))
