"""Signatures and recipients (NĐ 30/2020, Phụ lục I, Mục II, items 7 and 9.b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.blocks import Run
from thidua_cli.document.fixed_words import RECIPIENTS, recipient_lines
from thidua_cli.document.html.elements import centred, dashed, element, line

if TYPE_CHECKING:
    from thidua_cli.document.components import Closing, Recipients, Signature
    from thidua_cli.document.html.sheet import Sheet

MOST_ABREAST, MOST_TOGETHER = 3, 4
GAP = 120  # twips between signatures, as in the style sheet


def closing(block: Closing, sheet: Sheet) -> str:
    """One signer: recipients left, signature right. Several: side by side, recipients below."""
    count = len(block.signatures)
    abreast = 2 if count in (0, 1, MOST_TOGETHER) else min(count, MOST_ABREAST)
    signatures = [_signature(each, sheet.room // abreast, sheet.pair) for each in block.signatures]
    recipients = _recipients(block.recipients)
    if count < 2:
        return element("div", recipients, *signatures, class_="closing")
    signed = element("div", *signatures, class_="signatures", style=f"--abreast:{abreast}")
    # More signatures may go on over pages, each in one piece.
    kind = "closing joint" if count <= MOST_TOGETHER else "closing joint many"
    return element("div", signed, recipients, class_=kind)


def _signature(block: Signature, room: int, pair: int) -> str:
    capacity = [centred("p", "Capacity", each, room - GAP, pair) for each in block.capacity]
    office = [centred("p", "Office", block.office, room - GAP, pair)] if block.office else []
    name = element("div", *office, line("p", "Signer", block.name), class_="name")
    return element("div", element("div", *capacity), name, class_="signature")


def _recipients(block: Recipients) -> str:
    lines = recipient_lines(block)
    if not lines:
        return element("div")
    listed = dashed("RecipientsList", [(Run(each),) for each in lines])
    return element("div", line("p", "RecipientsLabel", RECIPIENTS), listed, class_="recipients")
