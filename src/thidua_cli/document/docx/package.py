"""The Word package: its parts, what relates them, and bytes that depend on the content alone."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple, Protocol, cast

from lxml import etree

from thidua_cli.document.docx.elements import RELATIONS, Element

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN, MAIN_TYPE = "word/document.xml", f"{WORD_TYPE}document.main+xml"
DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


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
        links.append(Link(kind if "/" in kind else f"{RELATIONS}/{kind}", target))
        return f"rId{len(links)}"

    def put_word(self, name: str, content: bytes, kind: str = "") -> str:
        """Put a part of Word's own kind beside the main part and relate it; returns the id."""
        kind = kind or name
        self.put(f"word/{name}.xml", content, f"{WORD_TYPE}{kind}+xml")
        return self.relate(MAIN, kind, f"{name}.xml")

    def packed(self) -> bytes:
        """The file, its parts in a fixed order with a fixed time."""
        parts = dict(self._parts)
        for source, links in self._links.items():
            folder, _, name = source.rpartition("/")
            parts[f"{folder}/_rels/{name}.rels".removeprefix("/")] = _links_part(links)
        final = io.BytesIO()
        with zipfile.ZipFile(final, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
            for name, content in [("[Content_Types].xml", self._types_part()), *sorted(parts.items())]:
                entry = zipfile.ZipInfo(name, ZIP_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o644 << 16
                target.writestr(entry, content)
        return final.getvalue()

    def _types_part(self) -> bytes:
        suffixes = {name.rpartition(".")[2] for name in self._parts}
        made = root(TYPES, "Types")
        for suffix, kind in DEFAULTS.items():
            if suffix in suffixes or suffix == "rels":
                etree.SubElement(made, f"{{{TYPES}}}Default", Extension=suffix, ContentType=kind)
        for name, kind in sorted(self._types.items()):
            etree.SubElement(made, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
        return serialised(made)


def root(namespace: str, tag: str) -> Element:
    """The root of a part whose elements have no prefix."""
    prefixes = cast("dict[str, str]", {None: namespace})  # None is how lxml says no prefix
    return etree.Element(f"{{{namespace}}}{tag}", None, prefixes)


def serialised(element: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def _links_part(links: list[Link]) -> bytes:
    made = root(LINKS, "Relationships")
    for number, link in enumerate(links, 1):
        etree.SubElement(
            made, f"{{{LINKS}}}Relationship", Id=f"rId{number}", Type=link.kind, Target=link.target
        )
    return serialised(made)
