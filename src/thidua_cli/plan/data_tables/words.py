"""The headings and labels of tables that are made, not written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.vietnamese.compiled_words import compiled_words

if TYPE_CHECKING:
    from collections.abc import Mapping


def words() -> Mapping[str, Any]:
    """`number`, and by table (`ballot`, `form`) the words by what they name."""
    return compiled_words(__file__)
