"""The body: divisions with their titles, articles, headings, clauses, points and running text (II.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.numbering import MARKS, numbered
from thidua_cli.conformance.recognition.evidence.wording import beginning

if TYPE_CHECKING:
    from thidua_cli.conformance.recognition.pieces.piece import Piece
    from thidua_cli.conformance.recognition.sheet import Sheet

LONGEST_TITLE = 250
LONGEST_HEADING = 120
MOST_TITLE_LINES = 4
MOST_BLANKS = 20
NEAR = 20  # lines within which the next number stands
# A letter that counts as a Roman numeral where one of these stands near it.
ROMAN_NEIGHBOURS = {"i": ("ii",), "v": ("iv", "vi"), "x": ("ix", "xi")}
SENTENCE_ENDS = (".", ";", ":", ",", "!", "?")


def mark_body(sheet: Sheet, first: int, end: int) -> None:
    """Mark every line of which nothing is said yet, from `first` to before `end`."""
    places = list(sheet.open_in(first, end))
    for index, place in enumerate(places):
        if not sheet.is_open(place):
            continue
        piece = sheet.pieces[place]
        number = numbered(piece)
        if number is None:
            _mark_plain(sheet, place)
        elif number.alone:
            sheet.mark(place, number.component, number.sure)
            _mark_division_title(sheet, places[index + 1 : index + 1 + MOST_TITLE_LINES])
        elif number.component is Component.CLAUSE:
            following = sheet.pieces[places[index + 1]] if index + 1 < len(places) else None
            sheet.mark(place, *_clause(piece, following))
        elif number.component is Component.POINT and _counts_in_romans(sheet, places, index):
            sheet.mark(place, Component.ITEM, 85)
        else:
            sheet.mark(place, number.component, number.sure)


def _mark_division_title(sheet: Sheet, places: list[int]) -> None:
    """Mark the title below `Chương I`; further lines only where they go on in capitals."""
    for count, place in enumerate(places):
        piece = sheet.pieces[place]
        if numbered(piece) or len(piece.text) > LONGEST_TITLE or sheet.shown[place] is not None:
            return
        if count and not (piece.capitals and piece.centred):
            return
        if not piece.capitals and not piece.centred and piece.text.endswith(SENTENCE_ENDS):
            return
        sheet.mark(place, Component.DIVISION_TITLE, 100 if piece.capitals or piece.centred else 75)


def _clause(piece: Piece, following: Piece | None) -> tuple[Component, int]:
    """Whether a clause is a title of what follows it, or text."""
    short = len(piece.text) <= LONGEST_HEADING and not piece.text.endswith(SENTENCE_ENDS)
    if piece.bold:
        titled = len(piece.text) <= LONGEST_TITLE
        return (Component.CLAUSE_TITLED, 100 if short else 85) if titled else (Component.CLAUSE, 60)
    if following is None or not short:
        return Component.CLAUSE, 100
    number = numbered(following)
    titled = number is None or number.component in (Component.POINT, Component.ITEM)
    return (Component.CLAUSE_TITLED, 75) if titled else (Component.CLAUSE, 100)


def _counts_in_romans(sheet: Sheet, places: list[int], index: int) -> bool:
    """Whether a point `i)` goes on with `ii)`, which no alphabet does."""
    neighbours = ROMAN_NEIGHBOURS.get(sheet.pieces[places[index]].key[:1], ())
    if not neighbours:
        return False
    near = places[max(0, index - NEAR) : index + NEAR]
    opening = (sheet.pieces[place].key[:5].partition(")")[0].partition(".")[0].strip() for place in near)
    return any(mark in neighbours for mark in opening)


def _mark_plain(sheet: Sheet, place: int) -> None:
    piece = sheet.pieces[place]
    if sheet.shows(place, Component.FORM_LINE, Component.RULE):
        sheet.mark_shown(place)
    elif piece.text.startswith(MARKS):
        sheet.mark(place, Component.BODY)
    elif _is_date(sheet, place) or _is_heading(piece) or _is_note(sheet, place):
        sheet.mark(place, Component.UNKNOWN, 60)
    else:
        sheet.mark(place, Component.BODY)


def _is_date(sheet: Sheet, place: int) -> bool:
    """Whether it is a line of place and date, no sentence that ends with a date."""
    piece = sheet.pieces[place]
    sentence = piece.text.endswith(SENTENCE_ENDS) and not (piece.set_apart or piece.italic)
    return sheet.shows(place, Component.PLACE_DATE) and not sentence


def _is_note(sheet: Sheet, place: int) -> bool:
    """Whether it belongs to a table or a picture: its name, its unit, a note in italics below it."""
    piece = sheet.pieces[place]
    if len(piece.text) > LONGEST_TITLE:
        return False
    if piece.italic and (piece.centred or _below_table(sheet, place)):
        return True
    framed = piece.centred or piece.italic or piece.text.startswith("(")
    return framed and beginning("captions").match(piece.key.lstrip("( ")) is not None


def _below_table(sheet: Sheet, place: int) -> bool:
    """Whether a table of data ends right above, blank lines left aside."""
    nearest = range(place - 1, max(-1, place - MOST_BLANKS), -1)
    above = next((other for other in nearest if not sheet.pieces[other].blank), None)
    return above is not None and sheet.is_a(above, Component.TABLE)


def _is_heading(piece: Piece) -> bool:
    """Whether a line without number stands as a heading does, of which the decree says nothing."""
    if len(piece.text) > LONGEST_HEADING or piece.text.endswith(SENTENCE_ENDS):
        return False
    return piece.centred or piece.bold or piece.capitals
