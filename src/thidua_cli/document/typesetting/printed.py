"""The text of a component as it stands on the page: its words bound, its capitals set."""

from __future__ import annotations

from thidua_cli.document.characters import one_line
from thidua_cli.document.typesetting.binding import bound_text
from thidua_cli.document.typesetting.looks import CAPITALS, FLOWING
from thidua_cli.vietnamese.text import upper_case


def printed(style: str, text: str, *, bound: bool = True) -> str:
    """One line of text in a style of `looks`; `bound`: with the no-break spaces of running text."""
    line = one_line(text)
    line = bound_text(line) if bound and style in FLOWING else line
    return upper_case(line) if style in CAPITALS else line
