"""The values that attributes hold: lengths, sizes, whole numbers, switches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.document.ooxml.names import VAL, W

if TYPE_CHECKING:
    from thidua_cli.document.ooxml.elements import Element

EMU_PER_TWIP = 635
_OFF = frozenset({"0", "false", "off", "none"})
_WHOLE = re.compile(r"[+-]?\d{1,9}")
_EMU = re.compile(r"[+-]?\d{1,12}")
# Programs write what their own reckoning gives, with as many decimals; six are more than enough.
_MEASURE = re.compile(
    r"(?P<sign>[+-]?)(?P<units>\d{0,6})(?:\.(?P<places>\d{0,6})\d{0,40})?(?P<name>mm|cm|in|pt|pc|pi|px)"
)
# Twips in a unit, as a fraction, so that no rounding comes from floats.
_TWIPS = {
    "mm": (7200, 127),
    "cm": (72000, 127),
    "in": (1440, 1),
    "pt": (20, 1),
    "pc": (240, 1),
    "pi": (240, 1),
    "px": (15, 1),
}


def whole(text: str | None) -> int | None:
    """A whole number (a fraction cut off); None for what is none, or beyond any length on paper."""
    matched = _WHOLE.match(text.strip()) if text else None
    return int(matched.group()) if matched else None


def twips(text: str | None) -> int | None:
    """A length: twips, or a number with its unit (`12pt`, `2.5cm`); None for what is none."""
    if text is None:
        return None
    text = text.strip()
    measured = _MEASURE.fullmatch(text)
    if not measured or not (measured["units"] or measured["places"]):
        return None if text[-1:].isalpha() else whole(text)
    units, places = measured["units"], measured["places"] or ""
    top, bottom = _TWIPS[measured["name"]]
    digits = int(f"{measured['sign']}{units}{places}") * top
    scale = bottom * int(10 ** len(places))
    return (digits + scale // 2) // scale


def half_points(text: str | None) -> int | None:
    """A size of type: half-points, or a number with its unit."""
    if text and text.strip()[-1:].isalpha():
        length = twips(text)
        return None if length is None else length // 10
    return whole(text)


def emu(text: str | None) -> int | None:
    """A length in English Metric Units, or with its unit, in twips."""
    if text and text.strip()[-1:].isalpha():
        return twips(text)
    matched = _EMU.match(text.strip()) if text else None
    return None if matched is None else (int(matched.group()) + EMU_PER_TWIP // 2) // EMU_PER_TWIP


def on(element: Element | None) -> bool:
    """Whether a switch is there and not off."""
    return element is not None and is_on(element.get(VAL))


def is_on(value: str | None) -> bool:
    """Whether the value of a switch is on; a switch without a value is."""
    return value is None or value.strip().lower() not in _OFF


def value_of(parent: Element | None, name: str) -> str | None:
    """The value of a child `w:NAME`; None where either is missing."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL)
