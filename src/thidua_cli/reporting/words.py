"""The words of reports and of their tables: data of `words/*.yaml`, compiled to `words.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.vietnamese.compiled_words import compiled_words

if TYPE_CHECKING:
    from collections.abc import Mapping


def words_of(section: str) -> Mapping[str, Any]:
    """The words of one section: `periods`, `actuals`, `measures` …"""
    found: Mapping[str, Any] = compiled_words(__file__)[section]
    return found
