"""The head of a document and of what comes with it (NĐ 30/2020, Phụ lục I, II.1 to II.5, II.9.a, III.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.blocks import Run
from thidua_cli.document.fixed_words import MOTTO, NATION, addressee_lines
from thidua_cli.document.html.elements import centred, dashed, element, line
from thidua_cli.document.typesetting.measure import face_of

if TYPE_CHECKING:
    from thidua_cli.document.components import Addressees, Appendix, Enactment, Letterhead, Title
    from thidua_cli.document.html.sheet import Sheet

GAP = 240  # twips between the bodies and the nation, as in the style sheet


def letterhead(block: Letterhead, sheet: Sheet) -> str:
    """Four places of a grid: bodies over number on the left, nation over date on the right."""
    left = sheet.room - face_of("Nation", sheet.pair).width(NATION) - GAP
    number = [line("p", "Number", block.number)] if block.number else []
    if block.about:
        # A letter has no title: what it is about is the heading of the page.
        name = "p" if sheet.outline.begun else f"h{sheet.outline.title()}"
        number.append(centred(name, "About", block.about, left, sheet.pair))
    if block.urgency:
        number.append(line("p", "Urgency", block.urgency))
    nation = line("p", "Nation", NATION) + element("p", MOTTO, class_="Motto ruled")
    date = line("p", "PlaceDate", block.place_date) if block.place_date else ""
    return element(
        "header",
        element("div", _bodies(block, left, sheet.pair), class_="bodies"),
        element("div", *number, class_="number"),
        element("div", nation, class_="nation"),
        element("div", date, class_="date"),
        class_="letterhead",
    )


def _bodies(block: Letterhead, room: int, pair: int) -> str:
    made = []
    for body in block.bodies:
        made += [centred("p", "Parent", parent, room, pair) for parent in body.parents]
        made.append(centred("p", "Issuer", body.name, room, pair, ruled=body is block.bodies[-1]))
    return "".join(made)


def title(block: Title, sheet: Sheet) -> str:
    """Type name, subject and the document it comes with; the last of them has a rule below it."""
    return _titled((("TypeName", block.kind), ("Subject", block.subject)), block.attached, sheet)


def appendix(block: Appendix, sheet: Sheet) -> str:
    """Name and title of an appendix and the document it belongs to."""
    return _titled((("AppendixName", block.name), ("AppendixTitle", block.title)), block.attached, sheet)


def _titled(parts: tuple[tuple[str, str], ...], attached: str, sheet: Sheet) -> str:
    present = [part for part in parts if part[1]]
    heads = [
        centred("span", *part, sheet.room, sheet.pair, ruled=not attached and part is present[-1])
        for part in present
    ]
    heading = element(f"h{sheet.outline.title()}", " ".join(heads)) if heads else ""
    below = centred("p", "Attached", attached, sheet.room, sheet.pair, ruled=True) if attached else ""
    return element("div", heading, below, class_="title")


def enactment(block: Enactment, sheet: Sheet) -> str:
    """The centred line of a decision."""
    return centred("p", "Enactment", block.text, sheet.room, sheet.pair)


def addressees(block: Addressees, _sheet: Sheet) -> str:
    """One addressee on the line of `Kính gửi:`; several in a list below it."""
    first, *others = addressee_lines(block)
    below = dashed("Addressee", [(Run(each),) for each in others]) if others else ""
    return element("div", line("p", "AddresseeFirst", first), below, class_="addressees")
