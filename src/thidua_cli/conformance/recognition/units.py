"""Where the documents inside one file begin: the document, its appendices, what it encloses, blank forms."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.naming import type_named
from thidua_cli.conformance.recognition.evidence.wording import beginning, whole
from thidua_cli.conformance.recognition.sheet import CERTAIN, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.model.anatomy import UnitKind
    from thidua_cli.conformance.recognition.sheet import Sheet

LETTERHEAD = (Component.NATION, Component.MOTTO, Component.NUMBER, Component.PLACE_DATE)
NEAR = 14  # lines within which the parts of one head stand
MOST_TITLE_LINES = 8
LONGEST_TITLE = 250
LONGEST_NAME = 90


class Start(NamedTuple):
    """A place where a unit may begin, and the line that shows it."""

    first: int
    shown_at: int
    kind: Literal["letterhead", "phu-luc", "kem-theo", "ban-sao"]


def units_of(sheet: Sheet) -> list[Span]:
    """The units of a file in order; they share out all of its pieces."""
    starts = sorted({start.first: start for start in _starts(sheet)}.values())
    marks: list[tuple[int, UnitKind]] = []
    for start in starts:
        current = marks[-1][1] if marks else None
        kind = _kind(sheet, start, current)
        if not marks and (start.kind == "letterhead" or _nothing_before(sheet, start.first)):
            marks.append((0, kind))
            continue
        if not marks:
            marks.append((0, "van-ban"))
        marks.append((start.first, kind))
    marks = marks or [(0, "van-ban")]
    ends = [first for first, _ in marks[1:]] + [len(sheet.pieces)]
    return [Span(first, end, kind) for (first, kind), end in zip(marks, ends, strict=True)]


def is_attached_line(sheet: Sheet, place: int) -> bool:
    """Whether it is the line `(Kèm theo …)` under a title, no sentence that begins so."""
    piece = sheet.pieces[place]
    return sheet.shows(place, Component.ATTACHED_TO) and (piece.centred or piece.text.startswith("("))


def _nothing_before(sheet: Sheet, place: int) -> bool:
    return all(sheet.pieces[before].blank for before in range(place))


def _starts(sheet: Sheet) -> Iterator[Start]:
    attached: list[int] = []
    headed = 0  # the table of the head before: a table holds one
    for place in range(len(sheet.pieces)):
        if not sheet.is_open(place):
            continue
        head = _heads(sheet, place)
        if head and not (headed and sheet.table_of(place) == headed):
            yield Start(_head_start(sheet, place), place, head)
            headed = sheet.table_of(place)
        elif sheet.shows(place, Component.APPENDIX_NAME) and _stands_alone(sheet, place):
            yield Start(place, place, "phu-luc")
        elif is_attached_line(sheet, place):
            attached.append(place)
    for place in attached:
        first = _title_start(sheet, place)
        if first is not None:
            yield Start(first, place, "kem-theo")


def _heads(sheet: Sheet, place: int) -> Literal["letterhead", "ban-sao"] | None:
    """The head that a line shows: that of a document, or of a copy."""
    piece = sheet.pieces[place]
    if sheet.shows(place, Component.NATION) and _is_head(sheet, place):
        return "letterhead"
    return "ban-sao" if piece.capitals and piece.bare_key in whole("copy_marks") else None


def _is_head(sheet: Sheet, place: int) -> bool:
    near = range(place + 1, min(place + NEAR, len(sheet.pieces)))
    return any(sheet.shows(other, *LETTERHEAD[1:]) for other in near)


def _head_start(sheet: Sheet, place: int) -> int:
    """Where the head begins that a line stands in: its table, or the lines of capitals above it."""
    table = sheet.table_of(place)
    first = place
    while table and first and sheet.table_of(first - 1) == table:
        first -= 1
    while not table and first > max(0, place - NEAR) and _belongs_to_head(sheet, first - 1, first):
        first -= 1
    form = first - 1
    while form > first - NEAR and form >= 0 and sheet.pieces[form].blank:
        form -= 1
    if form >= 0 and sheet.is_open(form) and _names_form(sheet, form):
        return form
    return first


def _belongs_to_head(sheet: Sheet, place: int, following: int) -> bool:
    piece = sheet.pieces[place]
    if piece.blank or piece.cells or not sheet.is_open(place) or sheet.pieces[following].line.page_break:
        return False
    return sheet.shows(place, *LETTERHEAD) or (piece.capitals and len(piece.text) <= LONGEST_NAME)


def _names_form(sheet: Sheet, place: int) -> bool:
    piece = sheet.pieces[place]
    return len(piece.text) <= LONGEST_NAME and beginning("form").match(piece.key) is not None


def _stands_alone(sheet: Sheet, place: int) -> bool:
    """Whether the name of an appendix is a heading, not a mention: in the middle, bold, or on a new page."""
    piece, shown = sheet.pieces[place], sheet.shown[place]
    before = sheet.pieces[place - 1].line if place else None
    new_page = before is None or piece.line.page_break or before.place.section != piece.line.place.section
    short = shown is not None and shown.sure == CERTAIN
    return new_page or piece.centred or piece.bold or (short and piece.capitals)


def _title_start(sheet: Sheet, attached: int) -> int | None:
    """Where the title begins below which `(Kèm theo …)` stands; None where a head of its own precedes it."""
    first, lines = None, 0
    for place in range(attached - 1, -1, -1):
        piece = sheet.pieces[place]
        if piece.blank:
            continue
        if sheet.shows(place, *LETTERHEAD, Component.APPENDIX_NAME):
            return None
        titled = piece.centred or piece.capitals or piece.bold
        if not sheet.is_open(place) or not titled or len(piece.text) > LONGEST_TITLE:
            break
        if lines >= MOST_TITLE_LINES or sheet.pieces[place + 1].line.page_break:
            break
        first, lines = place, lines + 1
        if type_named(piece):
            break
    return None if first is None or _under_letterhead(sheet, first) else first


def _under_letterhead(sheet: Sheet, place: int) -> bool:
    """Whether a letterhead stands right above, on the same page, as far as that is set by hand."""
    for before in range(place - 1, max(-1, place - NEAR), -1):
        here, below = sheet.pieces[before], sheet.pieces[before + 1].line
        if below.page_break or below.place.section != here.line.place.section:
            return False
        if sheet.shows(before, *LETTERHEAD, Component.APPENDIX_NAME):
            return True
        if _ends_head(sheet, before):
            return False
    return False


def _ends_head(sheet: Sheet, place: int) -> bool:
    """Whether a line cannot stand in the head of a document."""
    return (
        len(sheet.pieces[place].text) > LONGEST_TITLE
        or sheet.is_a(place, Component.TABLE)
        or sheet.shows(place, Component.RECIPIENTS_LABEL, Component.SEND_TO, Component.APPENDIX_NAME)
    )


def _kind(sheet: Sheet, start: Start, current: UnitKind | None) -> UnitKind:
    if start.kind != "letterhead":
        return start.kind
    near = range(start.shown_at, min(start.shown_at + 2 * NEAR, len(sheet.pieces)))
    head = takewhile(lambda place: not _ends_head(sheet, place), near)
    if any(is_attached_line(sheet, place) for place in head):
        return "kem-theo"
    if current is None:
        return "van-ban"
    if current in ("phu-luc", "bieu-mau") or _names_form(sheet, start.first):
        return "bieu-mau"
    numbered = any(
        sheet.shows(place, Component.NUMBER) and "…" not in sheet.pieces[place].text
        for place in range(start.first, near.stop)
    )
    return "van-ban" if numbered else "bieu-mau"
