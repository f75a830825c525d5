"""Which rows of a table are units: not its sums, not what stands below it, no unit twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.scoring.inputs.readings import holds_data
from thidua_cli.scoring.inputs.vocabulary import heading_key, vocabulary
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.scoring.inputs.columns import Columns
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, Row, Table

# What is wrong with formulas; of no weight in a row that nothing is computed from.
OF_FORMULAS = frozenset({"TD512", "TD513"})


class UnitRows(NamedTuple):
    """The rows of a table: those that are units, and those that are sums, notes or signatures."""

    units: list[Row]
    others: list[Row]


def unit_rows(table: Table, columns: Columns, findings: FindingLog) -> UnitRows:
    """Part the units from the sums and from the foot, which begins at the first line known as one.

    A row with data but no name, or with data below the foot, may be a unit: it is an error, and not counted.
    """
    data = (*columns.leaves.values(), *columns.counts.values())
    found = UnitRows([], [])
    foot = False
    for row in table.rows:
        name = row.cell(columns.unit)
        filled = any(holds_data(row.values[column]) for column in data)
        said = _labels(row, columns.unit)
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


def _labels(row: Row, unit: int) -> list[Cell]:
    """What a row says of itself: up to the name, where a merged cell may begin, else anywhere."""
    width = unit + 1 if row.values[unit] else len(row.values)
    return [row.cell(column) for column in range(width) if row.values[column]]


def _is_sum(labels: Sequence[Cell]) -> bool:
    return any(heading_key(cell.text) in vocabulary().total_rows for cell in labels)


def _foot_line(labels: Sequence[Cell]) -> str:
    """The first cell that says that the table is over; empty where none does."""
    words = vocabulary()
    for cell in labels:
        key = heading_key(cell.text)
        if f"{key}-".startswith(words.foot_lines) or words.foot_date.search(key):
            return cell.text
    return ""


def same_units(rows: Sequence[Row], column: int) -> list[list[Row]]:
    """The rows unit by unit, in the order of the table; case and spacing of the name do not count."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(fold(row.cell(column).text), []).append(row)
    return list(groups.values())


def doubled(groups: Iterable[Sequence[Row]], column: int, findings: FindingLog) -> set[int]:
    """Rows whose unit stands more than once: none can be ranked, for nobody knows which one counts."""
    numbers: set[int] = set()
    for first, *again in groups:
        if again:
            numbers.add(first.number)
        for row in again:
            numbers.add(row.number)
            cell, earlier = row.cell(column), first.cell(column)
            values = {"text": cell.text, "first_cell": earlier.address}
            findings.add(Finding("TD524", cell.span, values, related=(Related(earlier.span),)))
    return numbers


def without_idle_formulas(findings: Iterable[Finding], others: Iterable[Row]) -> list[Finding]:
    """The findings of a table less those of formulas in rows that nothing is computed from."""
    idle = {cell.span for row in others for cell in row.cells()}
    return [each for each in findings if each.code not in OF_FORMULAS or each.span not in idle]
