"""What one level of formatting (a style, a run) says of characters. Not what applies in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.conformance.reading.package.values import half_points, is_on, twips
from thidua_cli.document.ooxml.names import VAL, W

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.conformance.reading.formatting.theme import Theme
    from thidua_cli.document.ooxml.elements import Element

# Property to value: switches as bool, `size` in half-points, fonts as `ascii` … `cs`, names as text.
RunProperties = dict[str, Any]

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
# ECMA-376 Part 1, 17.7.3: between levels of styles these switch each other over.
TOGGLES = ("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "vanish")
_SWITCHES = (*TOGGLES, "dstrike")
_UNSHADED = frozenset({"auto", "FFFFFF"})
_THEMED = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_SLOT_NAMES = tuple((slot, W + slot, W + themed) for slot, themed in _THEMED.items())


def run_properties(element: Element | None, theme: Theme) -> RunProperties:
    """The properties that a `w:rPr` states itself."""
    found: RunProperties = {}
    if element is not None:
        for child in element:
            read = _READERS.get(child.tag)
            if read is not None:
                read(child, found, theme)
    return found


def _fonts(element: Element, found: RunProperties, theme: Theme) -> None:
    for slot, plain, themed in _SLOT_NAMES:
        name = element.get(themed)
        # A name that the theme does not know leaves the plain one.
        font = (theme.fonts.get(name) if name else None) or element.get(plain)
        if font is not None:
            found[slot] = font
    hint = element.get(f"{W}hint")
    if hint is not None:
        found["hint"] = hint


def _switch(key: str) -> Callable[[Element, RunProperties, Theme], None]:
    def read(element: Element, found: RunProperties, _: Theme) -> None:
        found[key] = is_on(element.get(VAL))

    return read


def _size(key: str) -> Callable[[Element, RunProperties, Theme], None]:
    def read(element: Element, found: RunProperties, _: Theme) -> None:
        size = half_points(element.get(VAL))
        if size is not None and size > 0:
            found[key] = size

    return read


def _text(key: str) -> Callable[[Element, RunProperties, Theme], None]:
    def read(element: Element, found: RunProperties, _: Theme) -> None:
        found[key] = element.get(VAL, "")

    return read


def _colour(element: Element, found: RunProperties, theme: Theme) -> None:
    value, themed = element.get(VAL, "auto"), element.get(f"{W}themeColor")
    shaded = element.get(f"{W}themeTint") or element.get(f"{W}themeShade")
    if themed and not shaded:
        value = theme.colour(themed) or value
    found["colour"] = "auto" if value == "auto" else value.upper()


def _underline(element: Element, found: RunProperties, _: Theme) -> None:
    found["underline"] = element.get(VAL, "single") != "none"


def _highlight(element: Element, found: RunProperties, _: Theme) -> None:
    found["highlight"] = element.get(VAL, "none") != "none"


def _shading(element: Element, found: RunProperties, _: Theme) -> None:
    found["shaded"] = element.get(f"{W}fill", "auto").replace("ffffff", "FFFFFF") not in _UNSHADED


def _raised(element: Element, found: RunProperties, _: Theme) -> None:
    found["raised"] = element.get(VAL) == "superscript"


def _position(element: Element, found: RunProperties, _: Theme) -> None:
    height = element.get(VAL)
    found["lifted"] = ((twips(height) if height and height[-1].isalpha() else half_points(height)) or 0) > 0


def _language(element: Element, found: RunProperties, _: Theme) -> None:
    for key, name in (("language", VAL), ("languageEastAsia", f"{W}eastAsia")):
        value = element.get(name)
        if value:
            found[key] = value


_READERS: dict[Any, Callable[[Element, RunProperties, Theme], None]] = {
    **{W + name: _switch(name) for name in _SWITCHES},
    f"{W}rtl": _switch("complex"),
    f"{W}cs": _switch("complex"),
    f"{W}rFonts": _fonts,
    f"{W}sz": _size("size"),
    f"{W}szCs": _size("sizeCs"),
    f"{W}u": _underline,
    f"{W}color": _colour,
    f"{W}highlight": _highlight,
    f"{W}shd": _shading,
    f"{W}vertAlign": _raised,
    f"{W}position": _position,
    f"{W}lang": _language,
    f"{W}rStyle": _text("style"),
}
