"""The documents of law: which exist, when each is in force, and what replaced it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.law.pack import day_of, is_verified, national

if TYPE_CHECKING:
    from collections.abc import Mapping


class Ending(NamedTuple):
    """The first day a document no longer holds, what follows it, and how far that is verified."""

    on: date
    by: tuple[str, ...]
    at: str
    grade: str


class Document(NamedTuple):
    """A law, decree or circular. `since` is its first day in force; None where no source gives it."""

    id: str
    kind: str
    symbol: str
    issued: date | None
    issuer: str
    title: str | None
    aliases: tuple[str, ...]
    since: date | None
    ending: Ending | None
    amends: tuple[str, ...]
    grade: str
    checked: date | None

    @property
    def label(self) -> str:
        """The document as people quote it: `Nghị định 91/2017/NĐ-CP`."""
        return f"{self.kind} {self.symbol}"

    @property
    def to(self) -> date | None:
        """The verified first day out of force."""
        return self.ending.on if self.ending and is_verified(self.ending.grade) else None


class Replacement(NamedTuple):
    """A document that no longer holds: since when, by what, and what holds on the day asked about."""

    document: Document
    since: date
    by: tuple[Document, ...]
    current: tuple[Document, ...]


@cache
def documents() -> Mapping[str, Document]:
    """Every document, by id."""
    return {ident: _document(ident, item) for ident, item in national()["documents"].items()}


def _document(ident: str, item: Mapping[str, Any]) -> Document:
    ended = item.get("ended")
    ending = (
        None
        if ended is None
        else Ending(date.fromisoformat(ended["on"]), tuple(ended["by"]), ended.get("at", ""), ended["grade"])
    )
    return Document(
        id=ident,
        kind=item["kind"],
        symbol=item["symbol"],
        issued=day_of(item["date"]),
        issuer=item["issuer"],
        title=item["title"],
        aliases=tuple(item.get("aliases", ())),
        since=day_of(item["from"]),
        ending=ending,
        amends=tuple(item.get("amends", ())),
        grade=item["grade"],
        checked=day_of(item["checked"]),
    )


def document_cited(text: str) -> Document | None:
    """The document that a symbol (`91/2017/NĐ-CP`), a label or a full title with its year names."""
    return _index().get(_key(text))


@cache
def _index() -> Mapping[str, Document]:
    return {
        _key(name): document
        for document in documents().values()
        for name in (
            document.symbol,
            document.label,
            f"{document.kind} số {document.symbol}",
            *document.aliases,
        )
    }


def _key(text: str) -> str:
    # Only who looks a document up by its name needs this: explaining a rule does not.
    from thidua_cli.vietnamese.text import fold, nfc, unaccent

    # Symbols are typed with stray spaces and without the bar of Đ; titles with or without commas.
    return unaccent(fold(nfc(text))).replace(",", "").replace(" ", "")


def document_in_force(ident: str, day: date) -> bool | None:
    """Whether a document holds on a day; None where its first day, or its end, is not verified.

    Raises KeyError for an unknown id.
    """
    document = documents()[ident]
    if document.to and day >= document.to:
        return False
    if document.since is None:
        return None
    if day < document.since:
        return False
    return None if document.ending and day >= document.ending.on else True


def not_yet_in_force(symbol: str, day: date) -> Document | None:
    """The document that a citation names, where its verified first day in force comes after `day`."""
    document = document_cited(symbol)
    if document is None or document.since is None or not is_verified(document.grade):
        return None
    return document if day < document.since else None


def replaced_before(symbol: str, day: date) -> Replacement | None:
    """What replaced a cited document by `day`; None while it holds, or where nothing verified says so."""
    document = document_cited(symbol)
    if document is None or document.to is None or document.to > day or document.ending is None:
        return None
    by = tuple(documents()[ident] for ident in document.ending.by)
    return Replacement(document, document.to, by, _current(document, day))


def _current(document: Document, day: date) -> tuple[Document, ...]:
    if document.ending is None or document.to is None or document.to > day:
        return (document,)
    found: dict[str, Document] = {}
    for ident in document.ending.by:
        found |= {later.id: later for later in _current(documents()[ident], day)}
    return tuple(found.values())
