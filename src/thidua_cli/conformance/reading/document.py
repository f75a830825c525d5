"""The main part of a Word file and all that belongs to it, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.model.word_file import WordFile
from thidua_cli.conformance.reading.content.sections import column_of, read_sections, section_elements
from thidua_cli.conformance.reading.content.story import StoryReader
from thidua_cli.conformance.reading.content.tracking import is_tracked
from thidua_cli.conformance.reading.formatting.effective import Formats
from thidua_cli.conformance.reading.package.refusal import WordFileError
from thidua_cli.conformance.reading.properties import (
    carried_traits,
    compatibility,
    even_pages_differ,
    read_properties,
)
from thidua_cli.document.ooxml.names import R, W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.model.word_file import Trait
    from thidua_cli.conformance.reading.content.columns import Column
    from thidua_cli.conformance.reading.package.archive import Archive, Relation
    from thidua_cli.document.ooxml.elements import Element

_FORMATS = ("styles", "numbering", "theme", "settings")
_EMBEDDED = (f"{W}altChunk", f"{W}subDoc")


def read_document(archive: Archive, shown: str) -> tuple[WordFile, list[str]]:
    """The document, and what is embedded in it from other files. Raises PartError, WordFileError."""
    main = archive.main_part()
    root = archive.parsed(main)
    body = root.find(f"{W}body")
    if root.tag != f"{W}document" or body is None:
        raise WordFileError("TD701", "no_document")
    return _Document(archive, main, root, body).read(shown)


class _Document:
    def __init__(self, archive: Archive, main: str, root: Element, body: Element) -> None:
        self._archive, self._main, self._root, self._body = archive, main, root, body
        self._relations = archive.relations(main)
        roots = {kind: self._part(kind)[1] for kind in _FORMATS}
        self._settings = roots["settings"]
        self._formats = Formats(**roots)
        self._headers: dict[str, tuple[Line, ...]] = {}

    def _part(self, kind: str) -> tuple[str, Element | None]:
        """The part that the document is related to in some way, and its root."""
        for each in self._relations.values():
            if each.kind == kind and not each.outside:
                return each.target, self._archive.related_root(each.target)
        return "", None

    def read(self, shown: str) -> tuple[WordFile, list[str]]:
        elements = section_elements(self._body)
        story = StoryReader(self._formats, self._main, [column_of(each) for each in elements])
        story.read(self._body)
        sections = read_sections(elements, self._header)
        comments = tuple(self._comments(story.comments))
        embedded = [self._target(each.get(f"{R}id", "")) for each in self._body.iter(*_EMBEDDED)]
        properties = read_properties(self._archive)
        traits = frozenset(self._traits(story, embedded=bool(embedded), commented=bool(comments)))
        word = WordFile(
            shown,
            sections,
            tuple(story.lines),
            tuple(story.tables),
            comments,
            traits,
            (*self._archive.unread, *embedded),
            properties.title,
            properties.author,
            self._formats.language(),
            compatibility(self._settings),
            even_pages_differ(self._settings),
        )
        return word, embedded

    def _target(self, identity: str) -> str:
        relation: Relation | None = self._relations.get(identity)
        return identity if relation is None else relation.target

    def _header(self, identity: str, column: Column) -> tuple[Line, ...]:
        part = self._target(identity)
        if part not in self._headers:
            root = self._archive.related_root(part)
            story = StoryReader(self._formats, part, [column])
            if root is not None:
                story.read(root)
            self._headers[part] = tuple(story.lines)
        return self._headers[part]

    def _comments(self, anchors: Mapping[str, int]) -> Iterator[tuple[str, int]]:
        _, root = self._part("comments")
        for each in () if root is None else root.iterfind(f"{W}comment"):
            text = "\n".join(
                "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))
                for paragraph in each.iter(f"{W}p")
            )
            yield text, anchors.get(each.get(f"{W}id", ""), -1)

    def _traits(self, story: StoryReader, *, embedded: bool, commented: bool) -> Iterator[Trait]:
        yield from carried_traits(self._archive, self._relations.values(), self._settings)
        if is_tracked(self._root):
            yield "tracked-changes"
        if commented:
            yield "comments"
        if embedded:
            yield "alternative-chunks"
        if story.pictures and all(line.blank for line in story.lines):
            yield "pictures-only"
