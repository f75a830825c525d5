"""What the core scores, however it was told: one wide table, a long table, many files, many forms.

A wide table is an InputTable as it is: its rows are `tables.table.Row`, nothing is copied. What comes cell
by cell (a long table, layers, forms) is gathered into GatheredRows, each cell with its own file, sheet and
address. A reader of forms yields `gathering.InputCell` cells and calls `gathering.gather`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.rosters.reading.rows import UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from thidua_cli.findings.span import Span
    from thidua_cli.rosters.counts.head_counts import HeadCount
    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.tables.table import Cell, CellValue, Row

# Keys of `InputTable.columns` beside the criteria's own: "c1", "c1.target", "@veto.ky-luat", "@tie.Tổng số",
# and UNIT and COUNT of `rosters.reading.rows`.
TYPE, CLUSTER, VETO, TIE = "@type", "@cluster", "@veto.", "@tie."
TARGET, DUE, BY, EXEMPT, EVIDENCE = "target", "due", "by", "exempt", "evidence"


@dataclass(frozen=True, slots=True)
class GatheredRow:
    """A row put together from cells that may stand anywhere; `values` are those of `places`."""

    number: int
    values: tuple[CellValue, ...]
    places: tuple[Cell, ...]

    def cell(self, column: int, /) -> Cell:
        """The cell of a 0-based column, as it stands in its own file."""
        return self.places[column]

    def cells(self) -> Iterator[Cell]:
        """Every cell, from the left."""
        return iter(self.places)


class Difference(NamedTuple):
    """One layer told otherwise than the layer told before it; the last layer present is what counts.

    `criterion` is an id, `earlier` and `later` the layers' names, `place` the later cell. `reason` may be
    empty, which is a finding.
    """

    unit: str
    criterion: str
    earlier: str
    later: str
    before: CellValue
    after: CellValue
    reason: str
    place: Span


class Adjustment(NamedTuple):
    """Points given or taken late, with the reason; `criterion` is an id, None for the total.

    `unit` is spelled as in the InputTable; `points` has its sign. Never without a reason.
    """

    unit: str
    criterion: str | None
    points: Decimal
    reason: str
    day: date | None
    person: str
    place: Span


@dataclass(frozen=True, slots=True)
class InputTable:
    """The inputs of every unit.

    `columns`: key to index in the rows; a key that is absent was not told at all. `@unit` is always there.
    `doubled`, `silent`: positions in `rows` of the units that stand more than once, and of those that gave
    no self-score where others did. `head_counts`: of every unit once. `left_out`: rows that are no units.
    `place`: where to report what is absent from the whole.
    """

    columns: Mapping[str, int]
    rows: Sequence[InputRow]
    place: Span
    doubled: frozenset[int] = frozenset()
    silent: frozenset[int] = frozenset()
    differences: tuple[Difference, ...] = ()
    head_counts: tuple[HeadCount, ...] = ()
    left_out: tuple[Row, ...] = ()

    def unit(self, row: InputRow) -> Cell:
        """The cell that names the unit of a row."""
        return row.cell(self.columns[UNIT])
