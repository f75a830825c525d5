"""The parts of a Word file in work, and the file made of them anew."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from thidua_cli.document.ooxml.elements import part_root, serialised
from thidua_cli.document.ooxml.names import RELATION_KINDS, STRICT
from thidua_cli.document.ooxml.parts import CONTENT_TYPES_PART, OVERRIDE, RELATION, relations_part, word_type
from thidua_cli.source.zip_packing import Entry, packed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.document.ooxml.elements import Element

_TYPES = CONTENT_TYPES_PART.lower()
_MOST_PARTS = 1000
_NOTES = frozenset({"footnotes.xml", "endnotes.xml", "comments.xml"})


class Package:
    """The bytes of a file and the trees of the parts that were read, which may be changed in place."""

    def __init__(self, data: bytes, trees: Mapping[str, Element]) -> None:
        self._data = data
        self.trees = dict(trees)
        self._before = {name: serialised(root) for name, root in trees.items()}

    @property
    def strict(self) -> bool:
        """Whether a part was written in the Strict form, which is read as the usual one."""
        with zipfile.ZipFile(io.BytesIO(self._data)) as source:
            return any(
                STRICT.encode() in source.read(each)
                for each in _entries(source)
                if _key(each.filename) in self.trees
            )

    @property
    def has_notes(self) -> bool:
        """Whether there are notes or comments, whose text is not judged but has its look from the styles."""
        return any(posixpath.basename(name) in _NOTES for name in self._names())

    def root(self, tag: str) -> Element | None:
        """The root element of that name (`w:styles`), None where the file has none."""
        return next((root for root in self.trees.values() if root.tag == tag), None)

    def name_of(self, root: Element) -> str:
        """The name of the part that a root belongs to, in lower case."""
        return next(name for name, each in self.trees.items() if each is root)

    def add_header(self, main: Element) -> tuple[str, Element]:
        """A new, empty header of the document: the id to refer to it by, and its root."""
        folder = posixpath.dirname(self.name_of(main))
        name = next(
            each
            for number in range(1, _MOST_PARTS)
            for each in [posixpath.join(folder, f"header{number}.xml")]
            if each not in self._names()
        )
        root = part_root("hdr")
        self.trees[name] = root
        relations = self.trees[relations_part(self.name_of(main))]
        used = {each.get("Id") for each in relations}
        identity = next(each for n in range(1, _MOST_PARTS) for each in [f"rIdHeader{n}"] if each not in used)
        target = posixpath.basename(name)
        kind = f"{RELATION_KINDS}/header"
        etree.SubElement(relations, RELATION, Id=identity, Type=kind, Target=target)
        etree.SubElement(self.trees[_TYPES], OVERRIDE, PartName=f"/{name}", ContentType=word_type("header"))
        return identity, root

    def packed(self) -> bytes:
        """The file: changed parts written anew, all others as they were. Same trees, same bytes."""
        changed = {
            name: content
            for name, root in self.trees.items()
            if (content := serialised(root)) != self._before.get(name)
        }
        if not changed:
            return self._data
        with zipfile.ZipFile(io.BytesIO(self._data)) as source:
            entries = [
                _like(entry, changed.pop(_key(entry.filename), b"") or source.read(entry))
                for entry in _entries(source)
            ]
        return packed([*entries, *(Entry(*part, attributes=0) for part in changed.items())])

    def _names(self) -> set[str]:
        with zipfile.ZipFile(io.BytesIO(self._data)) as source:
            return {*map(_key, source.namelist()), *self.trees}


def _entries(source: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Every entry once: of several with one name the first, which is the one that is read."""
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in source.infolist():
        found.setdefault(_key(entry.filename), entry)
    return list(found.values())


def _like(entry: zipfile.ZipInfo, content: bytes) -> Entry:
    """An entry of that name and date."""
    compressed = entry.compress_type != zipfile.ZIP_STORED
    return Entry(entry.filename, content, entry.date_time, entry.external_attr, compressed=compressed)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
