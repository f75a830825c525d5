"""Paragraphs of a Word file as markup: their layout, and every look of their words."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.conformance.showing.wording import shown
from thidua_cli.document.html.elements import element

if TYPE_CHECKING:
    from thidua_cli.conformance.model.lines import DrawnRule, Line, Stretch
    from thidua_cli.conformance.showing.marks import Marks

ALIGN = {"left": "left", "center": "center", "right": "right", "both": "justify", "distribute": "justify"}
NAME = re.compile(r"[\w .\-]{1,60}")
COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
USUAL = "Times New Roman"
TWIPS = 20
SINGLE = Fraction(23, 20)
LINE = 240
HALF = 2
# Distances beyond these are left out: the page shows a document, not every whim of a file.
MOST = 6000
TAGS = (("bold", "b"), ("italic", "i"), ("underline", "u"), ("strike", "s"), ("highlight", "mark"))


def paragraph(line: Line, address: str, marks: Marks) -> str:
    """A paragraph with the marks of the findings at it and the lines drawn at it."""
    severity = marks.severity(address)
    links = element("span", marks.links(address), class_="marks") if severity else ""
    label = element("span", shown(line.label), " ", class_="label") if line.label else ""
    words = "".join(map(_stretch, line.stretches)) or element("br")
    rules = [rule for rule in line.rules if not (line.box and rule.kind == "border")]
    above = "".join(_rule(rule, line) for rule in rules if not rule.below)
    below = "".join(_rule(rule, line) for rule in rules if rule.below)
    text = element("p", label, words, style=_layout(line))
    return element("div", links, above, text, below, class_=f"line {severity.value}" if severity else "line")


def points(twips: Fraction | int) -> str:
    """A length of twips in points, as CSS writes it."""
    hundredths = round(Fraction(twips) * 100 / TWIPS)
    sign, rest = "-" if hundredths < 0 else "", abs(hundredths)
    return f"{sign}{rest // 100}.{rest % 100:02d}".rstrip("0").rstrip(".") + "pt"


def _layout(line: Line) -> str:
    own = [f"text-align:{ALIGN[line.align]}"]
    lengths = {
        "margin-left": line.left,
        "margin-right": line.right,
        "text-indent": line.first,
        "margin-top": line.before,
        "margin-bottom": line.after,
    }
    own += [f"{name}:{points(length)}" for name, length in lengths.items() if 0 < abs(length) <= MOST]
    if line.box:
        own.append(f"border:1px {'solid' if line.box == 'single' else 'dashed'} #000")
    if line.spacing_rule == "auto":
        height = round(SINGLE * line.spacing * 100 / LINE)
        own.append(f"line-height:{min(height, 1000) / 100:g}")
    else:
        own.append(f"line-height:{points(min(line.spacing, MOST))}")
    return ";".join(own)


def _stretch(each: Stretch) -> str:
    text = shown(each.text)
    if not text:
        return ""
    for name, tag in TAGS:
        if getattr(each, name):
            text = element(tag, text)
    if each.raised:
        text = element("sup", text)
    own = _look(each)
    return element("span", text, style=own) if own else text


def _look(each: Stretch) -> str:
    own = [] if each.size is None else [f"font-size:{points(each.size * TWIPS // HALF)}"]
    font = each.fonts[1] or each.fonts[0]
    if font and font != USUAL and NAME.fullmatch(font):
        own.append(f"font-family:'{font}'")
    if COLOUR.fullmatch(each.colour):
        own.append(f"color:#{each.colour}")
    if each.capitals:
        own.append("text-transform:uppercase")
    return ";".join(own)


def _share(length: int, room: int) -> str:
    """A length as a share of the room, so that it stays on paper shown narrower than it is."""
    return f"{min(max(length, 0), room) * 100 // room}%"


def _rule(rule: DrawnRule, line: Line) -> str:
    if rule.kind in ("underline", "underscores"):
        return ""
    room = line.room or 0
    own = [f"border-top-style:{'solid' if rule.solid else 'dashed'}"]
    if rule.length is not None and room:
        own.append(f"width:{_share(rule.length, room)}")
    if rule.start is not None and 0 < rule.start <= room:
        own.append(f"margin-left:{_share(rule.start, room)}")
    return element("div", class_="rule", style=";".join(own))
