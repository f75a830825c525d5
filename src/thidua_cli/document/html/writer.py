"""A document tree into one accessible web page that prints like the document."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from thidua_cli.document.blocks import (
    Article,
    Basis,
    Bullet,
    Chart,
    Division,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
)
from thidua_cli.document.components import Addressees, Appendix, Closing, Enactment, Letterhead, Title
from thidua_cli.document.fixed_words import basis_lines, bulleted
from thidua_cli.document.html.chart import chart
from thidua_cli.document.html.closing import closing
from thidua_cli.document.html.data_table import data_table
from thidua_cli.document.html.elements import dashed, element, line, words
from thidua_cli.document.html.head import addressees, appendix, enactment, letterhead, title
from thidua_cli.document.html.sheet import Sheet, text_width
from thidua_cli.document.html.style_sheet import style_sheet
from thidua_cli.document.outline import Outline
from thidua_cli.document.sections import sections_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.document.sections import Section


def _basis(block: Basis, _sheet: Sheet) -> str:
    return "".join(line("p", "Basis", each) for each in basis_lines(block))


def _heading(block: Heading, sheet: Sheet) -> str:
    style = f"Heading{min(max(block.level, 1), 3)}"
    return line(f"h{sheet.outline.of(block)}", style, block.runs)


def _division(block: Division, sheet: Sheet) -> str:
    number, name = line("span", "Division", block.number), line("span", "DivisionTitle", block.title)
    return element(f"h{sheet.outline.of(block)}", f"{number} {name}", class_="division")


def _article(block: Article, sheet: Sheet) -> str:
    if block.titled:
        return line(f"h{sheet.outline.of(block)}", "Article", (Run(f"{block.number} "), *block.runs))
    return line("p", "BodyText", (Run(block.number, bold=True), Run(" "), *block.runs))


def _paragraph(block: Paragraph, _sheet: Sheet) -> str:
    return line("p", "BodyText", block.runs)


def _bullets(blocks: list[Bullet]) -> str:
    return dashed("BodyText", [bulleted(block) for block in blocks])


WRITERS: dict[type[Any], Callable[[Any, Sheet], str]] = {
    Letterhead: letterhead,
    Title: title,
    Enactment: enactment,
    Addressees: addressees,
    Basis: _basis,
    Heading: _heading,
    Division: _division,
    Article: _article,
    Paragraph: _paragraph,
    Table: data_table,
    Chart: chart,
    Closing: closing,
    Appendix: appendix,
}


def write_html(document: Document) -> bytes:
    """The page of a document, in UTF-8: the same tree gives the same bytes."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", words("", document.title)),
        element("meta", name="author", content=document.author),
        element("style", "\n", style_sheet(document.layout)),
    )
    body = element("body", element("main", "\n".join(_sheets(document))))
    page = element("html", "\n", head, "\n", body, "\n", lang="vi")
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _sheets(document: Document) -> list[str]:
    """The sections one after another; a page without a title of its own gets an unseen one."""
    outline = Outline()
    made = []
    if not _titled(document):
        made.append(element(f"h{outline.title()}", words("", document.title), class_="unseen"))
    for section in sections_of(document.blocks):
        room = text_width(document.layout, landscape=section.landscape)
        made.append(_sheet(section, Sheet(document.layout.size, room, outline)))
    return made


def _titled(document: Document) -> bool:
    """Whether what comes first among the headings is a title."""
    for block in document.blocks:
        if isinstance(block, Title | Appendix) or (isinstance(block, Letterhead) and block.about):
            return True
        if isinstance(block, Heading | Division | Article):
            return False
    return False


def _sheet(section: Section, sheet: Sheet) -> str:
    marks = {"landscape": section.landscape, "restart": section.restart}
    made: list[str] = []
    for kind, blocks in groupby(section.blocks, type):
        if kind is Bullet:
            made.append(_bullets([block for block in blocks if isinstance(block, Bullet)]))
        else:
            made += [WRITERS[kind](block, sheet) for block in blocks]
    made += [line("p", "Address", each) for each in section.addresses]
    return element(
        "section",
        "\n",
        "\n".join(made),
        "\n",
        class_=" ".join(["sheet", *(name for name, on in marks.items() if on)]),
    )
