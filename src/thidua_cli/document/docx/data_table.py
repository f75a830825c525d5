"""Tables of data: a repeated head, rows in one piece, figures to the right, sums and names of groups bold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thidua_cli.document.characters import one_line
from thidua_cli.document.docx.columns import CELL_MARGIN, Columns, columns_of
from thidua_cli.document.docx.elements import SIDES, cell, keep_with_next, paragraph, row, table
from thidua_cli.document.ooxml.elements import Element, node
from thidua_cli.document.typesetting.looks import table_style
from thidua_cli.document.typesetting.tables import cells_of, counters, kept_rows

if TYPE_CHECKING:
    from thidua_cli.document.blocks import Inline, Table


def data_table(block: Table, room: int, pair: int) -> list[Element]:
    """The table as wide as the text."""
    columns = columns_of(block, room, pair)
    edges = (
        node(side, val="single", sz=4, space=0, color="000000") for side in (*SIDES, "insideH", "insideV")
    )
    margins = (node(side, w=CELL_MARGIN, type="dxa") for side in ("left", "right"))
    own = [
        node("tblBorders", *edges),
        node("tblCellMar", *margins),
        node("tblLook", val="0020", firstRow=1),
    ]
    if block.caption:
        own.append(node("tblCaption", val=one_line(block.caption)))
    head, styles = _head(block, columns), _styles(block)
    lines = [_line(block, index, columns, styles) for index in range(len(block.rows))]
    keep_with_next([head, *(lines[index] for index in sorted(kept_rows(block)))] if lines else [])
    return [table(columns.widths, own, head, *lines)]


def _head(block: Table, columns: Columns) -> Element:
    style = table_style("TableHead", columns.size)
    names = zip(columns.widths, block.header, strict=True)
    return row(*(cell(width, paragraph(style, text), align="center") for width, text in names), header=True)


def _styles(block: Table) -> list[str]:
    """The style of the cells of each column."""
    middle = counters(block)
    return [
        "TableNumber" if column in block.numeric else "TableCounter" if column in middle else "TableText"
        for column in range(len(block.header))
    ]


def _line(block: Table, index: int, columns: Columns, styles: list[str]) -> Element:
    bold = index in block.totals | block.bands
    made = []
    for text, column, span in cells_of(block, index):
        style = "TableText" if index in block.bands else styles[column]
        width = sum(columns.widths[column : column + span])
        words = paragraph(table_style(style, columns.size), _bold(text) if bold else text)
        made.append(cell(width, words, span=span))
    return row(*made)


def _bold(words: Inline) -> Inline:
    return tuple(replace(run, bold=True) for run in words)
