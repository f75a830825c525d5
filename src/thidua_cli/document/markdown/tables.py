"""Tables as pipe tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.markdown.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.document.blocks import Inline, Table

STRONG, PLAIN = "**", ""


def pipe_table(table: Table) -> str:
    """A table; the name of a group and the figures of a sum are strong."""
    if not table.header:
        return ""
    rules = ("---:" if column in table.numeric else "---" for column in range(len(table.header)))
    lines = [_cells(table.header, PLAIN), _row(rules)]
    for number, row in enumerate(table.rows):
        lines.append(_cells(row, STRONG if number in table.bands | table.totals else PLAIN))
    return "\n".join(lines)


def _cells(row: tuple[Inline, ...], marks: str) -> str:
    return _row(words("TableText", cell, marks=marks) for cell in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
