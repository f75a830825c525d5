"""Records as a reader delivers them, and their layout: title lines, header, ragged and empty rows."""

from __future__ import annotations

import re
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span
from thidua_cli.tables.refusal import refused
from thidua_cli.tables.table import CellValue, Origin, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua_cli.tables.collected import FindingLog

# The bounds of a sheet that people can still open; beyond them a file is not a table of units.
MOST_ROWS = 1_048_576
MOST_COLUMNS = 1_000
# A title, an office, a blank line … stand above the header of a printed table, never more than this.
HEADER_WITHIN = 20
_NUMBERED = re.compile(r"\([0-9]{1,2}\)(?: ?[=+/:x*-].{0,40})?").fullmatch


class Record(NamedTuple):
    """One record: its row as a sheet counts, its first line, its cells without regard to the header."""

    number: int
    line: int
    values: list[CellValue]


def lay_out(records: Iterable[Record], origin: Origin, findings: FindingLog) -> Iterator[Row]:
    """The header as the first row, then the rows, each as wide as the header; raises TableError."""
    stream = _bounded(records, origin)
    opening = list(islice(stream, HEADER_WITHIN))
    at = _header_index(opening, origin)
    header = opening[at]
    _check_header(opening[:at], header, origin, findings)
    below = chain(opening[at + 1 :], stream)
    second = next(below, None)
    if second and (joined := _second_line(header.values, second.values)):
        place = origin.span(second.number, 0, second.line)
        findings.add(Finding("TD562", place, {"row": str(header.number), "next": str(second.number)}))
        header, second = Record(second.number, second.line, joined), next(below, None)
    if second and _numbers_columns(second.values):
        place = origin.span(second.number, 0, second.line)
        findings.add(Finding("TD572", place, {"row": str(second.number)}))
        second = None
    width = len(header.values)
    yield Row(header.number, header.line, tuple(header.values), origin)
    gap: Record | None = None
    for record in chain((second,) if second else (), below):
        values = record.values
        if not any(values):
            gap = gap or record
            continue
        if gap:
            findings.add(Finding("TD508", origin.span(gap.number, 0, gap.line), {"row": str(gap.number)}))
            gap = None
        if len(values) != width and not _fit(record, width, origin, findings):
            continue
        yield Row(record.number, record.line, tuple(values), origin)


def _bounded(records: Iterable[Record], origin: Origin) -> Iterator[Record]:
    for record in records:
        values = record.values
        while values and not values[-1]:
            values.pop()
        if len(values) > MOST_COLUMNS:
            place = origin.span(record.number, MOST_COLUMNS, record.line)
            raise refused("TD504", "columns", place, limit=str(MOST_COLUMNS))
        if record.number > MOST_ROWS:
            raise refused("TD504", "rows", origin.span(record.number, 0, record.line), limit=str(MOST_ROWS))
        yield record


def _header_index(opening: list[Record], origin: Origin) -> int:
    """The first record with two filled cells; in a table of one column the first that is filled."""
    filled = [sum(1 for value in record.values if value) for record in opening]
    for least in (2, 1):
        for index, count in enumerate(filled):
            if count >= least:
                return index
    raise refused("TD510", "empty", Span(origin.path))


def _check_header(above: list[Record], header: Record, origin: Origin, findings: FindingLog) -> None:
    titles = [_text(value) for record in above for value in record.values if value]
    if titles:
        place = origin.span(header.number, 0, header.line)
        findings.add(Finding("TD509", place, {"row": str(header.number), "title": titles[0]}))
    named = [value for value in header.values if value]
    if not any(_is_heading(value) for value in named):
        place = origin.span(header.number, 0, header.line)
        raise refused("TD510", "numbers", place, row=str(header.number))


def _second_line(above: list[CellValue], below: list[CellValue]) -> list[CellValue] | None:
    """The header that two lines make together; None where the second line is a row like any other.

    Merged headings span the columns that the line below tells apart, and a heading that stands over one
    column alone has nothing below it: `Đơn vị | Giải ngân |` over ` | Tự chấm | Thẩm định`.
    """
    if below[next(at for at, value in enumerate(above) if value) :][:1] != [""]:
        return None
    joined: list[CellValue] = []
    over: CellValue = ""
    spans = False
    for heading, under in zip_longest(above, below, fillvalue=""):
        if heading:
            over = heading if under else ""
        elif under:
            spans = True
        if under and not (over and _is_heading(under)):
            return None
        joined.append(f"{_text(over)} – {_text(under)}" if under else heading)
    return joined if spans else None


def _numbers_columns(values: list[CellValue]) -> bool:
    """Whether a row numbers the columns above it: `(1) | (2) | (3) = (1) + (2)`, or `A | B | 1 | 2`."""
    texts = [_text(value) for value in values if value]
    if len(texts) > 1 and all(map(_NUMBERED, texts)):
        return True
    digits = [str(number) for number in range(1, len(texts) - 1)]
    return len(texts) > 2 and texts == ["A", "B", *digits]


def _is_heading(value: CellValue) -> bool:
    return isinstance(value, str) and any(map(str.isalpha, value))


def _fit(record: Record, width: int, origin: Origin, findings: FindingLog) -> bool:
    """Fill a short record up; a record longer than the header has shifted cells and cannot be used."""
    values = record.values
    if len(values) < width:
        # Programs leave trailing empty cells out; only what is then missing is worth a word, and
        # scoring gives it at the cell.
        values.extend([""] * (width - len(values)))
        return True
    found = {"row": str(record.number), "width": str(width), "found": str(len(values))}
    place = origin.span(record.number, width, record.line)
    findings.add(Finding("TD507", place, {**found, "text": _text(values[width])}, "", Severity.ERROR))
    return False


def _text(value: CellValue) -> str:
    return value if isinstance(value, str) else value.text
