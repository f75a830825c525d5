"""Tables and forms put together: every unit once, its head counts, and what two of them say of one unit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.rosters.counts.head_counts import head_counts
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.scoring.inputs.gathering import place_order, unknown
from thidua_cli.scoring.inputs.input_table import GatheredRow, InputTable
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.tables.collected import FindingLog

_NOT_LETTERS = re.compile(r"[\W_]+")


def join(parts: Sequence[InputTable], findings: FindingLog) -> InputTable:
    """One table of all, of at least one; a single part is not copied.

    A unit that stands in two rows is doubled; two names that differ in punctuation only are asked about.
    What a part does not tell at all is unknown for its units, whatever a blank would mean.
    """
    whole = parts[0] if len(parts) == 1 else _laid_together(parts)
    by_name: dict[str, list[int]] = {}
    name = whole.columns[UNIT]
    for position, row in enumerate(whole.rows):
        value = row.values[name]
        by_name.setdefault(fold(value if isinstance(value, str) else value.text), []).append(position)
    groups = [[whole.rows[position] for position in positions] for positions in by_name.values()]
    again = [position for positions in by_name.values() if len(positions) > 1 for position in positions]
    for group in groups:
        _report_doubled(group, whole, findings)
    _ask_about_spellings(dict(zip(by_name, groups, strict=True)), whole, findings)
    counts = head_counts(groups, whole.columns, findings)
    return replace(whole, doubled=frozenset(again), head_counts=counts)


def _laid_together(parts: Sequence[InputTable]) -> InputTable:
    first = parts[0]
    columns = first.columns
    if any(part.columns != columns for part in parts):
        keys = sorted({key for part in parts for key in part.columns} - {UNIT})
        columns = {key: index for index, key in enumerate([UNIT, *keys])}
    rows: list[InputRow] = []
    silent: set[int] = set()
    for part in parts:
        silent |= {len(rows) + position for position in part.silent}
        rows += part.rows if part.columns == columns else _rearranged(part, list(columns))
    return InputTable(
        columns,
        rows,
        first.place,
        silent=frozenset(silent),
        differences=tuple(each for part in parts for each in part.differences),
        left_out=tuple(row for part in parts for row in part.left_out),
    )


def _rearranged(part: InputTable, keys: Sequence[str]) -> Iterable[GatheredRow]:
    """The rows of a part in the order of the keys."""
    indices = [part.columns.get(key) for key in keys]
    for row in part.rows:
        name = part.unit(row)
        places = tuple(
            name._replace(value=unknown(key)) if index is None else row.cell(index)
            for key, index in zip(keys, indices, strict=True)
        )
        yield GatheredRow(row.number, tuple(cell.value for cell in places), places)


def _report_doubled(group: Sequence[InputRow], whole: InputTable, findings: FindingLog) -> None:
    first, *again = (whole.unit(row) for row in group)
    for cell in again:
        values = {"text": cell.text, "first_cell": first.address, "path": first.origin.path}
        variant = "" if cell.origin == first.origin else "file"
        findings.add(Finding("TD524", cell.span, values, variant, related=(Related(first.span),)))


def _ask_about_spellings(
    units: Mapping[str, Sequence[InputRow]], whole: InputTable, findings: FindingLog
) -> None:
    """Two units whose names differ only by dots, dashes or brackets are likely one unit.

    Tones tell real units apart: xã Tân Thanh, xã Tân Thành.
    """
    met: dict[str, list[str]] = {}
    for name in units:
        met.setdefault(_NOT_LETTERS.sub("", name), []).append(name)
    for letters, alike in met.items():
        if len(alike) == 1 or not letters:
            continue
        first, *others = sorted((whole.unit(units[name][0]) for name in alike), key=place_order)
        for cell in others:
            values = {"text": cell.text, "first": first.text, "first_cell": first.address}
            findings.add(Finding("TD567", cell.span, values, related=(Related(first.span),)))
