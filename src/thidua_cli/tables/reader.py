"""Reading a table from a file: the content decides the format, never the extension alone."""

from __future__ import annotations

from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span
from thidua_cli.source.encodings import OLE, ZIP, binary_kind
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.csv_reader import csv_records
from thidua_cli.tables.encoding import detect
from thidua_cli.tables.records import Record, lay_out
from thidua_cli.tables.refusal import TableError, refused
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


def read_table(path: Path, shown: str, sheet: str | None = None) -> tuple[Table | None, list[Finding]]:
    """A CSV or XLSX file as a table; None where it cannot be read without guessing.

    `shown` names the file in findings; `sheet` chooses a worksheet, else the first visible one is used.
    """
    findings = FindingLog()
    try:
        origin, rows = _open(path, shown, sheet, findings)
        header = next(rows)
        table = Table(origin, tuple(header.cells()), tuple(rows))
    except TableError as refusal:
        return None, [*findings.close(), refusal.finding]
    except OSError as error:
        return None, [*findings.close(), _unreadable(error, shown)]
    return table, findings.close()


def _open(path: Path, shown: str, sheet: str | None, findings: FindingLog) -> tuple[Origin, Iterator[Row]]:
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
        return origin, lay_out(records, origin, findings)
    _refuse_foreign(path, head, shown)
    if sheet is not None:
        raise refused("TD511", "no_sheets", Span(shown), wanted=sheet)
    if not text_expected:
        findings.add(Finding("TD503", Span(shown), {"suffix": path.suffix}, "text", Severity.WARNING))
    return _open_text(path, shown, findings)


def _open_text(path: Path, shown: str, findings: FindingLog) -> tuple[Origin, Iterator[Row]]:
    codec, notes = detect(path, shown)
    findings.items.extend(notes)
    origin = Origin(shown)
    records: Iterator[Record] = csv_records(path, codec, origin, findings)
    return origin, lay_out(records, origin, findings)


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


def _unreadable(error: OSError, shown: str) -> Finding:
    variants = {FileNotFoundError: "missing", IsADirectoryError: "folder", PermissionError: "denied"}
    return Finding("TD501", Span(shown), {}, variants.get(type(error), ""))
