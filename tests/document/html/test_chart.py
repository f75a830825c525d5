"""Charts of the page: bars as long as their figures, and the figures in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lxml import html

from thidua_cli.document.blocks import (
    Block,
    Chart,
    Document,
    Series,
)
from thidua_cli.document.html.writer import write_html


def words_of(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def page_of(*blocks: Block) -> html.HtmlElement:
    return html.document_fromstring(write_html(Document("Kế hoạch", "Sở", blocks)).decode())


def chart(*values: str | None, unit: str = "") -> html.HtmlElement:
    series = Series("Điểm", tuple(None if value is None else Decimal(value) for value in values))
    return page_of(Chart("Biểu đồ", tuple("abcdef"[: len(values)]), (series,), unit=unit, places=1))


def test_bars_are_as_long_as_their_figures() -> None:
    page = chart("10", "5", "-5", None, unit="điểm")
    bars = [(float(each.get("x")), float(each.get("width"))) for each in page.xpath("//rect")]
    assert len(bars) == 3
    assert bars[0][1] == pytest.approx(2 * bars[1][1], abs=0.2)
    assert bars[2][0] + bars[2][1] == pytest.approx(bars[0][0], abs=0.2)
    assert bars[2][1] == pytest.approx(bars[1][1], abs=0.2)
    label = page.xpath("//text[.='-5,0 điểm']")[0]
    assert (label.get("text-anchor"), float(label.get("x")) < bars[2][0]) == ("end", True)
    assert [each.text for each in page.xpath("//text")] == [
        "a", "10,0 điểm", "b", "5,0 điểm", "c", "-5,0 điểm", "d",
    ]  # fmt: skip
    rows = [[words_of(cell) for cell in row] for row in page.xpath("//details//tr")]
    assert rows == [
        ["Nội dung", "Điểm"],
        ["a", "10,0 điểm"],
        ["b", "5,0 điểm"],
        ["c", "-5,0 điểm"],
        ["d", ""],
    ]


def test_a_chart_without_a_figure_has_no_bars() -> None:
    assert chart(None, None).xpath("//rect") == []


def test_bars_stay_inside_the_drawing() -> None:
    page = chart("99999999999999999999.5", "-1", unit="triệu đồng")
    for bar in page.xpath("//rect"):
        assert 0 <= float(bar.get("x")) <= float(bar.get("x")) + float(bar.get("width")) <= 480
    assert chart("0", "0").xpath("//rect/@width") == ["0", "0"]


def test_the_figure_is_told_in_words(decision: Document) -> None:
    page = html.document_fromstring(write_html(decision).decode())
    drawing = page.xpath("//figure//svg")[0]
    assert (drawing.get("role"), drawing.get("aria-label")) == ("img", "Sở Công Thương tự chấm cao nhất")
    assert words_of(page.xpath("//figcaption")[0]) == "Điểm tự chấm và thẩm định"
    assert "Thẩm định" in [each.text for each in drawing.xpath(".//text")]
