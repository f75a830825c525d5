"""A Word file as it is, with its effective formatting; the file itself is never changed."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING

from thidua_cli.conformance.reading.document import read_document
from thidua_cli.conformance.reading.package.archive import Archive
from thidua_cli.conformance.reading.package.opening import require_file, require_package, unopened
from thidua_cli.conformance.reading.package.refusal import PartError, WordFileError
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from thidua_cli.conformance.model.word_file import WordFile
    from thidua_cli.document.ooxml.elements import Element

_REFUSALS = {"large": "TD702"}
# Why a part was not read, where its words say it; any other is damage.
_TOLD = frozenset({"large", "deep", "embedded", "missing", "lacking"})


def read_word_file(path: Path, shown: str) -> tuple[WordFile | None, list[Finding]]:
    """Read a .docx file; `shown` names it in findings. None where it cannot be judged, with the reason."""
    try:
        require_file(path)
        with path.open("rb") as stream:
            return _read(stream, shown)
    except OSError as error:
        return None, [unopened(error).finding(shown)]
    except WordFileError as refusal:
        return None, [refusal.finding(shown)]


def word_file_of(data: bytes, shown: str) -> tuple[WordFile | None, list[Finding]]:
    """The same for the bytes of a file."""
    try:
        return _read(io.BytesIO(data), shown)
    except WordFileError as refusal:
        return None, [refusal.finding(shown)]


def read_with_parts(data: bytes, shown: str) -> tuple[WordFile, Mapping[str, Element]]:
    """A file that can be read, with the roots of its parts by their names in lower case.

    The lines of the file hold elements of these parts. Raises WordFileError.
    """
    archive = _opened(io.BytesIO(data))
    return _document(archive, shown)[0], archive.trees


def _read(stream: IO[bytes], shown: str) -> tuple[WordFile, list[Finding]]:
    archive = _opened(stream)
    word, embedded = _document(archive, shown)
    unread = [
        *archive.unread.items(),
        *((part, "embedded") for part in embedded),
        *((part, "lacking") for part in archive.lacking),
    ]
    findings = [
        Finding("TD703", Span(shown, 0), {"part": part}, variant if variant in _TOLD else "")
        for part, variant in unread
    ]
    return word, findings


def _opened(stream: IO[bytes]) -> Archive:
    require_package(stream)
    return Archive(stream)


def _document(archive: Archive, shown: str) -> tuple[WordFile, list[str]]:
    try:
        return read_document(archive, shown)
    except PartError as error:
        raise WordFileError(_REFUSALS.get(error.variant, "TD701"), error.variant) from None
