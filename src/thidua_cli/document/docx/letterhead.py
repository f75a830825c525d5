"""The head of page 1 and of an appendix (NĐ 30/2020, Phụ lục I, Mục II, items 1 to 5 and 9.a; Mục III.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.docx.centred import centred, rule_below, rule_line
from thidua_cli.document.docx.elements import add_property, cell, layout_table, paragraph, row
from thidua_cli.document.fixed_words import DASH, MOTTO, NATION, SEND_TO, addressee_lines
from thidua_cli.document.ooxml.elements import Element, node
from thidua_cli.document.ooxml.names import W
from thidua_cli.document.typesetting.balance import in_room
from thidua_cli.document.typesetting.measure import face_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.document.components import Addressees, Appendix, Body, Letterhead, Title

SLACK = 120
APART = 120
GAP = 160  # between what stands on the left and the nation or the date beside it
LEFT_SHARE = 5  # the left column never gets less than a fifth of the text width
SEND_SHARE = 5  # `Kính gửi:` stands a fifth of the text width from the left, for one addressee as for many


class _Columns(NamedTuple):
    """Widths of the left column: in the row of the names, and in that of the number."""

    names: int
    number: int


def letterhead(block: Letterhead, room: int, pair: int) -> list[Element]:
    """Two rows without borders: names and rules, then number and date on one line.

    One row where there is no date, as in minutes, or nothing that a date could stand level with.
    """
    columns = _left_columns(block, room, pair)
    number, date = _number(block, columns.number - GAP, pair), _date(block)
    left, low = columns if number else (columns.number, columns.number)
    names = _names(block, left - GAP, pair) or [paragraph("Issuer")]
    motto = face_of("Motto", pair).width(MOTTO)
    nation = [paragraph("Nation", NATION), paragraph("Motto", MOTTO), rule_line(motto, room - left)]
    _keep_apart([*names, *number])
    if not number or not date:
        cells = cell(left, *names, *number), cell(room - left, *nation, *date)
        return [layout_table((left, room - left), row(*cells))]
    if left == low:
        upper = row(cell(low, *names), cell(room - low, *nation))
        return [layout_table((low, room - low), upper, row(cell(low, *number), cell(room - low, *date)))]
    wide, narrow = (2, 1) if left > low else (1, 2)
    upper = row(cell(left, *names, span=wide), cell(room - left, *nation, span=narrow))
    lower = row(cell(low, *number, span=narrow), cell(room - low, *date, span=wide))
    return [layout_table((min(left, low), abs(left - low), room - max(left, low)), upper, lower)]


def _left_columns(block: Letterhead, room: int, pair: int) -> _Columns:
    """The left column: what the nation leaves; beside a long date less, for a long number more.

    A long date makes its own row narrow on the left; that of the names only where no name suffers by it.
    """
    nation = face_of("Nation", pair).width(NATION) + SLACK
    date = min(face_of("PlaceDate", pair).width(block.place_date) + SLACK, room - room // LEFT_SHARE)
    left, low = room - nation, room - max(nation, date)
    number = face_of("Number", pair).width(block.number) + SLACK + GAP
    if block.place_date and low < number:
        low = max(low, min(number, room - date))
    if low < left and not _torn(block, low - GAP, left - GAP, pair):
        left = low
    return _Columns(left, low)


def _keep_apart(made: Iterable[Element]) -> None:
    """Keep the text of the left column away from the right one."""
    for each in made:
        indent = each[0].find(W + "ind")
        if indent is None:
            add_property(each, node("ind", right=GAP))
        else:
            indent.set(W + "right", str(int(indent.get(W + "right", "0")) + GAP))


def _names(block: Letterhead, room: int, pair: int) -> list[Element]:
    """The issuing bodies and the rule below the last of them."""
    if not block.bodies:
        return []
    names = [line for place, body in enumerate(block.bodies) for line in _body(body, place, room, pair)]
    return [*names, rule_below("Issuer", block.bodies[-1].name, room, pair)]


def _number(block: Letterhead, room: int, pair: int) -> list[Element]:
    """What stands below the names: number, V/v line and stamp."""
    made = [paragraph("Number", block.number)] if block.number else []
    if block.about:
        made.append(centred("About", block.about, room, pair))
    if block.urgency:
        made.append(_stamp(block.urgency, room, pair))
    return made


def _date(block: Letterhead) -> list[Element]:
    return [paragraph("PlaceDate", block.place_date)] if block.place_date else []


def _torn(block: Letterhead, narrow: int, wide: int, pair: int) -> bool:
    """Whether a name needs more lines in the narrow room, or is torn where it need not be in the wide one."""
    names = [("Parent", parent) for body in block.bodies for parent in body.parents]
    names += [("Issuer", body.name) for body in block.bodies]
    return any(_set(*name, narrow, pair) != _set(*name, wide, pair) for name in names)


def _set(style: str, text: str, room: int, pair: int) -> tuple[str, int]:
    """A name with its parts bound, and its number of lines."""
    bound = in_room(style, text, room, pair)
    return bound, face_of(style, pair).line_count(bound, room)


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
    """Type name, subject, the document that issues this one, and the rule below them."""
    return _ruled(
        (("TypeName", block.kind), ("Subject", block.subject), ("Attached", block.attached)), room, pair
    )


def appendix(block: Appendix, room: int, pair: int) -> list[Element]:
    """Name and title of an appendix, the document it belongs to, and a short rule."""
    parts = (("AppendixName", block.name), ("AppendixTitle", block.title), ("Attached", block.attached))
    return _ruled(parts, room, pair)


def _ruled(parts: tuple[tuple[str, str], ...], room: int, pair: int) -> list[Element]:
    """Centred lines, those with a text, and a rule below the last of them."""
    present = [(style, text) for style, text in parts if text]
    made = [centred(style, text, room, pair) for style, text in present]
    return [*made, rule_below(*present[-1], room, pair)] if present else []


def addressees(block: Addressees, room: int, pair: int) -> list[Element]:
    """One addressee on the line of `Kính gửi:`; several below it, their dashes under the colon."""
    face = face_of("Addressee", pair)
    start = room // SEND_SHARE
    first, *others = addressee_lines(block)
    if others:
        colon, dash = face.width(SEND_TO[:-1]), face.width(DASH)
        indent = {"left": start + colon + dash, "hanging": dash}
        made = [paragraph("AddresseeFirst", first, node("ind", left=start))]
        made += [paragraph("Addressee", line, node("ind", **indent)) for line in others]
    else:
        hang = face.width(f"{SEND_TO} ")
        made = [paragraph("AddresseeFirst", first, node("ind", left=start + hang, hanging=hang))]
    return made
