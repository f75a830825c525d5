"""The words that a module works with: data of a folder `words/`, compiled to the `words.json` beside it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def compiled_words(module: str) -> Mapping[str, Any]:
    """The words beside a module, which is named by its `__file__`."""
    found: Mapping[str, Any] = json.loads(Path(module).with_name("words.json").read_text(encoding="utf-8"))
    return found
