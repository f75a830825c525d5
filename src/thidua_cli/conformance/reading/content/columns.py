"""Where paragraphs stand: the column of a page, a cell or a box, one beside or in another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.reading.formatting.styles import NO_TABLE

if TYPE_CHECKING:
    from thidua_cli.conformance.model.lines import Cell, Story
    from thidua_cli.conformance.reading.formatting.styles import TableFormat


class Column(NamedTuple):
    """What holds paragraphs. `width` is the room for text, None where it cannot be told.

    `margin` is the distance from the left edge of the paper, None in cells and boxes. `pitch` is the height
    of a line where spacing is counted in lines. `sunk`: the text of a cell does not begin at its top.
    """

    story: Story
    width: int | None
    margin: int | None = None
    pitch: int = 240
    cells: tuple[Cell, ...] = ()
    table: TableFormat = NO_TABLE
    sunk: bool = False
