"""The parts of an .xlsx file, opened only after its bounds are known to be sane."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import IO, TYPE_CHECKING, Any
from xml.parsers import expat

from thidua_cli.findings.span import Span
from thidua_cli.source.zip_bounds import DAMAGE, refusal_of
from thidua_cli.tables.refusal import refused

if TYPE_CHECKING:
    from pathlib import Path

CHUNK = 1 << 16
MOST_DIGITS = 9

Attributes = Mapping[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Package:
    """An opened workbook file. `shown` names it in findings."""

    def __init__(self, path: Path, shown: str) -> None:
        self.shown = shown
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
            raise refused("TD502", "damaged", Span(shown)) from None
        self._check_bounds()

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def _check_bounds(self) -> None:
        refusal = refusal_of(self._zip)
        if refusal is None:
            return
        self._zip.close()
        if refusal.kind == "bomb":
            raise refused("TD504", "bomb", Span(self.shown), **refusal.values)
        raise refused("TD502", "encrypted", Span(self.shown))

    def has(self, part: str) -> bool:
        """Whether the file holds a part (`xl/styles.xml`)."""
        return part in self._zip.NameToInfo

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The relations of a part: id → (kind, the part it leads to)."""
        folder, name = posixpath.split(part)
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "Relationship":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = (kind, target.lstrip("/"))

        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if self.has(relations):
            for _ in self.walk(relations, start):
                pass
        return found

    def walk(
        self, part: str, start: Start, end: End | None = None, text: Text | None = None
    ) -> Iterator[None]:
        """Parse a part, calling back with local names; yields between chunks so that rows can flow.

        No document type is accepted, so no entity can expand; raises TableError.
        """
        parser = self._parser(start, end, text)
        try:
            with self._zip.open(part) as stream:
                yield from _feed(stream, parser)
        except (expat.ExpatError, *DAMAGE):
            raise refused("TD502", "damaged", Span(self.shown)) from None

    def _parser(self, start: Start, end: End | None, text: Text | None) -> expat.XMLParserType:
        parser = expat.ParserCreate()
        parser.buffer_text = True

        def refuse(*_: Any) -> None:
            raise refused("TD502", "damaged", Span(self.shown))

        parser.StartDoctypeDeclHandler = refuse
        parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
        if end:
            ended = end
            parser.EndElementHandler = lambda tag: ended(tag.rpartition(":")[2])
        if text:
            parser.CharacterDataHandler = text
        return parser


def index(text: str) -> int:
    """A number that a part counts by (row, style, text); -1 where it is none, or beyond any count."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else -1


def _feed(stream: IO[bytes], parser: expat.XMLParserType) -> Iterator[None]:
    while chunk := stream.read(CHUNK):
        parser.Parse(chunk, False)
        yield
    parser.Parse(b"", True)
    yield
