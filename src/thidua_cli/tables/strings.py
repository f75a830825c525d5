"""The texts of a workbook: those that cells share, and those that stand in a cell."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from thidua_cli.findings.span import Span
from thidua_cli.tables.refusal import refused

if TYPE_CHECKING:
    from thidua_cli.tables.package import Package

MOST_SHARED = 64 << 20
STRING_TAGS = frozenset({"t", "rPh"})
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(slots=True)
class Strings:
    """Collects the text of elements: runs of rich text joined, the phonetic guide left out."""

    parts: list[str] = field(default_factory=list)
    phonetic: int = 0
    reading: bool = False

    def start(self, tag: str) -> None:
        """An element opens."""
        self.phonetic += tag == "rPh"
        self.reading = tag == "t" and not self.phonetic

    def end(self, tag: str) -> None:
        """An element closes."""
        self.phonetic -= tag == "rPh"
        self.reading = False

    def text(self, piece: str) -> None:
        """Character data."""
        if self.reading:
            self.parts.append(piece)

    def take(self) -> str:
        """The text so far, cleaned; the collector starts anew."""
        text = "".join(self.parts)
        self.parts.clear()
        if "_x" in text:
            text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        return clean(text)


def clean(text: str) -> str:
    """Text as cells hold it: composed, stripped; a lone surrogate becomes the replacement character."""
    text = text.strip()
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def read_shared(package: Package, part: str) -> list[str]:
    """The workbook's shared texts; empty where there are none; raises TableError."""
    texts: list[str] = []
    strings = Strings()
    size = 0

    def end(tag: str) -> None:
        nonlocal size
        strings.end(tag)
        if tag == "si":
            texts.append(strings.take())
            size += len(texts[-1])
            if size > MOST_SHARED:
                raise refused("TD504", "bomb", Span(package.shown), size=str(size >> 20), entries="1")

    if package.has(part):
        for _ in package.walk(part, lambda tag, _: strings.start(tag), end, strings.text):
            pass
    return texts
