"""The text of one file: how its bytes become characters, and where each character stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.lines import Lines
from thidua_cli.findings.span import Span
from thidua_cli.source.encodings import FOREIGN, UTF8_BOM, binary_kind, wide_encoding

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

EXCERPT = 60
MAX_BYTES = 4 * 1024 * 1024
MIN_GARBLED_WORDS = 2
_TELLTALE = re.compile(f"[{FOREIGN}Ãº]")


@dataclass(frozen=True)
class SourceText:
    """The characters of a file and its path as shown to people."""

    path: str
    text: str

    @cached_property
    def lines(self) -> Lines:
        """Where its lines begin and end."""
        return Lines(self.text, self.path)

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]`; offsets in code points, clamped to the text."""
        return self.lines.span(start, end)


def excerpt(text: str) -> str:
    """A short piece of the user's text for a message."""
    text = " ".join(text.split())
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1] + "…"


def read_source(path: Path, shown: str) -> tuple[SourceText | None, list[Finding]]:
    """The text of a file of at most `MAX_BYTES`, or a finding that says why it cannot be read."""
    try:
        mode = path.stat().st_mode
        if not (S_ISREG(mode) or S_ISDIR(mode)):  # a pipe or a device may never end
            return None, [Finding("TD001", Span(shown), {"path": shown}, "special")]
        with path.open("rb") as stream:
            return read_stream(stream, shown)
    except (OSError, ValueError) as error:
        return None, [Finding("TD001", Span(shown), {"path": shown}, _reason(error, path))]


def read_stream(stream: BinaryIO, shown: str) -> tuple[SourceText | None, list[Finding]]:
    """The text of an open stream, with the same bound; raises OSError where it cannot be read."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        limit = str(MAX_BYTES // 1024 // 1024)
        return None, [Finding("TD002", Span(shown), {"path": shown, "limit": limit})]
    return decode(data, shown)


def _reason(error: OSError | ValueError, path: Path) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "missing"
    if isinstance(error, IsADirectoryError):
        return "directory"
    if isinstance(error, PermissionError):
        # Windows refuses to open a folder with the same error as a locked file.
        return "directory" if path.is_dir() else "permission"
    return ""


def decode(data: bytes, path: str) -> tuple[SourceText | None, list[Finding]]:
    """UTF-8 bytes as text; any other encoding or kind of file is named in a finding."""
    if kind := binary_kind(data):
        return None, [Finding("TD003", Span(path), {"path": path}, kind)]
    if wide := wide_encoding(data):
        return None, [Finding("TD004", Span(path), {}, wide[: len("utf-16")])]
    has_bom = data.startswith(UTF8_BOM)
    body = data[len(UTF8_BOM) :] if has_bom else data
    try:
        source = SourceText(path, body.decode("utf-8"))
    except UnicodeDecodeError as error:
        return None, [_not_utf8(body, error.start, path)]
    findings = [Finding("TD005", Span(path))] if has_bom else []
    return source, findings + _garbled(source)


def _not_utf8(data: bytes, at: int, path: str) -> Finding:
    from thidua_cli.source.legacy import legacy_encoding

    place = SourceText(path, data[:at].decode("utf-8")).span(at, at)
    span = Span(path, place.end_line, place.end_column, place.end_line, place.end_column + 1)
    name, reading = legacy_encoding(data)
    return Finding("TD004", span, {"byte": f"0x{data[at]:02X}", "reading": reading}, name)


def _garbled(source: SourceText) -> list[Finding]:
    if not _TELLTALE.search(source.text):
        return []
    from thidua_cli.source.legacy import garbled_words

    words = garbled_words(source.text)
    if len({word.found for word in words}) < MIN_GARBLED_WORDS:
        return []
    first = words[0]
    span = source.span(first.start, first.start + len(first.found))
    values = {"found": first.found, "reading": first.reading, "count": str(len(words))}
    return [Finding("TD006", span, values, first.encoding)]
