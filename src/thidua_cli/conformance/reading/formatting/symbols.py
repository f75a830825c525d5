"""Characters as they show: of texts, of elements that stand for signs, of symbol fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from thidua_cli.document.ooxml.elements import Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_PRIVATE = range(0xF000, 0xF100)
# The code in the font, below the private area, to the sign; by the beginning of the font's name.
_SIGNS = {
    "Symbol": {0xB7: "•", 0x2D: "-", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥"},
    "Wingdings": {
        0xA7: "▪", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0x76: "❖", 0xFC: "✓",
        0xFE: "☑", 0x28: "☎", 0x2A: "✉",
    },
}  # fmt: skip


def written(element: Element) -> str:
    """The text of a `w:t`: line ends are spaces, and spaces at its ends count only where it says so."""
    text = element.text or ""
    text = text.replace("\r", " ").replace("\n", " ")
    return text if element.get(_SPACE) == "preserve" else text.strip(" \t")


def readable(character: str, font: str) -> str:
    """The sign that a character of a symbol font shows; other characters as they are."""
    code = ord(character)
    table = next((signs for name, signs in _SIGNS.items() if font.startswith(name)), None)
    if table is None or not (code in _PRIVATE or code < 0x100):
        return character
    return table.get(code & 0xFF, character)


def symbol(code: str, font: str) -> str:
    """The sign of a `w:sym`: a hexadecimal code in a font; empty for what is no character."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    surrogate = 0xD800 <= number < 0xE000
    return readable(chr(number), font) if 0x20 <= number < 0x10000 and not surrogate else ""
