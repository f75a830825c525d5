"""A table ready to print: every cell as text, every row with its part in the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

RowKind = Literal["row", "band", "total"]


class PrintedRow(NamedTuple):
    """A row: one of data, the name of a group (`band`, its first cell only), or sums (`total`, bold).

    `open` are the cells that a person has to settle before the document is signed.
    """

    kind: RowKind
    cells: tuple[str, ...]
    open: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table whose rows all have the cells of the header, but for bands.

    `widths` are relative, 0 or empty: measured; `numeric` are columns set to the right; `count` is how many
    rows of data there are; `total` the only sum, in print; empty where there is none, or more than one.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[PrintedRow, ...]
    widths: tuple[int, ...] = ()
    numeric: frozenset[int] = frozenset()
    count: int = 0
    total: str = ""
    landscape: bool = False
