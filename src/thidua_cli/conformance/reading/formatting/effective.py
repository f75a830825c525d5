"""What applies in the end: defaults, table style, paragraph style, list, character style, direct formatting.

The order is that of ECMA-376 Part 1, 17.7.2; switches such as bold follow 17.7.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from thidua_cli.conformance.reading.formatting.numbering import Numbering
from thidua_cli.conformance.reading.formatting.paragraph_properties import merged, paragraph_properties
from thidua_cli.conformance.reading.formatting.run_properties import SLOTS, TOGGLES, run_properties
from thidua_cli.conformance.reading.formatting.styles import NO_TABLE, StyleSheet
from thidua_cli.conformance.reading.formatting.theme import read_theme
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from thidua_cli.conformance.reading.formatting.numbering import Level
    from thidua_cli.conformance.reading.formatting.paragraph_properties import ParagraphProperties
    from thidua_cli.conformance.reading.formatting.run_properties import RunProperties
    from thidua_cli.conformance.reading.formatting.styles import TableFormat
    from thidua_cli.document.ooxml.elements import Element

_TIMES = "Times New Roman"
_MOST_KNOWN = 1_000


class Look(NamedTuple):
    """How characters appear; the fields are those of a `Stretch` between its text and its source."""

    fonts: tuple[str, str, str, str]
    size: int | None
    bold: bool
    italic: bool
    underline: bool
    capitals: bool
    colour: str
    highlight: bool
    strike: bool
    raised: bool


class ParagraphFormat(NamedTuple):
    """What applies to a paragraph. `numbered`: its list and level; `table`: the cells it lies in."""

    style: str
    style_name: str
    properties: ParagraphProperties
    numbered: tuple[int, int] | None
    table: TableFormat


class Formats:
    """The effective formatting of a file; what styles say together is worked out once a combination."""

    def __init__(
        self,
        styles: Element | None = None,
        numbering: Element | None = None,
        theme: Element | None = None,
        settings: Element | None = None,
    ) -> None:
        self.theme = read_theme(theme, settings)
        self.numbering = Numbering(numbering)
        self.styles = StyleSheet(styles, self.numbering, self.theme)
        self._known: dict[tuple[bytes, TableFormat], ParagraphFormat] = {}
        self._paragraphs: dict[tuple[str, TableFormat], ParagraphProperties] = {}
        self._runs: dict[tuple[str, TableFormat, str], RunProperties] = {}
        self._looks: dict[tuple[bytes, bytes, str, TableFormat], tuple[Look, bool]] = {}

    def paragraph(self, element: Element | None, table: TableFormat = NO_TABLE) -> ParagraphFormat:
        """What applies to a paragraph with that `w:pPr`; most paragraphs of a file have one of a few."""
        key = (_written(element), table)
        known = self._known.get(key)
        if known is None:
            known = self._paragraph(element, table)
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = known
        return known

    def _paragraph(self, element: Element | None, table: TableFormat) -> ParagraphFormat:
        direct = paragraph_properties(element)
        style = self.styles.known("paragraph", direct.get("style"))
        key = (style, table)
        base = self._paragraphs.get(key)
        named = self.styles.resolved("paragraph", style)
        if base is None:
            levels = (self.styles.defaults.paragraph, self.styles.in_table(table).paragraph, named.paragraph)
            base = self._paragraphs[key] = merged(levels)
        listed: ParagraphProperties = {}
        joined = {**base, **direct}
        number, index = joined.get("numId", 0), joined.get("level", 0)
        level = self.numbering.level(number, index) if number else None
        if level is not None and ("numId" in direct or "level" in direct):
            listed = paragraph_properties(level.paragraph)
        numbered = None if level is None else (number, index)
        return ParagraphFormat(style, named.name, merged((base, listed, direct)), numbered, table)

    def look(
        self, paragraph: ParagraphFormat, run: Element | None, extra: Element | None = None
    ) -> tuple[Look, bool]:
        """How characters with that `w:rPr` appear, and whether they are hidden; `extra` goes over it."""
        key = (_written(run), _written(extra), paragraph.style, paragraph.table)
        known = self._looks.get(key)
        if known is None:
            direct = run_properties(run, self.theme) | run_properties(extra, self.theme)
            style = self.styles.known("character", direct.pop("style", None))
            known = _finished(self._base((paragraph.style, paragraph.table, style)) | direct)
            if len(self._looks) < _MOST_KNOWN:
                self._looks[key] = known
        return known

    def _base(self, key: tuple[str, TableFormat, str]) -> RunProperties:
        base = self._runs.get(key)
        if base is None:
            paragraph, table, character = key
            levels = (
                self.styles.in_table(table).run,
                self.styles.resolved("paragraph", paragraph).run,
                self.styles.resolved("character", character).run,
            )
            defaults = self.styles.defaults.run
            base = dict(defaults)
            for level in levels:
                base |= level
            for toggle in TOGGLES:
                switched = sum(bool(level.get(toggle)) for level in levels) % 2 == 1
                base[toggle] = bool(defaults.get(toggle)) or switched
            self._runs[key] = base
        return base

    def level(self, numbered: tuple[int, int]) -> Level | None:
        """The level of a list."""
        return self.numbering.level(*numbered)

    def language(self) -> str:
        """The language of text without any formatting of its own."""
        base = self._base((self.styles.known("paragraph", None), NO_TABLE, ""))
        return str(base.get("language", ""))


def _written(element: Element | None) -> bytes:
    """Properties as they stand in the file, to know them again."""
    return b"" if element is None else etree.tostring(element, with_tail=False)


def paragraph_mark(properties: Element | None) -> Element | None:
    """The `w:rPr` of the mark that ends a paragraph."""
    return None if properties is None else properties.find(f"{W}rPr")


def _finished(found: RunProperties) -> tuple[Look, bool]:
    ascii_, ansi, asian, other = (found.get(slot, "") for slot in SLOTS)
    bold, italic, size = found.get("b"), found.get("i"), found.get("size")
    if found.get("complex"):
        ascii_ = ansi = asian = other
        bold, italic, size = found.get("bCs"), found.get("iCs"), found.get("sizeCs", size)
    elif found.get("hint") == "eastAsia":
        ansi = _hinted(ascii_, ansi, asian, found.get("languageEastAsia", ""))
    look = Look(
        (ascii_, ansi, asian, other),
        size,
        bool(bold),
        bool(italic),
        bool(found.get("underline")),
        bool(found.get("caps") or found.get("smallCaps")),
        found.get("colour", "auto"),
        bool(found.get("highlight") or found.get("shaded")),
        bool(found.get("strike") or found.get("dstrike")),
        bool(found.get("raised") or found.get("lifted")),
    )
    return look, bool(found.get("vanish"))


def _hinted(ascii_: str, ansi: str, asian: str, language: str) -> str:
    """The font of Vietnamese letters where a run asks for the East Asian one ([MS-OI29500] 2.1.88)."""
    if asian == _TIMES and ascii_ == ansi:
        return ascii_
    return asian if asian and language.lower().startswith("zh") else ansi
