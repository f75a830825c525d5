"""The columns of a table by what their headings mean: exact spellings only, near ones are asked about."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell

# A column that is known and not used.
IGNORED = "ignored"
# Close enough to be the same heading misspelt, far enough apart for two headings of one table.
RESEMBLES = 0.75

Meaning = TypeVar("Meaning", bound=Hashable)


class Unknown(NamedTuple):
    """What an unknown heading becomes: a code and its variants; without `other` it is passed over."""

    code: str
    near: str = "near"
    other: str | None = None


def match_header(
    header: Sequence[Cell],
    meaning_of: Callable[[Cell], Meaning | None],
    candidates: Iterable[str],
    unknown: Unknown,
    log: FindingLog,
) -> Mapping[Meaning, int]:
    """The 0-based columns by meaning, without the IGNORED ones; of one that stands twice none is taken.

    `meaning_of`: of a cell, None where its heading is unknown. `candidates`: the spellings that people use,
    to ask about. Findings: TD522 for a meaning that stands twice, `unknown` for the others.
    """
    found: dict[Meaning, list[Cell]] = {}
    names = list(dict.fromkeys(candidates))
    for cell in header:
        meaning = meaning_of(cell) if cell.text else None
        if meaning is not None:
            found.setdefault(meaning, []).append(cell)
        elif cell.text:
            _ask(cell, names, unknown, log)
    return {
        meaning: cells[0].column
        for meaning, cells in found.items()
        if meaning != IGNORED and single(cells, log)
    }


def single(cells: Sequence[Cell], log: FindingLog) -> bool:
    """Of a column that stands twice neither is taken (TD522): which one is right only a person knows."""
    first, *again = cells
    for cell in again:
        values = {"text": cell.text, "first": first.text, "first_cell": first.address}
        log.add(Finding("TD522", cell.span, values, related=(Related(first.span),)))
    return not again


def _ask(cell: Cell, names: Sequence[str], unknown: Unknown, log: FindingLog) -> None:
    near = nearest(cell.text.replace("_", " "), names, RESEMBLES)
    if near:
        values = {"text": cell.text, "near": near[0]}
        log.add(Finding(unknown.code, cell.span, values, unknown.near, Severity.WARNING))
    elif unknown.other is not None:
        values = {"text": cell.text, "near": ""}
        log.add(Finding(unknown.code, cell.span, values, unknown.other, Severity.INFO))
