"""Packages are judged by their directory, before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from thidua_cli.source.zip_bounds import MOST_ENTRIES, refusal_of


def opened(*contents: bytes, flag: int = 0) -> zipfile.ZipFile:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, content in enumerate(contents):
            archive.writestr(f"{number}.xml", content)
    archive = zipfile.ZipFile(stream)
    for entry in archive.infolist():
        entry.flag_bits |= flag
    return archive


@pytest.mark.parametrize(
    ("archive", "kind"),
    [
        (opened(b"a" * 1000, b"b"), None),
        (opened(b"a" * (15 << 20)), None),  # small enough to unpack whatever it is
        (opened(b"a" * (17 << 20)), "bomb"),
        (opened(*[b""] * (MOST_ENTRIES + 1)), "bomb"),
        (opened(b"a", flag=1), "encrypted"),
    ],
)
def test_refusals(archive: zipfile.ZipFile, kind: str | None) -> None:
    refusal = refusal_of(archive)
    assert (refusal.kind if refusal else None) == kind


def test_a_refusal_tells_how_large_it_is() -> None:
    refusal = refusal_of(opened(b"a" * (17 << 20), b""))
    assert refusal is not None
    assert refusal.values == {"size": "17", "entries": "2"}
