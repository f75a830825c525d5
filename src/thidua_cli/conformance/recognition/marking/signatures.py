"""Signatures: capacity, office held elsewhere and name, one under the other in a lane (7a, 7b)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.signing import capacity_sure, has_prefix, name_sure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.conformance.recognition.sheet import Sheet

GAP = 400  # twips: room for a signature


def mark_signatures(sheet: Sheet, lanes: Sequence[list[int]]) -> None:
    """Mark the lines of each lane; signatures are numbered from left to right, from top to bottom."""
    blocks = sorted(block for lane in lanes for block in _blocks(sheet, lane))
    for group, block in enumerate(blocks):
        _mark_block(sheet, block, group)


def _blocks(sheet: Sheet, lane: Sequence[int]) -> list[list[int]]:
    """The lines of each signature: every name ends one."""
    blocks: list[list[int]] = [[]]
    for place in lane:
        blocks[-1].append(place)
        if len(blocks[-1]) > 1 and _is_name(sheet, place):
            blocks.append([])
    return [block for block in blocks if any(_may_sign(sheet, place) for place in block)]


def _may_sign(sheet: Sheet, place: int) -> bool:
    piece = sheet.pieces[place]
    return piece.capitals or capacity_sure(piece) > 0


def _is_name(sheet: Sheet, place: int) -> bool:
    piece = sheet.pieces[place]
    return name_sure(piece) > 0 and capacity_sure(piece) == 0


def _mark_block(sheet: Sheet, block: list[int], group: int) -> None:
    named = len(block) > 1 and _is_name(sheet, block[-1])
    above = block[:-1] if named else block
    if named:
        last = sheet.pieces[block[-1]]
        sheet.mark(block[-1], Component.SIGNER, name_sure(last), group)
    offices = _offices(sheet, block) if named else 0
    for index, place in enumerate(above):
        piece = sheet.pieces[place]
        if index >= len(above) - offices:
            sheet.mark(place, Component.OFFICE, 90 if piece.capitals else 75, group)
        elif _may_sign(sheet, place):
            sure = max(capacity_sure(piece), 90 if piece.capitals else 75)
            sheet.mark(place, Component.CAPACITY, sure, group)
        else:
            sheet.mark(place, Component.UNKNOWN, 50)


def _offices(sheet: Sheet, block: Sequence[int]) -> int:
    """How many lines stand with the name below the room for the signature, the first lines never."""
    for run, (below, above) in enumerate(pairwise(reversed(block))):
        if _gap(sheet, above, below):
            return run
        if has_prefix(sheet.pieces[above]):
            return 0
    return 0


def _gap(sheet: Sheet, above: int, below: int) -> bool:
    """Whether there is room for a signature between two lines of a lane."""
    one, other = sheet.pieces[above], sheet.pieces[below]
    if max(one.line.after, other.line.before) >= GAP or one.cells != other.cells:
        return True
    return any(sheet.pieces[between].blank for between in range(above + 1, below))
