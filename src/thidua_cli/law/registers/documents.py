"""The documents of law: which exist, when each is in force, and what replaced it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.law.pack import day_of, is_verified, national

if TYPE_CHECKING:
    from collections.abc import Mapping


class Transition(NamedTuple):
    """The article under which an ended document may still be applied, until the day `to`."""

    at: str
    to: date


class Ending(NamedTuple):
    """The first day a document no longer holds, what follows it, and how far that is verified.

    `whom`: those for whom it ended; empty where that is everybody.
    """

    on: date
    by: tuple[str, ...]
    at: str
    grade: str
    whom: str
    transition: Transition | None


class Document(NamedTuple):
    """A law, decree or circular. `since` is its first day in force; None where no source gives it.

    `ending` is that for everybody, `partial` an earlier one for some.
    """

    id: str
    kind: str
    symbol: str
    issued: date | None
    issuer: str
    title: str | None
    aliases: tuple[str, ...]
    since: date | None
    ending: Ending | None
    partial: Ending | None
    amends: tuple[str, ...]
    grade: str

    @property
    def label(self) -> str:
        """The document as people quote it: `Nghị định 91/2017/NĐ-CP`."""
        return f"{self.kind} {self.symbol}"

    @property
    def to(self) -> date | None:
        """The verified first day out of force."""
        return self.ending.on if self.ending and is_verified(self.ending.grade) else None


class Replacement(NamedTuple):
    """How a document that no longer holds ended, by what, and what holds on the day asked about.

    `transition`: the article under which it may still be applied on that day; empty where none is known.
    """

    ending: Ending
    by: tuple[Document, ...]
    current: tuple[Document, ...]
    transition: str

    @property
    def since(self) -> date:
        """The first day on which it no longer held."""
        return self.ending.on


@cache
def documents() -> Mapping[str, Document]:
    """Every document, by id."""
    return {ident: _document(ident, item) for ident, item in national()["documents"].items()}


def _document(ident: str, item: Mapping[str, Any]) -> Document:
    return Document(
        id=ident,
        kind=item["kind"],
        symbol=item["symbol"],
        issued=day_of(item["date"]),
        issuer=item["issuer"],
        title=item["title"],
        aliases=tuple(item.get("aliases", ())),
        since=day_of(item["from"]),
        ending=_ending(item.get("ended")),
        partial=_ending(item.get("partly_ended")),
        amends=tuple(item.get("amends", ())),
        grade=item["grade"],
    )


def _ending(item: Mapping[str, Any] | None) -> Ending | None:
    if item is None:
        return None
    still = item.get("exception")
    return Ending(
        on=date.fromisoformat(item["on"]),
        by=tuple(item["by"]),
        at=item.get("at", ""),
        grade=item["grade"],
        whom=item.get("whom", ""),
        transition=Transition(still["at"], date.fromisoformat(still["to"])) if still else None,
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
    if document.issued and day < document.issued:
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
    if document is None:
        return None
    ending = _ended(document.ending, day) or _ended(document.partial, day)
    if ending is None:
        return None
    by = tuple(documents()[ident] for ident in ending.by)
    still = ending.transition
    transition = still.at if still and day < still.to else ""
    return Replacement(ending, by, _current(ending, day), transition)


def _ended(ending: Ending | None, day: date) -> Ending | None:
    return ending if ending and is_verified(ending.grade) and ending.on <= day else None


def _current(ending: Ending, day: date) -> tuple[Document, ...]:
    found: dict[str, Document] = {}
    for ident in ending.by:
        document = documents()[ident]
        later = _ended(document.ending, day)
        found |= {each.id: each for each in (_current(later, day) if later else (document,))}
    return tuple(found.values())
