"""Pieces of one paragraph that turned out to be one component, put together again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component, Recognised
from thidua_cli.conformance.recognition.evidence.numbering import MARKS
from thidua_cli.conformance.recognition.evidence.signing import capacity_sure
from thidua_cli.conformance.recognition.evidence.wording import beginning
from thidua_cli.conformance.recognition.sheet import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.conformance.recognition.pieces.piece import Piece
    from thidua_cli.conformance.recognition.sheet import Sheet, Span

# Components of which one paragraph can hold many, each with a number or a dash of its own.
NUMBERED = frozenset(
    (
        Component.ARTICLE,
        Component.ROMAN,
        Component.CLAUSE,
        Component.CLAUSE_TITLED,
        Component.POINT,
        Component.ITEM,
        Component.PART,
        Component.CHAPTER,
        Component.DIVISION,
        Component.SUBDIVISION,
    )
)
LISTED = frozenset((Component.RECIPIENT, Component.ADDRESSEE))


def joined(sheet: Sheet, spans: Sequence[Span]) -> list[Recognised]:
    """What was recognised, in reading order; of a paragraph as few lines as it has components."""
    lines: list[Recognised] = []
    for unit, span in enumerate(spans):
        last: tuple[Piece, Found] | None = None
        for place in range(span.first, span.end):
            piece, found = sheet.pieces[place], sheet.found[place] or Found(Component.UNKNOWN, 0)
            if last is not None and _goes_on(*last, piece, found):
                piece = last[0].cut(last[0].start, piece.end)
                found = found._replace(sure=min(found.sure, last[1].sure))
                lines.pop()
            line = piece.source if (piece.start, piece.end) == (0, len(piece.source.text)) else piece.line
            lines.append(Recognised(line, *found[:2], unit, found.group, piece.side > 0))
            last = piece, found
    return lines


def _goes_on(above: Piece, before: Found, piece: Piece, found: Found) -> bool:
    """Whether a piece goes on the one above it, in the same paragraph and as the same component."""
    component = found.component
    if (before.component, before.group) != (component, found.group) or component in NUMBERED:
        return False
    if above.source is not piece.source or above.side or piece.side:
        return False
    if component in LISTED:
        return not piece.text.startswith(MARKS)
    if component is Component.CAPACITY:
        return capacity_sure(piece) == 0
    if component is Component.BASIS:
        return beginning("basis", "basis_company").match(piece.key) is None
    return True
