"""Which column of a table is what: exact spellings only, near ones are asked about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.scoring.inputs.vocabulary import heading_key, vocabulary
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from thidua_cli.plan.criteria import Criteria
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, Table

UNIT = "don_vi"
# Close enough to be the same heading misspelt, far enough apart for two headings of one table.
RESEMBLES = 0.75
_UNIT, _LEAF, _COUNT, _IGNORED = "unit", "leaf", "count", "ignored"
Meaning = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """0-based columns: of the unit's name, of each criterion by id, of each head count by id."""

    unit: int
    leaves: dict[str, int]
    counts: dict[str, int]


def match_columns(criteria: Criteria, table: Table, findings: FindingLog) -> Columns | None:
    """The meaning of every column; None where no column names the units."""
    known = _meanings(criteria)
    found: dict[Meaning, list[Cell]] = {}
    for cell in table.header:
        meaning = known.get(heading_key(cell.text)) if cell.text else None
        if meaning is None:
            _unknown(cell, criteria, table, findings)
        elif meaning[0] != _IGNORED:
            found.setdefault(meaning, []).append(cell)
    columns = {meaning: cells[0].column for meaning, cells in found.items() if _single(cells, findings)}
    place = table.header[0].span
    for leaf in criteria.leaves():
        if (_LEAF, leaf.id) not in found:
            findings.add(Finding("TD520", place, {"name": leaf.name, "id": leaf.id}, "criterion"))
    unit = columns.get((_UNIT, UNIT))
    if unit is None:
        if (_UNIT, UNIT) not in found:
            wanted = criteria.unit_column or UNIT
            findings.add(Finding("TD520", place, {"name": wanted}, "unit"))
        return None
    leaves = {name: column for (kind, name), column in columns.items() if kind == _LEAF}
    counts = {name: column for (kind, name), column in columns.items() if kind == _COUNT}
    return Columns(unit, leaves, counts)


def _meanings(criteria: Criteria) -> dict[str, Meaning]:
    """Heading key to meaning. What the criteria file names goes before what offices commonly write."""
    words = vocabulary()
    units = words.unit if criteria.unit_column is None else {heading_key(criteria.unit_column)}
    leaves = criteria.leaves()
    names = Counter(heading_key(leaf.name) for leaf in leaves)
    return (
        dict.fromkeys(words.ignored, (_IGNORED, ""))
        | {key: (_COUNT, count) for key, count in words.head_counts.items()}
        | dict.fromkeys(units, (_UNIT, UNIT))
        | {key: (_LEAF, leaf.id) for leaf in leaves if names[key := heading_key(leaf.name)] == 1}
        | {heading_key(leaf.id): (_LEAF, leaf.id) for leaf in leaves}
    )


def _single(cells: list[Cell], findings: FindingLog) -> bool:
    """Of a column that stands twice neither is taken: which one is right only a person knows."""
    first, *again = cells
    for cell in again:
        values = {"text": cell.text, "first": first.text, "first_cell": first.address}
        findings.add(Finding("TD522", cell.span, values, related=(Related(first.span),)))
    return not again


def _unknown(cell: Cell, criteria: Criteria, table: Table, findings: FindingLog) -> None:
    if not cell.text:
        if any(row.values[cell.column] for row in table.rows):
            findings.add(Finding("TD521", cell.span, {"address": cell.address}, "unnamed"))
        return
    leaves = criteria.leaves()
    # A name that two criteria share is no answer: it may be the very heading that is asked about.
    names = Counter(leaf.name for leaf in leaves)
    candidates = [leaf.id for leaf in leaves] + [name for name, count in names.items() if count == 1]
    candidates += [criteria.unit_column or UNIT, *sorted(set(vocabulary().head_counts.values()))]
    near = nearest(cell.text.replace("_", "-"), candidates, RESEMBLES)
    values = {"text": cell.text, "near": near[0] if near else ""}
    severity = Severity.WARNING if near else Severity.INFO
    findings.add(Finding("TD521", cell.span, values, "near" if near else "", severity))
