"""The headings and labels of tables that are made, not written."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPILED = Path(__file__).with_name("words.json")


@cache
def words() -> Mapping[str, Any]:
    """`number`, and by table (`ballot`, `form`) the words by what they name."""
    found: Mapping[str, Any] = json.loads(COMPILED.read_text(encoding="utf-8"))
    return found
