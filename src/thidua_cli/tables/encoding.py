"""Which encoding a text table is written in: found from the bytes alone, the same on every machine."""

from __future__ import annotations

import codecs
import unicodedata
from itertools import product
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span
from thidua_cli.source.encodings import wide_encoding
from thidua_cli.tables.refusal import refused
from thidua_cli.tables.table import Origin

if TYPE_CHECKING:
    from pathlib import Path

CHUNK = 1 << 20
SAMPLE = 4096
MOST_BYTES = 1 << 30  # many times the rows of a sheet
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LOWER = {unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product("aăâeêioôơuưy", _TONES)} | {
    "đ"
}
VIETNAMESE = frozenset(_LOWER | {letter.upper() for letter in _LOWER} | set("–—‘’“”…•°₫×\u00a0"))


def detect(path: Path, shown: str) -> tuple[str, list[Finding]]:
    """The codec of a text table, with a finding where it is not UTF-8; raises TableError, OSError.

    A file that is too large, or has NUL characters, is refused before the rest of it is read.
    """
    if path.stat().st_size > MOST_BYTES:
        raise refused("TD504", "bytes", Span(shown), limit=str(MOST_BYTES >> 20))
    with path.open("rb") as stream:
        head = stream.read(SAMPLE)
    wide = wide_encoding(head)
    if wide == "utf-32":
        raise refused("TD505", "utf32", Span(shown))
    if wide:
        line = _first_bad_line(path, wide, shown)
        if line:
            place = Span(shown, line, 1, line, 1)
            raise refused("TD505", "damaged", place, encoding="UTF-16", line=str(line))
        return wide, [Finding("TD505", Span(shown), {}, "utf16", Severity.INFO)]
    line = _first_bad_line(path, "utf-8", shown)
    if not line:
        return "utf-8-sig", []
    if _is_windows_1258(path):
        return "cp1258", [Finding("TD505", Span(shown, line, 1, line, 1), {}, "cp1258", Severity.WARNING)]
    raise refused("TD505", "unknown", Span(shown, line, 1, line, 1), line=str(line))


def _first_bad_line(path: Path, codec: str, shown: str) -> int:
    """The line of the first byte that the codec cannot read; 0 where it reads them all; refuses NUL."""
    decoder = codecs.getincrementaldecoder(codec)()
    lines = 1
    with path.open("rb") as stream:
        while True:
            chunk = stream.read(CHUNK)
            pending = decoder.getstate()[0]
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                return lines + (pending + chunk)[: error.start].count(b"\n")
            if "\0" in text:
                line = lines + text[: text.index("\0")].count("\n")
                raise refused("TD506", "nul", Origin(shown).span(line, 0, line), line=str(line))
            lines += text.count("\n")
            if not chunk:
                return 0


def _is_windows_1258(path: Path) -> bool:
    """Read as Windows-1258, does every mark belong to Vietnamese? TCVN3 and VNI fail at once."""
    try:
        with path.open(encoding="cp1258", newline="") as stream:
            while line := stream.readline(CHUNK):
                composed = unicodedata.normalize("NFC", line)
                if any(not char.isascii() and char not in VIETNAMESE for char in composed):
                    return False
    except UnicodeDecodeError:
        return False
    return True
