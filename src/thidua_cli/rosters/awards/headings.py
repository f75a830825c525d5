"""Which column of a list of awards is what, and the words for people and collectives in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.law.registers.titles import COLLECTIVE, INDIVIDUAL
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.rosters.words import words_of
from thidua_cli.vietnamese.text import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, Table

NAME, UNIT, AWARD, HOLDER, DAY = "name", "unit", "award", "holder", "day"
_IGNORED = "ignored"
_RESEMBLES = 0.75


@cache
def _data() -> Mapping[str, list[str]]:
    words: Mapping[str, list[str]] = words_of("awards")
    return words


@cache
def _meanings() -> Mapping[str, str]:
    known = {
        heading_key(name): meaning
        for meaning in (_IGNORED, NAME, UNIT, AWARD, HOLDER, DAY)
        for name in _data()[meaning]
    }
    return dict.fromkeys(vocabulary().ignored, _IGNORED) | known


def holder_of(text: str) -> str | None:
    """`Cá nhân`, `Tập thể` as ca-nhan, tap-the; None for any other word."""
    return _holders().get(fold(text))


@cache
def _holders() -> Mapping[str, str]:
    words = {INDIVIDUAL: _data()["individual"], COLLECTIVE: _data()["collective"]}
    return {fold(word): holder for holder, known in words.items() for word in known}


def match_headings(table: Table, findings: FindingLog) -> Mapping[str, int] | None:
    """The 0-based columns by meaning; None where none names who is awarded, or what.

    A list of collectives may name them in its column of units. Of a meaning that stands twice no column is
    taken. The awards may stand in lines above those who get them, so their column may be absent.
    """
    found: dict[str, Cell] = {}
    twice: set[str] = set()
    for cell in table.header:
        meaning = _meanings().get(heading_key(cell.text)) if cell.text else _IGNORED
        if meaning is None:
            _unknown(cell, findings)
        elif meaning != _IGNORED:
            first = found.setdefault(meaning, cell)
            if first is not cell:
                twice.add(meaning)
                values = {"text": cell.text, "first": first.text, "first_cell": first.address}
                findings.add(Finding("TD522", cell.span, values, related=(Related(first.span),)))
    columns = {meaning: cell.column for meaning, cell in found.items() if meaning not in twice}
    if NAME not in columns and UNIT in columns:
        columns[NAME] = columns.pop(UNIT)
    if NAME not in columns:
        findings.add(Finding("TD367", table.header[0].span, {"name": _data()[NAME][1]}))
        return None
    return columns


def _unknown(cell: Cell, findings: FindingLog) -> None:
    candidates = [name for meaning in (NAME, UNIT, AWARD, HOLDER, DAY) for name in _data()[meaning]]
    near = nearest(cell.text, candidates, _RESEMBLES)
    values = {"text": cell.text, "near": near[0] if near else ""}
    findings.add(
        Finding(
            "TD367",
            cell.span,
            values,
            "near" if near else "unused",
            Severity.WARNING if near else Severity.INFO,
        )
    )
