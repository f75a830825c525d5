"""The text of the body: legal basis, headings, articles, paragraphs (NĐ 30/2020, Phụ lục I, II.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.blocks import Run
from thidua_cli.document.docx import elements
from thidua_cli.document.docx.centred import centred
from thidua_cli.document.docx.elements import add_property, keep_with_next
from thidua_cli.document.fixed_words import basis_lines, bulleted
from thidua_cli.document.ooxml.elements import Element, node
from thidua_cli.document.typesetting.looks import OUTLINE

if TYPE_CHECKING:
    from thidua_cli.document.blocks import Article, Basis, Bullet, Division, Heading, Paragraph
    from thidua_cli.document.components import Enactment

# Styles of the lines that make a heading; a rule or the line `(Kèm theo …)` below it is none.
HEADINGS = frozenset(
    ("TypeName", "Subject", "AppendixName", "AppendixTitle", "Division", "DivisionTitle", "Article", *OUTLINE)
)
LEAD_IN = ":"  # what it announces follows on the same page


def basis(block: Basis, _room: int, _pair: int) -> list[Element]:
    """The legal basis, a paragraph for each line."""
    return [elements.paragraph("Basis", line) for line in basis_lines(block)]


def enactment(block: Enactment, room: int, pair: int) -> list[Element]:
    """Who issues a decision, or what it does: a centred line in capitals."""
    return [centred("Enactment", block.text, room, pair)]


def heading(block: Heading, _room: int, _pair: int) -> list[Element]:
    """A heading with its number."""
    return [elements.paragraph(f"Heading{min(max(block.level, 1), 3)}", block.runs)]


def division(block: Division, room: int, pair: int) -> list[Element]:
    """Number and title of a part, a chapter or a section, one above the other."""
    parts = (("Division", block.number), ("DivisionTitle", block.title))
    return [centred(style, text, room, pair) for style, text in parts if text]


def article(block: Article, _room: int, _pair: int) -> list[Element]:
    """An article: bold with its title, else its number only."""
    number = Run(block.number, bold=not block.titled)
    words = (number, Run(" "), *block.runs) if block.runs else (number,)
    return [elements.paragraph("Article" if block.titled else "BodyText", words)]


def paragraph(block: Paragraph, _room: int, _pair: int) -> list[Element]:
    """A paragraph; one that announces something stays with it."""
    made = [elements.paragraph("BodyText", block.runs)]
    if block.runs and block.runs[-1].text.endswith(LEAD_IN):
        keep_with_next(made)
    return made


def bullet(block: Bullet, _room: int, _pair: int) -> list[Element]:
    """A paragraph behind a mark."""
    return [elements.paragraph("BodyText", bulleted(block))]


def set_level(made: list[Element], level: int) -> None:
    """Give the lines of a heading an outline level (from 0) where their style has another."""
    for line in made:
        style = elements.style_of(line)
        if style in HEADINGS and OUTLINE.get(style) != level:
            add_property(line, node("outlineLvl", val=level))
