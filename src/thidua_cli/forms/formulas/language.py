"""The language of sheets: literals, references and small expressions, never text of a person unquoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.tables.table import address, column_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from decimal import Decimal

    from thidua_cli.plan.criteria.values import Bounds

# A sheet takes no longer text in a formula.
MOST_QUOTED = 255
# Sums of numbers in binary carry dust (0.1 + 0.2); it lies far below what is rounded to.
DUST_PLACES = 9
MOST_LETTERS = 32_767
MOST_ARGUMENTS = 250
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


def literal(value: Decimal) -> str:
    """A number as formulas write it."""
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def day(value: date) -> str:
    """A day as formulas write it."""
    return f"DATE({value.year},{value.month},{value.day})"


def quoted(text: str) -> str:
    """A text as formulas write it; longer ones are cut at what a sheet takes."""
    return '"' + text[:MOST_QUOTED].replace('"', '""') + '"'


def reference(row: int, column: int) -> str:
    """A cell: row and column 0-based."""
    return address(row + 1, column)


def fixed(row: int, column: int) -> str:
    """A cell that keeps its place when a formula is copied."""
    return f"${column_letters(column)}${row + 1}"


def all_of(conditions: Sequence[str]) -> str:
    """Every condition at once."""
    return conditions[0] if len(conditions) == 1 else f"AND({','.join(conditions)})"


def any_of(conditions: Sequence[str]) -> str:
    """At least one of the conditions."""
    return conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"


def within(bounds: Bounds, value: str) -> str:
    """1 where a value lies in an interval, else 0; nothing but products, so that it can be added."""
    ends = []
    if bounds.lower is not None:
        ends.append(f"({value}{'>=' if bounds.lower_in else '>'}{literal(bounds.lower)})")
    if bounds.upper is not None:
        ends.append(f"({value}{'<=' if bounds.upper_in else '<'}{literal(bounds.upper)})")
    return "*".join(ends) if len(ends) > 1 else f"{ends[0]}*1"


def total(rows: Iterable[int], column: int, function: str = "SUM") -> str:
    """The sum of cells of one column, text left out; empty for no cells."""
    pieces = ranges(rows, column)
    return "+".join(
        f"{function}({','.join(pieces[at : at + MOST_ARGUMENTS])})"
        for at in range(0, len(pieces), MOST_ARGUMENTS)
    )


def ranges(rows: Iterable[int], column: int) -> list[str]:
    """Cells of one column, neighbours as one range."""
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return [
        reference(first, column) + (f":{reference(last, column)}" if last > first else "")
        for first, last in runs
    ]


def rounded(expression: str, places: int, mode: str) -> str:
    """Rounding as the engine rounds, the dust of binary sums removed first."""
    function = {"half_up": "ROUND", "down": "ROUNDDOWN", "up": "ROUNDUP"}[mode]
    return f"{function}(ROUND({expression},{DUST_PLACES}),{places})"


def plain(text: str) -> str:
    """A text as a cell can hold it: no half characters, not longer than a sheet takes."""
    kept = _UNWRITABLE.sub("\ufffd", text)
    return kept if len(kept) <= MOST_LETTERS else kept[: MOST_LETTERS - 1] + "…"
