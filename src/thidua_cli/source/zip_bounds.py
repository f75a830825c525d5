"""Which packages (.xlsx, .docx) may be unpacked: told by their directory, before anything is."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from zipfile import ZipFile

MOST_ENTRIES = 5_000
MOST_BYTES = 512 << 20
# Repeated values and markup pack about 50 : 1; a bomb a thousand and more.
MOST_RATIO = 200
SMALL = 16 << 20
ENCRYPTED = 1
# What unpacking raises on archives that strangers made: besides the two of its own, what its fields hold.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    NotImplementedError,
    RuntimeError,
)


class Refusal(NamedTuple):
    """Why a package may not be unpacked; `values` has its `size` in MB and its number of `entries`."""

    kind: Literal["bomb", "encrypted"]
    values: dict[str, str]


def refusal_of(archive: ZipFile) -> Refusal | None:
    """Why the package may not be unpacked; None for one that may."""
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    values = {"size": str(total >> 20), "entries": str(len(entries))}
    inflated = total > SMALL and total > MOST_RATIO * packed
    if inflated or total > MOST_BYTES or len(entries) > MOST_ENTRIES:
        return Refusal("bomb", values)
    return Refusal("encrypted", values) if any(entry.flag_bits & ENCRYPTED for entry in entries) else None
