"""Shapes in VML (`w:pict`), as Word wrote them before 2010 and LibreOffice still does beside the new ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.conformance.reading.drawing.shapes import Shape, Spot, is_flat, is_level
from thidua_cli.conformance.reading.package.values import twips, whole
from thidua_cli.document.ooxml.names import OFFICE, V, W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.document.ooxml.elements import Element

_LINE_TYPES = frozenset({"#_x0000_t20", "#_x0000_t32", "#_x0000_t34"})
_DRAWN = frozenset(V + name for name in ("shape", "rect", "roundrect", "line", "polyline", "oval", "image"))
_OFF = frozenset({"f", "false", "0"})
_INSET = 144
_COLOUR = re.compile(r"#([0-9A-Fa-f]{6})\b")
_UNIT_PER_TWIP = (1, 1)
# CSS names of what a style can say of the place, and the names of DrawingML for the values.
_ACROSS = {"page": "page", "margin": "margin", "char": "character", "text": "column"}
_DOWN = {"page": "page", "margin": "margin", "line": "line", "text": "paragraph"}

Scale = tuple[tuple[int, int], tuple[int, int]]


def vml_shapes(holder: Element) -> Iterator[Shape]:
    """The shapes of a `w:pict` or `w:object` in the order of the file."""
    for child in holder:
        yield from _shapes(child, None, (_UNIT_PER_TWIP, _UNIT_PER_TWIP))


def _shapes(element: Element, group: Spot | None, scale: Scale) -> Iterator[Shape]:
    if element.tag == f"{V}group":
        own = _style(element)
        width, height = twips(own.get("width")) or 0, twips(own.get("height")) or 0
        across, down = _numbers(element.get("coordsize"))
        inner = ((width, across or 1000), (height, down or 1000)) if group is None else scale
        for child in element:
            yield from _shapes(child, _spot(own) if group is None else group, inner)
    elif element.tag in _DRAWN:
        yield _shape(element, group, scale)


def _shape(element: Element, group: Spot | None, scale: Scale) -> Shape:
    own = _style(element)
    width, height = _size(element, own, group, scale)
    spot = _spot(own) if group is None else group
    if element.tag == f"{V}line" and group is None:
        left, top = _end(element.get("from"))
        spot = spot._replace(inline=False, left=left, top=top)
    content = element.find(f"{V}textbox/{W}txbxContent")
    if content is not None:
        inset = element.find(f"{V}textbox")
        inside = None if width is None else max(0, width - _insets(inset))
        return Shape("box", inside, height or 0, spot, content=content)
    if element.get(f"{OFFICE}hr") in {"t", "true"}:
        return _ruler(element, width or 0, height or 0, own)
    if element.find(f"{V}imagedata") is not None:
        return Shape("picture", width, height or 0, spot)
    straight = element.tag == f"{V}line" or element.get("type") in _LINE_TYPES
    if width is None or height is None:
        flat = straight  # of a length that cannot be told
    else:
        flat = is_level(width, height) if straight else is_flat(width, height)
    if not flat or (straight and element.get("stroked", "t") in _OFF):
        return Shape("other", width, height or 0, spot)
    stroke = element.find(f"{V}stroke")
    solid = stroke is None or stroke.get("dashstyle", "solid") == "solid"
    colour = _COLOUR.match(element.get("strokecolor", ""))
    return Shape("line", width, height or 0, spot, solid, colour.group(1).upper() if colour else "auto")


def _ruler(element: Element, width: int, height: int, own: Mapping[str, str]) -> Shape:
    """The horizontal line that Word draws for `---`: as wide as the text unless it says otherwise."""
    share = whole(element.get(f"{OFFICE}hrpct"))
    spot = Spot(inline=True, aligned=element.get(f"{OFFICE}hralign", "left"))
    if width and not share:
        return Shape("line", width, height, spot)
    return Shape("line", None, height, spot, share=share or 1000)


def _style(element: Element) -> Mapping[str, str]:
    pairs = (part.partition(":") for part in element.get("style", "")[:4000].split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _spot(own: Mapping[str, str]) -> Spot:
    if own.get("position", "") != "absolute":
        return Spot(inline=True)
    aligned = own.get("mso-position-horizontal", "absolute")
    return Spot(
        inline=False,
        left=twips(own.get("margin-left") or own.get("left")) or 0,
        top=twips(own.get("margin-top") or own.get("top")) or 0,
        across=_ACROSS.get(own.get("mso-position-horizontal-relative", "text"), "column"),
        down=_DOWN.get(own.get("mso-position-vertical-relative", "text"), "paragraph"),
        aligned="" if aligned == "absolute" else aligned,
    )


def _size(
    element: Element, own: Mapping[str, str], group: Spot | None, scale: Scale
) -> tuple[int | None, int | None]:
    """Width and height; None for what is stated and no length."""
    if group is None:
        if element.tag == f"{V}line":
            start, end = _end(element.get("from")), _end(element.get("to"))
            return _distance(start[0], end[0]), _distance(start[1], end[1])
        return _distance(0, _length(own.get("width", "0"))), _distance(0, _length(own.get("height", "0")))
    if element.tag == f"{V}line":
        one, other = _numbers(element.get("from")), _numbers(element.get("to"))
        size = abs(other[0] - one[0]), abs(other[1] - one[1])
    else:
        size = whole(own.get("width")) or 0, whole(own.get("height")) or 0
    (across, wide), (down, high) = scale
    return size[0] * across // wide, size[1] * down // high


def _distance(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else abs(other - one)


def _end(text: str | None) -> tuple[int | None, int | None]:
    """One end of a line."""
    across, _, down = (text or "0,0").partition(",")
    return _length(across), _length(down)


def _length(text: str) -> int | None:
    """A length; a number without a unit counts pixels."""
    text = text.strip()
    return twips(text if text[-1:].isalpha() else f"{text}px")


def _numbers(text: str | None) -> tuple[int, int]:
    across, _, down = (text or "").partition(",")
    return whole(across) or 0, whole(down) or 0


def _insets(textbox: Element | None) -> int:
    given = "" if textbox is None else textbox.get("inset", "")
    sides = [*given.split(","), "", "", ""]
    return sum(_INSET if not sides[at].strip() else _length(sides[at]) or 0 for at in (0, 2))
