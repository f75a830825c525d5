"""How a document begins below its title: addressees, căn cứ, who decides, `QUYẾT ĐỊNH:` (boxes 6 and 9a)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.numbering import MARKS, numbered
from thidua_cli.conformance.recognition.evidence.wording import any_of, beginning, whole, words

if TYPE_CHECKING:
    from thidua_cli.conformance.recognition.pieces.piece import Piece
    from thidua_cli.conformance.recognition.sheet import Sheet, Span

MOST_LINES = 60
MOST_ADDRESS_LINES = 8
LONGEST_ADDRESSEE = 250
LONGEST_AUTHORITY = 150
TAIL = 60  # letters at the end of a sentence that announces what follows
ANNOUNCES = re.compile(r"(?::|như sau\s*[:.]?)$")


def mark_opening(sheet: Sheet, unit: Span, start: int) -> int:
    """Mark what stands between the title and the body; the place where the body begins."""
    start = _mark_addressees(sheet, unit, start)
    enacting = _enacting(sheet, unit, start)
    if enacting is None:
        return _mark_basis(sheet, unit, start)
    sheet.mark(enacting, Component.ENACTING)
    based = False
    for place in list(sheet.open_in(start, enacting)):
        piece = sheet.pieces[place]
        opens = beginning("basis", "basis_company").match(piece.key) is not None
        if based or opens or len(piece.text) > LONGEST_AUTHORITY or piece.text.endswith((".", ";")):
            based = True
            sheet.mark(place, Component.BASIS, 100 if opens else 85)
        else:
            sheet.mark(place, Component.AUTHORITY, 100 if piece.capitals else 85)
    return enacting + 1


def _enacting(sheet: Sheet, unit: Span, start: int) -> int | None:
    """Where `QUYẾT ĐỊNH:` stands, before any article; None where nothing is decided."""
    for count, place in enumerate(sheet.open_in(start, unit.end)):
        piece = sheet.pieces[place]
        if piece.bare_key in whole("enacting") and (piece.capitals or piece.centred or piece.bold):
            return place
        if count >= MOST_LINES or numbered(piece):
            return None
    return None


def _mark_addressees(sheet: Sheet, unit: Span, start: int) -> int:
    """Mark `Kính gửi:` and whom it names, in lines or in a table; the place after them."""
    head = None
    for count, place in enumerate(sheet.open_in(start, unit.end)):
        if sheet.shows(place, Component.SEND_TO):
            head = place
            break
        if count >= MOST_ADDRESS_LINES or numbered(sheet.pieces[place]):
            return start
    if head is None:
        return start
    sheet.mark_shown(head)
    table = sheet.table_of(head)
    end = head + 1
    alone = beginning("send_to").sub("", sheet.pieces[head].key, count=1).strip(" :;.") == ""
    for place in range(end, unit.end):
        piece = sheet.pieces[place]
        if not sheet.is_open(place):
            if piece.blank:
                continue
            break
        if not (table and sheet.table_of(place) == table) and not _is_addressee(piece, alone=alone):
            break
        listed = table or piece.text.startswith("-")
        sheet.mark(place, Component.ADDRESSEE, 100 if listed else 85 if piece.text.endswith(";") else 75)
        alone = alone and piece.text.endswith(";") and not piece.text.startswith(MARKS)
        end = place + 1
    return end


def _is_addressee(piece: Piece, *, alone: bool) -> bool:
    if len(piece.text) > LONGEST_ADDRESSEE:
        return False
    if piece.text.startswith(MARKS):
        return True
    # Without dashes: names below `Kính gửi:`, which are no sentences.
    return alone and not numbered(piece) and len(piece.text) <= LONGEST_AUTHORITY


def _mark_basis(sheet: Sheet, unit: Span, start: int) -> int:
    """Mark the căn cứ that a document without `QUYẾT ĐỊNH:` begins with; the place after them."""
    block: list[int] = []
    for place in sheet.open_in(start, unit.end):
        piece = sheet.pieces[place]
        opens = beginning("basis").match(piece.key) is not None
        company = beginning("basis_company").match(piece.key) is not None and bool(block)
        if not (opens or company) or _is_heading(piece) or _is_prose(piece, company=company):
            break
        block.append(place)
    certain = len(block) > 1 or any(sheet.pieces[place].italic for place in block)
    if block and not certain and _acts(sheet.pieces[block[0]]):
        return start
    for place in block:
        sheet.mark(place, Component.BASIS, 95 if certain else 70)
    return block[-1] + 1 if block else start


def _is_heading(piece: Piece) -> bool:
    return beginning("basis_headings").match(piece.key) is not None


def _is_prose(piece: Piece, *, company: bool) -> bool:
    """Whether the line is a sentence of its own that only begins with its căn cứ."""
    if ANNOUNCES.search(piece.text[-TAIL:].casefold()):
        return True
    return company and not piece.text.endswith((";", ",")) and not piece.italic


def _acts(piece: Piece) -> bool:
    """Whether a body does something after the last comma of a sentence."""
    tail = piece.text.casefold().rpartition(",")[2]
    return piece.text.endswith(".") and any_of(words()["basis_sentences"]).search(tail) is not None
