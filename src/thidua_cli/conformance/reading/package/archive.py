"""The parts of a Word file and their relations, opened for reading only."""

from __future__ import annotations

import posixpath
import zipfile
from typing import IO, TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.reading.package.parsing import parse, transitional
from thidua_cli.conformance.reading.package.refusal import PartError, WordFileError
from thidua_cli.document.ooxml.parts import CONTENT_TYPES_PART, OVERRIDE, RELATION, relations_part
from thidua_cli.source.zip_bounds import DAMAGE, refusal_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.document.ooxml.elements import Element

_MAIN = "word/document.xml"
_ALIEN = {
    "spreadsheetml": "excel",
    "presentationml": "powerpoint",
    "ms-excel": "excel",
    "ms-powerpoint": "powerpoint",
}


class Relation(NamedTuple):
    """What a part is related to: the kind (`header`), and the part, or the address outside the file."""

    kind: str
    target: str
    outside: bool


class Archive:
    """The opened file. Names of parts are compared without regard to case, as the format wants.

    `unread` names the parts that could not be read and why, `trees` holds the roots of those that were,
    `lacking` names the parts without which other programs take the file for damaged.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        try:
            self._zip = zipfile.ZipFile(stream)
            refusal = refusal_of(self._zip)
        except DAMAGE:
            raise WordFileError("TD701", "damaged") from None
        if refusal is not None:
            code = {"bomb": "TD702", "encrypted": "TD701"}[refusal.kind]
            raise WordFileError(code, refusal.kind, **refusal.values)
        self._names: dict[str, str] = {}
        for name in self._zip.namelist():
            part = name.replace("\\", "/").lstrip("/").lower()
            if part in self._names:
                raise WordFileError("TD701", "duplicate", part=name)
            self._names[part] = name
        self.unread: dict[str, str] = {}
        self.trees: dict[str, Element] = {}
        self.lacking = tuple(part for part in (CONTENT_TYPES_PART, relations_part("")) if not self.has(part))

    def has(self, part: str) -> bool:
        """Whether the file holds a part (`word/styles.xml`)."""
        return part.lower() in self._names

    def names(self) -> Iterator[str]:
        """The names of all parts, in lower case."""
        return iter(self._names)

    def root(self, part: str) -> Element | None:
        """The root element of a part; None where it is missing or, told by `unread`, damaged."""
        if not self.has(part):
            return None
        try:
            return self.parsed(part)
        except PartError as error:
            self.unread[part] = error.variant
            return None

    def related_root(self, part: str) -> Element | None:
        """The root of a part that another one names; a missing one is told by `unread` as well."""
        if not self.has(part):
            self.unread[part] = "missing"
        return self.root(part)

    def parsed(self, part: str) -> Element:
        """The root element of a part, parsed once. Raises PartError where it is missing or cannot be read."""
        name = part.lower()
        if name not in self.trees:
            self.trees[name] = parse(self.data(part))
        return self.trees[name]

    def data(self, part: str) -> bytes:
        """What a part holds. Raises PartError where it is missing or cannot be unpacked."""
        try:
            return self._zip.read(self._names[part.lower()])
        except DAMAGE:
            raise PartError("damaged") from None

    def relations(self, part: str) -> Mapping[str, Relation]:
        """The relations of a part by their ids; those of the whole file for the part ``""``."""
        folder = posixpath.dirname(part)
        root = self.root(relations_part(part))
        found = {}
        for each in () if root is None else root.iter(RELATION):
            kind = transitional(each.get("Type", "")).rpartition("/")[2]
            target, outside = each.get("Target", ""), each.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id", "")] = Relation(kind, target, outside)
        return found

    def main_part(self) -> str:
        """The name of the part that holds the document. Raises WordFileError where there is none."""
        kinds = self.content_types()
        related = [each.target for each in self.relations("").values() if each.kind == "officeDocument"]
        main = next((name for name in (*related, _MAIN) if self.has(name)), None)
        declared = kinds.get((main or "").lower(), "") or " ".join(kinds.values())
        alien = next((kind for mark, kind in _ALIEN.items() if mark in declared), None)
        if alien and "wordprocessingml" not in declared:
            raise WordFileError("TD701", alien)
        if main is None:
            raise WordFileError("TD701", self._other_kind())
        return main

    def content_types(self) -> Mapping[str, str]:
        """The content types that are stated for single parts, by the part's name in lower case."""
        root = self.root(CONTENT_TYPES_PART)
        if root is None:
            return {}
        return {
            each.get("PartName", "").lstrip("/").lower(): each.get("ContentType", "")
            for each in root.iter(OVERRIDE)
        }

    def _other_kind(self) -> str:
        if self.has("mimetype") or self.has("content.xml"):
            return "opendocument"
        return "no_document" if self.has(CONTENT_TYPES_PART) else "archive"
