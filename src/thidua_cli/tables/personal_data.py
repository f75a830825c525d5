"""Data on persons in a table that many people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.vietnamese.personal_data import find_personal, masked, personal_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from thidua_cli.tables.table import Cell, Row

# The shortest of such numbers has nine figures, and no address of e-mail in use is shorter.
SHORTEST = 9


def personal_findings(header: Sequence[Cell], rows: Iterable[Row]) -> Iterator[Finding]:
    """TD022: each column that by its heading tells of persons, and the first such cell of every other."""
    named = set()
    for cell in header:
        if personal_column(cell.text):
            named.add(cell.column)
            yield Finding("TD022", cell.span, {"text": cell.text}, "column")
    told: set[tuple[int, str]] = set()
    for row in rows:
        for column, value in enumerate(row.values):
            # A stored number has lost its leading zero: only the heading can tell what it is.
            if len(value) < SHORTEST or not isinstance(value, str) or column in named:
                continue
            for found in find_personal(value):
                if (column, found.kind) not in told:
                    told.add((column, found.kind))
                    text = masked(value[found.start : found.end])
                    yield Finding("TD022", row.cell(column).span, {"text": text}, found.kind)
