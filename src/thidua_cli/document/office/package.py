"""The Word file of an office: opened without trust, changed part by part, the others byte for byte kept."""

from __future__ import annotations

import posixpath
import re
from itertools import count
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from lxml import etree

from thidua_cli.document.office.unpacking import OfficeFileError, parsed, unpacked
from thidua_cli.document.ooxml.elements import serialised
from thidua_cli.document.ooxml.names import RELATION_KINDS
from thidua_cli.document.ooxml.parts import (
    CONTENT_TYPES_PART,
    DEFAULT,
    DEFAULTS,
    OVERRIDE,
    RELATION,
    RELATIONS_URI,
    relations_part,
)
from thidua_cli.source.zip_packing import Entry, packed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from thidua_cli.document.ooxml.elements import Element

NO_RELATIONS = f'<Relationships xmlns="{RELATIONS_URI}"/>'
MACROS = "macroEnabled"
DOCUMENT = "wordprocessingml.document.main+xml"
CHART = re.compile(r"word/charts/chart([0-9]{1,6})\.xml")
# Parts that hold text: the kind of their relation to the document → their name in addresses.
STORIES = {"header": "header", "footer": "footer", "footnotes": "footnote", "endnotes": "endnote"}


class Relation(NamedTuple):
    """A relation of a part: its id, its kind (`header`), the part it leads to."""

    id: str
    kind: str
    target: str


class OfficePackage:
    """The parts by name, in the order of the file; `main` is the document."""

    def __init__(self, path: Path) -> None:
        self.parts = unpacked(path)
        if CONTENT_TYPES_PART not in self.parts:
            raise OfficeFileError("")
        self.main = self._main()

    def root(self, part: str) -> Element:
        """The root of a part, parsed without document type, entities or network; raises OfficeFileError."""
        data = self.parts.get(part)
        if data is None:
            raise OfficeFileError("damaged")
        return parsed(data, part)

    def put(self, name: str, content: bytes, content_type: str = "") -> None:
        """Put a part in, changed or new; a new one without a type of its own has that of its suffix."""
        if name not in self.parts:
            self._declare(name, content_type)
        self.parts[name] = content

    def relate(self, source: str, kind: str, target: str) -> str:
        """Relate a part (empty: the file) to another by the end of the kind's name; returns the id."""
        name = relations_part(source)
        root = self.root(name) if name in self.parts else etree.fromstring(NO_RELATIONS)
        taken = {each.get("Id") for each in root.iter(RELATION)}
        ident = next(ident for number in count(1) if (ident := f"rId{number}") not in taken)
        kind = kind if "/" in kind else f"{RELATION_KINDS}/{kind}"
        etree.SubElement(root, RELATION, Id=ident, Type=kind, Target=target)
        self.parts[name] = serialised(root)
        return ident

    def _declare(self, name: str, content_type: str) -> None:
        """Tell the type of a new part."""
        types = self.root(CONTENT_TYPES_PART)
        suffix = name.rpartition(".")[2]
        if content_type:
            etree.SubElement(types, OVERRIDE, PartName=f"/{name}", ContentType=content_type)
        elif all(each.get("Extension", "").lower() != suffix for each in types.iter(DEFAULT)):
            # Word wants the defaults before the overrides.
            types.insert(0, etree.Element(DEFAULT, Extension=suffix, ContentType=DEFAULTS[suffix]))
        self.parts[CONTENT_TYPES_PART] = serialised(types)

    def relations(self, part: str) -> list[Relation]:
        """The relations of a part to others inside the file; those of the file itself for `""`."""
        name = relations_part(part)
        if name not in self.parts:
            return []
        folder = posixpath.dirname(part)
        return [
            Relation(
                each.get("Id", ""),
                each.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, unquote(each.get("Target", "")))).lstrip("/"),
            )
            for each in self.root(name).iter(RELATION)
            if each.get("TargetMode") != "External"
        ]

    def related(self, kind: str) -> str | None:
        """The part of a kind that the document has one of (`styles`); None where it has none."""
        found = (each.target for each in self.relations(self.main) if each.kind == kind)
        return next((part for part in found if part in self.parts), None)

    def charts(self) -> int:
        """The largest number among the charts of the file."""
        return max((int(found[1]) for name in self.parts if (found := CHART.fullmatch(name))), default=0)

    def stories(self) -> Iterator[tuple[str, str]]:
        """The parts that hold text, each once, with the name of the story in addresses: `header1`."""
        yield self.main, "body"
        counts = dict.fromkeys(STORIES, 0)
        seen = {self.main}
        for each in sorted(self.relations(self.main), key=lambda each: each.target):
            if each.kind in counts and each.target in self.parts and each.target not in seen:
                seen.add(each.target)
                counts[each.kind] += 1
                yield each.target, f"{STORIES[each.kind]}{counts[each.kind]}"

    def packed(self) -> bytes:
        """The file, its parts in their order with a fixed time."""
        return packed(Entry(*part) for part in self.parts.items())

    def _main(self) -> str:
        main = next((each.target for each in self.relations("") if each.kind == "officeDocument"), "")
        kinds = {
            each.get("PartName", "").lstrip("/"): each.get("ContentType", "")
            for each in self.root(CONTENT_TYPES_PART).iter(OVERRIDE)
        }
        if any(MACROS in kind for kind in kinds.values()) or any("vbaProject" in name for name in self.parts):
            raise OfficeFileError("macros")
        if main not in self.parts or not kinds.get(main, "").endswith(DOCUMENT):
            raise OfficeFileError("")
        return main
