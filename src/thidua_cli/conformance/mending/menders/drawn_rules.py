"""Lines drawn anew below a component, as long and in the place that the decree asks for."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.conformance.mending.elements import child_of, write
from thidua_cli.conformance.rules.kinds.alignment import middle_of
from thidua_cli.conformance.rules.metrics import printed_lines
from thidua_cli.document.ooxml.elements import node, remove
from thidua_cli.document.ooxml.names import MC, W
from thidua_cli.document.ooxml.order import insert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.conformance.mending.draft import Draft
    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.rules.outcome import Deviation
    from thidua_cli.conformance.rules.profile import Check
    from thidua_cli.document.ooxml.elements import Element

NEAREST = 2
ABOVE, HEIGHT, EIGHTHS = 60, 80, 6
UNDERLINE = "underline"
DRAWINGS = (f"{W}drawing", f"{W}pict", f"{MC}AlternateContent")
SHAPES = ("shape", "picture")
REDRAWN = (*SHAPES, "border", "underscores", UNDERLINE)


def draw(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """A line of the right length below the words; one that was there and is wrong gives way to it."""
    for deviation in deviations:
        line = deviation.line
        if line is None or line.element is None or not draft.passage(line).ends_paragraph:
            continue
        length, middle = _length(check, line), middle_of(line)
        old = [(line, True), *((each, False) for each in _silent_below(draft, line))]
        kinds = {rule.kind for each, _ in old for rule in each.rules}
        if length is None or middle is None or line.room is None or not kinds <= set(REDRAWN):
            continue
        for each, own in old:
            _erase(each, own=own)
        half = Fraction(length, 2)
        line.element.addnext(_drawn(max(int(middle - half), 0), max(int(line.room - middle - half), 0)))


def draw_above(_: Draft, __: Check, deviations: Sequence[Deviation]) -> None:
    """A line across the page above the component, as a border of its paragraph."""
    for deviation in deviations:
        if deviation.line is not None and deviation.line.element is not None:
            properties = child_of(deviation.line.element, "pPr")
            borders = child_of(properties, "pBdr")
            write(borders, "top", {"val": "single", "sz": str(EIGHTHS), "space": "1", "color": "auto"})
            write(properties, "ind", {"left": "0", "right": "0", "firstLine": "0", "hanging": None})


def _length(check: Check, line: Line) -> int | None:
    """Midway between the bounds of the share that the line is to have of the width of the words."""
    widths = printed_lines(line)
    share = (Fraction(str(check.options["from"])) + Fraction(str(check.options["to"]))) / 2
    return int(max(widths) * share) if widths else None


def _silent_below(draft: Draft, line: Line) -> Iterator[Line]:
    """The paragraphs right below that hold a line and no words."""
    below = draft.case.after(draft.whole(line))
    for _ in range(NEAREST):
        if below is None or any(char.isalnum() for char in below.text):
            return
        if below.rules:
            yield below
        below = draft.case.after(below)


def _erase(line: Line, *, own: bool) -> None:
    """Take the lines drawn at a paragraph away; with its paragraph where nothing else is in that."""
    kinds = {rule.kind for rule in line.rules if rule.below or not own}
    properties = line.element.find(f"{W}pPr")
    if not own and (properties is None or properties.find(f"{W}sectPr") is None):
        remove(line.element)
        return
    if "border" in kinds and properties is not None:
        for side in properties.iterfind(f"{W}pBdr/{W}bottom"):
            remove(side)
    if UNDERLINE in kinds:
        for each in line.stretches:
            if each.source is not None and each.underline:
                write(child_of(each.source, "rPr"), "u", {"val": "none"})
    if kinds & set(SHAPES):
        for run in list(line.element.iterfind(f"{W}r")):
            if any(child.tag in DRAWINGS for child in run) and run.find(f"{W}t") is None:
                remove(run)


def _drawn(left: int, right: int) -> Element:
    """A low paragraph with a solid border above it."""
    border = node("top", val="single", sz=EIGHTHS, space=1, color="auto")
    properties = node("pPr")
    for child in (
        node("pBdr", border),
        node("spacing", before=ABOVE, after=0, line=HEIGHT, lineRule="exact"),
        node("ind", left=left, right=right, firstLine=0),
        node("jc", val="left"),
    ):
        insert(properties, child)
    return node("p", properties)
