"""The end of a unit: where it begins, which lines are recipients, which signatures (boxes 7, 9b, 12, 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.numbering import MARKS, numbered
from thidua_cli.conformance.recognition.evidence.signing import capacity_sure, has_prefix
from thidua_cli.conformance.recognition.marking.signatures import mark_signatures

if TYPE_CHECKING:
    from thidua_cli.conformance.recognition.pieces.piece import Piece
    from thidua_cli.conformance.recognition.sheet import Sheet, Span

LONGEST_LINE = 250
SURE_CAPACITY = 95
NAMELESS = (Component.ADDRESS, Component.DRAFTER, Component.DIGITAL_SIGNATURE, Component.FORM_LINE)
# The columns of the cells around a line; below 0 the sides of the page.
Lane = tuple[int, ...]
LEFT, RIGHT = (-2,), (-1,)


def mark_closing(sheet: Sheet, unit: Span, start: int) -> None:
    """Mark recipients and signatures from `start` on, where the unit has them."""
    first = _begins(sheet, unit, start)
    if first is None:
        return
    lanes: dict[Lane, list[int]] = {}
    listing = False
    for place in range(first, _ends(sheet, first, unit.end)):
        if not sheet.is_open(place):
            continue
        if sheet.shows(place, *NAMELESS):
            sheet.mark_shown(place)
        elif sheet.shows(place, Component.PLACE_DATE):
            sheet.mark(place, Component.UNKNOWN, 60)
        else:
            lane = _lane(sheet, place, listing=listing)
            listing = lane == LEFT
            lanes.setdefault(lane, []).append(place)
    signed = [mark_recipients(sheet, places) for places in lanes.values()]
    mark_signatures(sheet, [places for places in signed if places])


def _ends(sheet: Sheet, first: int, end: int) -> int:
    """Where something else follows: running text, a table of data, another page set apart by hand."""
    for place in range(first + 1, end):
        piece, before = sheet.pieces[place], sheet.pieces[place - 1]
        if piece.line.page_break or piece.line.place.section != before.line.place.section:
            return place
        if sheet.is_a(place, Component.TABLE) or (_is_running_text(piece) and not _is_item(piece)):
            return place
    return end


def _begins(sheet: Sheet, unit: Span, start: int) -> int | None:
    """The first line of the closing: that of its table where it stands in one."""
    places = list(sheet.open_in(start, unit.end))
    clear = _clear_after(sheet, places)
    for place in places:
        if _is_sure(sheet, place) or (place in clear and _may_sign(sheet, place)):
            table = sheet.table_of(place)
            first = place
            while table and first > start and sheet.table_of(first - 1) == table:
                first -= 1
            return first
    return None


def _clear_after(sheet: Sheet, places: list[int]) -> set[int]:
    """The lines after which nothing of the body comes before the recipients or the end."""
    found: set[int] = set()
    clear = True
    for place in reversed(places):
        if clear:
            found.add(place)
        clear = _is_sure(sheet, place) or (clear and not _is_running_text(sheet.pieces[place]))
    return found


def _is_sure(sheet: Sheet, place: int) -> bool:
    piece = sheet.pieces[place]
    return sheet.shows(place, Component.RECIPIENTS_LABEL) or (piece.capitals and has_prefix(piece))


def _may_sign(sheet: Sheet, place: int) -> bool:
    """Whether it is a title in capitals, where signatures stand."""
    piece = sheet.pieces[place]
    if not piece.capitals or capacity_sure(piece) < SURE_CAPACITY:
        return False
    return piece.set_apart or bool(piece.cells)


def _is_running_text(piece: Piece) -> bool:
    number = numbered(piece)
    # A single letter opens `Q. GIÁM ĐỐC` as well.
    return len(piece.text) > LONGEST_LINE or (
        number is not None and number.component is not Component.UNKNOWN
    )


def _is_item(piece: Piece) -> bool:
    return piece.text.startswith(MARKS)


def _lane(sheet: Sheet, place: int, *, listing: bool) -> Lane:
    """What is read from top to bottom: a column, also over several tables, or a side of the page."""
    piece = sheet.pieces[place]
    if piece.cells:
        return tuple(cell.column for cell in piece.cells)
    if piece.side:
        return LEFT if piece.side == 1 else RIGHT
    if sheet.shows(place, Component.RECIPIENTS_LABEL) or _is_item(piece):
        return LEFT
    # What a recipient's name goes on with in a paragraph of its own.
    return LEFT if listing and piece.text.endswith((";", ".")) and not piece.capitals else RIGHT


def mark_recipients(sheet: Sheet, places: list[int]) -> list[int]:
    """Mark the recipients of a lane; the lines that are left for signatures."""
    left: list[int] = []
    listing = False
    for place in places:
        piece = sheet.pieces[place]
        if sheet.shows(place, Component.RECIPIENTS_LABEL):
            sheet.mark_shown(place)
            listing = True
        elif listing and not (piece.capitals and not _is_item(piece) and capacity_sure(piece)):
            listed = piece.cells or piece.text.endswith((";", "."))
            sheet.mark(place, Component.RECIPIENT, 100 if _is_item(piece) else 90 if listed else 75)
        else:
            listing = False
            left.append(place)
    return left
