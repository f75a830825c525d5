"""Lines of a letterhead that stand where none belongs: below the title, in the text of the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.issuance import number_of
from thidua_cli.conformance.recognition.evidence.naming import type_named
from thidua_cli.conformance.recognition.evidence.wording import body_beginning
from thidua_cli.conformance.recognition.marking.issuers import mark_bodies
from thidua_cli.conformance.recognition.sheet import CERTAIN
from thidua_cli.conformance.recognition.units import LETTERHEAD, LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.recognition.pieces.piece import Piece
    from thidua_cli.conformance.recognition.sheet import Sheet, Span

MOST_LINES = 40
NEAR = 6  # lines within which the place and date of a letterhead stand from another line of it


def mark_strays(sheet: Sheet, unit: Span, head_end: int) -> int:
    """Mark what the head lacks and stands below it; where the title is to be looked for."""
    strays = _strays(sheet, unit, head_end) if unit.kind == "van-ban" else []
    if not strays:
        return head_end
    if head_end == unit.first:
        number = next((place for place in strays if sheet.is_a(place, Component.NUMBER)), None)
        above = sheet.open_in(unit.first, strays[-1])
        mark_bodies(sheet, [place for place in above if _names_body(sheet.pieces[place])], number)
    title = _title_after(sheet, unit, strays[-1])
    if title is None:
        return head_end
    for place in list(sheet.open_in(head_end, title)):
        sheet.mark(place, Component.UNKNOWN, 50)
    return title


def _strays(sheet: Sheet, unit: Span, head_end: int) -> list[int]:
    """Mark the lines that are, word for word, such as the head lacks; their places."""
    held = [place for place in range(unit.first, head_end) if sheet.is_a(place, *LETTERHEAD)]
    lacking = {each for each in LETTERHEAD if not any(sheet.is_a(place, each) for place in held)}
    strays: list[int] = []
    for place in _first_page(sheet, unit, head_end) if lacking else ():
        shown = sheet.shown[place]
        if shown is None or shown.sure < CERTAIN or shown.component not in lacking:
            continue
        near = any(place - other <= NEAR for other in (*held, *strays))
        if shown.component is Component.PLACE_DATE and not near:
            continue
        if shown.component is Component.NUMBER and not _is_complete(sheet, place):
            continue
        sheet.mark_shown(place)
        lacking.discard(shown.component)
        strays.append(place)
    return strays


def _title_after(sheet: Sheet, unit: Span, stray: int) -> int | None:
    """Where a title stands right below a letterhead that begins too low; None where none does."""
    following = next(sheet.open_in(stray + 1, unit.end), None)
    named = None if following is None else type_named(sheet.pieces[following])
    return following if named is not None and named.exact else None


def _first_page(sheet: Sheet, unit: Span, start: int) -> Iterator[int]:
    """The lines that nothing is said of yet, up to the recipients or the end of the first page."""
    for count, place in enumerate(sheet.open_in(start, unit.end)):
        line = sheet.pieces[place].line
        turned = place > unit.first and (
            line.page_break or line.place.section != sheet.pieces[unit.first].line.place.section
        )
        if turned or count >= MOST_LINES or sheet.shows(place, Component.RECIPIENTS_LABEL):
            return
        yield place


def _names_body(piece: Piece) -> bool:
    if not piece.capitals or len(piece.text) > LONGEST_NAME:
        return False
    return body_beginning().match(piece.key) is not None


def _is_complete(sheet: Sheet, place: int) -> bool:
    """Whether a number has its symbol, and is no blank of a form."""
    found = number_of(sheet.pieces[place])
    return found is not None and any(map(str.isalpha, found["symbol"] or ""))
