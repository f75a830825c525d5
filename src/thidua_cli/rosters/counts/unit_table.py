"""A table of units with their head counts, those reached and those registered, read without criteria."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.law.registers.titles import titles
from thidua_cli.rosters.counts.head_counts import HeadCount, head_counts
from thidua_cli.rosters.reading.headers import IGNORED, Unknown, match_header
from thidua_cli.rosters.reading.rows import COUNT, UNIT
from thidua_cli.rosters.reading.unit_rows import unit_rows
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.rosters.words import words_of
from thidua_cli.tables.collected import FindingLog
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from thidua_cli.tables.table import Cell, Row, Table

LEAST, MOST = "@least", "@most"
_REGISTERED = "@registered."


@dataclass(frozen=True, slots=True)
class CountedTable:
    """The units of a table in its order, each once.

    `counts`: the head counts of each as reached; `registered`: as registered, empty where nothing was.
    `columns`: 0-based, by meaning (`@unit`, `@count.ldtt`, `@least`, `@most`). `rows`: those of `counts`.
    """

    table: Table
    columns: Mapping[str, int]
    rows: Sequence[Row]
    counts: tuple[HeadCount, ...]
    registered: tuple[HeadCount, ...]

    def column(self, heading: str) -> int | None:
        """The 0-based column of a heading, or of a head count by its id; None where there is none."""
        key = heading_key(heading)
        count = vocabulary().head_counts.get(key)
        named = [cell.column for cell in self.table.header if heading_key(cell.text) == key]
        return named[0] if named else self.columns.get(f"{COUNT}{count}")


def read_counted(table: Table) -> tuple[CountedTable | None, list[Finding]]:
    """The units and head counts of a table; None where no column names the units, or there are none."""
    findings = FindingLog()
    words = vocabulary()
    columns = match_header(table.header, _meaning, words.count_spellings, Unknown("TD521"), findings)
    if UNIT not in columns:
        if not any(item.code == "TD522" for item in findings.items):
            findings.add(Finding("TD358", table.header[0].span, {"name": "Đơn vị"}))
        return None, findings.close()
    if not any(key.startswith((COUNT, _REGISTERED)) for key in columns):
        findings.add(Finding("TD358", table.header[0].span, {}, "counts", Severity.WARNING))
    data = [index for key, index in columns.items() if key != UNIT]
    rows, _ = unit_rows(table, columns[UNIT], data, findings)
    if not rows:
        findings.add(Finding("TD358", table.header[0].span, {}, "empty"))
        return None, findings.close()
    groups = _by_unit(rows, columns[UNIT], findings)
    reached = {key: index for key, index in columns.items() if not key.startswith(_REGISTERED)}
    counts = head_counts(groups, reached, findings)
    registered = _registered(groups, columns, counts, findings)
    found = CountedTable(table, columns, [group[0] for group in groups], counts, registered)
    return found, findings.close()


@cache
def _words() -> Mapping[str, frozenset[str]]:
    data = words_of("counts")
    return {meaning: frozenset(map(heading_key, names)) for meaning, names in data.items()}


def _meaning(cell: Cell) -> str | None:
    words, key = vocabulary(), heading_key(cell.text)
    if key in words.ignored:
        return IGNORED
    if key in words.unit:
        return UNIT
    if key in words.head_counts:
        return COUNT + words.head_counts[key]
    if key in _words()["least"]:
        return LEAST
    if key in _words()["most"]:
        return MOST
    for mark in _words()["registered"]:
        # `Đăng ký LĐTT`, `LĐTT (đăng ký)`
        for rest in (key.removeprefix(f"{mark}-"), key.removesuffix(f"-{mark}")):
            if rest != key and rest in words.head_counts:
                return _REGISTERED + words.head_counts[rest]
    return None


def _by_unit(rows: Iterable[Row], column: int, findings: FindingLog) -> list[list[Row]]:
    """The rows unit by unit, in the order of the table; case and spacing of the name do not count."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        cell = row.cell(column)
        same = groups.setdefault(fold(cell.text), [])
        if same:
            first = same[0].cell(column)
            values = {"text": cell.text, "first_cell": first.address}
            findings.add(Finding("TD352", cell.span, values, related=(Related(first.span),)))
        same.append(row)
    return list(groups.values())


def _registered(
    groups: Sequence[Sequence[Row]],
    columns: Mapping[str, int],
    counts: Sequence[HeadCount],
    findings: FindingLog,
) -> tuple[HeadCount, ...]:
    """The counts as registered; what nobody registers, such as the size of a unit, stays as it is."""
    wanted = {
        key.replace(_REGISTERED, COUNT): at for key, at in columns.items() if key.startswith(_REGISTERED)
    }
    if not wanted:
        return ()
    told = head_counts(groups, {**wanted, UNIT: columns[UNIT]}, findings)
    known: Mapping[str, HeadCount] = {fold(each.unit): each for each in counts}
    return tuple(_with_facts(each, known.get(fold(each.unit))) for each in told)


def _with_facts(registered: HeadCount, reached: HeadCount | None) -> HeadCount:
    if reached is None:
        return registered
    facts = {ident: count for ident, count in reached.values.items() if ident.upper() not in titles()}
    return HeadCount(registered.unit, {**facts, **registered.values}, {**reached.spans, **registered.spans})
