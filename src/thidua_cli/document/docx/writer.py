"""A document tree into the bytes of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.docx.body import Body
from thidua_cli.document.docx.elements import add_property
from thidua_cli.document.docx.package import MAIN, MAIN_TYPE
from thidua_cli.document.docx.page import Pages, text_height, text_width
from thidua_cli.document.docx.parts import new_package
from thidua_cli.document.ooxml.elements import Element, node, part_root, serialised
from thidua_cli.document.sections import sections_of

if TYPE_CHECKING:
    from thidua_cli.document.blocks import Document


def write_docx(document: Document) -> bytes:
    """The Word file of a document: the same tree gives the same bytes."""
    package = new_package(document)
    layout, sections = document.layout, sections_of(document.blocks)
    pages = Pages(package, layout, sections)
    body = Body(package, layout)
    elements: list[Element] = []
    for section in sections:
        room = text_width(layout, landscape=section.landscape)
        elements += body.section(section.blocks, room, text_height(layout, landscape=section.landscape))
        own = pages.properties_of(section)
        if section is sections[-1]:
            elements.append(own)
        else:
            add_property(elements[-1], own)
    package.put(MAIN, serialised(part_root("document", node("body", *elements))), MAIN_TYPE)
    return package.packed()
