"""Which names of bodies in a letterhead are of those that issue, and which of the one above (II.2).

Evidence in the order of its weight: the place, the last name being of an issuer; bold print and the drawn
line, as the author set them; the words of the names; how many bodies the symbol names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.wording import (
    beginning,
    body_beginning,
    body_rank,
    whole,
    words,
)
from thidua_cli.vietnamese.citations import parse_symbol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.conformance.recognition.pieces.piece import Piece
    from thidua_cli.conformance.recognition.sheet import Sheet

LOWEST = 99


@dataclass(frozen=True)
class Name:
    """The lines of one name; `ruled`: a line is drawn below the last of them."""

    places: tuple[int, ...]
    bold: bool
    ruled: bool
    opening: str

    @property
    def rank(self) -> int:
        """How high the body stands by the first word of its name."""
        rank = body_rank(self.opening)
        return LOWEST if rank is None else rank


def mark_bodies(sheet: Sheet, places: Sequence[int], number: int | None) -> None:
    """Mark the lines of names; `number` is the place of the number and symbol."""
    names = _names(sheet, places)
    if not names:
        return
    symbol = parse_symbol(sheet.pieces[number].text) if number is not None else None
    issuing = len(symbol.bodies) if symbol and symbol.kind else 1
    for group, name in enumerate(names):
        component, sure = _judge(names, group, issuing)
        for place in name.places:
            sheet.mark(place, component, sure, group)


def _judge(names: Sequence[Name], index: int, issuing: int) -> tuple[Component, int]:
    name, last = names[index], names[-1]
    if name is last:
        return Component.ISSUER, 100 if name.bold else 95 if name.ruled or len(names) == 1 else 85
    following = names[index + 1]
    if not name.bold and last.bold:
        return Component.PARENT, 100
    if name.ruled or (name.bold and not following.bold and last.bold):
        return Component.ISSUER, 95
    if len(names) == issuing > 1 or name.opening == following.opening != "":
        return Component.ISSUER, 85
    above = name.rank < following.rank
    return Component.PARENT, 90 if above and not name.bold else 85 if above else 70


def _names(sheet: Sheet, places: Sequence[int]) -> list[Name]:
    names: list[Name] = []
    for place in places:
        piece = sheet.pieces[place]
        ruled = _ruled(sheet, place)
        if names and not _begins(sheet.pieces[names[-1].places[-1]], piece, names[-1]):
            before = names.pop()
            opening = before.opening
            if len(before.places) == 1:
                opening = _opening(f"{sheet.pieces[before.places[0]].key} {piece.key}")
            names.append(Name((*before.places, place), before.bold, before.ruled or ruled, opening))
        else:
            names.append(Name((place,), piece.bold, ruled, _opening(piece.key)))
    return names


def _opening(name: str) -> str:
    """The words that say what kind of body it is."""
    found = body_beginning().match(name)
    return found[0] if found else ""


def _begins(above: Piece, piece: Piece, name: Name) -> bool:
    """Whether a line begins another name than the line above it."""
    if beginning("continuations").match(piece.key) or piece.key[:1] in "-,&":
        return False
    if name.ruled or piece.bold != above.bold:
        return True
    if {above.key.split()[-1], above.key[-1]} & set(words()["open_ends"]):
        return False
    opening = _opening(piece.key)
    # `TỈNH HÀ NAM` below `ỦY BAN NHÂN DÂN` is the rest of its name.
    return bool(opening) and opening not in whole("territories") and not _is_inside(piece)


def _is_inside(piece: Piece) -> bool:
    """Whether it begins with words that only look like the beginning of a name."""
    return beginning("no_body_openers").match(piece.key) is not None


def _ruled(sheet: Sheet, place: int) -> bool:
    """Whether a line is drawn below a piece, at it or at the next paragraph in the same cell."""
    piece = sheet.pieces[place]
    if any(rule.below for rule in piece.line.rules):
        return True
    following = place + 1
    if following >= len(sheet.pieces) or sheet.pieces[following].cells != piece.cells:
        return False
    return sheet.is_a(following, Component.RULE) or sheet.shows(following, Component.RULE)
