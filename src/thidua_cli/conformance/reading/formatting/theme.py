"""The fonts and colours that a theme gives to its names (`minorHAnsi`, `accent1`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.ooxml.names import VAL, A, W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.document.ooxml.elements import Element

_LATIN = ("Ascii", "HAnsi")
# ECMA-376 Part 1, 17.18.97: the names of theme colours in Word, and those in the theme.
_COLOURS = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
    "tx1": "dk1",
    "bg1": "lt1",
    "tx2": "dk2",
    "bg2": "lt2",
}
# Scripts that `w:themeFontLang` can ask for (the language's tag before the hyphen, or whole).
_SCRIPTS = {
    "vi": "Viet",
    "ja": "Jpan",
    "ko": "Hang",
    "zh-TW": "Hant",
    "zh-HK": "Hant",
    "zh": "Hans",
    "th": "Thai",
    "ar": "Arab",
    "he": "Hebr",
}


class Theme(NamedTuple):
    """Fonts by the names that runs use (`minorHAnsi`, `majorBidi`); colours by those of the theme (`dk1`)."""

    fonts: Mapping[str, str]
    colours: Mapping[str, str]

    def colour(self, name: str) -> str | None:
        """Six hexadecimal digits for a theme colour's name; None where the theme has none."""
        return self.colours.get(_COLOURS.get(name, name))


NO_THEME = Theme({}, {})


def read_theme(root: Element | None, settings: Element | None) -> Theme:
    """The theme of a file; the languages of the settings choose among fonts by script."""
    if root is None:
        return NO_THEME
    language = None if settings is None else settings.find(f"{W}themeFontLang")
    fonts = {}
    for level in ("major", "minor"):
        scheme = root.find(f".//{A}{level}Font")
        if scheme is None:
            continue
        for slot in _LATIN:
            fonts[level + slot] = _typeface(scheme, "latin", "")
        fonts[f"{level}EastAsia"] = _typeface(scheme, "ea", _language(language, "eastAsia"))
        fonts[f"{level}Bidi"] = _typeface(scheme, "cs", _language(language, "bidi"))
    scheme = root.find(f".//{A}clrScheme")
    return Theme(fonts, {} if scheme is None else _colours(scheme))


def _language(element: Element | None, script: str) -> str:
    return "" if element is None else element.get(W + script, "")


def _typeface(scheme: Element, slot: str, language: str) -> str:
    own = scheme.find(A + slot)
    face = "" if own is None else own.get("typeface", "")
    if face or not language:
        return face
    script = _SCRIPTS.get(language) or _SCRIPTS.get(language.partition("-")[0], "")
    found = (each.get("typeface", "") for each in scheme.iterfind(f"{A}font") if each.get("script") == script)
    return next(found, "")


def _colours(scheme: Element) -> dict[str, str]:
    found = {}
    for named in scheme:
        for colour in named:
            value = colour.get("lastClr") or colour.get("val") or colour.get(VAL)
            if value:
                found[named.tag.rpartition("}")[2]] = value.upper()
    return found
