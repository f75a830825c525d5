"""Blocks into the paragraphs and tables of a Word file, with what stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.document.blocks import (
    Article,
    Basis,
    Block,
    Bullet,
    Chart,
    Division,
    Heading,
    Paragraph,
    Table,
)
from thidua_cli.document.components import Addressees, Appendix, Closing, Enactment, Letterhead, Title
from thidua_cli.document.docx import body_text
from thidua_cli.document.docx.charts import Charts
from thidua_cli.document.docx.closing import closing
from thidua_cli.document.docx.data_table import data_table
from thidua_cli.document.docx.elements import is_table, keep_with_next, paragraph, set_space, style_of
from thidua_cli.document.docx.letterhead import addressees, appendix, letterhead, title
from thidua_cli.document.docx.styles import space_above
from thidua_cli.document.ooxml.elements import Element, node
from thidua_cli.document.outline import ANNEX, Outline
from thidua_cli.document.typesetting.looks import STYLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from thidua_cli.document.docx.package import Parts
    from thidua_cli.document.layout import Layout

# Each takes the block, the width of the text in twips and the size pair.
WRITERS: dict[type[Any], Callable[[Any, int, int], list[Element]]] = {
    Letterhead: letterhead,
    Title: title,
    Enactment: body_text.enactment,
    Addressees: addressees,
    Basis: body_text.basis,
    Heading: body_text.heading,
    Division: body_text.division,
    Article: body_text.article,
    Paragraph: body_text.paragraph,
    Bullet: body_text.bullet,
    Table: data_table,
    Closing: closing,
    Appendix: appendix,
}
# Twips between a table and the text above it.
GAPS: dict[type[Any], int] = {Table: 80, Closing: 240}
# What stands apart from the text below it by more than the gap of that text, in twips.
APART = (Table, Addressees)
BELOW = 120
LOOKS = {style.id: style for style in STYLES}


class Body:
    """Writes the blocks of a document section by section; headings and charts go on counting.

    `charts` is how many drawings the file has already.
    """

    def __init__(self, package: Parts, layout: Layout, charts: int = 0) -> None:
        self._layout = layout
        self._pair = layout.size
        self._charts = Charts(package, charts)
        self._outline = Outline()
        self._titled = False

    def section(self, blocks: Iterable[Block], room: int, height: int) -> list[Element]:
        """The elements of blocks in a text so many twips wide and high; the last one is a paragraph."""
        made: list[Element] = []
        above: Block | None = None
        for block in blocks:
            added = self._written(block, room, height)
            level = self._level(block)
            if level is not None:
                body_text.set_level(added, level)
            if isinstance(block, Closing):
                _keep_last(made)
            elif isinstance(block, Table | Chart):
                _keep_lead_in(made)
            if added and is_table(added[0]):
                _leave_gap(made, GAPS.get(type(block), 0))
            elif added and isinstance(above, APART):
                self._lower(added[0])
            made += added
            above = block
        if not made or is_table(made[-1]):
            made.append(paragraph("TableEnd"))
        return made

    def _lower(self, made: Element) -> None:
        """Set a paragraph apart from what stands above it."""
        set_space(made, "before", space_above(LOOKS[style_of(made)], self._layout) + BELOW)

    def _written(self, block: Block, room: int, height: int) -> list[Element]:
        if isinstance(block, Chart):
            return self._charts.write(block, room, height)
        return WRITERS[type(block)](block, room, self._pair)

    def _level(self, block: Block) -> int | None:
        """The outline level (0 to 8) of a heading, an annex counting as one; None for anything else."""
        if isinstance(block, Appendix) or (isinstance(block, Title) and self._titled):
            return self._outline.level(ANNEX) - 1
        self._titled = self._titled or isinstance(block, Title)
        if isinstance(block, Heading | Division) or (isinstance(block, Article) and block.titled):
            return self._outline.of(block) - 1
        return None


def _leave_gap(made: list[Element], gap: int) -> None:
    """A gap above a table: below the text before it, or in a line of 1 pt that parts it from a table."""
    if made and is_table(made[-1]):
        made.append(paragraph("TableEnd", "", node("keepNext")))
    if made and gap:
        set_space(made[-1], "after", gap)


def _keep_last(made: list[Element]) -> None:
    """Keep the last words, of a table the last row, with the signatures: nobody signs an empty page."""
    keep_with_next(element[-1] if is_table(element) else element for element in made[-1:])


def _keep_lead_in(made: list[Element]) -> None:
    """Keep the words before a table or a chart with it."""
    keep_with_next(element for element in made[-1:] if not is_table(element))
