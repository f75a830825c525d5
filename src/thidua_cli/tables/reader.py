"""Reading a table from a file: the content decides the format, never the extension alone."""

from __future__ import annotations

from dataclasses import dataclass
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span
from thidua_cli.source.encodings import OLE, ZIP, binary_kind
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.csv_reader import csv_records
from thidua_cli.tables.encoding import detect
from thidua_cli.tables.records import Record, lay_out
from thidua_cli.tables.refusal import TableError, refused, unreadable
from thidua_cli.tables.table import Origin, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What a file really is, where people take it for a table; a workbook and text are read.
_NO_TABLE = {"pdf": "pdf", "image": "picture", "rtf": "word"}
_TEXT_SUFFIXES = frozenset({".csv", ".txt", ".tsv"})
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 1 << 16
_OLE_SEARCHED = 64 << 20


@dataclass(slots=True)
class RowStream:
    """The rows of a table one by one, below its header; none is kept. To be gone through once.

    `findings` grow as the rows flow. `whole` turns true at the last row: a table that is refused half-way
    ends early, with its finding, and stays false.
    """

    header: Row
    rows: Iterator[Row]
    findings: FindingLog
    shown: str
    whole: bool = False

    def __iter__(self) -> Iterator[Row]:
        try:
            yield from self.rows
        except TableError as refusal:
            self.findings.add(refusal.finding)
        except OSError as error:
            self.findings.add(unreadable(error, self.shown))
        else:
            self.whole = True


def stream_rows(path: Path, shown: str, findings: FindingLog, sheet: str | None = None) -> RowStream | None:
    """A CSV or XLSX file row by row, in flat memory; None where there is no table to begin with.

    `shown` names the file in findings; `sheet` chooses a worksheet, else the first visible one is used.
    """
    try:
        rows = _open(path, shown, sheet, findings)
        return RowStream(next(rows), rows, findings, shown)
    except TableError as refusal:
        findings.add(refusal.finding)
    except OSError as error:
        findings.add(unreadable(error, shown))
    return None


def read_table(path: Path, shown: str, sheet: str | None = None) -> tuple[Table | None, list[Finding]]:
    """A CSV or XLSX file as a table; None where it cannot be read without guessing.

    `shown` and `sheet` as in `stream_rows`.
    """
    findings = FindingLog()
    stream = stream_rows(path, shown, findings, sheet)
    return whole_table(stream) if stream else (None, findings.close())


def whole_table(stream: RowStream) -> tuple[Table | None, list[Finding]]:
    """All rows of a stream at once; None where it broke off."""
    rows = tuple(stream)
    header = stream.header
    table = Table(header.origin, tuple(header.cells()), rows) if stream.whole else None
    return table, stream.findings.close()


def _open(path: Path, shown: str, sheet: str | None, findings: FindingLog) -> Iterator[Row]:
    from thidua_cli.tables.workbook import workbook_records

    mode = path.stat().st_mode
    if not (S_ISREG(mode) or S_ISDIR(mode)):  # a pipe or a device may never end
        raise refused("TD501", "special", Span(shown))
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    text_expected = path.suffix.lower() in _TEXT_SUFFIXES
    if head.startswith(ZIP):
        origin, records = workbook_records(path, shown, sheet, findings)
        if text_expected:
            findings.add(Finding("TD503", Span(shown), {"suffix": path.suffix}, "", Severity.WARNING))
        return lay_out(records, origin, findings)
    _refuse_foreign(path, head, shown)
    if sheet is not None:
        raise refused("TD511", "no_sheets", Span(shown), wanted=sheet)
    if not text_expected:
        findings.add(Finding("TD503", Span(shown), {"suffix": path.suffix}, "text", Severity.WARNING))
    return _open_text(path, shown, findings)


def _open_text(path: Path, shown: str, findings: FindingLog) -> Iterator[Row]:
    codec, notes = detect(path, shown)
    findings.items.extend(notes)
    origin = Origin(shown)
    records: Iterator[Record] = csv_records(path, codec, origin, findings)
    return lay_out(records, origin, findings)


def _refuse_foreign(path: Path, head: bytes, shown: str) -> None:
    """Refuse what is no table, by name, so that the person knows what to save it as."""
    if head.startswith(OLE):
        with path.open("rb") as stream:
            encrypted = _ENCRYPTED in stream.read(_OLE_SEARCHED)
        raise refused("TD502", "encrypted" if encrypted else "old_excel", Span(shown))
    if kind := _NO_TABLE.get(binary_kind(head)):
        raise refused("TD502", kind, Span(shown))
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")[:64].lower()
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<?xml")):
        raise refused("TD502", "html", Span(shown))
