"""Paragraphs that hold several components, cut apart: by line breaks, and by tabs and spaces side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.issuance import date_of
from thidua_cli.conformance.recognition.evidence.lines import evidence
from thidua_cli.conformance.recognition.evidence.signing import capacity_sure, has_prefix, name_sure
from thidua_cli.conformance.recognition.evidence.wording import whole
from thidua_cli.conformance.recognition.pieces.piece import Piece, can_cut, whole_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.model.lines import Line

GAP = re.compile(r"[^\S\n]*\t[^\S\n]*|[^\S\n\t]{3,}")
PART = re.compile(r"[^\n]+")
LONGEST = 300  # letters of a line that holds two components
MOST_GAPS = 20
MOST_PARTS = 60  # a paragraph with more line breaks is text


def pieces_of(line: Line) -> Iterator[Piece]:
    """A line as the pieces that can be components of their own, in order."""
    text = line.text
    if not ("\n" in text or "\t" in text or "   " in text or "\u00a0" in text) or not can_cut(line):
        yield whole_line(line)
        return
    parts = [found.span() for found in PART.finditer(text) if found[0].strip()]
    whole_piece = whole_line(line)
    if len(parts) > MOST_PARTS:
        yield whole_piece
        return
    for start, end in parts or [(0, len(text))]:
        piece = whole_piece if len(parts) < 2 else whole_piece.cut(start, end)
        yield from _halves(piece) or (piece,)


def _halves(piece: Piece) -> tuple[Piece, Piece] | None:
    """What stands left and right on one line, where both are components."""
    if piece.end - piece.start > LONGEST:
        return None
    gaps = [found.span() for found in GAP.finditer(piece.source.text, piece.start, piece.end)]
    for gap_start, gap_end in gaps[:MOST_GAPS]:
        left = piece.cut(piece.start, gap_start, 1)
        right = piece.cut(gap_end, piece.end, 2)
        if left.text and right.text and _stand_apart(left, right):
            return left, right
    return None


def _stand_apart(left: Piece, right: Piece) -> bool:
    one, other = evidence(left), evidence(right)
    if other and other.component in (Component.NATION, Component.MOTTO):
        return True
    if other and other.component is Component.PLACE_DATE:
        date = date_of(right)
        place = date["place"].strip() if date else ""
        numbered = one is not None and one.component is Component.NUMBER
        return numbered if not place else "/" not in place
    if right.bare_key in whole("party_heads"):
        return True
    if one and one.component is Component.RECIPIENTS_LABEL:
        return has_prefix(right) or right.capitals
    if left.text.startswith("-"):
        return right.capitals or has_prefix(right) or name_sure(right) > 0
    return bool(
        (capacity_sure(left) and capacity_sure(right)) or (name_sure(left) == name_sure(right) == 100)
    )
