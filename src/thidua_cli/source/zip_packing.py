"""Packages (.docx, .xlsx) whose bytes depend on their content alone, not on the day or the system."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
UNIX = 3
READABLE = 0o644 << 16
LEVEL = 6


class Entry(NamedTuple):
    """A part of a package; what is said of the file beside its content is the same for all, unless given."""

    name: str
    content: bytes
    time: tuple[int, int, int, int, int, int] = FIRST_DAY
    attributes: int = READABLE
    system: int = UNIX
    compressed: bool = True


def packed(entries: Iterable[Entry]) -> bytes:
    """The package, its entries in the order given."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for entry in entries:
            info = zipfile.ZipInfo(entry.name, entry.time)
            info.create_system = entry.system
            info.external_attr = entry.attributes
            method = zipfile.ZIP_DEFLATED if entry.compressed else zipfile.ZIP_STORED
            package.writestr(info, entry.content, method, LEVEL)
    return stream.getvalue()
