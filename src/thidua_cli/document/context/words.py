"""The words that explain names, filters, tests and functions, compiled from `words/*.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.vietnamese.compiled_words import compiled_words

if TYPE_CHECKING:
    from collections.abc import Mapping


def words() -> Mapping[str, Any]:
    """Every table: groups, names (by group), attributes (by class), filters, tests, functions, values."""
    return compiled_words(__file__)


def said(entry: Mapping[str, Any] | None, lang: str) -> str:
    """The explanation of an entry; empty where there is none."""
    return str(entry[lang]) if entry else ""
