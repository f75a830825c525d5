"""Which rows of a table are units: not its sums, not what stands below it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.rosters.reading.readings import holds_data
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, CellValue, Row, Table

# What is wrong with formulas; of no weight in a row that nothing is computed from.
OF_FORMULAS = frozenset({"TD512", "TD513"})


# A long table says the same names again and again.
_key = lru_cache(4096)(heading_key)


class UnitRows(NamedTuple):
    """The rows of a table: those that are units, and those that are sums, notes or signatures."""

    units: list[Row]
    others: list[Row]


def unit_rows(table: Table, unit: int, data: Sequence[int], findings: FindingLog) -> UnitRows:
    """Part the units from the sums and from the foot, which begins at the first line known as one.

    `unit`, `data`: the columns of the names and of the figures. A row with data but no name, or with data
    below the foot, may be a unit: it is an error, and not counted.
    """
    found = UnitRows([], [])
    foot = False
    for row in table.rows:
        name = row.cell(unit)
        filled = any(_is_figure(row.values[column]) for column in data)
        said = _labels(row, unit)
        values = {"text": said[0].text if said else "", "row": str(row.number)}
        if _is_sum(said):
            findings.add(Finding("TD525", name.span, values))
        elif not foot and not filled and (line := _foot_line(said)):
            foot = True
            findings.add(Finding("TD527", name.span, values | {"text": line}))
        elif foot and filled:
            findings.add(Finding("TD527", name.span, values, "data", Severity.ERROR))
        elif not foot and not name.value:
            findings.add(Finding("TD523", name.span, values))
        elif not foot:
            found.units.append(row)
            continue
        found.others.append(row)
    return found


def _is_figure(value: CellValue) -> bool:
    """Whether a cell says a number, yes or no, or a date."""
    return holds_data(value) or (isinstance(value, str) and value[:1].isdecimal())


def _labels(row: Row, unit: int) -> list[Cell]:
    """What a row says of itself: up to the name, where a merged cell may begin, else anywhere."""
    width = unit + 1 if row.values[unit] else len(row.values)
    return [row.cell(column) for column in range(width) if row.values[column]]


def _is_sum(labels: Sequence[Cell]) -> bool:
    return any(_key(cell.text) in vocabulary().total_rows for cell in labels)


def _foot_line(labels: Sequence[Cell]) -> str:
    """The first cell that says that the table is over; empty where none does."""
    words = vocabulary()
    for cell in labels:
        key = _key(cell.text)
        if f"{key}-".startswith(words.foot_lines) or words.foot_date.search(key):
            return cell.text
    return ""


def without_idle_formulas(findings: Iterable[Finding], others: Iterable[Row]) -> list[Finding]:
    """The findings of a table less those of formulas in rows that nothing is computed from."""
    idle = {cell.span for row in others for cell in row.cells()}
    return [each for each in findings if each.code not in OF_FORMULAS or each.span not in idle]
