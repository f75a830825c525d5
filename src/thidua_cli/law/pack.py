"""The compiled national pack, read once, and the grades of trust in it."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPILED = Path(__file__).with_name("packs") / "national.json"
# A local number: the repository of its pack vouches for it, by the document that it names.
LOCAL_GRADE = "L"
VERIFIED_GRADES = frozenset(("A", "B", LOCAL_GRADE))


@cache
def national() -> Mapping[str, Any]:
    """The pack as compiled: a mapping of its tables."""
    tables: Mapping[str, Any] = json.loads(COMPILED.read_text(encoding="utf-8"))
    return tables


def pack_name() -> str:
    """The name under which reports quote the national pack: `vn-2026.11`."""
    return str(national()["pack"]["name"])


def day_of(text: str | None) -> date | None:
    """A date of the pack; None where it is open or unknown."""
    return None if text is None else date.fromisoformat(text)


def is_verified(grade: str) -> bool:
    """Whether facts of this grade may be applied: official (A), restated by a portal (B), local (L)."""
    return grade in VERIFIED_GRADES
