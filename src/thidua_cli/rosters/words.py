"""The words of tables, compiled from `words/*.yaml`: what columns are called, and what cells may say."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPILED = Path(__file__).with_name("words.json")


@cache
def _all() -> Mapping[str, Mapping[str, Any]]:
    data: Mapping[str, Mapping[str, Any]] = json.loads(COMPILED.read_text(encoding="utf-8"))
    return data


def words_of(kind: str) -> Mapping[str, Any]:
    """The words of one kind of table: units, counts, people or awards."""
    return _all()[kind]
