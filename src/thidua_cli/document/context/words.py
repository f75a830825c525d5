"""The words that explain names, filters, tests and functions, compiled from `words/*.yaml`."""

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
    """Every table: groups, names (by group), attributes (by class), filters, tests, functions, values."""
    data: Mapping[str, Any] = json.loads(COMPILED.read_text(encoding="utf-8"))
    return data


def said(entry: Mapping[str, Any] | None, lang: str) -> str:
    """The explanation of an entry; empty where there is none."""
    return str(entry[lang]) if entry else ""
