"""The columns of a table of results, by what their headings mean."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from thidua_cli.reporting.words import words_of
from thidua_cli.rosters.reading.headers import Unknown, match_header
from thidua_cli.rosters.reading.vocabulary import heading_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, Table

TARGET, RESULT, UNIT, PERIOD, NOTE = "target", "result", "unit", "period", "note"


def tells_results(header: Iterable[Cell]) -> bool:
    """Whether a table has results of targets: a column that names them, and one of their results."""
    found = {_meaning(cell) for cell in header}
    return {TARGET, RESULT} <= found


def result_columns(table: Table, log: FindingLog) -> Mapping[str, int]:
    """The 0-based columns by meaning; unknown headings are passed over, near ones asked about (TD650)."""
    names = [name for names in words_of("actuals")["columns"].values() for name in names]
    return match_header(table.header, _meaning, names, Unknown("TD650", "heading"), log)


def _meaning(cell: Cell) -> str | None:
    return _meanings().get(heading_key(cell.text))


@cache
def _meanings() -> Mapping[str, str]:
    columns = words_of("actuals")["columns"]
    return {heading_key(name): meaning for meaning, names in columns.items() for name in names}
