"""Headers and footers: page numbers, and components that offices set there on page 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component, Recognised
from thidua_cli.conformance.recognition.evidence.lines import address_marks, evidence
from thidua_cli.conformance.recognition.evidence.wording import beginning
from thidua_cli.conformance.recognition.pieces.piece import whole_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.model.word_file import HeaderKind, Section, WordFile

PAGE = "PAGE"
HEAD = frozenset((Component.NATION, Component.MOTTO, Component.NUMBER, Component.PLACE_DATE))
FOOT = frozenset((Component.ADDRESS, Component.DRAFTER))


def head_of_page(word: WordFile) -> tuple[Line, ...]:
    """The lines of the first page's header, where the letterhead or part of it stands there."""
    lines = _on_first_page(word, "headers")
    return lines if any(_shows(line, HEAD) for line in lines) else ()


def around_pages(word: WordFile, taken: frozenset[int]) -> Iterator[Recognised]:
    """The page numbers of all sections, and the address at the foot of page 1; `taken` lines are left out."""
    for line in _on_first_page(word, "footers"):
        if _tells_address(line) and id(line) not in taken:
            yield Recognised(line, Component.ADDRESS)
    seen: set[object] = set(taken)
    for section in word.sections:
        for line in _all_lines(section):
            if PAGE in line.fields and id(line) not in seen and line.place not in seen:
                seen.add(line.place)
                yield Recognised(line, Component.PAGE_NUMBER)


def _tells_address(line: Line) -> bool:
    """Whether a line at the foot of the page is of the address, be it without the word for it."""
    if PAGE in line.fields:
        return False
    piece = whole_line(line)
    if _shows(line, FOOT) or address_marks(piece):
        return True
    ruled = any(not rule.below for rule in line.rules)
    return ruled and beginning("street_addresses").match(piece.key) is not None


def _on_first_page(word: WordFile, where: str) -> tuple[Line, ...]:
    if not word.sections:
        return ()
    first = word.sections[0]
    kind: HeaderKind = "first" if first.first_differs else "default"
    stories: Mapping[HeaderKind, tuple[Line, ...]] = getattr(first, where)
    return stories.get(kind, ())


def _all_lines(section: Section) -> Iterator[Line]:
    for stories in (section.headers, section.footers):
        for kind in sorted(stories):
            yield from stories[kind]


def _shows(line: Line, components: frozenset[Component]) -> bool:
    shown = evidence(whole_line(line))
    return shown is not None and shown.component in components and PAGE not in line.fields
