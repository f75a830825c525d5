"""CSV as Excel and programs write it: records with their rows and lines, read in one pass."""

from __future__ import annotations

import csv
import re
from itertools import chain, islice
from typing import TYPE_CHECKING
from unicodedata import normalize

from thidua_cli.findings.finding import Finding
from thidua_cli.source.characters import invisible_finding, invisible_in
from thidua_cli.source.folding import clean
from thidua_cli.tables.records import HEADER_WITHIN, Record
from thidua_cli.tables.refusal import refused
from thidua_cli.tables.table import FORMULA_ERRORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import TextIOWrapper
    from pathlib import Path

    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import CellValue, Origin

LONGEST_LINE = 1 << 20
MOST_SHARED = 1 << 16
# In the order of preference where a line holds as many of each.
SEPARATORS = (";", "\t", ",")
_QUOTED = re.compile(r'"[^"]*"')
_DIRECTIVE = re.compile(r"sep=([;,\t|])\r?\n?", re.IGNORECASE)
_MARKS = frozenset("=+-@#")
_NUMERIC = re.compile(r"[+-]?[\d.,\s]*%?")
_PROBLEMS = {
    "unexpected end of data": "unterminated",
    "expected after": "after_quote",
    "field larger than": "huge",
}


class Cleaned(dict[str, str]):
    """Cells composed and stripped; those that say the same are one object, quick to find again.

    A cell with invisible characters is cleaned of them each time it comes, and `marred` then says so.
    """

    marred = False

    def __missing__(self, cell: str) -> str:
        text = normalize("NFC", cell.strip())
        if found := invisible_in(text):
            self.marred = True
            return clean(found.string).strip()
        # A file of ever new cells must not fill the memory of who reads it row by row.
        if len(self) < MOST_SHARED:
            self[cell] = text
        return text


def csv_records(path: Path, codec: str, origin: Origin, findings: FindingLog) -> Iterator[Record]:
    """Every record of a CSV file; raises TableError, OSError."""
    with path.open(encoding=codec, newline="") as stream:
        lines = _lines(stream, origin)
        opening = list(islice(lines, HEADER_WITHIN))
        directive = _DIRECTIVE.fullmatch(opening[0]) if opening else None
        separator = directive[1] if directive else sniff(opening)
        skipped = 1 if directive else 0
        yield from _parse(chain(opening[skipped:], lines), separator, skipped, origin, findings)


def sniff(lines: Iterable[str]) -> str:
    """The separator: what the header line holds most of, outside quotes; a comma where nothing tells."""
    counts = [[_QUOTED.sub("", line).count(mark) for mark in SEPARATORS] for line in lines]
    for least in (2, 1):
        for line in counts:
            if max(line) >= least:
                return SEPARATORS[line.index(max(line))]
    return ","


def _lines(stream: TextIOWrapper, origin: Origin) -> Iterator[str]:
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise refused("TD506", "huge", origin.span(number, 0, number), line=str(number))
        yield line


def _parse(
    lines: Iterator[str], separator: str, skipped: int, origin: Origin, findings: FindingLog
) -> Iterator[Record]:
    reader = csv.reader(lines, delimiter=separator, strict=True)
    number, line = skipped, skipped + 1
    cleaned = Cleaned()
    try:
        for cells in reader:
            number += 1
            values: list[CellValue] = [cleaned[cell] for cell in cells]
            if cleaned.marred:
                _flag_invisible(cells, number, line, origin, findings)
                cleaned.marred = False
            yield Record(number, line, values)
            _flag_formulas(cells, number, line, origin, findings)
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        variant = next((name for words, name in _PROBLEMS.items() if words in str(error)), "malformed")
        raise refused("TD506", variant, origin.span(number + 1, 0, line), line=str(line)) from None


def _flag_invisible(cells: list[str], number: int, line: int, origin: Origin, findings: FindingLog) -> None:
    """Characters that nobody sees, which make a name read or print otherwise than it looks."""
    for column, cell in enumerate(cells):
        if found := invisible_in(cell.strip()):
            findings.add(invisible_finding(found, origin.span(number, column, line)))


def _flag_formulas(cells: list[str], number: int, line: int, origin: Origin, findings: FindingLog) -> None:
    """Text that a sheet would run as a formula, and what is left of a formula that failed."""
    for column, cell in enumerate(cells):
        if cell[:1] not in _MARKS or len(cell) == 1 or _NUMERIC.fullmatch(cell):
            continue
        place = origin.span(number, column, line)
        if cell in FORMULA_ERRORS:
            findings.add(Finding("TD513", place, {"text": cell}))
        elif not cell.startswith("#"):
            findings.add(Finding("TD512", place, {"text": cell}))
