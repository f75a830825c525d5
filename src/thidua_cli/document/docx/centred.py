"""Centred text broken into lines of like length, and the short solid line below it."""

from __future__ import annotations

from fractions import Fraction

from thidua_cli.document.docx.elements import Element, node, paragraph
from thidua_cli.document.docx.measure import face_of

# Phụ lục I, II.2.b and II.5.b: from 1/3 to 1/2 of the line of text.
SHARE = Fraction(2, 5)
# Word processors set a line up to 2 % wider than the sum of its letters.
SLACK = Fraction(1, 50)


def _width(style: str, text: str, room: int, pair: int) -> int:
    """The width to set a text in: the room for one line, else the least for lines of like length."""
    face = face_of(style, pair)
    tight = int(room * (1 - SLACK))
    return room if face.width(text) <= tight else min(room, int(face.balanced(text, tight) * (1 + SLACK)))


def centred(style: str, text: str, room: int, pair: int, *direct: Element) -> Element:
    """A centred paragraph, indented on both sides so that its lines are of like length."""
    side = (room - _width(style, text, room, pair)) // 2
    indent = [node("ind", left=side, right=side)] if side else []
    return paragraph(style, text, *indent, *direct)


def rule_line(length: int, room: int) -> Element:
    """A line of a length in twips, centred in `room`: the top border of a paragraph of its own."""
    left = max(0, (room - length) // 2)
    return paragraph("Rule", "", node("ind", left=left, right=max(0, room - length - left)))


def rule_below(style: str, text: str, room: int, pair: int) -> Element:
    """A line below a centred text, 2/5 as long as the longest line of that text."""
    longest = face_of(style, pair).longest_line(text, _width(style, text, room, pair))
    return rule_line(int(longest * SHARE), room)
