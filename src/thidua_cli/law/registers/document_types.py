"""The 29 types of administrative documents (Điều 7 and Phụ lục III, Nghị định 30/2020/NĐ-CP), and others."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from thidua_cli.law.pack import national

if TYPE_CHECKING:
    from collections.abc import Mapping


NAMED_TYPE = "1.4"  # the sample of most types: văn bản có tên loại
LETTER = "cong-van"  # the type without a name in print

Trait = Literal["decides", "articled", "launches", "addressed"]


class DocumentType(NamedTuple):
    """A type: its id (`ke-hoach`), name and official abbreviation (None for công văn and thư công).

    `sample` is its sample (mẫu) in Phụ lục III; None for thư công, which has none. What its `traits`
    mean is told in the register.
    """

    id: str
    name: str
    abbreviation: str | None
    sample: str | None
    traits: frozenset[str] = frozenset()


@cache
def document_types() -> Mapping[str, DocumentType]:
    """Every type, by id."""
    return _types("document_types")


@cache
def campaign_documents() -> Mapping[str, DocumentType]:
    """Documents of campaigns that are no types of the decree, by id; they have no abbreviation."""
    return _types("campaign_documents")


def document_type(ident: str) -> DocumentType | None:
    """A type of the decree or of campaigns by its id."""
    return document_types().get(ident) or campaign_documents().get(ident)


@cache
def types_that(trait: Trait) -> frozenset[str]:
    """The ids of the types of the decree that have a trait."""
    return frozenset(ident for ident, known in document_types().items() if trait in known.traits)


def _types(register: str) -> dict[str, DocumentType]:
    return {
        ident: DocumentType(
            ident,
            item["name"],
            item["abbreviation"],
            item.get("sample", NAMED_TYPE),
            frozenset(item.get("traits", ())),
        )
        for ident, item in national()[register].items()
    }


def kind_name(ident: str) -> str:
    """The name of a kind of document, administrative or legal, by its id; empty for any other."""
    known = document_type(ident)
    return known.name if known else str(national()["legal_kinds"].get(ident, ""))
