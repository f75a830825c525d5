"""What a file is by its first bytes, so that people learn what to save it as."""

from __future__ import annotations

from stat import S_ISDIR, S_ISREG
from typing import IO, TYPE_CHECKING

from thidua_cli.conformance.reading.package.refusal import WordFileError
from thidua_cli.source.encodings import OLE, ZIP, binary_kind

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = 8192
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
# The directory of an OLE file may lie anywhere in it; old Word files are far smaller than this.
_OLE_SEARCHED = 64 << 20
_KINDS = {"pdf": "pdf", "rtf": "rtf", "image": "picture", "archive": "archive"}
_EMPTY_ZIP = b"PK\x05\x06"
_MARKUP = (b"<?xml", b"<html", b"<!doctype", b"<w:")
_VARIANTS = {FileNotFoundError: "missing", IsADirectoryError: "folder", PermissionError: "denied"}


def require_file(path: Path) -> None:
    """Raise WordFileError for what is no regular file: a pipe or a device may never end."""
    mode = path.stat().st_mode
    if not S_ISREG(mode):
        raise WordFileError("TD700", "folder" if S_ISDIR(mode) else "special")


def unopened(error: OSError) -> WordFileError:
    """Why a file cannot be opened."""
    return WordFileError("TD700", _VARIANTS.get(type(error), ""))


def require_package(stream: IO[bytes]) -> None:
    """Raise WordFileError, naming what it is, for what is no package of parts; leaves it at its start."""
    head = stream.read(_HEAD)
    stream.seek(0)
    if not head.startswith((ZIP, _EMPTY_ZIP)):
        raise WordFileError("TD701", _kind(head, stream))


def _kind(head: bytes, stream: IO[bytes]) -> str:
    if not head:
        return "empty"
    if head.startswith(OLE):
        searched = stream.read(_OLE_SEARCHED)
        if _ENCRYPTED in searched:
            return "encrypted"
        return "old_word" if _OLD_WORD in searched else "old_office"
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")[:64].lower()
    if start.startswith(_MARKUP):
        return "markup"
    return _KINDS.get(binary_kind(head), "default")
