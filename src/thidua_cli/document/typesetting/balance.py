"""Centred text in lines of like length: which words stand together, and how wide the lines may be."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.document.characters import one_line
from thidua_cli.document.typesetting.binding import HARD_SPACE, bound_name
from thidua_cli.document.typesetting.measure import face_of

if TYPE_CHECKING:
    from thidua_cli.document.typesetting.measure import Face

LINE_BREAK = "\n"
# Word processors break a line after such a hyphen, whatever the words around it are bound to.
TORN = re.compile(rf"(?=.*{HARD_SPACE})(?=.*[^\W\d]-[^\W\d])")
# Word processors set a line up to 2 % wider than the sum of its letters.
STRETCH = Fraction(1, 50)


def in_room(style: str, text: str, room: int, pair: int) -> str:
    """The text with its parts bound as far as they fit on a line of the room.

    Words that begin a phrase stay with it where that takes no line more.
    """
    face = face_of(style, pair)
    tight = int(room * (1 - STRETCH))
    loose, firm = (
        bound_name(one_line(text), lambda piece: face.width(piece) <= tight, openers=openers)
        for openers in (False, True)
    )
    return firm if face.line_count(firm, tight) <= face.line_count(loose, tight) else loose


def balanced(style: str, text: str, room: int, pair: int) -> tuple[str, int]:
    """The text and its width: as it stands where it fits, else bound, in lines of like length.

    LINE_BREAK stands where a line begins with words that could be torn apart at a hyphen all the same.
    """
    face = face_of(style, pair)
    tight = int(room * (1 - STRETCH))
    line = one_line(text)
    if face.width(line) <= tight:
        return line, room
    bound = in_room(style, text, room, pair)
    # LibreOffice sets a no-break space in italics a tenth of an em wider.
    wider = bound.count(HARD_SPACE) * face.points * 2 if face.italic else 0
    width = face.balanced(bound, tight)
    return _broken(bound, face, width), min(room, int(width * (1 + STRETCH)) + wider)


def _broken(bound: str, face: Face, width: int) -> str:
    """The text with a break before each piece that begins a line and holds a hyphen between letters."""
    first, *others = bound.split(" ")
    made, taken, space = first, face.width(first), face.width(" ")
    for piece in others:
        own = face.width(piece)
        begins = taken + space + own > width
        taken = own if begins else taken + space + own
        made += (LINE_BREAK if begins and TORN.match(piece) else " ") + piece
    return made
