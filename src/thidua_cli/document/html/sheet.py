"""What the parts of a page need to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.document.typesetting.measure import twips

if TYPE_CHECKING:
    from thidua_cli.document.layout import Layout
    from thidua_cli.document.outline import Outline

PAPER = (Decimal(210), Decimal(297))  # A4 in millimetres: short side, long side


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size pair, the width of the text in twips, and the headings so far."""

    pair: int
    room: int
    outline: Outline


def text_width(layout: Layout, *, landscape: bool) -> int:
    """Width of the text in twips."""
    return twips(PAPER[landscape] - layout.left - layout.right)
