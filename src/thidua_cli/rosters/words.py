"""The words of tables, compiled from `words/*.yaml`: what columns are called, and what cells may say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.vietnamese.compiled_words import compiled_words

if TYPE_CHECKING:
    from collections.abc import Mapping


def words_of(kind: str) -> Mapping[str, Any]:
    """The words of one kind of table: units, counts, people or awards."""
    found: Mapping[str, Any] = compiled_words(__file__)[kind]
    return found
