"""A page of plain text: a headline, then headed sections, wrapped for a terminal of 80 columns."""

from __future__ import annotations

from textwrap import fill, indent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 78
INDENT = "  "


def paragraph(text: str) -> str:
    """Prose, wrapped and indented."""
    folded = " ".join(text.split())
    return fill(folded, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT, break_on_hyphens=False)


def item(text: str) -> str:
    """One entry of a list, wrapped under its mark."""
    return fill(
        text, WIDTH, initial_indent=f"{INDENT}- ", subsequent_indent=f"{INDENT}  ", break_on_hyphens=False
    )


def note(text: str) -> str:
    """What belongs to the entry of a list above it, wrapped."""
    inset = INDENT * 2
    return fill(text, WIDTH, initial_indent=inset, subsequent_indent=inset, break_on_hyphens=False)


def verbatim(text: str) -> str:
    """Lines that keep their own breaks."""
    return indent(text.rstrip("\n"), INDENT * 2)


def section(heading: str, blocks: Iterable[str]) -> str:
    """A heading with its blocks below; empty where there are no blocks."""
    shown = [block for block in blocks if block.strip()]
    return "\n".join([f"{heading}:", *shown]) if shown else ""


def page(*parts: str) -> str:
    """The parts that have something to say, a blank line between them."""
    return "\n\n".join(part for part in parts if part) + "\n"
