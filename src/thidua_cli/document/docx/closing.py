"""Recipients and signatures, never alone on a page (NĐ 30/2020, Phụ lục I, Mục II, items 7 and 9)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from thidua_cli.document.components import Signature
from thidua_cli.document.docx.centred import centred
from thidua_cli.document.docx.elements import add_property, cell, keep_with_next, layout_table, paragraph, row
from thidua_cli.document.fixed_words import RECIPIENTS, recipient_lines
from thidua_cli.document.ooxml.elements import Element, node
from thidua_cli.document.typesetting.balance import STRETCH, in_room
from thidua_cli.document.typesetting.measure import face_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.document.components import Closing, Recipients

SIGNING_SPACE = 1400  # twips: room for the signature and the seal
GAP = 240
SLACK = 120
MOST_ABREAST = 3
MOST_TOGETHER = 4  # more signatures than these may go on over pages, each in one piece


def closing(block: Closing, room: int, pair: int) -> list[Element]:
    """One signer: recipients left, signature right. Several: side by side, recipients below."""
    return [(_several if len(block.signatures) > 1 else _one)(block, room, pair)]


def _capacity(block: Signature, room: int, pair: int, gap: int = 0) -> list[Element]:
    lines = [centred("Capacity", line, room, pair) for line in block.capacity or ("",)]
    if gap:
        add_property(lines[0], node("spacing", before=gap))
    return lines


def _name(block: Signature, room: int, pair: int) -> list[Element]:
    space = node("spacing", before=SIGNING_SPACE)
    if not block.office:
        return [paragraph("Signer", block.name, space)]
    return [centred("Office", block.office, room, pair, space), paragraph("Signer", block.name)]


def _recipients(block: Recipients, *direct: Element) -> list[Element]:
    lines = recipient_lines(block)
    if not lines:
        return []
    return [
        paragraph("RecipientsLabel", RECIPIENTS, *direct),
        *(paragraph("RecipientsList", line) for line in lines),
    ]


def _one(block: Closing, room: int, pair: int) -> Element:
    left, right = _two_columns(block, room, pair)
    signer = block.signatures[0] if block.signatures else Signature(())
    signature = (*_capacity(signer, right, pair), *_name(signer, right, pair))
    recipients = _recipients(block.recipients) or [paragraph("RecipientsList")]
    table = layout_table((left, right), row(cell(left, *recipients), cell(right, *signature)))
    keep_with_next([table])
    return table


def _two_columns(block: Closing, room: int, pair: int) -> tuple[int, int]:
    right = min(max(_widest(block.signatures, pair) + SLACK, room // 2), room * 3 // 5)
    return room - right, right


def _several(block: Closing, room: int, pair: int) -> Element:
    counts = _abreast(len(block.signatures))
    columns = math.lcm(*counts)
    widths = [room // columns] * columns if counts[1:] else _widths(block.signatures, room, pair)
    signatures = iter(block.signatures)
    rows: list[Element] = []
    for count in counts:
        abreast, gap = [next(signatures) for _ in range(count)], GAP if rows else 0
        rows += _signed(abreast, widths, columns // count, pair, gap)
    # A title is never parted from the name below it, nor the recipients from the last name.
    keep_with_next(rows if len(block.signatures) <= MOST_TOGETHER else (*rows[::2], rows[-1]))
    if recipients := _recipients(block.recipients, node("spacing", before=GAP)):
        rows.append(row(cell(sum(widths), *recipients, span=columns)))
    return layout_table(widths, *rows)


def _signed(
    abreast: Sequence[Signature], widths: Sequence[int], span: int, pair: int, gap: int
) -> list[Element]:
    """Two rows: the names stand level however many lines a title or an office takes."""
    rooms = [sum(widths[place : place + span]) for place in range(0, len(widths), span)]
    both = list(zip(abreast, rooms, strict=True))
    titles = row(*(cell(width, *_capacity(one, width, pair, gap), span=span) for one, width in both))
    names = (cell(width, *_name(one, width, pair), span=span, align="bottom") for one, width in both)
    return [titles, row(*names)]


def _widths(signatures: Sequence[Signature], room: int, pair: int) -> list[int]:
    """Columns of one row: of one width, unless that tears words apart which have room in wider ones."""
    even = room // len(signatures)
    needs = [_need(one, pair) + SLACK for one in signatures]
    if max(needs) <= even or sum(needs) > room:
        return [even] * len(signatures)
    more = (room - sum(needs)) // len(signatures)
    return [need + more for need in needs]


def _need(signature: Signature, pair: int) -> int:
    """The width of the name, or of the longest of the parts of a title that belong together."""
    face, name = face_of("Capacity", pair), face_of("Signer", pair).width(signature.name)
    lines = filter(None, (*signature.capacity, signature.office))
    bound = (in_room("Capacity", line, 2 * face.width(line), pair) for line in lines)
    return int(
        max([name, *(face.width(piece) for line in bound for piece in line.split(" "))]) * (1 + STRETCH)
    )


def _abreast(count: int) -> list[int]:
    """How many signatures stand side by side in each row: two of four, else three, as even as can be."""
    most = 2 if count == MOST_TOGETHER else MOST_ABREAST
    rows = math.ceil(count / most)
    least, more = divmod(count, rows)
    return [least + 1] * more + [least] * (rows - more)


def _widest(signatures: Sequence[Signature], pair: int) -> int:
    face = face_of("Capacity", pair)
    return max((face.width(line) for one in signatures for line in _lines(one)), default=0)


def _lines(signature: Signature) -> list[str]:
    return [*signature.capacity, signature.office, signature.name]
