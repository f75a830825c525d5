"""Charts: a drawing for those who see it, and its figures as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.figures import table_of
from thidua_cli.document.html.bars import drawing
from thidua_cli.document.html.data_table import data_table, scrolled
from thidua_cli.document.html.elements import element, line

if TYPE_CHECKING:
    from thidua_cli.document.blocks import Chart
    from thidua_cli.document.html.sheet import Sheet

FIGURES = "Số liệu của biểu đồ"


def chart(block: Chart, sheet: Sheet) -> str:
    """The figure with its name; the table of figures opens on demand and is not printed."""
    table = data_table(table_of(block), sheet)
    figures = element("details", element("summary", FIGURES), table, class_="figures")
    seen = scrolled(drawing(block), block.title)
    return element("figure", line("figcaption", "TableHead", block.title), seen, figures)
