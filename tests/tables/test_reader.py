"""The content of a file decides what it is."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.tables.reader import read_table
from thidua_cli.tables.table import Table

Read = Callable[..., tuple[Table | None, list[Finding]]]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "variant"),
    [
        (OLE + b"\0" * 100, "old_excel"),
        (OLE + b"\0" * 100 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"{\\rtf1 x}", "word"),
        (b"\n<html><table>", "html"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "html"),
        (b"PK\x03\x04 cut off", "damaged"),
        (zipped("word/document.xml"), "not_workbook"),
    ],
)
@pytest.mark.parametrize("name", ["u.xlsx", "u.csv", "u.xls"])
def test_what_is_no_table_is_named(read: Read, data: bytes, variant: str, name: str) -> None:
    table, findings = read(data, name)
    assert table is None
    assert [(item.code, item.variant) for item in findings] == [("TD502", variant)]


def test_text_under_the_extension_of_a_workbook_is_read_with_a_warning(read: Read) -> None:
    table, findings = read("don_vi;a\nSở A;1\n", "u.xlsx")
    assert table is not None
    assert [(item.code, item.variant, item.severity) for item in findings] == [
        ("TD503", "text", Severity.WARNING)
    ]


def test_a_text_file_has_no_sheets(read: Read) -> None:
    table, findings = read("don_vi;a\nSở A;1\n", sheet="Quý I")
    assert table is None
    assert [(item.code, item.variant) for item in findings] == [("TD511", "no_sheets")]


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    assert [item.variant for item in read_table(tmp_path / "no.csv", "no.csv")[1]] == ["missing"]
    assert [item.variant for item in read_table(tmp_path, "folder")[1]] == ["folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_or_a_device_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "pipe.csv", Path(os.devnull)):
        table, (finding,) = read_table(path, "p")
        assert table is None
        assert (finding.code, finding.variant) == ("TD501", "special")
