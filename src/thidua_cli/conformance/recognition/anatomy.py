"""Which line of a Word file is which component, and which kind of document it is."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Anatomy, Component, Recognised, Unit
from thidua_cli.conformance.recognition import kinds
from thidua_cli.conformance.recognition.furniture import around_pages, head_of_page
from thidua_cli.conformance.recognition.marking.body import mark_body
from thidua_cli.conformance.recognition.marking.closing import mark_closing
from thidua_cli.conformance.recognition.marking.head import mark_head
from thidua_cli.conformance.recognition.marking.opening import mark_opening
from thidua_cli.conformance.recognition.marking.title import mark_appendix, mark_title
from thidua_cli.conformance.recognition.pieces.cutting import pieces_of
from thidua_cli.conformance.recognition.pieces.joining import joined
from thidua_cli.conformance.recognition.sheet import Sheet, Span
from thidua_cli.conformance.recognition.tables import data_tables
from thidua_cli.conformance.recognition.units import units_of

if TYPE_CHECKING:
    from thidua_cli.conformance.model.lines import Place
    from thidua_cli.conformance.model.word_file import WordFile


def recognise(word: WordFile) -> Anatomy:
    """Every line with its component: first by its own words, then by its neighbours (Mục IV)."""
    header = head_of_page(word)
    pieces = [piece for line in (*header, *word.lines) for piece in pieces_of(line)]
    sheet = Sheet(pieces, data_tables(word, pieces))
    spans = units_of(sheet)
    for span in spans:
        _mark_unit(sheet, span)
    lines = joined(sheet, spans)
    units = _units(lines, spans)
    lines += around_pages(word, frozenset(map(id, header)))
    by_place: dict[Place, Recognised] = {}
    for each in lines:
        by_place.setdefault(each.line.place, each)
    judged = kinds.kind_of(word, sheet, spans[0])
    return Anatomy(
        lines=tuple(lines),
        kind=judged.kind,
        kind_reason=judged.reason,
        type=kinds.type_of(sheet, spans[0]),
        draft=kinds.is_draft(sheet, spans[0]),
        electronic="signed" in word.traits or _is_signed(lines),
        adapted=kinds.adapting(sheet, spans[0]),
        units=units,
        by_place=by_place,
    )


def _is_signed(lines: list[Recognised]) -> bool:
    return any(each.component is Component.DIGITAL_SIGNATURE for each in lines)


def _mark_unit(sheet: Sheet, span: Span) -> None:
    if span.kind == "bieu-mau":
        for place in list(sheet.open_in(span.first, span.end)):
            sheet.mark(place, Component.FORM_LINE)
        return
    if span.kind == "phu-luc":
        start = mark_appendix(sheet, span)
    else:
        start = mark_opening(sheet, span, mark_title(sheet, span, mark_head(sheet, span)))
    mark_closing(sheet, span, start)
    mark_body(sheet, span.first, span.end)


def _units(lines: list[Recognised], spans: list[Span]) -> tuple[Unit, ...]:
    counts = Counter(each.unit for each in lines)
    ends = [*accumulate(counts[number] for number in range(len(spans)))]
    return tuple(
        Unit(number, span.kind, end - counts[number], end)
        for number, (span, end) in enumerate(zip(spans, ends, strict=True))
    )
