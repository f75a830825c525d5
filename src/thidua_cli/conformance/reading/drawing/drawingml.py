"""Shapes in DrawingML (`w:drawing`), as Word writes them since 2010."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.reading.drawing.shapes import Shape, Spot, is_flat, is_level
from thidua_cli.conformance.reading.package.values import emu
from thidua_cli.document.ooxml.names import PIC, WP, WPG, WPS, A, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.reading.formatting.theme import Theme
    from thidua_cli.document.ooxml.elements import Element

_LINES = frozenset({"line", "straightConnector1"})
_QUARTER_TURNS = frozenset({"5400000", "16200000"})
_INSET = 144  # ECMA-376 Part 1, 20.1.2.1.1: a tenth of an inch at either side of a box


class _Frame(NamedTuple):
    """Where the shapes of a drawing or group lie: its spot, and twips to a unit inside it (as a fraction)."""

    spot: Spot
    origin: tuple[int, int] = (0, 0)
    across: tuple[int, int] = (1, 1)
    down: tuple[int, int] = (1, 1)


def drawing_shapes(drawing: Element, theme: Theme) -> Iterator[Shape]:
    """The shapes of a `w:drawing` in the order of the file."""
    for holder in drawing:
        extent = holder.find(f"{WP}extent")
        hidden = holder.find(f"{WP}docPr")
        if extent is None or (hidden is not None and hidden.get("hidden") in {"1", "true"}):
            continue
        size = emu(extent.get("cx")) or 0, emu(extent.get("cy")) or 0
        spot = _spot(holder)
        for data in holder.iterfind(f"{A}graphic/{A}graphicData"):
            for child in data:
                # What is neither shape nor picture is a chart or a diagram.
                shapes = tuple(_shapes(child, _Frame(spot), size, theme))
                yield from shapes or (Shape("other", *size, spot),)


def _spot(holder: Element) -> Spot:
    if holder.tag == f"{WP}inline":
        return Spot(inline=True)
    across, down = holder.find(f"{WP}positionH"), holder.find(f"{WP}positionV")
    simple = holder.find(f"{WP}simplePos")
    if holder.get("simplePos") in {"1", "true"} and simple is not None:
        left, top = emu(simple.get("x")), emu(simple.get("y"))
        return Spot(inline=False, left=left, top=top, across="page", down="page")
    return Spot(
        inline=False,
        left=_offset(across),
        top=_offset(down),
        across="column" if across is None else across.get("relativeFrom", "column"),
        down="paragraph" if down is None else down.get("relativeFrom", "paragraph"),
        aligned="" if across is None else (across.findtext(f"{WP}align") or ""),
    )


def _offset(position: Element | None) -> int | None:
    return None if position is None else emu(position.findtext(f"{WP}posOffset"))


def _shapes(element: Element, frame: _Frame, size: tuple[int, int], theme: Theme) -> Iterator[Shape]:
    if element.tag in {f"{WPG}wgp", f"{WPG}grpSp"}:
        inner = _group(element, frame)
        for child in element:
            yield from _shapes(child, inner, (0, 0), theme)
    elif element.tag == f"{WPS}wsp":
        yield _word_shape(element, frame, size, theme)
    elif element.tag == f"{PIC}pic":
        width, height, spot = _box(element.find(f"{PIC}spPr"), frame, size)
        yield Shape("picture", width, height, spot)


def _group(element: Element, frame: _Frame) -> _Frame:
    own = element.find(f"{WPG}grpSpPr/{A}xfrm")
    if own is None:
        return frame
    size, inside = _pair(own, "ext", "cx", "cy"), _pair(own, "chExt", "cx", "cy")
    at = _pair(own, "off", "x", "y") if element.tag == f"{WPG}grpSp" else (0, 0)
    spot = frame.spot.moved(*_scaled(frame, at[0] - frame.origin[0], at[1] - frame.origin[1]))
    across = (frame.across[0] * size[0], frame.across[1] * inside[0]) if inside[0] else frame.across
    down = (frame.down[0] * size[1], frame.down[1] * inside[1]) if inside[1] else frame.down
    return _Frame(spot, _pair(own, "chOff", "x", "y"), across, down)


def _pair(parent: Element, name: str, first: str, second: str) -> tuple[int, int]:
    child = parent.find(A + name)
    if child is None:
        return 0, 0
    return emu(child.get(first)) or 0, emu(child.get(second)) or 0


def _scaled(frame: _Frame, across: int, down: int) -> tuple[int, int]:
    return across * frame.across[0] // frame.across[1], down * frame.down[0] // frame.down[1]


def _box(own: Element | None, frame: _Frame, size: tuple[int, int]) -> tuple[int, int, Spot]:
    """Width, height and spot of a shape; turned by a right angle, its sides change places."""
    transform = None if own is None else own.find(f"{A}xfrm")
    if transform is None:
        return *size, frame.spot
    width, height = _scaled(frame, *_pair(transform, "ext", "cx", "cy"))
    if (width, height) == (0, 0):
        width, height = size
    if transform.get("rot") in _QUARTER_TURNS:
        width, height = height, width
    if size != (0, 0):  # not in a group: the anchor tells the place
        return width, height, frame.spot
    at = _pair(transform, "off", "x", "y")
    return width, height, frame.spot.moved(*_scaled(frame, at[0] - frame.origin[0], at[1] - frame.origin[1]))


def _word_shape(element: Element, frame: _Frame, size: tuple[int, int], theme: Theme) -> Shape:
    own = element.find(f"{WPS}spPr")
    width, height, spot = _box(own, frame, size)
    content = element.find(f"{WPS}txbx/{W}txbxContent")
    if content is not None:
        body = element.find(f"{WPS}bodyPr")
        insets = _INSET * 2 if body is None else sum(_inset(body.get(side)) for side in ("lIns", "rIns"))
        return Shape("box", max(0, width - insets), height, spot, content=content)
    geometry = None if own is None else own.find(f"{A}prstGeom")
    drawn = geometry is not None and geometry.get("prst") in _LINES and is_level(width, height)
    stroke = None if own is None else own.find(f"{A}ln")
    if not (drawn or is_flat(width, height)) or (drawn and stroke is not None and _unfilled(stroke)):
        return Shape("other", width, height, spot)
    dash = None if stroke is None else stroke.find(f"{A}prstDash")
    solid = dash is None or dash.get("val", "solid") == "solid"
    return Shape("line", width, height, spot, solid, _colour(element, stroke, theme))


def _inset(value: str | None) -> int:
    length = emu(value)
    return _INSET if length is None else length


def _unfilled(stroke: Element) -> bool:
    return stroke.find(f"{A}noFill") is not None


def _colour(element: Element, stroke: Element | None, theme: Theme) -> str:
    filled = None if stroke is None else stroke.find(f"{A}solidFill")
    holder = element.find(f"{WPS}style/{A}lnRef") if filled is None else filled
    for colour in () if holder is None else holder:
        value = colour.get("lastClr") or colour.get("val") or "auto"
        return (theme.colour(value) or "auto") if colour.tag == f"{A}schemeClr" else value.upper()
    return "auto"
