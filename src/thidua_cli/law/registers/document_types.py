"""The 29 types of administrative documents (Điều 7 and Phụ lục III, Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import national

if TYPE_CHECKING:
    from collections.abc import Mapping


NAMED_TYPE = "1.4"  # the sample of most types: văn bản có tên loại


class DocumentType(NamedTuple):
    """A type: its id (`ke-hoach`), name and official abbreviation (None for công văn and thư công).

    `sample` is its sample (mẫu) in Phụ lục III; None for thư công, which has none.
    """

    id: str
    name: str
    abbreviation: str | None
    sample: str | None


@cache
def document_types() -> Mapping[str, DocumentType]:
    """Every type, by id."""
    return {
        ident: DocumentType(ident, item["name"], item["abbreviation"], item.get("sample", NAMED_TYPE))
        for ident, item in national()["document_types"].items()
    }


def kind_name(ident: str) -> str:
    """The name of a kind of document, administrative or legal, by its id; empty for any other."""
    known = document_types().get(ident)
    return known.name if known else str(national()["legal_kinds"].get(ident, ""))
