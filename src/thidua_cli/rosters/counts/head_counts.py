"""Head counts of the units, for the verdicts on quotas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.law.registers.facts import fact_kinds, fact_name, wholes
from thidua_cli.law.rulings.heads import counted
from thidua_cli.rosters.reading.notes import NOTES
from thidua_cli.rosters.reading.readings import Reading, both_readings, read_count, read_yes_no
from thidua_cli.rosters.reading.rows import COUNT, UNIT
from thidua_cli.rosters.reading.vocabulary import vocabulary
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
            found = {**names_of("name", name), "text": cell.text, "unit": unit}
            if note == "ambiguous":
                found["first"], found["second"] = both_readings(cell.text)
            shown = NOTES[note]
            findings.add(Finding(shown.code, cell.span, found, shown.variant, shown.severity))
    values = _without_open_sums(values, cells)
    for small, large in beyond_whole(values):
        found = {"unit": unit, **names_of("small", small.ident), **names_of("large", large.ident)}
        found |= {"found": format_number(small.heads), "limit": format_number(large.heads)}
        related = (Related(cells[large.ident].span),) if large.ident in cells else ()
        findings.add(Finding("TD560", cells[small.ident].span, found, related=related))
    return HeadCount(unit, values, {name: cell.span for name, cell in cells.items()})


class Counted(NamedTuple):
    """A count with those that the law takes together with it."""

    ident: str
    heads: int


def beyond_whole(values: Mapping[str, int]) -> Iterator[tuple[Counted, Counted]]:
    """The counts that are more than what they are a part of, each with the nearest whole that it passes."""
    told: set[str] = set()
    for small, large in wholes():
        if small in told or small not in values or large not in values:
            continue
        pair = (_together(small, values), _together(large, values))
        if pair[0].heads > pair[1].heads:
            told.add(small)
            yield pair


def names_of(key: str, ident: str) -> dict[str, str]:
    """A count by its name in each language, for the words of a finding."""
    return {key: fact_name(ident), f"{key}.en": fact_name(ident, "en")}


def _together(ident: str, values: Mapping[str, int]) -> Counted:
    return Counted(ident, sum(values[each] for each in counted((ident,), values)))


def _without_open_sums(values: Mapping[str, int], asked: Iterable[str]) -> dict[str, int]:
    """The counts without those whose companion by law has a column and is not known: nor is the sum."""
    columns = set(asked)
    return {
        ident: count
        for ident, count in values.items()
        if all(other in values or other not in columns for other in fact_kinds()[ident].counted_with)
    }


def _read(name: str, cell: Cell) -> Reading:
    """A count; of the titles of collectives also whether the unit claims one (`x`, `có`)."""
    reading = read_count(cell.value)
    if name in vocabulary().claims and reading.note == "not_number":
        return read_yes_no(cell.value)
    return reading
