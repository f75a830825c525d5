"""Marks of what stands in the locked cells of a form, so that a value typed over one is noticed."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from thidua_cli.vietnamese.text import nfc

# Cells to fill in, cells that compute, empty ones; a text has the opening of its digest.
OPEN, COMPUTED, EMPTY = "o", "=", "-"
DIGITS = 8


@lru_cache(maxsize=1 << 14)
def mark_of(text: str) -> str:
    """The mark of a text; spaces and line breaks, which programs rewrite, make no difference."""
    said = " ".join(nfc(text).split())
    return sha256(said.encode("utf-8", "replace")).hexdigest()[:DIGITS] if said else EMPTY
