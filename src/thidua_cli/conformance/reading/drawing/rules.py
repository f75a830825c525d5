"""Horizontal lines drawn at a paragraph, made from shapes, borders and characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.model.lines import DrawnRule
from thidua_cli.conformance.reading.formatting.paragraph_properties import read_border

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.conformance.model.lines import Box, RuleKind, Stretch
    from thidua_cli.conformance.reading.drawing.shapes import Shape
    from thidua_cli.conformance.reading.formatting.paragraph_properties import Border, ParagraphProperties
    from thidua_cli.document.ooxml.elements import Element

_TYPED = re.compile(
    r"[ \t\u00a0]*[_\u2500-\u2503\u2550\u2014\u2013\u2015\u2212\u00af\u203e\u23af=-]{4,}[ \t\u00a0]*"
)
# Thousandths of the size of type that such a character is wide in Times New Roman.
_WIDTHS = {"_": 500, "-": 333, "=": 564, "\u2013": 500, "\u2014": 1000, "\u2015": 1000, "\u2212": 564}
_OTHER_WIDTH = 600
_RULED_LEADERS = frozenset({"underscore", "heavy"})
_TWIPS_PER_HALF_POINT = 10


class Room(NamedTuple):
    """The column that holds a paragraph: its width, the paragraph's indents and alignment in it.

    `margin` is the distance of the column from the paper's edge, None in cells and boxes.
    """

    width: int | None
    left: int = 0
    right: int = 0
    align: str = "left"
    margin: int | None = None

    def start(self, length: int | None, align: str) -> int | None:
        """Where something of that length begins."""
        if self.width is None or length is None:
            return 0 if align == "left" else None
        spare = self.width - self.left - self.right - length
        return self.left + {"center": spare // 2, "right": spare}.get(align, 0)


def shape_rule(shape: Shape, room: Room, *, after_text: bool) -> DrawnRule:
    """The rule that a flat shape draws; where it floats, `below` is still to be settled by its height."""
    length = shape.width
    if length is None and room.width is not None and shape.share is not None:
        length = room.width * shape.share // 1000
    spot = shape.spot
    kind: RuleKind = "picture" if shape.kind == "picture" else "shape"
    if spot.inline:
        begun = room.start(length, spot.aligned or room.align)
        return DrawnRule(kind, after_text, length, begun, shape.solid, shape.colour)
    start: int | None
    if spot.aligned:
        start = Room(room.width).start(length, spot.aligned) if spot.across in {"column", "margin"} else None
    elif spot.across == "page":
        start = None if spot.left is None or room.margin is None else spot.left - room.margin
    else:
        start = spot.left
    return DrawnRule(kind, True, length, start, shape.solid, shape.colour)


def border_rules(properties: ParagraphProperties, room: Room) -> tuple[DrawnRule, ...]:
    """The rules that the borders of a paragraph draw above and below it."""
    found = []
    for side in ("top", "bottom"):
        border: Border | None = properties.get(f"border.{side}")
        if border is not None and border.visible:
            length = None if room.width is None else room.width - room.left - room.right
            found.append(
                DrawnRule("border", side == "bottom", length, room.left, border.solid, border.colour)
            )
    return tuple(found)


def box_around(properties: ParagraphProperties, runs: Iterable[Element]) -> Box:
    """The box that the borders of a paragraph draw around it, or those of its runs around their text."""
    around = [properties.get(f"border.{side}") for side in ("top", "bottom", "left", "right")]
    borders = [border for border in around if border is not None and border.visible]
    if len(borders) < len(around):
        borders = [border for border in map(read_border, runs) if border.visible]
    return "" if not borders else "single" if all(border.single for border in borders) else "other"


def typed_rules(stretches: Sequence[Stretch], room: Room) -> tuple[DrawnRule, ...]:
    """The rules that are typed: lines of underscores and dashes, underlined text."""
    text = "".join(each.text for each in stretches)
    found = []
    for position, piece in enumerate(text.split("\n")):
        if _TYPED.fullmatch(piece):
            size = next((each.size for each in stretches if piece.strip()[0] in each.text), None) or 26
            thousandths = sum(_WIDTHS.get(character, _OTHER_WIDTH) for character in piece.strip())
            length = thousandths * size * _TWIPS_PER_HALF_POINT // 1000
            start = room.start(length, room.align)
            found.append(DrawnRule("underscores", position > 0, length, start))
    if any(each.underline for each in stretches):
        inked = [each.underline for each in stretches if each.text.strip()]
        if any(inked) and (room.align == "center" or all(inked)):
            found.append(DrawnRule("underline", True, None, None))
    return tuple(found)


def leader_rules(text: str, properties: ParagraphProperties, room: Room) -> tuple[DrawnRule, ...]:
    """The rule that the leaders of tabs draw across a paragraph without other text."""
    if "\t" not in text or text.strip():
        return ()
    stops = sorted((at, stop) for at, stop in properties.get("tabs", {}).items() if stop[0] != "clear")
    drawn = [
        (at, stop[1] in _RULED_LEADERS)
        for _, (at, stop) in zip(range(text.count("\t")), stops, strict=False)
        if stop[1] != "none"
    ]
    if not drawn:
        return ()
    solid = all(solid for _, solid in drawn)
    return (DrawnRule("leader", False, drawn[-1][0] - room.left, room.left, solid),)
