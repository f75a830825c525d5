"""The head of page 1 and of an appendix (NĐ 30/2020, Phụ lục I, Mục II, items 1 to 5 and 9.a; Mục III.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.docx.centred import centred, in_room, rule_below, rule_line
from thidua_cli.document.docx.elements import Element, cell, layout_table, node, paragraph, row
from thidua_cli.document.docx.measure import face_of

if TYPE_CHECKING:
    from thidua_cli.document.blocks import Addressees, Appendix, Body, Letterhead, Title

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
SEND_TO = "Kính gửi:"
SLACK = 120
APART = 120
LEFT_SHARE = 3  # the left column never gets less than a third of the text width
SEND_SHARE = 5  # `Kính gửi:` stands a fifth of the text width from the left, for one addressee as for many


def letterhead(block: Letterhead, room: int, pair: int) -> list[Element]:
    """Two rows without borders: names and rules, then number and date on one line."""
    nation = face_of("Nation", pair).width(NATION) + SLACK
    date = face_of("PlaceDate", pair).width(block.place_date) + SLACK
    low = room - max(nation, min(date, room - room // LEFT_SHARE))
    left = room - nation
    # A long date makes its own row narrow on the left; that of the names only where no name suffers by it.
    if low == left or not _torn(block, low, left, pair):
        left = low
    names = [line for place, body in enumerate(block.bodies) for line in _body(body, place, left, pair)]
    last = block.bodies[-1].name if block.bodies else ""
    motto = face_of("Motto", pair).width(MOTTO)
    upper = (
        (*names, rule_below("Issuer", last, left, pair)),
        (paragraph("Nation", NATION), paragraph("Motto", MOTTO), rule_line(motto, room - left)),
    )
    number = [paragraph("Number", block.number)]
    if block.about:
        number.append(centred("About", block.about, low, pair))
    if block.urgency:
        number.append(_stamp(block.urgency, low, pair))
    lower = (number, (paragraph("PlaceDate", block.place_date),))
    if left == low:
        rows = (row(cell(low, *content[0]), cell(room - low, *content[1])) for content in (upper, lower))
        return [layout_table((low, room - low), *rows)]
    top = row(cell(left, *upper[0], span=2), cell(room - left, *upper[1]))
    bottom = row(cell(low, *lower[0]), cell(room - low, *lower[1], span=2))
    return [layout_table((low, left - low, room - left), top, bottom)]


def _torn(block: Letterhead, narrow: int, wide: int, pair: int) -> bool:
    """Whether a part of a name fits on one line of the wide room only."""
    names = [("Parent", parent) for body in block.bodies for parent in body.parents]
    names += [("Issuer", body.name) for body in block.bodies]
    return any(in_room(*name, narrow, pair) != in_room(*name, wide, pair) for name in names)


def _body(body: Body, place: int, room: int, pair: int) -> list[Element]:
    """The names above one another; a body that issues together with others stands apart from them."""
    names = [*(("Parent", parent) for parent in body.parents), ("Issuer", body.name)]
    apart = [node("spacing", before=APART)] if place else []
    return [
        centred(style, name, room, pair, *(apart if index == 0 else ()))
        for index, (style, name) in enumerate(names)
    ]


def _stamp(text: str, room: int, pair: int) -> Element:
    """The urgency stamp: one line in a box as wide as the text."""
    side = max(0, (room - face_of("Urgency", pair).width(text) - 2 * SLACK) // 2)
    edges = ("top", "left", "bottom", "right")
    frame = (node(edge, val="single", sz=8, space=1, color="FF0000") for edge in edges)
    return paragraph("Urgency", text, node("pBdr", *frame), node("ind", left=side, right=side))


def title(block: Title, room: int, pair: int) -> list[Element]:
    """Type name, subject and the rule below them."""
    made = [paragraph("TypeName", block.kind)]
    if not block.subject:
        return [*made, rule_below("TypeName", block.kind, room, pair)]
    subject = centred("Subject", block.subject, room, pair)
    return [*made, subject, rule_below("Subject", block.subject, room, pair)]


def addressees(block: Addressees, room: int, pair: int) -> list[Element]:
    """One addressee on the line of `Kính gửi:`; several below it, their dashes under the colon."""
    face = face_of("Addressee", pair)
    start = room // SEND_SHARE
    if len(block.names) == 1:
        hang = face.width(f"{SEND_TO} ")
        indent = node("ind", left=start + hang, hanging=hang)
        return [paragraph("AddresseeFirst", f"{SEND_TO} {block.names[0]}", indent)]
    colon, dash = face.width(SEND_TO[:-1]), face.width("- ")
    made = [paragraph("AddresseeFirst", SEND_TO, node("ind", left=start))]
    for position, name in enumerate(block.names, 1):
        end = "." if position == len(block.names) else ";"
        indent = node("ind", left=start + colon + dash, hanging=dash)
        made.append(paragraph("Addressee", f"- {name}{end}", indent))
    return made


def appendix(block: Appendix, room: int, pair: int) -> list[Element]:
    """Name and title of an appendix, the document it belongs to, and a short rule."""
    parts = (("AppendixName", block.name), ("AppendixTitle", block.title), ("Attached", block.attached))
    present = [(style, text) for style, text in parts if text]
    made = [centred(style, text, room, pair) for style, text in present]
    return [*made, rule_below(*present[-1], room, pair)] if present else []
