"""Which tables hold data, and which only set components side by side."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.lines import evidence
from thidua_cli.conformance.recognition.evidence.signing import capacity_sure, has_prefix, name_sure
from thidua_cli.conformance.recognition.evidence.wording import body_beginning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.conformance.model.word_file import Table, WordFile
    from thidua_cli.conformance.recognition.pieces.piece import Piece

# A letterhead has few rows; a table with more that holds its words explains it.
MOST_ROWS = 8
MOST_PIECES = 60
LAID_OUT = frozenset(
    (
        Component.NATION,
        Component.MOTTO,
        Component.NUMBER,
        Component.PLACE_DATE,
        Component.SEND_TO,
        Component.RECIPIENTS_LABEL,
        Component.URGENCY,
        Component.SECRECY,
        Component.CIRCULATION,
        Component.ATTACHED_TO,
    )
)
HEADINGS = ("stt", "tt", "số tt", "số thứ tự")
FEWEST_SURE = 80


def data_tables(word: WordFile, pieces: Sequence[Piece]) -> frozenset[int]:
    """The numbers of the tables whose text is data, with every table inside them."""
    held: defaultdict[int, list[Piece]] = defaultdict(list)
    within: defaultdict[int, set[int]] = defaultdict(set)
    for piece in pieces:
        around: set[int] = set()
        for cell in piece.cells:
            around.add(cell.table)
            within[cell.table] |= around
            if len(held[cell.table]) < MOST_PIECES and not piece.blank:
                held[cell.table].append(piece)
    data = {table.number for table in word.tables if _holds_data(table, held[table.number])}
    return frozenset(number for number, around in within.items() if around & data)


def _holds_data(table: Table, pieces: Sequence[Piece]) -> bool:
    if table.rows * table.columns <= 1 or not pieces:
        return False
    if table.header_rows or any(piece.bare_key in HEADINGS for piece in pieces[: table.columns]):
        return True
    if table.rows <= MOST_ROWS and any(_lays_out(piece, table) for piece in pieces):
        return False
    if table.bordered:
        return True
    return table.columns > 1 and not all(name_sure(piece) for piece in pieces)


def _lays_out(piece: Piece, table: Table) -> bool:
    """Whether a line shows that its table only sets components side by side."""
    shown = evidence(piece)
    if shown and shown.component in LAID_OUT and shown.sure > FEWEST_SURE:
        return True
    if not piece.capitals:
        return False
    # Titles and names of bodies in capitals stand in tables of data as well.
    if table.bordered:
        return has_prefix(piece)
    opens = table.number == 1 and body_beginning().match(piece.key) is not None
    return opens or capacity_sure(piece) > FEWEST_SURE
