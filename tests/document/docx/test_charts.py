"""Native charts: the figures as given in drawing and workbook, names that stay text, words for the blind."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from lxml import etree

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CHART = (
    "@chart Điểm các đơn vị\n@chart-unit điểm\n@chart-places 2\n@chart-description Cao nhất 98,50\n"
    "| Đơn vị | Năm nay | Năm trước |\n| =1+1 | 98,10 | 1.097 |\n| A & <B> | 0,30 | |"
)


def chart_of(file: Any, number: int = 1) -> Any:
    return etree.fromstring(file.parts[f"word/charts/chart{number}.xml"])


def test_figures_are_drawn_as_they_were_given(opened: Callable[..., Any]) -> None:
    made = chart_of(opened(CHART))
    points = [
        [(point.get("idx"), point.findtext(f"{C}v")) for point in series.find(f"{C}val").iter(f"{C}pt")]
        for series in made.iter(f"{C}ser")
    ]
    assert points == [[("0", "98.10"), ("1", "0.30")], [("0", "1097")]]
    assert {each.get("formatCode") for each in made.iter(f"{C}numFmt")} >= {'[$-42A]#,##0.00" điểm"'}
    assert {each.get("val") for each in made.iter(f"{C}lang")} == {"vi-VN"}


def test_the_workbook_holds_the_same_and_no_formula(opened: Callable[..., Any]) -> None:
    data = opened(CHART).parts["word/embeddings/chart1.xlsx"]
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [[None, "Năm nay", "Năm trước"], ["=1+1", 98.1, 1097], ["A & <B>", 0.3, None]]
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert b"1980-01-01T00:00:00Z" in book.read("docProps/core.xml")


def test_what_is_said_to_those_who_do_not_see(opened: Callable[..., Any]) -> None:
    file = opened(CHART + "\n\n@chart Khác\n| a | b |\n| c | 1 |")
    spoken = re.findall(
        r'<wp:docPr id="(\d+)" name="([^"]+)" descr="([^"]+)"', file.parts["word/document.xml"].decode()
    )
    assert spoken == [("1", "Biểu đồ 1", "Cao nhất 98,50"), ("2", "Biểu đồ 2", "Khác")]


@pytest.mark.parametrize(
    ("lines", "legend", "least"),
    [("| a | b |\n| c | 1 |", 0, ["0"]), ("| a | b | c |\n| d | -1 | 2 |", 1, [])],
)
def test_legend_and_axis(opened: Callable[..., Any], lines: str, legend: int, least: list[str]) -> None:
    """Names of the series where there are several; bars start at 0 unless one goes below."""
    made = chart_of(opened(f"@chart A\n{lines}"))
    assert len(list(made.iter(f"{C}legend"))) == legend
    assert [each.get("val") for each in made.iter(f"{C}min")] == least


def test_a_chart_without_a_title(opened: Callable[..., Any]) -> None:
    made = chart_of(opened("@chart-unit %\n| a | b |\n| c | 1 |"))
    assert not list(made.iter(f"{C}title"))
    assert [each.get("val") for each in made.iter(f"{C}autoTitleDeleted")] == ["1"]


def test_a_page_holds_so_many_categories(opened: Callable[..., Any]) -> None:
    file = opened(
        "@chart A\n| a | b |\n" + "\n".join(f"| Đơn vị {number} | {number} |" for number in range(90))
    )
    (count,) = {each.get("val") for each in chart_of(file).iter(f"{C}ptCount")} - {"1"}
    assert 20 < int(count) < 50
    *_, chart, note = file.paragraphs
    assert note.text == f"Biểu đồ thể hiện {count} mục đầu tiên trong tổng số 90 mục."
    assert chart.paragraph_format.keep_with_next
    (height,) = re.findall(r'<wp:extent cx="\d+" cy="(\d+)"', file.parts["word/document.xml"].decode())
    assert int(height) < 257 * 36000


def test_no_chart_no_library(opened: Callable[..., Any], campaign: Callable[..., Any]) -> None:
    assert not [name for name in opened(campaign()).parts if "chart" in name]


def test_equal_bytes(opened: Callable[..., Any]) -> None:
    assert opened(CHART).data == opened(CHART).data
