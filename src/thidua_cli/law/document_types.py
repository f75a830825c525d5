"""The 29 types of administrative documents (Điều 7 and Phụ lục III, Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import national

if TYPE_CHECKING:
    from collections.abc import Mapping


class DocumentType(NamedTuple):
    """A type: its id (`ke-hoach`), name and official abbreviation (None for công văn and thư công)."""

    id: str
    name: str
    abbreviation: str | None


@cache
def document_types() -> Mapping[str, DocumentType]:
    """Every type, by id."""
    return {
        ident: DocumentType(ident, item["name"], item["abbreviation"])
        for ident, item in national()["document_types"].items()
    }
