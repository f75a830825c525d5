"""The parts of a Word file in work, and the file made of them anew."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from thidua_cli.conformance.mending.elements import made
from thidua_cli.conformance.reading.package.names import R

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.conformance.reading.package.parsing import Element

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPES = "[content_types].xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_NAMESPACES = {"w": made("p").nsmap["ns0"], "r": R.strip("{}")}
_STRICT = b"http://purl.oclc.org/ooxml/"
_MOST_PARTS = 1000


class Package:
    """The bytes of a file and the trees of the parts that were read, which may be changed in place."""

    def __init__(self, data: bytes, trees: Mapping[str, Element]) -> None:
        self._data = data
        self.trees = dict(trees)
        self._before = {name: _written(root) for name, root in trees.items()}

    @property
    def strict(self) -> bool:
        """Whether a part was written in the Strict form, which is read as the usual one."""
        with zipfile.ZipFile(io.BytesIO(self._data)) as source:
            return any(
                _STRICT in source.read(each) for each in _entries(source) if _key(each.filename) in self.trees
            )

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
        root = etree.Element(made("hdr").tag, None, _NAMESPACES)
        self.trees[name] = root
        relations = self.trees[
            posixpath.join(folder, "_rels", f"{posixpath.basename(self.name_of(main))}.rels")
        ]
        used = {each.get("Id") for each in relations}
        identity = next(each for n in range(1, _MOST_PARTS) for each in [f"rIdHeader{n}"] if each not in used)
        target = posixpath.basename(name)
        etree.SubElement(
            relations, f"{_RELATIONS}Relationship", Id=identity, Type=f"{_KIND}header", Target=target
        )
        etree.SubElement(
            self.trees[_TYPES],
            f"{_CONTENT}Override",
            PartName=f"/{name}",
            ContentType=_CONTENT_TYPE.format("header"),
        )
        return identity, root

    def packed(self) -> bytes:
        """The file: changed parts written anew, all others as they were. Same trees, same bytes."""
        changed = {
            name: content
            for name, root in self.trees.items()
            if (content := _written(root)) != self._before.get(name)
        }
        if not changed:
            return self._data
        stream = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(self._data)) as source,
            zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for entry in _entries(source):
                content = changed.pop(_key(entry.filename), source.read(entry))
                new.writestr(_like(entry), content)
            for name, content in changed.items():
                new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    def _names(self) -> set[str]:
        with zipfile.ZipFile(io.BytesIO(self._data)) as source:
            return {*map(_key, source.namelist()), *self.trees}


def _entries(source: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Every entry once: of several with one name the first, which is the one that is read."""
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in source.infolist():
        found.setdefault(_key(entry.filename), entry)
    return list(found.values())


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """An entry of that name and date."""
    own = zipfile.ZipInfo(entry.filename, entry.date_time)
    own.compress_type = (
        zipfile.ZIP_STORED if entry.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    )
    own.external_attr = entry.external_attr
    return own


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
