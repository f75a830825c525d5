"""Recipients and signatures, never alone on a page (NĐ 30/2020, Phụ lục I, Mục II, items 7 and 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.blocks import Signature
from thidua_cli.document.docx.centred import centred
from thidua_cli.document.docx.elements import (
    Element,
    cell,
    keep_with_next,
    layout_table,
    node,
    paragraph,
    row,
)
from thidua_cli.document.docx.measure import face_of

if TYPE_CHECKING:
    from thidua_cli.document.blocks import Closing, Recipients

LABEL = "Nơi nhận:"
SIGNING_SPACE = 1400  # twips: room for the signature and the seal
GAP = 240
MOST_ABREAST = 3
SLACK = 120


def _capacity(block: Signature, room: int, pair: int) -> list[Element]:
    return [centred("Capacity", line, room, pair) for line in block.capacity or ("",)]


def _name(block: Signature, room: int, pair: int) -> list[Element]:
    space = node("spacing", before=SIGNING_SPACE)
    if not block.office:
        return [paragraph("Signer", block.name, space)]
    return [centred("Office", block.office, room, pair, space), paragraph("Signer", block.name)]


def _recipients(block: Recipients, *direct: Element) -> list[Element]:
    if not (block.names or block.archive):
        return [paragraph("RecipientsList")]
    lines = [f"- {name};" for name in block.names]
    if block.archive:
        lines.append(f"- {block.archive}.")
    else:
        lines[-1] = lines[-1][:-1] + "."
    return [
        paragraph("RecipientsLabel", LABEL, *direct),
        *(paragraph("RecipientsList", line) for line in lines),
    ]


def closing(block: Closing, room: int, pair: int) -> list[Element]:
    """One signer: recipients left, signature right. Several: at most three side by side, recipients below."""
    table = (_several if len(block.signatures) > 1 else _one)(block, room, pair)
    return [paragraph("TableEnd", "", node("spacing", before=GAP), node("keepNext")), table]


def _one(block: Closing, room: int, pair: int) -> Element:
    left, right = _two_columns(block, room, pair)
    signer = block.signatures[0] if block.signatures else Signature(())
    signature = (*_capacity(signer, right, pair), *_name(signer, right, pair))
    table = layout_table(
        (left, right), row(cell(left, *_recipients(block.recipients)), cell(right, *signature))
    )
    keep_with_next([table])
    return table


def _several(block: Closing, room: int, pair: int) -> Element:
    count = len(block.signatures) if len(block.signatures) <= MOST_ABREAST else 2
    width = room // count
    signed: list[Element] = []
    for start in range(0, len(block.signatures), count):
        abreast = [*block.signatures[start : start + count], *[Signature(())] * count][:count]
        # Two rows: the names stand level however many lines a title takes.
        signed += [
            row(*(cell(width, *part(signature, width, pair)) for signature in abreast))
            for part in (_capacity, _name)
        ]
    keep_with_next(signed)
    recipients = _recipients(block.recipients, node("spacing", before=GAP))
    return layout_table([width] * count, *signed, row(cell(width * count, *recipients, span=count)))


def _two_columns(block: Closing, room: int, pair: int) -> tuple[int, int]:
    face = face_of("Capacity", pair)
    lines = [line for one in block.signatures for line in (*one.capacity, one.office, one.name)]
    widest = max((face.width(line) for line in lines), default=0)
    right = min(max(widest + SLACK, room // 2), room * 3 // 5)
    return room - right, right
