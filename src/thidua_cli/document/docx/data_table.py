"""Tables of data: a repeated head, rows in one piece, figures to the right."""

from __future__ import annotations

from thidua_cli.document.blocks import Inline, Table, plain
from thidua_cli.document.docx.elements import Element, cell, node, paragraph, properties, row
from thidua_cli.document.docx.measure import face_of

CELL_MARGIN = 85
NARROWEST = 600
WIDEST = 6000


def _widths(table: Table, room: int, pair: int) -> list[int]:
    """Column widths that fill the room: as given, else in proportion to the longest text of the column."""
    face = face_of("TableText", pair)
    columns = len(table.header)
    shares = list(table.widths)
    if len(shares) != columns:
        texts = [[plain(line[column]) for line in (table.header, *table.rows)] for column in range(columns)]
        shares = [min(max(NARROWEST, *(face.width(text) for text in column)), WIDEST) for column in texts]
    total = sum(shares) or 1
    widths = [max(1, room * share // total) for share in shares]
    widths[-1] += room - sum(widths)
    return widths


def data_table(table: Table, room: int, pair: int) -> list[Element]:
    """The table as wide as the text."""
    widths = _widths(table, room, pair)
    sides = ("top", "left", "bottom", "right")
    own = (
        node("tblW", w=room, type="dxa"),
        node(
            "tblBorders",
            *(
                node(side, val="single", sz=4, space=0, color="000000")
                for side in (*sides, "insideH", "insideV")
            ),
        ),
        node("tblLayout", type="fixed"),
        node("tblCellMar", node("left", w=CELL_MARGIN, type="dxa"), node("right", w=CELL_MARGIN, type="dxa")),
        node("tblLook", val="0020", firstRow=1),
    )
    grid = node("tblGrid", *(node("gridCol", w=width) for width in widths))
    head = row(
        *(
            cell(width, paragraph("TableHead", text))
            for width, text in zip(widths, table.header, strict=True)
        ),
        header=True,
    )
    lines = [row(*_cells(line, widths, table.numeric)) for line in table.rows]
    return [node("tbl", properties("tblPr", own), grid, head, *lines)]


def _cells(line: tuple[Inline, ...], widths: list[int], numeric: frozenset[int]) -> list[Element]:
    return [
        cell(width, paragraph("TableNumber" if column in numeric else "TableText", text))
        for column, (width, text) in enumerate(zip(widths, line, strict=True))
    ]
