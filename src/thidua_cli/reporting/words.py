"""The words of reports and of their tables: data of `words/*.yaml`, compiled to `words.json`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPILED = Path(__file__).with_name("words.json")


@cache
def words_of(section: str) -> Mapping[str, Any]:
    """The words of one section: `periods`, `actuals`, `measures` …"""
    found: Mapping[str, Any] = json.loads(COMPILED.read_text(encoding="utf-8"))[section]
    return found
