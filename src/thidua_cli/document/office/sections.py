"""New pages inside an office's file: annexes and turned pages, on its paper and with its headers."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from thidua_cli.document.docx.page import PAPER
from thidua_cli.document.office.namespaces import BODY, CELL, PARAGRAPH_LOOK, SECTION, TEXT_BOX
from thidua_cli.document.ooxml.elements import node
from thidua_cli.document.ooxml.names import W
from thidua_cli.document.ooxml.order import insert

if TYPE_CHECKING:
    from thidua_cli.document.ooxml.elements import Element

WIDTH, HEIGHT, LYING = W + "w", W + "h", W + "orient"
CELL_MARGINS = 216  # twips: what Word leaves left and right in a cell unless told otherwise
DEFAULT_EDGE = 1134
DEFAULT_MARGINS = {"left": 1701, "right": 851}
NOT_IN_FOLLOWING = ("type", "footnotePr", "endnotePr", "titlePg")


def section_at(place: Element) -> Element:
    """The `w:sectPr` that holds where an element stands; an empty one where the file has none."""
    top = next((each for each in (place, *place.iterancestors()) if _is_in_body(each)), None)
    for following in () if top is None else (top, *top.itersiblings()):
        if following.tag == SECTION:
            return following
        look = following.find(PARAGRAPH_LOOK)
        own = look.find(SECTION) if look is not None else None
        if own is not None:
            return own
    return node("sectPr")


def _is_in_body(element: Element) -> bool:
    above = element.getparent()
    return above is not None and above.tag == BODY


def room_at(place: Element, section: Element) -> int:
    """Width in twips of the text where an element stands: that of its cell, else of its page."""
    for above in place.iterancestors(CELL, TEXT_BOX):
        width = above.find(f"{W}tcPr/{W}tcW")
        if width is not None and width.get(W + "type") == "dxa":
            return max(1, _length(width, WIDTH, 0) - CELL_MARGINS)
        return page_room(section) // 2
    return page_room(section)


def page_room(section: Element) -> int:
    """Width in twips of the text on the pages of a section."""
    paper, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    sides = sum(_length(margins, W + side, otherwise) for side, otherwise in DEFAULT_MARGINS.items())
    return max(1, _length(paper, WIDTH, PAPER[0]) - sides)


def page_height(section: Element) -> int:
    """Height in twips of the text on the pages of a section."""
    paper, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    edges = sum(_length(margins, W + edge, DEFAULT_EDGE) for edge in ("top", "bottom"))
    return max(1, _length(paper, HEIGHT, PAPER[1]) - edges)


def lies(section: Element) -> bool:
    """Whether the pages of a section are wider than high."""
    paper = section.find(W + "pgSz")
    return _length(paper, WIDTH, PAPER[0]) > _length(paper, HEIGHT, PAPER[1])


def like(section: Element, *, landscape: bool, restart: bool) -> Element:
    """The properties of a new section on the paper of another, turned, its numbers going on or from 1."""
    made = deepcopy(section)
    made.tail = None
    for name in NOT_IN_FOLLOWING[:3] if restart else NOT_IN_FOLLOWING:
        for child in made.findall(W + name):
            made.remove(child)
    paper = made.find(W + "pgSz")
    if paper is not None and lies(made) != landscape:
        width, height = paper.get(WIDTH, ""), paper.get(HEIGHT, "")
        paper.set(WIDTH, height)
        paper.set(HEIGHT, width)
        paper.attrib.pop(LYING, "")
        if landscape:
            paper.set(LYING, "landscape")
    _count(made, restart)
    return made


def _count(section: Element, restart: bool) -> None:
    numbers = section.find(W + "pgNumType")
    if numbers is None and restart:
        numbers = node("pgNumType")
        insert(section, numbers)
    if numbers is not None:
        numbers.attrib.pop(W + "start", "")
        if restart:
            numbers.set(W + "start", "1")


def _length(element: Element | None, name: str, otherwise: int) -> int:
    text = element.get(name, "") if element is not None else ""
    return int(text) if text.isdecimal() and len(text) < 7 else otherwise
