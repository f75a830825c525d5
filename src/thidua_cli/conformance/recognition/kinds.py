"""What kind of document it is, its type, and whether it is still a draft."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.model.anatomy import Component, Kind
from thidua_cli.conformance.recognition.evidence.issuance import date_of, number_of
from thidua_cli.conformance.recognition.evidence.legal_symbols import has_legal_symbol
from thidua_cli.conformance.recognition.evidence.naming import type_named
from thidua_cli.conformance.recognition.evidence.wording import beginning, whole
from thidua_cli.law.registers.document_types import LETTER
from thidua_cli.law.registers.documents import documents
from thidua_cli.vietnamese.citations import parse_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.model.word_file import WordFile
    from thidua_cli.conformance.recognition.pieces.piece import Piece
    from thidua_cli.conformance.recognition.sheet import Sheet, Span

DECREE = "nd-30-2020"
FEWEST_POINTS = 3
WEIGHTS = {
    Component.NATION: 2,
    Component.MOTTO: 1,
    Component.NUMBER: 2,
    Component.PLACE_DATE: 1,
    Component.TYPE_NAME: 1,
    Component.SEND_TO: 1,
    Component.RECIPIENTS_LABEL: 2,
    Component.APPENDIX_NAME: 1,
    Component.ATTACHED_TO: 2,
}
ISSUED = frozenset((Component.ISSUER, Component.NUMBER, Component.ATTACHED_TO, Component.RECIPIENTS_LABEL))
DIGIT = re.compile(r"\d")
MOST_HEAD_LINES = 30


class Judged(NamedTuple):
    """The kind of a document and the text that shows it."""

    kind: Kind
    reason: str = ""


def kind_of(word: WordFile, sheet: Sheet, unit: Span) -> Judged:
    """The kind of the first document of a file."""
    if "pictures-only" in word.traits:
        return Judged(Kind.SCAN)
    for kind, shown in (
        (Kind.PARTY, _party(sheet, unit)),
        (Kind.LEGAL_NORMATIVE, _legal(sheet, unit)),
        (Kind.COPY, _copy(sheet)),
    ):
        if shown:
            return Judged(kind, shown)
    if not _is_document(sheet, unit):
        return Judged(Kind.NOT_A_DOCUMENT)
    early = _before_decree(sheet, unit)
    return Judged(Kind.BEFORE_DECREE, early) if early else Judged(Kind.ADMINISTRATIVE)


def type_of(sheet: Sheet, unit: Span) -> str:
    """The id of the type; empty where it cannot be told."""
    named = _first(sheet, unit, Component.TYPE_NAME)
    if named is not None:
        known = type_named(named)
        return known.id if known else ""
    about = _first(sheet, unit, Component.ABOUT) or _first(sheet, unit, Component.NUMBER)
    return LETTER if about is not None and _first(sheet, unit, Component.SEND_TO) is not None else ""


def is_draft(sheet: Sheet, unit: Span) -> bool:
    """Whether the number or the day is blank, or a mark says so."""
    number = _first(sheet, unit, Component.NUMBER)
    found = number_of(number) if number else None
    if found and not DIGIT.search(found["number"]):
        return True
    placed = _first(sheet, unit, Component.PLACE_DATE)
    dated = date_of(placed) if placed else None
    if dated and not all(DIGIT.search(dated[part]) for part in ("day", "month", "year")):
        return True
    marked = (sheet.pieces[place] for place in _places(sheet, unit, Component.UNKNOWN))
    return any(beginning("draft_marks").match(piece.key.lstrip("( ")) for piece in marked)


def adapting(sheet: Sheet, unit: Span) -> str:
    """The name of an organisation that applies the decree as fits it; empty where a state body issues too."""
    issuers: dict[int, str] = {}
    parents: list[str] = []
    for place in _places(sheet, unit, Component.PARENT, Component.ISSUER):
        piece, found = sheet.pieces[place], sheet.found[place]
        applies = piece.text if beginning("adapting").match(piece.key) else ""
        if sheet.is_a(place, Component.PARENT):
            parents.append(applies)
        elif found is not None:
            issuers.setdefault(found.group, applies)
    names = list(issuers.values())
    if names and all(names):
        return names[0]
    return next(filter(None, parents), "") if len(names) == 1 else ""


def _places(sheet: Sheet, unit: Span, *components: Component) -> Iterator[int]:
    return (place for place in range(unit.first, unit.end) if sheet.is_a(place, *components))


def _first(sheet: Sheet, unit: Span, component: Component) -> Piece | None:
    return next((sheet.pieces[place] for place in _places(sheet, unit, component)), None)


def _party(sheet: Sheet, unit: Span) -> str:
    head = (place for place in range(unit.first, unit.end) if not sheet.pieces[place].blank)
    for _, place in zip(range(MOST_HEAD_LINES), head, strict=False):
        piece = sheet.pieces[place]
        if piece.bare_key in whole("party_heads") and not sheet.is_a(place, Component.TABLE):
            return piece.text
    number = _first(sheet, unit, Component.NUMBER)
    bare_head = _first(sheet, unit, Component.NATION) is None and not adapting(sheet, unit)
    return number.text if number and bare_head and parse_symbol(number.text).party else ""


def _legal(sheet: Sheet, unit: Span) -> str:
    """The line that shows a legal normative document, or an appendix to one."""
    named = _first(sheet, unit, Component.TYPE_NAME)
    known = type_named(named) if named else None
    if named and known and known.legal:
        return named.text
    for component in (Component.NUMBER, Component.ATTACHED_TO):
        piece = _first(sheet, unit, component)
        if piece and has_legal_symbol(piece.key):
            return piece.text
    return ""


def _copy(sheet: Sheet) -> str:
    marks = (
        piece
        for place, piece in enumerate(sheet.pieces)
        if piece.capitals and piece.bare_key in whole("copy_marks") and not sheet.is_a(place, Component.TABLE)
    )
    return next((piece.text for piece in marks), "")


def _is_document(sheet: Sheet, unit: Span) -> bool:
    """Whether a body issues it: its name, a number or recipients stand there; or an appendix to such."""
    found = {each.component for each in sheet.found[unit.first : unit.end] if each is not None}
    points = sum(weight for component, weight in WEIGHTS.items() if component in found)
    issued = found & ISSUED
    return bool(issued) and points >= FEWEST_POINTS


def _before_decree(sheet: Sheet, unit: Span) -> str:
    placed = _first(sheet, unit, Component.PLACE_DATE)
    found = date_of(placed) if placed else None
    if placed is None or found is None:
        return ""
    latest = _latest(*(found[part].strip() for part in ("day", "month", "year")))
    since = documents()[DECREE].since
    return placed.text if latest and since and latest < since else ""


def _latest(day: str, month: str, year: str) -> date | None:
    """The last day that figures can mean, of which day and month may be blank; None without a year."""
    if not re.fullmatch(r"\d{4}", year):
        return None
    for parts in ((month, day), (month, "28"), ("12", "31")):
        if all(re.fullmatch(r"\d{1,2}", part) for part in parts):
            try:
                return date(int(year), int(parts[0]), int(parts[1]))
            except ValueError:
                continue
    return None
