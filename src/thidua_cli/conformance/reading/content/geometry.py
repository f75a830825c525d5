"""Indents, spacing and alignment of a paragraph as they apply, in twips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from thidua_cli.conformance.model.lines import Alignment
    from thidua_cli.conformance.reading.formatting.paragraph_properties import ParagraphProperties

Rule = Literal["auto", "exact", "atLeast"]

AUTOMATIC = 280  # what Word sets for spacing as on web pages
_SINGLE = 240
_DEFAULT_SIZE = 20
_TWIPS_PER_HALF_POINT = 10
_ALIGNMENTS: dict[str, Alignment] = {
    "start": "left",
    "left": "left",
    "center": "center",
    "end": "right",
    "right": "right",
    "both": "both",
    "lowKashida": "both",
    "mediumKashida": "both",
    "highKashida": "both",
    "distribute": "distribute",
    "thaiDistribute": "distribute",
}
_MIRRORED: dict[Alignment, Alignment] = {"left": "right", "right": "left"}
_RULES: dict[str, Rule] = {"exact": "exact", "atLeast": "atLeast"}
_NEAR_MIDDLE = 20  # a twentieth of the room at either side


class Geometry(NamedTuple):
    """How a paragraph stands in its column; the fields of `Line` of the same names, in its order."""

    align: Alignment
    left: int
    right: int
    first: int
    before: int
    after: int
    spacing: int
    spacing_rule: Rule


def geometry(properties: ParagraphProperties, size: int | None, pitch: int) -> Geometry:
    """The geometry of a paragraph whose text begins in a size (half-points); `pitch` is a line's height."""
    letter = (size or _DEFAULT_SIZE) * _TWIPS_PER_HALF_POINT
    align = _ALIGNMENTS.get(properties.get("framed") or properties.get("align", "left"), "left")
    return Geometry(
        _MIRRORED.get(align, align) if properties.get("bidi") else align,
        _indent(properties, "left", letter),
        _indent(properties, "right", letter),
        _indent(properties, "first", letter),
        _gap(properties, "before", pitch),
        _gap(properties, "after", pitch),
        abs(properties.get("line", _SINGLE)) or _SINGLE,
        _RULES.get(properties.get("lineRule", "auto"), "auto"),
    )


def is_tabbed_to_middle(text: str, properties: ParagraphProperties, room: int | None) -> bool:
    """Whether the one thing in a paragraph is a text that a tab centres on the column."""
    if not room or not text.startswith("\t") or "\t" in text.strip():
        return False
    leading = len(text) - len(text.lstrip("\t"))
    stops = sorted((at, stop) for at, (stop, _) in properties.get("tabs", {}).items() if stop != "clear")
    if len(stops) < leading:
        return False
    at, stop = stops[leading - 1]
    return bool(stop == "center") and abs(at * 2 - room) <= room // _NEAR_MIDDLE * 2


def _indent(properties: ParagraphProperties, key: str, letter: int) -> int:
    """An indent counted in letters goes before one in twips."""
    letters: int = properties.get(f"{key}Chars", 0)
    length: Any = letters * letter // 100 if letters else properties.get(key, 0)
    return int(length)


def _gap(properties: ParagraphProperties, key: str, pitch: int) -> int:
    if properties.get(f"{key}Autospacing"):
        return AUTOMATIC
    lines: int = properties.get(f"{key}Lines", 0)
    return lines * pitch // 100 if lines else int(properties.get(key, 0))
