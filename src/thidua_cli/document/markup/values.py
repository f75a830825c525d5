"""Marks around what came from a value: such text is taken as it stands, whatever it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.characters import ILLEGAL, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

VALUE_START = "\x02"
VALUE_END = "\x03"


def literal(text: object) -> str:
    """A value wrapped so that the parser takes it as plain text."""
    clean = one_line(str(text))
    return VALUE_START + clean + VALUE_END if clean else ""


def shown(line: str) -> str:
    """A line as people see it: without the marks around values."""
    return ILLEGAL.sub("", line)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of text and whether each came from a value."""
    for position, part in enumerate(text.split(VALUE_START)):
        value, end, rest = part.partition(VALUE_END)
        if position and end:
            yield value, True
            yield rest, False
        else:
            yield part, False
