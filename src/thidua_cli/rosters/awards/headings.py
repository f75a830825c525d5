"""Which column of a list of awards is what, and the words for people and collectives in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.law.registers.titles import COLLECTIVE, INDIVIDUAL
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.rosters.words import words_of
from thidua_cli.vietnamese.phrase_patterns import PhrasePatterns
from thidua_cli.vietnamese.text import fold, nearest

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, Table

NAME, UNIT, AWARD, HOLDER, DAY = "name", "unit", "award", "holder", "day"
NUMBER, POSITION = "number", "position"
MEANINGS = (NUMBER, NAME, POSITION, UNIT, AWARD, HOLDER, DAY)
_IGNORED = "ignored"
_RESEMBLES = 0.75


@cache
def _data() -> Mapping[str, Any]:
    return words_of("awards")


@cache
def _meanings() -> Mapping[str, str]:
    known = {heading_key(name): meaning for meaning in (_IGNORED, *MEANINGS) for name in _data()[meaning]}
    return dict.fromkeys(vocabulary().ignored, _IGNORED) | known


@cache
def _patterns() -> tuple[PhrasePatterns, tuple[tuple[re.Pattern[str], str], ...]]:
    phrases = PhrasePatterns(_data()["parts"], {})
    listed = _data()["patterns"].items()
    return phrases, tuple(
        (phrases.compile(pattern), meaning) for meaning, known in listed for pattern in known
    )


def _meaning(text: str) -> str | None:
    """What a heading names: as listed, else by a pattern."""
    found = _meanings().get(heading_key(text))
    if found:
        return found
    phrases, known = _patterns()
    key = phrases.key(text)
    return next((meaning for pattern, meaning in known if phrases.left_open(pattern, key) is not None), None)


def holder_of(text: str) -> str | None:
    """`Cá nhân`, `Tập thể` as ca-nhan, tap-the; None for any other word."""
    return _holders().get(fold(text))


def heads_awards(text: str) -> bool:
    """Whether a text is what a column of awards may be called: `Khen thưởng`, `Danh hiệu thi đua`."""
    return _meanings().get(heading_key(text)) == AWARD


def split_holder(text: str) -> tuple[str | None, str]:
    """Whom a text names before or after the rest of it: `Giấy khen cho các tập thể`; in lower case."""
    folded = fold(text)
    for word, holder in _holders().items():
        if " " in word and folded.startswith(f"{word} "):
            return holder, folded.removeprefix(f"{word} ")
        if " " in word and folded.endswith(f" {word}"):
            rest = folded.removesuffix(f" {word}")
            links = (f" {link}" for link in _data()["links"])
            return holder, next((rest.removesuffix(link) for link in links if rest.endswith(link)), rest)
    return None, folded


@cache
def _holders() -> Mapping[str, str]:
    words = {INDIVIDUAL: _data()["individual"], COLLECTIVE: _data()["collective"]}
    return {fold(word): holder for holder, known in words.items() for word in known}


def match_headings(table: Table, findings: FindingLog) -> Mapping[str, Cell] | None:
    """The cells of the header by meaning; None where none names who is awarded.

    A list of collectives may name them in its column of units, unless another column seems to name who is
    awarded. Of a meaning that stands twice no column is taken. The awards may stand in lines above those who
    get them, so their column may be absent.
    """
    found: dict[str, Cell] = {}
    twice: set[str] = set()
    unknown: list[Cell] = []
    for cell in table.header:
        meaning = _meaning(cell.text) if cell.text else _IGNORED
        if meaning is None:
            unknown.append(cell)
        elif meaning != _IGNORED:
            first = found.setdefault(meaning, cell)
            if first is not cell:
                twice.add(meaning)
                values = {"text": cell.text, "first": first.text, "first_cell": first.address}
                findings.add(Finding("TD522", cell.span, values, related=(Related(first.span),)))
    columns = {meaning: cell for meaning, cell in found.items() if meaning not in twice}
    perhaps = _ask(unknown, columns, findings)
    if NAME not in columns and UNIT in columns and not perhaps:
        columns[NAME] = columns.pop(UNIT)
    if NAME not in columns:
        if not perhaps:
            findings.add(Finding("TD367", table.header[0].span, {"name": _data()[NAME][1]}))
        return None
    return columns


def _ask(unknown: Iterable[Cell], columns: Mapping[str, Cell], findings: FindingLog) -> bool:
    """Ask about the columns that are not known; whether one of them may name who is awarded."""
    perhaps = False
    for cell in unknown:
        meaning, near = _resembled(cell.text, columns)
        values = {"text": cell.text, "near": near}
        if meaning == NAME:
            perhaps = True
            findings.add(Finding("TD367", cell.span, values, "name"))
        elif near:
            findings.add(Finding("TD367", cell.span, values, "near", Severity.WARNING))
        else:
            findings.add(Finding("TD367", cell.span, values, "unused", Severity.INFO))
    return perhaps


def _resembled(text: str, columns: Mapping[str, Cell]) -> tuple[str | None, str]:
    """The meaning that an unknown heading may have, of those that the list lacks, and how to write it."""
    words = f"-{heading_key(text)}-"
    for meaning, asked in _data()["asked"].items():
        if meaning not in columns and any(f"-{heading_key(word)}-" in words for word in asked):
            return meaning, _data()[meaning][1]
    names = {name: meaning for meaning in MEANINGS if meaning not in columns for name in _data()[meaning]}
    near = nearest(text, names, _RESEMBLES)
    return (names[near[0]], near[0]) if near else (None, "")
