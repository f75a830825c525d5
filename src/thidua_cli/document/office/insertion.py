"""Setting a part of the document into an office's file: its styles, its room, its sections."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from thidua_cli.document.components import Appendix, Enclosure
from thidua_cli.document.docx.elements import add_property, keep_with_next, paragraph
from thidua_cli.document.office.namespaces import BODY
from thidua_cli.document.office.sections import lies, like, page_height, page_room, room_at, section_at
from thidua_cli.document.ooxml.elements import remove
from thidua_cli.document.sections import sections_of

if TYPE_CHECKING:
    from thidua_cli.document.docx.body import Body
    from thidua_cli.document.office.fields import Blocks
    from thidua_cli.document.office.styles import OfficeStyles
    from thidua_cli.document.ooxml.elements import Element
    from thidua_cli.document.sections import Section


BODY_FIELD = "noi_dung"


class Insertion:
    """Sets blocks into one part; `is_main`: it is the document, the only part that can hold them."""

    def __init__(self, body: Body, styles: OfficeStyles, *, is_main: bool) -> None:
        self._body = body
        self._styles = styles
        self._is_main = is_main

    def place(self, blocks: Blocks, before: Element) -> str:
        """Put the blocks there; a variant of TD633 where they may not stand there, else nothing."""
        if not self._is_main:
            return "margin"
        if not blocks.blocks:
            return ""
        base = section_at(before)
        sections = sections_of(blocks.blocks)
        new = [place > 0 or _begins_pages(section, base) for place, section in enumerate(sections)]
        above = before.getparent()
        if any(new) and (above is None or above.tag != BODY):
            return "pages"
        if new[0]:
            self._put([paragraph("TableEnd", "", deepcopy(base))], before)
        for section, own in zip(sections, new, strict=True):
            pages = _pages(base, section) if own else base
            room = page_room(pages) if own else room_at(before, base)
            made = self._body.section(section.blocks, room, page_height(pages))
            if blocks.name == BODY_FIELD and section is sections[-1]:
                keep_with_next(made[-1:])  # nobody signs an empty page
            self._end(made, pages, base, before, last=section is sections[-1])
            self._put(made, before)
        return ""

    def _end(
        self, made: list[Element], pages: Element, base: Element, before: Element, *, last: bool
    ) -> None:
        """End the pages with the last paragraph on them, or with the file where nothing follows."""
        if not last:
            add_property(made[-1], deepcopy(pages))
        elif pages is not base and before.getnext() is base:
            base.addprevious(pages)
            remove(base)
        elif pages is not base:
            add_property(made[-1], pages)

    def _put(self, elements: list[Element], before: Element) -> None:
        self._styles.dress(elements)
        for element in elements:
            before.addprevious(element)


def _is_annex(section: Section) -> bool:
    return bool(section.blocks) and isinstance(section.blocks[0], Appendix | Enclosure)


def _begins_pages(section: Section, base: Element) -> bool:
    """Whether the first blocks cannot stand on the pages that are there."""
    return _is_annex(section) or (section.landscape and not lies(base))


def _pages(base: Element, section: Section) -> Element:
    return like(base, landscape=section.landscape, restart=section.restart or _is_annex(section))
