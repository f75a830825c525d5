"""A number of awards shared among the units of a table, by the weights of a column and within bounds."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.law.quotas.shares import Claim, Share, Unshareable, share_out
from thidua_cli.rosters.counts.unit_table import LEAST, MOST
from thidua_cli.rosters.reading.readings import read_count, read_number
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.tables.collected import FindingLog
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from thidua_cli.findings.span import Span
    from thidua_cli.rosters.counts.unit_table import CountedTable
    from thidua_cli.tables.table import Cell, Row


class Bounds(NamedTuple):
    """What every unit gets at least and at most, where its own column does not say otherwise."""

    least: int = 0
    most: int | None = None


class Shared(NamedTuple):
    """A total shared among units by the weights of a column."""

    total: int
    weighed_by: str
    shares: tuple[Share, ...]


def share_table(
    counted: CountedTable,
    total: int,
    column: int,
    bounds: Bounds,
    contradictory: Collection[Span] = (),
) -> tuple[Shared | None, list[Finding]]:
    """Share `total` among the units by a 0-based column; None where a figure is missing, or none add up.

    `contradictory`: cells whose count cannot be right beside another; nothing is shared by one of them.
    """
    findings = FindingLog()
    heading = counted.table.header[column]
    for row in counted.rows:
        cell = row.cell(column)
        if cell.span in contradictory:
            values = {"unit": row.cell(counted.columns[UNIT]).text, "text": cell.text}
            findings.add(Finding("TD355", cell.span, values, "contradictory", Severity.ERROR))
    claims = [_claim(row, counted, column, bounds, findings) for row in counted.rows]
    whole = [claim for claim in claims if claim is not None]
    if len(whole) < len(claims) or not whole or findings.items:
        return None, findings.close()
    shares = share_out(total, whole)
    if isinstance(shares, Unshareable):
        values = {"total": format_number(total), "figure": format_number(shares.figure), "unit": shares.unit}
        findings.add(Finding("TD354", heading.span, values, shares.reason))
        return None, findings.close()
    tied = [share for share in shares if share.tied]
    if tied:
        won = [share.unit for share in tied if share.extra]
        values = {"units": _listed(share.unit for share in tied), "won": _listed(won)}
        findings.add(Finding("TD356", heading.span, values))
    return Shared(total, heading.text, shares), findings.close()


def _claim(
    row: Row, counted: CountedTable, column: int, bounds: Bounds, findings: FindingLog
) -> Claim | None:
    unit = row.cell(counted.columns[UNIT]).text
    before = findings.met.total()
    weight = _weight(row.cell(column), unit, findings)
    least = _bound(row, counted.columns.get(LEAST), bounds.least, unit, findings)
    most = _bound(row, counted.columns.get(MOST), bounds.most, unit, findings)
    return None if findings.met.total() > before else Claim(unit, weight, least or 0, most)


def _weight(cell: Cell, unit: str, findings: FindingLog) -> Fraction:
    value, note = read_number(cell.value, percent=True)
    if value is None or value < 0:
        variant = "missing" if note == "missing" else ""
        findings.add(Finding("TD355", cell.span, {"unit": unit, "text": cell.text}, variant))
    return Fraction(value or 0)


def _bound(row: Row, column: int | None, usual: int | None, unit: str, findings: FindingLog) -> int | None:
    """A bound of a unit: its own, else the one for all."""
    if column is None:
        return usual
    cell = row.cell(column)
    value, note = read_count(cell.value)
    if note == "missing":
        return usual
    if value is None or value < 0:
        findings.add(Finding("TD355", cell.span, {"unit": unit, "text": cell.text}, "bound", Severity.ERROR))
        return usual
    return int(value)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
