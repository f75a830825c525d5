"""Centred text broken into lines of like length, and the short solid line below it."""

from __future__ import annotations

from fractions import Fraction

from thidua_cli.document.docx.elements import paragraph
from thidua_cli.document.ooxml.elements import Element, node
from thidua_cli.document.typesetting.balance import LINE_BREAK, balanced
from thidua_cli.document.typesetting.measure import face_of

# Phụ lục I, II.2.b and II.5.b: from 1/3 to 1/2 of the line of text.
SHARE = Fraction(2, 5)


def centred(style: str, text: str, room: int, pair: int, *direct: Element) -> Element:
    """A centred paragraph, indented on both sides so that its lines are of like length."""
    bound, width = balanced(style, text, room, pair)
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
    longest = face_of(style, pair).longest_line(*balanced(style, text, room, pair))
    return rule_line(int(longest * SHARE), room)
