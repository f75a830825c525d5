"""The letterhead of a unit: what stands above the title, and V/v (boxes 1 to 4, 5b, 10, 11)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.naming import type_named
from thidua_cli.conformance.recognition.evidence.wording import (
    bare,
    beginning,
    body_beginning,
    letters,
    whole,
)
from thidua_cli.conformance.recognition.marking.issuers import mark_bodies
from thidua_cli.conformance.recognition.marking.strays import mark_strays
from thidua_cli.conformance.recognition.units import LETTERHEAD, LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.conformance.recognition.pieces.piece import Piece
    from thidua_cli.conformance.recognition.sheet import Sheet, Span

ANCHORS = (
    *LETTERHEAD,
    Component.ABOUT,
    Component.URGENCY,
    Component.SECRECY,
    Component.CIRCULATION,
    Component.DIGITAL_SIGNATURE,
    Component.UNKNOWN,  # the mark of a draft
    Component.RULE,
)
LONGEST_LINE = 160
LONGEST_ABOUT = 300
MOST_LINES = 40


def mark_head(sheet: Sheet, unit: Span) -> int:
    """Mark the letterhead of a unit; the place where it ends, `unit.first` where there is none."""
    anchors = _anchors(sheet, unit)
    for place in anchors:
        sheet.mark_shown(place)
    _join_nation(sheet, unit, anchors)
    end = _end(sheet, unit, anchors)
    nation = next((place for place in anchors if sheet.is_a(place, Component.NATION)), None)
    number = next((place for place in anchors if sheet.is_a(place, Component.NUMBER)), end)
    names: list[int] = []
    for place in list(sheet.open_in(unit.first, end)):
        piece = sheet.pieces[place]
        if piece.bare_key in whole("party_heads"):
            sheet.mark(place, Component.NATION, 60)
        elif _on_the_right(sheet, place, nation):
            sheet.mark(place, Component.UNKNOWN, 60)
        elif place < number and _can_be_name(piece, in_table=bool(piece.cells)):
            names.append(place)
        else:
            _mark_below_number(sheet, place)
    mark_bodies(sheet, names, number if number < end else None)
    return mark_strays(sheet, unit, _with_about(sheet, unit, end))


def _anchors(sheet: Sheet, unit: Span) -> list[int]:
    """The lines above the title whose words tell what they are; those in the same table beside it too."""
    found: list[int] = []
    lines = 0
    for place in range(unit.first, unit.end):
        if not sheet.is_open(place):
            continue
        piece = sheet.pieces[place]
        if sheet.shows(place, *ANCHORS):
            found.append(place)
        elif _stops(sheet, place) and not _beside(sheet, place, found):
            break
        lines += 1
        if lines > MOST_LINES or len(piece.text) > LONGEST_LINE:
            break
    while found and sheet.shows(found[-1], Component.RULE):
        found.pop()
    # Stamps alone, or V/v without a number above it, are no head.
    return found if any(sheet.shows(place, *LETTERHEAD) for place in found) else []


def _stops(sheet: Sheet, place: int) -> bool:
    """Whether the title or the body begins here."""
    piece = sheet.pieces[place]
    if sheet.shows(place, Component.SEND_TO, Component.ATTACHED_TO, Component.RECIPIENTS_LABEL):
        return True
    if beginning("basis").match(piece.key) or len(piece.text) > LONGEST_LINE:
        return True
    named = type_named(piece)
    return named is not None and (named.exact or piece.capitals)


def _beside(sheet: Sheet, place: int, anchors: Sequence[int]) -> bool:
    """Whether a line stands in a table that holds the letterhead, and so ends nothing."""
    table = sheet.table_of(place)
    if not table or _begins_what_follows(sheet, place):
        return False
    return any(sheet.table_of(anchor) == table for anchor in anchors)


def _join_nation(sheet: Sheet, unit: Span, anchors: list[int]) -> None:
    """Take two lines for the Quốc hiệu that make it up together."""
    if any(sheet.is_a(place, Component.NATION) for place in anchors):
        return
    lines = list(sheet.open_in(unit.first, min(unit.end, unit.first + MOST_LINES)))
    for one, other in pairwise(lines):
        if letters(sheet.pieces[one].text + sheet.pieces[other].text) in bare("nation"):
            sheet.mark(one, Component.NATION, 90)
            sheet.mark(other, Component.NATION, 90)
            anchors[:] = sorted((*anchors, one, other))
            return


def _end(sheet: Sheet, unit: Span, anchors: Sequence[int]) -> int:
    if not anchors:
        return unit.first
    end = anchors[-1] + 1
    tables = {sheet.table_of(place) for place in anchors} - {0}
    while end < unit.end and sheet.table_of(end) in tables:
        if _begins_what_follows(sheet, end):
            break
        end += 1
    return end


def _begins_what_follows(sheet: Sheet, place: int) -> bool:
    """Whether it is the title or the line of addressees, which can stand in the table of the letterhead."""
    named = type_named(sheet.pieces[place])
    return (named is not None and named.exact) or sheet.shows(place, Component.SEND_TO)


def _on_the_right(sheet: Sheet, place: int, nation: int | None) -> bool:
    """Whether a line stands in the column of the Quốc hiệu."""
    piece = sheet.pieces[place]
    if nation is None or piece.side == 1:
        return False
    if piece.side == 2:
        return True
    for one, other in zip(piece.cells, sheet.pieces[nation].cells, strict=False):
        if one.table != other.table:
            return False
        if one.column != other.column:
            return one.column > other.column > 1
        if one.row != other.row:
            return one.column > 1
    return bool(piece.cells) and len(piece.cells) == len(sheet.pieces[nation].cells) and place > nation


def _can_be_name(piece: Piece, *, in_table: bool) -> bool:
    if len(piece.text) > LONGEST_NAME or piece.text.endswith((".", ";", ":")):
        return False
    return piece.capitals or in_table or body_beginning().match(piece.key) is not None


def _mark_below_number(sheet: Sheet, place: int) -> None:
    """A line on the left below the number: of what a công văn is about."""
    piece = sheet.pieces[place]
    goes_on = place > 0 and sheet.is_a(place - 1, Component.ABOUT)
    about = (goes_on or bool(piece.cells)) and not piece.capitals and len(piece.text) <= LONGEST_ABOUT
    sheet.mark(place, *((Component.ABOUT, 85 if goes_on else 75) if about else (Component.UNKNOWN, 60)))


def _with_about(sheet: Sheet, unit: Span, end: int) -> int:
    """Mark what goes on the line V/v; the place after it."""
    backwards = range(end - 1, unit.first - 1, -1)
    last = next((place for place in backwards if not sheet.pieces[place].blank), None)
    if last is None or not sheet.is_a(last, Component.ABOUT) or sheet.pieces[last].cells:
        return end
    for place in sheet.open_in(end, unit.end):
        piece = sheet.pieces[place]
        near = all(not sheet.pieces[between].blank for between in range(last + 1, place))
        alike = piece.line.align == sheet.pieces[last].line.align and len(piece.text) <= LONGEST_NAME
        if not (near and alike) or _stops(sheet, place) or sheet.shown[place]:
            return end
        sheet.mark(place, Component.ABOUT, 85)
        last, end = place, place + 1
    return end
