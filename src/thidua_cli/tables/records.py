"""Records as a reader delivers them, and their layout: title lines, header, ragged and empty rows."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span
from thidua_cli.tables.refusal import refused
from thidua_cli.tables.table import CellValue, Origin, Row, StoredNumber

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua_cli.tables.collected import FindingLog

# The bounds of a sheet that people can still open; beyond them a file is not a table of units.
MOST_ROWS = 1_048_576
MOST_COLUMNS = 1_000
# A title, an office, a blank line … stand above the header of a printed table, never more than this.
HEADER_WITHIN = 20


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
    width = len(header.values)
    yield Row(header.number, header.line, tuple(header.values), origin)
    gap: Record | None = None
    for record in chain(opening[at + 1 :], stream):
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
    if all(isinstance(value, StoredNumber) or not any(map(str.isalpha, value)) for value in named):
        place = origin.span(header.number, 0, header.line)
        raise refused("TD510", "numbers", place, row=str(header.number))


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
