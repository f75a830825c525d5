from __future__ import annotations

import io
import sys
import zipfile
from typing import Any

from thidua_cli.source.zip_packing import Entry, packed


def test_equal_parts_give_equal_bytes_on_every_system(monkeypatch: Any) -> None:
    entries = [Entry("b.xml", b"<b/>" * 50), Entry("a/a.xml", b"<a/>")]
    here = packed(entries)
    monkeypatch.setattr(sys, "platform", "win32")
    assert packed(entries) == here


def test_what_is_said_of_each_part() -> None:
    entries = [
        Entry("b.xml", b"<b/>" * 50),
        Entry("a.xml", b"<a/>" * 50, (2020, 3, 5, 1, 2, 4), 0o600 << 16, 0, compressed=False),
    ]
    with zipfile.ZipFile(io.BytesIO(packed(entries))) as package:
        assert package.testzip() is None
        told = [
            (each.filename, each.date_time, each.external_attr >> 16, each.create_system, each.compress_type)
            for each in package.infolist()
        ]
        assert [package.read(each.name) for each in entries] == [each.content for each in entries]
    assert told == [
        ("b.xml", (1980, 1, 1, 0, 0, 0), 0o644, 3, zipfile.ZIP_DEFLATED),
        ("a.xml", (2020, 3, 5, 1, 2, 4), 0o600, 0, zipfile.ZIP_STORED),
    ]
