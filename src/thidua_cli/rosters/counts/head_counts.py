"""Head counts of the units, for the verdicts on quotas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.rosters.reading.notes import NOTES
from thidua_cli.rosters.reading.readings import Reading, read_count, read_yes_no
from thidua_cli.rosters.reading.rows import COUNT, UNIT
from thidua_cli.rosters.reading.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from thidua_cli.findings.span import Span
    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell


@dataclass(frozen=True, slots=True)
class HeadCount:
    """The head counts of a unit by id (`tong_so`, `ldtt` …); an unknown one is absent.

    `readings`: of a unit that stands more than once what each of its rows says; else empty.
    """

    unit: str
    values: Mapping[str, int]
    spans: Mapping[str, Span]
    readings: tuple[Mapping[str, int], ...] = ()


def head_counts(
    groups: Iterable[Sequence[InputRow]], columns: Mapping[str, int], findings: FindingLog
) -> tuple[HeadCount, ...]:
    """The head counts of every unit, given by its rows; none where no column of `columns` is a count."""
    told = {key.removeprefix(COUNT): index for key, index in columns.items() if key.startswith(COUNT)}
    if not told:
        return ()
    unit = columns[UNIT]
    counts = ([_head_count(row, unit, told, findings) for row in rows] for rows in groups)
    return tuple(_agreed(rows) for rows in counts)


def _agreed(rows: Sequence[HeadCount]) -> HeadCount:
    """A unit once: what its rows agree on; a title that one of them claims is claimed."""
    first, *again = rows
    if not again:
        return first
    values = {
        name: value
        for name, value in first.values.items()
        if all(other.values.get(name) == value for other in again)
    }
    for claim in vocabulary().claims:
        claimed = [row.values[claim] for row in rows if row.values.get(claim)]
        if claimed:
            values[claim] = max(claimed)
    return HeadCount(first.unit, values, first.spans, tuple(row.values for row in rows))


def _head_count(row: InputRow, name_at: int, columns: Mapping[str, int], findings: FindingLog) -> HeadCount:
    """A blank count is unknown, a wrong one is a finding."""
    unit = row.cell(name_at).text
    values: dict[str, int] = {}
    cells = {name: row.cell(column) for name, column in columns.items()}
    for name, cell in cells.items():
        value, note = _read(name, cell)
        if value is not None:
            values[name] = int(value)
        elif note and note != "missing":
            found = {"name": name, "text": cell.text, "unit": unit}
            shown = NOTES[note]
            findings.add(Finding(shown.code, cell.span, found, shown.variant, shown.severity))
    values = counted_together(values, cells)
    for small, large in vocabulary().at_most:
        if small in values and large in values and values[small] > values[large]:
            found = {"unit": unit, "small": small, "large": large}
            found |= {"found": str(values[small]), "limit": str(values[large])}
            related = (Related(cells[large].span),)
            findings.add(Finding("TD560", cells[small].span, found, related=related))
    return HeadCount(unit, values, {name: cell.span for name, cell in cells.items()})


def counted_together(values: Mapping[str, int], told: Iterable[str]) -> dict[str, int]:
    """The counts, LĐTT with the CSTT that stand beside it: the law takes shares of both together.

    `told`: the counts that were asked; where a part of such a sum is not known, the sum is not.
    """
    summed = dict(values)
    asked = set(told)
    for name, others in vocabulary().counted_with.items():
        beside = [other for other in others if other in asked]
        if name in asked and beside:
            summed.pop(name, None)
            if all(each in values for each in (name, *beside)):
                summed[name] = sum(values[each] for each in (name, *beside))
    return summed


def _read(name: str, cell: Cell) -> Reading:
    """A count; of the titles of collectives also whether the unit claims one (`x`, `có`)."""
    reading = read_count(cell.value)
    if name in vocabulary().claims and reading.note == "not_number":
        return read_yes_no(cell.value)
    return reading
