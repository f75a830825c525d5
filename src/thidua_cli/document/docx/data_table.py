"""Tables of data: a repeated head, rows in one piece, figures to the right."""

from __future__ import annotations

from thidua_cli.document.blocks import Inline, Table, plain
from thidua_cli.document.docx.elements import Element, cell, node, paragraph, properties, row
from thidua_cli.document.docx.measure import face_of

GAP = 80
CELL_MARGIN = 85
PADDING = 2 * CELL_MARGIN + 60


def _widths(table: Table, room: int, pair: int) -> list[int]:
    """Column widths that fill the room: in the shares given, else after the text of each column."""
    columns = range(len(table.header))
    if len(table.widths) == len(columns):
        wanted = list(table.widths)
    else:
        face = face_of("TableHead", pair)
        lines = (table.header, *table.rows)
        wanted = [max(face.width(plain(line[column])) + PADDING for line in lines) for column in columns]
        # A long column may not crush the others; what is left over goes to the widest one.
        wanted = [min(width, room // 2) for width in wanted]
        wanted[wanted.index(max(wanted))] += max(0, room - sum(wanted))
    total = sum(wanted) or 1
    widths = [max(1, room * width // total) for width in wanted]
    widths[widths.index(max(widths))] += room - sum(widths)
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
    # The paragraph before keeps two tables apart, which would otherwise become one.
    gap = paragraph("TableEnd", "", node("spacing", before=GAP), node("keepNext"))
    return [gap, node("tbl", properties("tblPr", own), grid, head, *lines)]


def _cells(line: tuple[Inline, ...], widths: list[int], numeric: frozenset[int]) -> list[Element]:
    return [
        cell(width, paragraph("TableNumber" if column in numeric else "TableText", text))
        for column, (width, text) in enumerate(zip(widths, line, strict=True))
    ]
