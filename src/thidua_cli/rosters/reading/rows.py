"""A unit's row, and the keys under which its name and its head counts stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.tables.table import Cell, CellValue

# Keys of a mapping of columns: `@unit`, `@count.ldtt`.
UNIT, COUNT = "@unit", "@count."


class InputRow(Protocol):
    """One unit's cells, by the indices of `InputTable.columns`.

    `number` is the unit's row in its own file: two rows of different files may share one.
    """

    @property
    def number(self) -> int:
        """The row as a sheet counts, 1-based."""

    @property
    def values(self) -> tuple[CellValue, ...]:
        """What the cells say; a blank one is the empty text."""

    def cell(self, column: int, /) -> Cell:
        """A cell with its own place; of a blank that stands nowhere the place of the unit's name."""

    def cells(self) -> Iterator[Cell]:
        """Every cell, from the left."""
