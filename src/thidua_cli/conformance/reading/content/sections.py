"""Sections: paper, margins, columns and page numbers, and which headers apply in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.model.word_file import Section
from thidua_cli.conformance.reading.content.columns import Column
from thidua_cli.conformance.reading.package.values import on, twips, value_of, whole
from thidua_cli.document.ooxml.names import R, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from thidua_cli.conformance.model.lines import Line, Story
    from thidua_cli.conformance.model.word_file import HeaderKind
    from thidua_cli.document.ooxml.elements import Element

_LETTER = (12240, 15840)  # what Word takes where a file states no paper
_MARGIN = 1440
_COLUMN_GAP = 720
_MEASURES = {
    "pgSz": {"w": "width", "h": "height"},
    "pgMar": {side: side for side in ("top", "bottom", "left", "right", "gutter")},
}
_SINGLE = 240
_GRIDS = frozenset({"lines", "linesAndChars", "snapToChars"})
_KINDS: dict[str, HeaderKind] = {"default": "default", "first": "first", "even": "even"}


class _Paper(NamedTuple):
    width: int
    height: int
    landscape: bool


def section_elements(body: Element) -> list[Element | None]:
    """The `w:sectPr` of the sections in order; None for a last one that the file does not state."""
    found: list[Element | None] = [
        each
        for each in body.iter(f"{W}sectPr")
        if _holder(each) in {f"{W}pPr", body.tag}
        and next(each.iterancestors(f"{W}txbxContent"), None) is None
    ]
    last = body.find(f"{W}sectPr")
    if last is None:
        found.append(None)
    return found


def _holder(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)


def column_of(element: Element | None, story: Story = "body") -> Column:
    """The column that text of a section stands in; the first one where it has several."""
    paper = _paper(element)
    left, right = abs(_margin(element, "left", _MARGIN)), abs(_margin(element, "right", _MARGIN))
    gutter = _margin(element, "gutter", 0)
    width = max(0, paper.width - left - right - gutter)
    count = _columns(element)
    own = None if element is None else element.find(f"{W}cols")
    if story == "body" and own is not None and count > 1:
        first = own.find(f"{W}col")
        stated = None if first is None else twips(first.get(f"{W}w"))
        gap = twips(own.get(f"{W}space"))
        equal = (width - (count - 1) * (_COLUMN_GAP if gap is None else gap)) // count
        width = max(0, equal if stated is None else stated)
    return Column(story, width, left + gutter, _pitch(element))


def read_sections(
    elements: Sequence[Element | None], read_header: Callable[[str, Column], tuple[Line, ...]]
) -> tuple[Section, ...]:
    """The sections with their headers and footers; a kind that one lacks is that of the section before."""
    linked: dict[str, dict[HeaderKind, tuple[Line, ...]]] = {"header": {}, "footer": {}}
    found = []
    for number, element in enumerate(elements, 1):
        for kind, lines in linked.items():
            own = () if element is None else element.iterfind(f"{W}{kind}Reference")
            for each in own:
                which = _KINDS.get(each.get(f"{W}type", "default"))
                if which is not None:
                    story: Story = "header" if kind == "header" else "footer"
                    lines[which] = read_header(each.get(f"{R}id", ""), column_of(element, story))
        found.append(_section(number, element, dict(linked["header"]), dict(linked["footer"])))
    return tuple(found)


def _section(
    number: int,
    element: Element | None,
    headers: Mapping[HeaderKind, tuple[Line, ...]],
    footers: Mapping[HeaderKind, tuple[Line, ...]],
) -> Section:
    paper = _paper(element)
    pages = None if element is None else element.find(f"{W}pgNumType")
    return Section(
        number,
        *paper,
        top=_margin(element, "top", _MARGIN),
        bottom=_margin(element, "bottom", _MARGIN),
        left=_margin(element, "left", _MARGIN),
        right=_margin(element, "right", _MARGIN),
        gutter=_margin(element, "gutter", 0),
        columns=_columns(element),
        first_differs=element is not None and on(element.find(f"{W}titlePg")),
        restarts_at=None if pages is None else whole(pages.get(f"{W}start")),
        number_format="decimal" if pages is None else pages.get(f"{W}fmt", "decimal"),
        starts=value_of(element, "type") or "nextPage",
        headers=headers,
        footers=footers,
        unread=frozenset(_unread(element)),
        element=element,
    )


def _unread(element: Element | None) -> Iterator[str]:
    """The fields of a section of which the file states what is no length."""
    for holder, attributes in _MEASURES.items():
        own = None if element is None else element.find(W + holder)
        for attribute, field in attributes.items():
            stated = None if own is None else own.get(W + attribute)
            if stated is not None and twips(stated) is None:
                yield field


def _paper(element: Element | None) -> _Paper:
    own = None if element is None else element.find(f"{W}pgSz")
    width = (None if own is None else twips(own.get(f"{W}w"))) or _LETTER[0]
    height = (None if own is None else twips(own.get(f"{W}h"))) or _LETTER[1]
    turned = own is not None and own.get(f"{W}orient") == "landscape"
    return _Paper(width, height, turned or width > height)


def _margin(element: Element | None, side: str, default: int) -> int:
    own = None if element is None else element.find(f"{W}pgMar")
    stated = None if own is None else twips(own.get(W + side))
    return default if stated is None else stated


def _columns(element: Element | None) -> int:
    own = None if element is None else element.find(f"{W}cols")
    return 1 if own is None else max(1, min(whole(own.get(f"{W}num")) or 1, 45))


def _pitch(element: Element | None) -> int:
    grid = None if element is None else element.find(f"{W}docGrid")
    if grid is None or grid.get(f"{W}type") not in _GRIDS:
        return _SINGLE
    return twips(grid.get(f"{W}linePitch")) or _SINGLE
