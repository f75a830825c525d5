"""How a table goes onto A4: upright, across, or over several pages side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.tables.writing.widths import pixels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.tables.writing.sheets import Column

# Margins in inches: left, right, top, bottom.
MARGINS = (0.7, 0.5, 0.7, 0.7)
# What A4 (210 × 297 mm) leaves between the margins, in pixels at 96 dots per inch.
UPRIGHT, ACROSS = 678, 1007
# Below these scales print is no longer read with ease; wider tables go over several pages.
UPRIGHT_LEAST, ACROSS_LEAST, SEVERAL = 0.85, 0.62, 72
# Printers and other fonts need a little more room than computed.
ROOM = 0.97


class Layout(NamedTuple):
    """`across`: the long side lies flat. `scale`: per cent, None for a table that fits one page in width.

    `breaks`: the columns that open another page; `first`: how many columns the first page holds.
    """

    across: bool
    scale: int | None
    breaks: list[int]
    first: int


def lay_out(columns: Sequence[Column], widths: Sequence[int], fixed: int) -> Layout:
    """The paper for columns of these widths, of which the `fixed` ones stand on every page."""
    sizes = [pixels(width) for width in widths]
    total = sum(sizes)
    if total * UPRIGHT_LEAST <= UPRIGHT:
        return Layout(False, None, [], len(columns))
    if total * ACROSS_LEAST <= ACROSS:
        return Layout(True, None, [], len(columns))
    room = ACROSS * ROOM * 100 / SEVERAL
    repeated = sum(sizes[:fixed])
    breaks: list[int] = []
    start, used = fixed, float(repeated)
    for index in range(fixed, len(columns)):
        if used + sizes[index] > room and index > start:
            start = _before_group(columns, sizes, start, index, room - repeated)
            breaks.append(start)
            used = repeated + sum(sizes[start:index])
        used += sizes[index]
    return Layout(True, SEVERAL, breaks, breaks[0] if breaks else len(columns))


def _before_group(
    columns: Sequence[Column], sizes: Sequence[int], start: int, index: int, room: float
) -> int:
    """Where to break: before the group of columns that does not fit, if the page stays half full."""
    opening = index
    while opening > start and columns[index].over and columns[opening - 1].over == columns[index].over:
        opening -= 1
    return opening if opening > start and sum(sizes[start:opening]) * 2 >= room else index
