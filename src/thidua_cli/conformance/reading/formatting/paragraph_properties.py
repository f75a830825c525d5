"""What one level of formatting (a style, a list) says of paragraphs. Not what applies in the end."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.conformance.reading.package.values import is_on, twips, value_of, whole
from thidua_cli.document.ooxml.names import VAL, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from thidua_cli.document.ooxml.elements import Element

# Property to value: lengths in twips, `…Chars` and `…Lines` in hundredths, `tabs` by position, `border.SIDE`,
# `frame` where the frame of the paragraph stands, and `framed` how that aligns text as wide as its frame.
ParagraphProperties = dict[str, Any]

MOST_TABS = 64  # as in Word
_SIDES = ("top", "bottom", "left", "right")
_INVISIBLE = frozenset({"nil", "none"})
_SINGLE = frozenset({"single", "thick"})
_BROKEN = ("dot", "dash")  # dotted, dashed, dashSmallGap, dotDash …


class Border(NamedTuple):
    """One side's border; `solid` where it is drawn without gaps, `single` where it is one such stroke."""

    visible: bool
    solid: bool = True
    colour: str = "auto"
    single: bool = True


def read_border(element: Element) -> Border:
    """The border that an element such as `w:top` describes."""
    kind, weight = element.get(VAL, "none"), whole(element.get(f"{W}sz"))
    visible = kind not in _INVISIBLE and weight != 0
    return Border(
        visible,
        not kind.startswith(_BROKEN),
        element.get(f"{W}color", "auto").upper().replace("AUTO", "auto"),
        kind in _SINGLE,
    )


def paragraph_properties(element: Element | None) -> ParagraphProperties:
    """The properties that a `w:pPr` states itself."""
    found: ParagraphProperties = {}
    if element is not None:
        for child in element:
            read = _READERS.get(child.tag)
            if read is not None:
                read(child, found)
    return found


def merged(levels: Iterable[ParagraphProperties]) -> ParagraphProperties:
    """Levels over one another, the last the strongest; tab stops add up."""
    whole_: ParagraphProperties = {}
    for level in levels:
        tabs = whole_.get("tabs")
        whole_.update(level)
        if tabs and "tabs" in level:
            whole_["tabs"] = {**tabs, **level["tabs"]}
    return whole_


def _spacing(element: Element, found: ParagraphProperties) -> None:
    for key in ("before", "after", "line"):
        length = twips(element.get(W + key))
        if length is not None:
            found[key] = length
    for key in ("beforeLines", "afterLines"):
        count = whole(element.get(W + key))
        if count is not None:
            found[key] = count
    for key in ("beforeAutospacing", "afterAutospacing"):
        value = element.get(W + key)
        if value is not None:
            found[key] = is_on(value)
    rule = element.get(f"{W}lineRule")
    if rule is not None:
        found["lineRule"] = rule


def _indents(element: Element, found: ParagraphProperties) -> None:
    for key, logical in (("left", "start"), ("right", "end")):
        for suffix, read in (("", twips), ("Chars", whole)):
            value = read(element.get(W + key + suffix) or element.get(W + logical + suffix))
            if value is not None:
                found[key + suffix] = value
    for suffix, read in (("", twips), ("Chars", whole)):
        first, hanging = read(element.get(f"{W}firstLine{suffix}")), read(element.get(f"{W}hanging{suffix}"))
        if hanging is not None and (hanging or first is None):
            found[f"first{suffix}"] = -hanging
        elif first is not None:
            found[f"first{suffix}"] = first


def _switch(key: str) -> Callable[[Element, ParagraphProperties], None]:
    def read(element: Element, found: ParagraphProperties) -> None:
        found[key] = is_on(element.get(VAL))

    return read


def _text(key: str) -> Callable[[Element, ParagraphProperties], None]:
    def read(element: Element, found: ParagraphProperties) -> None:
        found[key] = element.get(VAL, "")

    return read


def _numbering(element: Element, found: ParagraphProperties) -> None:
    number, level = whole(value_of(element, "numId")), whole(value_of(element, "ilvl"))
    if number is not None:
        found["numId"] = number
    if level is not None:
        found["level"] = level


def _borders(element: Element, found: ParagraphProperties) -> None:
    for side in _SIDES:
        border = element.find(W + side)
        if border is not None:
            found[f"border.{side}"] = read_border(border)


def _frame(element: Element, found: ParagraphProperties) -> None:
    found["frame"] = element.get(f"{W}xAlign", "")
    found["framed"] = found["frame"] if element.get(f"{W}w") is None else ""


def _tabs(element: Element, found: ParagraphProperties) -> None:
    found["tabs"] = {
        twips(tab.get(f"{W}pos")) or 0: (tab.get(VAL, "left"), tab.get(f"{W}leader", "none"))
        for tab in islice(element.iterfind(f"{W}tab"), MOST_TABS)
    }


_READERS: dict[Any, Callable[[Element, ParagraphProperties], None]] = {
    f"{W}pStyle": _text("style"),
    f"{W}spacing": _spacing,
    f"{W}ind": _indents,
    f"{W}jc": _text("align"),
    f"{W}numPr": _numbering,
    f"{W}pBdr": _borders,
    f"{W}tabs": _tabs,
    f"{W}framePr": _frame,
    **{W + name: _switch(name) for name in ("pageBreakBefore", "contextualSpacing", "bidi")},
}
