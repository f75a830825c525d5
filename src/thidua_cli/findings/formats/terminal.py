"""Styled lines painted on a terminal by rich, which also knows old Windows consoles."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.findings.formats.text import Line

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "dat": "bold green",
    "khong-dat": "bold red",
    "chua-du-can-cu": "bold yellow",
    "khong-ap-dung": "dim",
    "code": "bold",
    "name": "dim",
    "strong": "bold",
    "place": "cyan",
    "rule": "blue",
    "label": "bold blue",
    "caret": "bold red",
}


def paint(lines: Iterable[Line], stream: TextIO) -> None:
    """Write lines to a terminal in colour; text is never interpreted as markup and never re-wrapped."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False, force_terminal=True)
    for line in lines:
        text = Text()
        for style, piece in line:
            text.append(piece, STYLES.get(style, ""))
        console.print(text, soft_wrap=True)
