"""A Word file read, recognised and held against the decree in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.reading.word_file import read_word_file, word_file_of
from thidua_cli.conformance.recognition.anatomy import recognise
from thidua_cli.conformance.rules.case import Case
from thidua_cli.conformance.rules.check import check
from thidua_cli.conformance.rules.profile import profile

if TYPE_CHECKING:
    from pathlib import Path

    from thidua_cli.conformance.model.word_file import WordFile
    from thidua_cli.conformance.rules.check import Checked
    from thidua_cli.findings.finding import Finding


class Examined(NamedTuple):
    """A file with what its lines are, and what is to be said of it."""

    case: Case
    checked: Checked


def examine(
    source: Path | bytes, shown: str, *, house: bool = False
) -> tuple[Examined | None, list[Finding]]:
    """The file and all its findings; no file where it cannot be read. `shown` names it in findings."""
    read = word_file_of(source, shown) if isinstance(source, bytes) else read_word_file(source, shown)
    word, findings = read
    if word is None:
        return None, findings
    examined = judge(word, house=house)
    return examined, [*findings, *examined.checked.findings]


def judge(word: WordFile, *, house: bool = False) -> Examined:
    """A file already read; `house` also tells the customs of offices."""
    case = Case(word, recognise(word), profile())
    return Examined(case, check(case, house=house))
