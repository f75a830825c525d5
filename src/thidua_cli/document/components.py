"""The directives of the line markup, and the components that their lines make together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.blocks import (
    Addressees,
    Appendix,
    Basis,
    Block,
    Body,
    Closing,
    Inline,
    Letterhead,
    Recipients,
    Signature,
    Title,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Callable

# Component by directive; a directive may stand several times where the component holds several lines.
COMPONENTS: dict[str, str] = {
    **dict.fromkeys(("parent", "issuer", "number", "place-date", "about", "urgency"), "letterhead"),
    **dict.fromkeys(("type", "subject"), "title"),
    "to": "addressees",
    "basis": "basis",
    **dict.fromkeys(("capacity", "signer", "office", "recipient", "archive"), "closing"),
    **dict.fromkeys(("appendix", "appendix-title", "attached", "landscape"), "appendix"),
}

Fields = list[tuple[str, Inline]]


def _all(fields: Fields, name: str) -> tuple[str, ...]:
    texts = (plain(text).strip(" ") for key, text in fields if key == name)
    return tuple(text for text in texts if text.strip())


def _one(fields: Fields, name: str) -> str:
    return " ".join(_all(fields, name))


def _bodies(fields: Fields) -> tuple[Body, ...]:
    """Every issuer with the parents named since the issuer before it."""
    bodies: list[Body] = []
    parents: list[str] = []
    for name, text in fields:
        words = plain(text).strip(" ")
        if name == "parent" and words:
            parents.append(words)
        elif name == "issuer" and words:
            bodies.append(Body(words, tuple(parents)))
            parents = []
    return tuple(bodies)


def _letterhead(fields: Fields) -> Block:
    return Letterhead(
        bodies=_bodies(fields),
        number=_one(fields, "number"),
        place_date=_one(fields, "place-date"),
        about=_one(fields, "about"),
        urgency=_one(fields, "urgency"),
    )


def _closing(fields: Fields) -> Block:
    signatures: list[Signature] = []
    capacity: list[str] = []
    for name, text in fields:
        if name == "capacity":
            capacity.append(plain(text))
        elif name == "signer":
            signatures.append(Signature(tuple(capacity), plain(text)))
            capacity = []
        elif name == "office" and signatures:
            last = signatures.pop()
            signatures.append(Signature(last.capacity, last.name, plain(text)))
    if capacity:
        signatures.append(Signature(tuple(capacity)))
    return Closing(tuple(signatures), Recipients(_all(fields, "recipient"), _one(fields, "archive")))


BUILDERS: dict[str, Callable[[Fields], Block]] = {
    "letterhead": _letterhead,
    "title": lambda fields: Title(_one(fields, "type"), _one(fields, "subject")),
    "addressees": lambda fields: Addressees(_all(fields, "to")),
    "basis": lambda fields: Basis(tuple(text for _, text in fields if plain(text).strip())),
    "closing": _closing,
    "appendix": lambda fields: Appendix(
        _one(fields, "appendix"),
        _one(fields, "appendix-title"),
        _one(fields, "attached"),
        any(name == "landscape" for name, _ in fields),
    ),
}
