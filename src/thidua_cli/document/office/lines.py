"""The text of a paragraph and its tags, however many runs Word has cut them into."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.office.namespaces import (
    CONTROL_LOOK,
    INLINE,
    PARAGRAPH_LOOK,
    RUN,
    RUN_LOOK,
    SECTION,
    SIGNS,
    TEXT,
    UNSEEN,
)
from thidua_cli.document.office.tags import Tag, tags_of
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.document.ooxml.elements import Element

LOOKS = frozenset((PARAGRAPH_LOOK, RUN_LOOK, CONTROL_LOOK))
QUIET = frozenset((RUN, TEXT, *SIGNS, *UNSEEN, *INLINE))
BREAK_TYPE = W + "type"  # of `w:br`: that of a line has none


class Line(NamedTuple):
    """A paragraph: its signs and texts with the offset where each begins, the whole text, the tags in it."""

    starts: dict[Element, int]
    text: str
    tags: list[Tag]
    ends: list[int]  # of the tags

    def parts(self, element: Element) -> Iterator[str | Tag]:
        """What one of its elements holds: the text outside tags, and each tag where it begins."""
        position = self.starts[element]
        end = position + len(_text(element))
        first = bisect_right(self.ends, position)
        for tag in self.tags[first:]:
            if tag.start >= end:
                break
            if tag.start > position:
                yield self.text[position : tag.start]
            if tag.start >= self.starts[element]:
                yield tag
            position = tag.end
        if position < end:
            yield self.text[position:end]

    def touches(self, element: Element) -> bool:
        """Whether a tag stands in one of its elements, or goes through it."""
        return list(self.parts(element)) != [_text(element)]


def line_of(paragraph: Element) -> Line:
    """The line that a paragraph makes, without that of text boxes in it."""
    starts: dict[Element, int] = {}
    texts: list[str] = []
    length = 0
    for element in _signs(paragraph):
        starts[element] = length
        texts.append(_text(element))
        length += len(texts[-1])
    whole = "".join(texts)
    tags = tags_of(whole)
    return Line(starts, whole, tags, [tag.end for tag in tags])


def text_of(paragraph: Element) -> str:
    """The text of a paragraph, without that of text boxes in it."""
    return "".join(map(_text, _signs(paragraph)))


def holds_tags_only(paragraph: Element) -> bool:
    """Whether a paragraph shows nothing but commands and notes, so that it makes no paragraph itself."""
    look = paragraph.find(PARAGRAPH_LOOK)
    if (look is not None and look.find(SECTION) is not None) or not _is_quiet(paragraph):
        return False
    line = line_of(paragraph)
    outside = "".join(
        part for element in line.starts for part in line.parts(element) if isinstance(part, str)
    )
    return not outside.strip() and {tag.kind for tag in line.tags} <= {"command", "note"}


def shows_nothing(paragraph: Element, besides: str) -> bool:
    """Whether nothing is to be seen in a paragraph besides elements of one name."""
    return not text_of(paragraph).strip() and _is_quiet(paragraph, besides)


def _is_quiet(paragraph: Element, besides: str = "") -> bool:
    """Whether a paragraph holds text at most: no picture, no field, no break of the page."""
    return all(
        element.tag == besides or (element.tag in QUIET and not element.get(BREAK_TYPE))
        for element in _content(paragraph)
    )


def _content(element: Element) -> Iterator[Element]:
    """Everything below an element that is no property."""
    for child in element:
        if child.tag not in LOOKS:
            yield child
            yield from _content(child)


def _signs(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == RUN:
            yield from (sign for sign in child if sign.tag == TEXT or _is_sign(sign))
        elif child.tag in INLINE:
            yield from _signs(child)


def _is_sign(element: Element) -> bool:
    return element.tag in SIGNS and element.get(BREAK_TYPE) is None


def _text(element: Element) -> str:
    return element.text or "" if element.tag == TEXT else SIGNS[str(element.tag)]
