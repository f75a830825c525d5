"""What a unit is called: type and subject; name and title of an appendix, `(Kèm theo …)` (box 5a, III.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.naming import type_named
from thidua_cli.conformance.recognition.evidence.numbering import numbered
from thidua_cli.conformance.recognition.evidence.wording import beginning, whole
from thidua_cli.conformance.recognition.units import is_attached_line

if TYPE_CHECKING:
    from thidua_cli.conformance.recognition.pieces.piece import Piece
    from thidua_cli.conformance.recognition.sheet import Sheet, Span

LONGEST_SUBJECT = 400
LONGEST_UNKNOWN_TYPE = 100
MOST_BLANKS = 2
MOST_LINES = 6
MARKS = (Component.URGENCY, Component.SECRECY, Component.CIRCULATION, Component.UNKNOWN, Component.RULE)
SENTENCE_ENDS = (".", ";", ":")


def mark_title(sheet: Sheet, unit: Span, start: int) -> int:
    """Mark the type and the subject of a document; the place after them, `start` where there is no title."""
    place = _next(sheet, start, unit.end)
    while place is not None and sheet.shows(place, *MARKS):
        sheet.mark_shown(place)
        place = _next(sheet, place + 1, unit.end)
    headed = start > unit.first or unit.kind == "kem-theo"
    sure = 0 if place is None else _type_sure(sheet, place, headed=headed)
    if place is None or not sure:
        place, sure = _type_further_down(sheet, unit, start), 90
    if place is None:
        return start
    for above in list(sheet.open_in(start, place)):
        sheet.mark(above, Component.UNKNOWN, 50)
    sheet.mark(place, Component.TYPE_NAME, sure)
    return _mark_attached(sheet, unit, _mark_subject(sheet, unit, place + 1, MOST_LINES))


def _type_further_down(sheet: Sheet, unit: Span, start: int) -> int | None:
    """The name of the type below lines that do not belong there, such as a stamp for received mail."""
    for count, place in enumerate(sheet.open_in(start, unit.end)):
        piece = sheet.pieces[place]
        named = type_named(piece)
        if named and named.exact and piece.capitals and not piece.text.endswith(SENTENCE_ENDS):
            return place
        if count >= MOST_LINES or len(piece.text) > LONGEST_UNKNOWN_TYPE or numbered(piece):
            return None
        if sheet.shows(place, Component.SEND_TO) or beginning("basis").match(piece.key):
            return None
    return None


def mark_appendix(sheet: Sheet, unit: Span) -> int:
    """Mark the name of an appendix, its title and the line that names the document; the place after them."""
    place = _next(sheet, unit.first, unit.end)
    if place is None:
        return unit.first
    sheet.mark(place, Component.APPENDIX_NAME)
    end = place + 1
    attached = next((at for at in _near(sheet, unit, end) if is_attached_line(sheet, at)), None)
    group = 0
    for at in _near(sheet, unit, end):
        piece = sheet.pieces[at]
        if at == attached or not (_goes_on(sheet, at) and len(piece.text) <= LONGEST_SUBJECT):
            break
        if attached is None and not (piece.centred or piece.capitals or (piece.bold and not group)):
            break
        if attached is None and group and not piece.capitals:
            break
        sheet.mark(at, Component.APPENDIX_TITLE, 100 if piece.capitals or attached else 75)
        group, end = 1, at + 1
    return _mark_attached(sheet, unit, end)


def _next(sheet: Sheet, start: int, end: int) -> int | None:
    return next(sheet.open_in(start, end), None)


def _near(sheet: Sheet, unit: Span, start: int) -> list[int]:
    """The next lines that are said nothing of, as far as no table of data comes between."""
    found: list[int] = []
    for place in range(start, unit.end):
        if sheet.is_a(place, Component.TABLE) or len(found) == MOST_LINES:
            break
        if sheet.is_open(place):
            found.append(place)
    return found


def _type_sure(sheet: Sheet, place: int, *, headed: bool) -> int:
    """How surely a line is the name of the type; `headed`: a letterhead stands above it."""
    piece = sheet.pieces[place]
    named = type_named(piece)
    if named and named.exact:
        return 100 if piece.capitals else 90
    if sheet.shown[place] is not None and piece.bare_key not in whole("copy_marks"):
        return 0
    if named and piece.capitals:
        return 90
    # A heading of no known type: a pledge, a list.
    short = len(piece.text) <= LONGEST_UNKNOWN_TYPE and not piece.text.endswith(SENTENCE_ENDS)
    heading = piece.capitals and (piece.centred or piece.bold) and not numbered(piece)
    return 70 if headed and short and heading else 0


def _mark_subject(sheet: Sheet, unit: Span, start: int, most: int) -> int:
    """Mark the lines of the subject: they go on until a sentence, a rule, a gap or a component ends them."""
    end, lines, blanks = start, 0, 0
    for place in range(start, unit.end):
        piece = sheet.pieces[place]
        if piece.blank:
            blanks += 1
            if lines and (sheet.is_a(place, Component.RULE) or blanks >= MOST_BLANKS):
                break
            continue
        if not sheet.is_open(place) or lines == most or not _goes_on(sheet, place):
            break
        sure = _subject_sure(sheet, place, first=not lines, near=not blanks)
        if not sure:
            break
        sheet.mark(place, Component.SUBJECT, sure)
        end, lines, blanks = place + 1, lines + 1, 0
        if any(rule.below for rule in piece.line.rules):
            break
    return end


def _goes_on(sheet: Sheet, place: int) -> bool:
    """Whether a line can still be of the title: nothing else begins with it."""
    piece = sheet.pieces[place]
    if sheet.shown[place] is not None and not sheet.shows(place, Component.ABOUT):
        return False
    if numbered(piece) or beginning("basis").match(piece.key):
        return False
    if piece.text.startswith(("(", "-", "+")):
        return False
    return piece.centred or not piece.text.endswith(SENTENCE_ENDS)


def _subject_sure(sheet: Sheet, place: int, *, first: bool, near: bool) -> int:
    piece = sheet.pieces[place]
    if len(piece.text) > LONGEST_SUBJECT:
        return 0
    if piece.centred:
        return 100 if piece.bold and not (piece.capitals and not first) else 90
    if first:
        return 90 if piece.bold or _ruled_below(sheet, place) else 75 if near else 0
    return 75 if near and piece.bold else 0


def _ruled_below(sheet: Sheet, place: int) -> bool:
    following = place + 1
    return following < len(sheet.pieces) and sheet.is_a(following, Component.RULE)


def _mark_attached(sheet: Sheet, unit: Span, start: int) -> int:
    """Mark `(Kèm theo …)`, to its closing bracket; the place after it."""
    end, inside = start, False
    for place in _near(sheet, unit, start):
        piece = sheet.pieces[place]
        if not inside and not is_attached_line(sheet, place):
            if not _is_remark(piece):
                break
            sheet.mark(place, Component.UNKNOWN, 60)
        else:
            sheet.mark(place, Component.ATTACHED_TO, 100 if "(" in piece.text or inside else 80)
            inside = ")" not in piece.text and "(" in f"{piece.text}{'(' * inside}"
        end = place + 1
        if end < unit.end and sheet.is_a(end, Component.RULE):
            return end + 1
    return end


def _is_remark(piece: Piece) -> bool:
    """Whether it is a line in brackets under a title: `(Số liệu đến ngày …)`."""
    return piece.text.startswith("(") and piece.text.endswith(")")
