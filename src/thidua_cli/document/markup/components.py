"""The directives of the line markup, and the components that their lines make together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from thidua_cli.document.blocks import Article, Basis, Block, Division, Inline, plain
from thidua_cli.document.components import (
    Addressees,
    Appendix,
    Body,
    Closing,
    Enactment,
    Enclosure,
    Letterhead,
    Recipients,
    Signature,
    Title,
    Turn,
)

if TYPE_CHECKING:
    from collections.abc import Callable

LETTERHEAD = ("parent", "issuer", "number", "place-date", "about", "urgency", "address")
DIVISIONS: dict[str, Literal["phan", "chuong", "muc", "tieu-muc"]] = {
    "part": "phan",
    "chapter": "chuong",
    "section": "muc",
    "subsection": "tieu-muc",
}
TABLE = "before_table"  # a table takes the lines before it to itself

# Component by directive; a directive may stand several times where the component holds several lines.
COMPONENTS: dict[str, str] = {
    **dict.fromkeys(LETTERHEAD, "letterhead"),
    **dict.fromkeys(("type", "subject", "issued-with"), "title"),
    "enactment": "enactment",
    "to": "addressees",
    "basis": "basis",
    **dict.fromkeys((*DIVISIONS, "division-title"), "division"),
    **dict.fromkeys(("article", "article-title", "article-text"), "article"),
    **dict.fromkeys(("caption", "widths"), TABLE),
    **dict.fromkeys(("chart", "chart-unit", "chart-places", "chart-description"), TABLE),
    **dict.fromkeys(("capacity", "signer", "office", "recipient", "archive"), "closing"),
    **dict.fromkeys(("appendix", "appendix-title", "attached", "landscape"), "appendix"),
    "enclosure": "enclosure",
    "turn": "turn",
}
# Each of these begins a component of its own, even after one of the same kind.
OPENING = frozenset((*DIVISIONS, "article", "enactment", "appendix", "enclosure", "turn"))
TURNS = {"landscape": True, "portrait": False}

Fields = list[tuple[str, Inline]]


def every(fields: Fields, name: str) -> tuple[str, ...]:
    """The texts of a directive, blank ones left out."""
    texts = (plain(text).strip(" ") for key, text in fields if key == name)
    return tuple(text for text in texts if text.strip())


def one(fields: Fields, name: str) -> str:
    """The text of a directive, its lines as one."""
    return " ".join(every(fields, name))


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
    number, place_date, about, urgency, address = (one(fields, name) for name in LETTERHEAD[2:])
    return Letterhead(_bodies(fields), number, place_date, about, urgency, address)


def _division(fields: Fields) -> Block | None:
    level = DIVISIONS.get(fields[0][0])
    return Division(plain(fields[0][1]).strip(), one(fields, "division-title"), level) if level else None


def _article(fields: Fields) -> Block | None:
    titles, texts = ([text for key, text in fields if key == f"article-{kind}"] for kind in ("title", "text"))
    words = titles + texts
    if fields[0][0] != "article" or len(words) > 1:
        return None
    return Article(plain(fields[0][1]).strip(), words[0] if words else (), bool(titles))


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
    return Closing(tuple(signatures), Recipients(every(fields, "recipient"), one(fields, "archive")))


def _appendix(fields: Fields) -> Block:
    name, title, attached = (one(fields, key) for key in ("appendix", "appendix-title", "attached"))
    return Appendix(name, title, attached, any(key == "landscape" for key, _ in fields))


def _enclosure(fields: Fields) -> Block | None:
    return None if one(fields, "enclosure") else Enclosure()


def _turn(fields: Fields) -> Block | None:
    way = TURNS.get(one(fields, "turn"))
    return None if way is None else Turn(way)


# The block of a component's lines; None where they do not make one: a problem of that component's name.
BUILDERS: dict[str, Callable[[Fields], Block | None]] = {
    "letterhead": _letterhead,
    "title": lambda fields: Title(*(one(fields, name) for name in ("type", "subject", "issued-with"))),
    "enactment": lambda fields: Enactment(one(fields, "enactment")),
    "addressees": lambda fields: Addressees(every(fields, "to")),
    "basis": lambda fields: Basis(tuple(text for _, text in fields if plain(text).strip())),
    "division": _division,
    "article": _article,
    TABLE: lambda _: None,
    "closing": _closing,
    "appendix": _appendix,
    "enclosure": _enclosure,
    "turn": _turn,
}
