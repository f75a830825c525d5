"""A document tree into the bytes of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.document.blocks import (
    Addressees,
    Appendix,
    Basis,
    Block,
    Bullet,
    Closing,
    Document,
    Heading,
    Inline,
    Letterhead,
    Paragraph,
    Run,
    Table,
    Title,
)
from thidua_cli.document.docx import page
from thidua_cli.document.docx.closing import closing
from thidua_cli.document.docx.data_table import data_table
from thidua_cli.document.docx.elements import PREFIX, Element, keep_with_next, paragraph
from thidua_cli.document.docx.letterhead import addressees, appendix, letterhead, title
from thidua_cli.document.docx.package import new_package, packed

if TYPE_CHECKING:
    from collections.abc import Callable

MARKS = {1: "- ", 2: "+ "}
LEAD_IN = ":"  # what it announces follows on the same page


def _basis(block: Basis, _room: int, _pair: int) -> list[Element]:
    last = len(block.lines)
    return [
        paragraph("Basis", (*line, Run("." if position == last else ";")))
        for position, line in enumerate(block.lines, 1)
    ]


def _heading(block: Heading, _room: int, _pair: int) -> list[Element]:
    return [paragraph(f"Heading{min(max(block.level, 1), 3)}", block.runs)]


def _paragraph(block: Paragraph, _room: int, _pair: int) -> list[Element]:
    made = [paragraph("BodyText", block.runs)]
    if block.runs and block.runs[-1].text.endswith(LEAD_IN):
        keep_with_next(made)
    return made


def _bullet(block: Bullet, _room: int, _pair: int) -> list[Element]:
    mark: Inline = (Run(MARKS.get(block.level, MARKS[2])),)
    return [paragraph("BodyText", mark + block.runs)]


# Each takes the block, the width of the text in twips and the size pair.
WRITERS: dict[type[Any], Callable[[Any, int, int], list[Element]]] = {
    Letterhead: letterhead,
    Title: title,
    Addressees: addressees,
    Basis: _basis,
    Heading: _heading,
    Paragraph: _paragraph,
    Bullet: _bullet,
    Table: data_table,
    Closing: closing,
    Appendix: appendix,
}


def _sections(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """Blocks split before every appendix."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Appendix) and parts[-1]:
            parts.append([])
        parts[-1].append(block)
    return parts


def _is_table(element: Element) -> bool:
    return element.tag == PREFIX + "tbl"


def _content(blocks: list[Block], room: int, pair: int) -> list[Element]:
    made: list[Element] = []
    for block in blocks:
        if isinstance(block, Closing):
            # So that nobody signs an empty page. Of a table only the last row: a long one must break.
            keep_with_next(element[-1] if _is_table(element) else element for element in made[-1:])
        made.extend(WRITERS[type(block)](block, room, pair))
    if not made or _is_table(made[-1]):
        made.append(paragraph("TableEnd"))
    return made


def _lies(blocks: list[Block]) -> bool:
    return bool(blocks) and isinstance(blocks[0], Appendix) and blocks[0].landscape


def write_docx(document: Document) -> bytes:
    """The Word file of a document: the same tree gives the same bytes."""
    word = new_package(document)
    references = page.add_headers(word)
    body: Element = word.element.body
    body.clear()
    sections = _sections(document.blocks)
    for index, blocks in enumerate(sections):
        landscape = _lies(blocks)
        room = page.text_width(document.layout, landscape=landscape)
        own = page.section_properties(references, document.layout, landscape=landscape, restart=index > 0)
        body.extend(_content(blocks, room, document.layout.size))
        last = index == len(sections) - 1
        body.append(own if last else paragraph("TableEnd", "", own))
    return packed(word)
