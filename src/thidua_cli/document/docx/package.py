"""The Word package: its parts, what relates them, and bytes that depend on the content alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from lxml import etree

from thidua_cli.document.ooxml.elements import serialised
from thidua_cli.document.ooxml.names import RELATION_KINDS
from thidua_cli.document.ooxml.parts import (
    CONTENT_TYPES_PART,
    CONTENT_TYPES_URI,
    DEFAULT,
    DEFAULTS,
    OVERRIDE,
    RELATION,
    RELATIONS_URI,
    relations_part,
    word_type,
)
from thidua_cli.source.zip_packing import Entry, packed

if TYPE_CHECKING:
    from thidua_cli.document.ooxml.elements import Element

CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
MAIN, MAIN_TYPE = "word/document.xml", word_type("document.main")


class Link(NamedTuple):
    """A relation: its kind and the part it leads to, as seen from the part that has it."""

    kind: str
    target: str


class Parts(Protocol):
    """A Word file that takes parts in: ours, or that of an office."""

    def put(self, name: str, content: bytes, content_type: str = "") -> None:
        """Put a part in; without a type of its own it has that of its suffix."""

    def relate(self, source: str, kind: str, target: str) -> str:
        """Relate a part (empty: the package) to another by the end of the kind's name; returns the id."""


class Package:
    """The parts of a Word file, put in one by one."""

    def __init__(self) -> None:
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._links: dict[str, list[Link]] = {}

    def put(self, name: str, content: bytes, content_type: str = "") -> None:
        """Put a part in; without a type of its own it has that of its suffix."""
        self._parts[name] = content
        if content_type:
            self._types[name] = content_type

    def relate(self, source: str, kind: str, target: str) -> str:
        """Relate a part (empty: the package) to another by the end of the kind's name; returns the id."""
        links = self._links.setdefault(source, [])
        links.append(Link(kind if "/" in kind else f"{RELATION_KINDS}/{kind}", target))
        return f"rId{len(links)}"

    def put_word(self, name: str, content: bytes, kind: str = "") -> str:
        """Put a part of Word's own kind beside the main part and relate it; returns the id."""
        kind = kind or name
        self.put(f"word/{name}.xml", content, word_type(kind))
        return self.relate(MAIN, kind, f"{name}.xml")

    def packed(self) -> bytes:
        """The file, its parts in a fixed order with a fixed time."""
        parts = dict(self._parts)
        for source, links in self._links.items():
            parts[relations_part(source)] = _links_part(links)
        listed = [(CONTENT_TYPES_PART, self._types_part()), *sorted(parts.items())]
        return packed(Entry(*part) for part in listed)

    def _types_part(self) -> bytes:
        suffixes = {name.rpartition(".")[2] for name in self._parts}
        made = root(CONTENT_TYPES_URI, "Types")
        for suffix, kind in DEFAULTS.items():
            if suffix in suffixes or suffix == "rels":
                etree.SubElement(made, DEFAULT, Extension=suffix, ContentType=kind)
        for name, kind in sorted(self._types.items()):
            etree.SubElement(made, OVERRIDE, PartName=f"/{name}", ContentType=kind)
        return serialised(made)


def root(namespace: str, tag: str) -> Element:
    """The root of a part whose elements have no prefix."""
    prefixes = cast("dict[str, str]", {None: namespace})  # None is how lxml says no prefix
    return etree.Element(f"{{{namespace}}}{tag}", None, prefixes)


def _links_part(links: list[Link]) -> bytes:
    made = root(RELATIONS_URI, "Relationships")
    for number, link in enumerate(links, 1):
        etree.SubElement(made, RELATION, Id=f"rId{number}", Type=link.kind, Target=link.target)
    return serialised(made)
