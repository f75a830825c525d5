"""Centred text broken into lines of like length, and the short solid line below it."""

from __future__ import annotations

from fractions import Fraction

from thidua_cli.document.characters import one_line
from thidua_cli.document.docx.binding import LINE_BREAK, bound_name
from thidua_cli.document.docx.elements import Element, node, paragraph
from thidua_cli.document.docx.measure import face_of

# Phụ lục I, II.2.b and II.5.b: from 1/3 to 1/2 of the line of text.
SHARE = Fraction(2, 5)
# Word processors set a line up to 2 % wider than the sum of its letters.
SLACK = Fraction(1, 50)


def in_room(style: str, text: str, room: int, pair: int) -> str:
    """The text with its parts bound as far as they fit on a line of the room."""
    face = face_of(style, pair)
    tight = int(room * (1 - SLACK))
    return bound_name(one_line(text), lambda piece: face.width(piece) <= tight)


def _set(style: str, text: str, room: int, pair: int) -> tuple[str, int]:
    """The text and its width: as it stands where it fits, else bound, in lines of like length."""
    face = face_of(style, pair)
    tight = int(room * (1 - SLACK))
    line = one_line(text)
    if face.width(line) <= tight:
        return line, room
    bound = in_room(style, text, room, pair)
    return bound, min(room, int(face.balanced(bound, tight) * (1 + SLACK)))


def centred(style: str, text: str, room: int, pair: int, *direct: Element) -> Element:
    """A centred paragraph, indented on both sides so that its lines are of like length."""
    bound, width = _set(style, text, room, pair)
    side = (room - width) // 2
    indent = [node("ind", left=side, right=side)] if side else []
    first, *others = bound.split(LINE_BREAK)
    made = paragraph(style, first, *indent, *direct)
    for line in others:
        made.append(node("r", node("br")))
        made.extend(list(paragraph(style, line))[1:])
    return made


def rule_line(length: int, room: int) -> Element:
    """A line of a length in twips, centred in `room`: the top border of a paragraph of its own."""
    left = max(0, (room - length) // 2)
    return paragraph("Rule", "", node("ind", left=left, right=max(0, room - length - left)))


def rule_below(style: str, text: str, room: int, pair: int) -> Element:
    """A line below a centred text, 2/5 as long as the longest line of that text."""
    longest = face_of(style, pair).longest_line(*_set(style, text, room, pair))
    return rule_line(int(longest * SHARE), room)
