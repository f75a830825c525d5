"""The words printed on a form: data of `words/*.yaml`, compiled to `words.json`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from thidua_cli.vietnamese.periods import Period

COMPILED = Path(__file__).with_name("words.json")


@cache
def _words() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(COMPILED.read_text(encoding="utf-8"))
    return found


def word(key: str, **values: str) -> str:
    """A text of the form with its places filled. A key without a text is a defect of ours: KeyError."""
    text = str(_words()[key])
    return text.format_map(values) if values else text


def lines(key: str, **values: str) -> list[str]:
    """A list of texts, each with its places filled."""
    return [str(text).format_map(values) for text in _words()[key]]


def count_names() -> dict[str, str]:
    """The head counts that a form may ask for: id to name."""
    return dict(_words()["counts"])


def period_words(period: Period) -> str:
    """A period as a form says it: `năm 2022`."""
    return word("period.year", year=period.text) if period.text.isdecimal() else period.text
