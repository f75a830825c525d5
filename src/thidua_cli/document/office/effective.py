"""What the paragraph styles of an office come to: document defaults, bases, own properties and theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from thidua_cli.document.docx.styles import FONT
from thidua_cli.document.office.namespaces import PARAGRAPH_LOOK, RUN_LOOK, STYLE_OF_SHEET
from thidua_cli.document.ooxml.elements import name_of
from thidua_cli.document.ooxml.names import VAL, A, W
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thidua_cli.document.ooxml.elements import Element

# What Word takes where a file says nothing: 10 pt, single lines.
DEFAULTS = {"rPr/sz": "20", "pPr/spacing.line": "240", "pPr/spacing.lineRule": "auto", "pPr/jc": "left"}
SLOTS = ("ascii", "hAnsi")  # the fonts of Vietnamese letters
OFF = frozenset(("0", "false", "off", "none"))
BLACK = frozenset(("auto", "000000"))
BLACK_OF_THEME = frozenset(("text1", "dark1"))
THEME_MARK = "@"
MOST_BASES = 50  # Word itself builds no longer chains

Said = dict[str, str]  # `pPr/spacing.before` → `120`; `rPr/b` → `1`


class Look(NamedTuple):
    """The look of a style; lengths in twips, `size` in half-points, `colour` empty where it is black.

    `on` are the switches that are on, as elements are called: `b`, `caps`, `numPr`. `first` is negative
    where the first line hangs; `line` is in 240ths of a line where `rule` is `auto`.
    """

    fonts: frozenset[str]
    colour: str
    size: int
    on: frozenset[str]
    align: str
    left: int
    right: int
    first: int
    before: int
    after: int
    line: int
    rule: str
    outline: str


class OfficeSheet:
    """The paragraph styles of a file by name and by id; `theme` is the root of its theme."""

    def __init__(self, sheet: Element | None, theme: Element | None) -> None:
        self.styles: dict[str, Element] = {}
        self.default = ""
        self._ids: dict[str, str] = {}
        self._defaults = {} if sheet is None else _said(sheet.find(f"{W}docDefaults"))
        self._fonts = _theme_fonts(theme)
        for style in () if sheet is None else sheet.iter(STYLE_OF_SHEET):
            ident, name = style.get(W + "styleId"), _named(style)
            if style.get(W + "type") != "paragraph" or not ident or ident in self.styles:
                continue
            self.styles[ident] = style
            self._ids.setdefault(fold(name), ident)
            if style.get(W + "default") not in (None, *OFF):
                self.default = self.default or ident

    def find(self, names: Iterable[str]) -> str:
        """The id of the first style that has one of the names; empty where none has."""
        return next((self._ids[key] for name in names if (key := fold(name)) in self._ids), "")

    def name(self, ident: str) -> str:
        """The name of a style as Word shows it."""
        name = _named(self.styles[ident])
        return name[:1].upper() + name[1:]

    def look(self, ident: str, direct: Element | None = None) -> Look:
        """What paragraphs of a style look like; `direct` holds properties (`pPr`, `rPr`) set over it."""
        said = {**DEFAULTS, **self._defaults}
        for style in reversed(list(self._chain(ident))):
            said |= _said(style)
        return _look(said | _said(direct), self._fonts)

    def _chain(self, ident: str) -> Iterator[Element]:
        seen: set[str] = set()
        while ident in self.styles and ident not in seen and len(seen) < MOST_BASES:
            seen.add(ident)
            yield self.styles[ident]
            base = self.styles[ident].find(f"{W}basedOn")
            ident = (base.get(VAL) if base is not None else None) or ""


def _named(style: Element) -> str:
    name = style.find(f"{W}name")
    return (name.get(VAL) if name is not None else None) or ""


def _said(holder: Element | None) -> Said:
    """Every property in a style, or in the defaults of the document."""
    said: Said = {}
    for kind in () if holder is None else holder.iter(PARAGRAPH_LOOK, RUN_LOOK):
        for child in kind.iterchildren(etree.Element):
            if str(child.tag).startswith(W):
                said |= {f"{name_of(kind)}/{key}": text for key, text in _values(child)}
    return said


def _values(child: Element) -> Iterator[tuple[str, str]]:
    name = name_of(child)
    given = {str(key).removeprefix(W): str(text) for key, text in child.attrib.items()}
    yield name, _main_value(child, given)
    if name == "rFonts":
        for slot in SLOTS:
            theme = given.get(f"{slot}Theme")
            if theme or slot in given:
                yield f"{name}.{slot}", f"{THEME_MARK}{theme}" if theme else given[slot]
    elif name == "ind":
        sides = {"left": ("left", "start"), "right": ("right", "end"), "first": ("firstLine",)}
        yield from (
            (f"{name}.{side}", given[key]) for side, keys in sides.items() for key in keys if key in given
        )
        if "hanging" in given:
            yield f"{name}.first", f"-{given['hanging']}"
    elif name == "spacing":
        yield from ((f"{name}.{key}", text) for key, text in given.items())


def _main_value(child: Element, given: Mapping[str, str]) -> str:
    if child.tag == f"{W}numPr":
        number = child.find(f"{W}numId")
        return (number.get(VAL) if number is not None else None) or "1"
    if child.tag == f"{W}color" and given.get("themeColor") in BLACK_OF_THEME:
        return "auto"
    return given.get("val", "1")


def _look(said: Mapping[str, str], theme: Mapping[str, str]) -> Look:
    fonts = (said.get(f"rPr/rFonts.{slot}", FONT) for slot in SLOTS)
    colour = said.get("rPr/color", "auto").upper()
    switches = (key.rpartition("/")[2] for key, text in said.items() if "." not in key and text not in OFF)
    length = {
        name: _whole(said.get(f"pPr/{key}", "0"))
        for name, key in (
            *((side, f"ind.{side}") for side in ("left", "right", "first")),
            *((side, f"spacing.{side}") for side in ("before", "after", "line")),
        )
    }
    return Look(
        fonts=frozenset(theme.get(font, "") if font.startswith(THEME_MARK) else font for font in fonts),
        colour="" if colour.lower() in BLACK else colour,
        size=_whole(said["rPr/sz"]),
        on=frozenset(switches),
        align=said["pPr/jc"],
        rule=said["pPr/spacing.lineRule"],
        outline=said.get("pPr/outlineLvl", ""),
        **length,
    )


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """The Latin typefaces by the names that styles use, marked: `@majorHAnsi`."""
    found: dict[str, str] = {}
    for level in ("major", "minor"):
        latin = None if theme is None else theme.find(f".//{A}{level}Font/{A}latin")
        typeface = "" if latin is None else latin.get("typeface", "")
        found |= {f"{THEME_MARK}{level}{slot[0].upper()}{slot[1:]}": typeface for slot in SLOTS}
    return found


def _whole(text: str) -> int:
    """A number of a property; 0 for what is none, or beyond any length on paper."""
    digits = text.removeprefix("-")
    return int(text) if digits.isdecimal() and len(digits) < 7 else 0
