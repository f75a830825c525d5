"""A document tree as Markdown (CommonMark with tables): every word of it, in reading order."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from thidua_cli.document.blocks import Article, Basis, Bullet, Chart, Division, Heading, Paragraph, Run, Table
from thidua_cli.document.components import (
    Addressees,
    Appendix,
    Closing,
    Enactment,
    Letterhead,
    Recipients,
    Title,
)
from thidua_cli.document.figures import table_of
from thidua_cli.document.fixed_words import (
    BULLETS,
    DASH,
    MOTTO,
    NATION,
    RECIPIENTS,
    addressee_lines,
    basis_lines,
    recipient_lines,
)
from thidua_cli.document.markdown.tables import pipe_table
from thidua_cli.document.markdown.text import BREAK, line, words
from thidua_cli.document.outline import Outline
from thidua_cli.document.sections import sections_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from thidua_cli.document.blocks import Document
    from thidua_cli.document.sections import Section

NEW_PAGE = "---"

Lines = list[str]


def _letterhead(block: Letterhead, _outline: Outline) -> Lines:
    names = [
        (style, name)
        for body in block.bodies
        for style, name in (*(("Parent", parent) for parent in body.parents), ("Issuer", body.name))
    ]
    left = (*names, ("Number", block.number), ("About", block.about), ("Urgency", block.urgency))
    right = (("Nation", NATION), ("Motto", MOTTO), ("PlaceDate", block.place_date))
    return [_lines(left), _lines(right)]


def _lines(parts: Iterable[tuple[str, str]]) -> str:
    """Lines of one paragraph, broken where the document breaks them."""
    return BREAK.join(filter(None, (line(*part) for part in parts)))


def _title(block: Title, outline: Outline) -> Lines:
    return _titled((("TypeName", block.kind), ("Subject", block.subject)), block.attached, outline)


def _appendix(block: Appendix, outline: Outline) -> Lines:
    return _titled((("AppendixName", block.name), ("AppendixTitle", block.title)), block.attached, outline)


def _titled(parts: Iterable[tuple[str, str]], attached: str, outline: Outline) -> Lines:
    """The first part with words is the heading, what follows stands on lines of its own."""
    (style, first), *others = [part for part in parts if part[1]] or [("TypeName", "")]
    below = [line(*part) for part in (*others, ("Attached", attached))]
    return [_heading_line(outline.title(), words(style, first, marks="")), *below]


def _heading_line(level: int, text: str) -> str:
    return f"{'#' * level} {text}" if text else ""


def _enactment(block: Enactment, _outline: Outline) -> Lines:
    return [line("Enactment", block.text)]


def _addressees(block: Addressees, _outline: Outline) -> Lines:
    first, *others = addressee_lines(block)
    return [line("AddresseeFirst", first), _dashed("Addressee", others)]


def _dashed(style: str, lines: Iterable[str]) -> str:
    return "\n".join(DASH + line(style, each.removeprefix(DASH)) for each in lines)


def _basis(block: Basis, _outline: Outline) -> Lines:
    return [line("Basis", each) for each in basis_lines(block)]


def _heading(block: Heading, outline: Outline) -> Lines:
    style = f"Heading{min(max(block.level, 1), 3)}"
    return [_heading_line(outline.of(block), words(style, block.runs, marks=""))]


def _division(block: Division, outline: Outline) -> Lines:
    parts = (("Division", block.number), ("DivisionTitle", block.title))
    text = " ".join(filter(None, (words(*part, marks="") for part in parts)))
    return [_heading_line(outline.of(block), text)]


def _article(block: Article, outline: Outline) -> Lines:
    number = Run(f"{block.number} ", bold=not block.titled)
    if block.titled:
        return [_heading_line(outline.of(block), words("Article", (number, *block.runs), marks=""))]
    return [line("BodyText", (number, *block.runs))]


def _paragraph(block: Paragraph, _outline: Outline) -> Lines:
    return [line("BodyText", block.runs)]


def _bullets(blocks: list[Bullet]) -> str:
    """A list, and within it the lines of the second level."""
    made: Lines = []
    for block in blocks:
        if text := line("BodyText", block.runs):
            deeper = bool(made) and block.level > 1
            made.append("  " * deeper + BULLETS.get(block.level, BULLETS[2]) + text)
    return "\n".join(made)


def _table(block: Table, _outline: Outline) -> Lines:
    return [pipe_table(block)]


def _chart(block: Chart, _outline: Outline) -> Lines:
    return [line("TableHead", block.title), pipe_table(table_of(block))]


def _closing(block: Closing, _outline: Outline) -> Lines:
    recipients = _recipients(block.recipients)
    signed = [
        _lines(parts)
        for each in block.signatures
        for parts in (
            [("Capacity", title) for title in each.capacity],
            [("Office", each.office), ("Signer", each.name)],
        )
    ]
    return [*signed, *recipients] if len(block.signatures) > 1 else [*recipients, *signed]


def _recipients(block: Recipients) -> Lines:
    lines = recipient_lines(block)
    return [line("RecipientsLabel", RECIPIENTS), _dashed("RecipientsList", lines)] if lines else []


WRITERS: dict[type[Any], Callable[[Any, Outline], Lines]] = {
    Letterhead: _letterhead,
    Title: _title,
    Enactment: _enactment,
    Addressees: _addressees,
    Basis: _basis,
    Heading: _heading,
    Division: _division,
    Article: _article,
    Paragraph: _paragraph,
    Table: _table,
    Chart: _chart,
    Closing: _closing,
    Appendix: _appendix,
}


def write_markdown(document: Document) -> bytes:
    """The text of a document, in UTF-8: the same tree gives the same bytes."""
    outline = Outline()
    parts: Lines = []
    for section in sections_of(document.blocks):
        parts += [NEW_PAGE] if section.restart else []
        parts += _section(section, outline)
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _section(section: Section, outline: Outline) -> Lines:
    made: Lines = []
    for kind, blocks in groupby(section.blocks, type):
        if kind is Bullet:
            made.append(_bullets([block for block in blocks if isinstance(block, Bullet)]))
        else:
            made += [text for block in blocks for text in WRITERS[kind](block, outline)]
    return made + [line("Address", each) for each in section.addresses]
