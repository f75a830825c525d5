"""Encodings of text tables."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.tables.encoding import CHUNK, MOST_BYTES
from thidua_cli.tables.reader import read_table
from thidua_cli.tables.table import Table

Read = Callable[..., tuple[Table | None, list[Finding]]]
TEXT = "đơn vị;điểm\nSở Giao thông vận tải;12,5\nSở Xây dựng;9\n"
# As Windows-1258 keeps it: the vowel, then its tone.
LEGACY = "đơn vi\u0323;điê\u0309m\nSơ\u0309 Giao thông vâ\u0323n ta\u0309i;12,5\n".encode("cp1258")


@pytest.mark.parametrize(
    ("data", "variant", "severity"),
    [
        (TEXT.encode(), None, None),
        (TEXT.encode("utf-8-sig"), None, None),
        (TEXT.encode("utf-16"), "utf16", Severity.INFO),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf16", Severity.INFO),
        (TEXT.encode("utf-16-le"), "utf16", Severity.INFO),
        (TEXT.encode("utf-16-be"), "utf16", Severity.INFO),
        (LEGACY, "cp1258", Severity.WARNING),
    ],
)
def test_readable_encodings_give_the_same_table(
    read: Read, data: bytes, variant: str | None, severity: Severity | None
) -> None:
    table, findings = read(data)
    assert table is not None
    assert [cell.text for cell in table.header] == ["đơn vị", "điểm"]
    assert table.rows[0].cell(0).text == "Sở Giao thông vận tải"
    assert [(item.code, item.variant, item.severity) for item in findings] == (
        [] if variant is None else [("TD505", variant, severity)]
    )


@pytest.mark.parametrize(
    ("data", "variant", "line"),
    [
        (TEXT.encode("utf-32"), "utf32", 1),
        (b"don_vi;a\nS" + b"\xeb" + " C\xabng Th\xadng;1\n".encode("latin-1"), "unknown", 2),
        ("don_vi;a\nÑôn vò;1\n".encode("latin-1"), "unknown", 2),
        (b"\xff\xfea\x00;\x00b\x00\n\x00\x00\xd8;\x00", "damaged", 2),
    ],
)
def test_unreadable_encodings_are_refused_with_the_line(
    read: Read, data: bytes, variant: str, line: int
) -> None:
    table, findings = read(data)
    assert table is None
    assert [(item.code, item.variant, item.span.line) for item in findings] == [("TD505", variant, line)]


def test_a_bad_byte_far_into_the_file_is_found(read: Read) -> None:
    rows = "Sở A;1\n".encode() * (CHUNK // 8 + 10)
    table, findings = read(b"don_vi;a\n" + rows + b"\x81\x8d;1\n")
    assert table is None
    assert findings[0].span.line == rows.count(b"\n") + 2


def test_a_character_over_the_edge_of_a_chunk_is_whole(read: Read) -> None:
    row = "x" * 1018 + "ở;1\n"
    table, findings = read("don_vi;a\n" + row * (CHUNK // 1024 + 1))
    assert len(row.encode()) == 1024
    assert table is not None
    assert findings == []


def test_a_file_of_nothing_is_refused_at_its_first_chunk(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_bytes(b"don_vi;a\n")
    os.truncate(path, MOST_BYTES)
    table, findings = read_table(path, "units.csv")
    assert table is None
    assert [(item.code, item.variant, item.span.line) for item in findings] == [("TD506", "nul", 2)]
    os.truncate(path, MOST_BYTES + 1)
    assert [(item.code, item.variant) for item in read_table(path, "units.csv")[1]] == [("TD504", "bytes")]
