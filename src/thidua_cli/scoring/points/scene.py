"""The units that are scored together."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.scoring.points.column_scores import Key
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import CellValue

VALUES = attrgetter("values")


class Scene(NamedTuple):
    """What criteria are scored on: the inputs by `columns` as in InputTable, and where findings go.

    `clustered`: units are compared within their cluster only. Positions in `rows`: `barred` units set no
    standard for others (vetoed ones), `doubled` ones stand twice and neither set one nor enter an average.
    """

    columns: Mapping[str, int]
    rows: Sequence[InputRow]
    findings: FindingLog
    clustered: bool = False
    barred: frozenset[int] = frozenset()
    doubled: frozenset[int] = frozenset()

    def keys(self, key_of: Callable[[Sequence[CellValue]], Key]) -> list[Key]:
        """The key of every row."""
        return list(map(key_of, map(VALUES, self.rows)))
