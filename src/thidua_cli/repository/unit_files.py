"""Which tables and forms a command reads: files as named, folders for the tables that lie in them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.repository.discovery import PLAN_NAME
from thidua_cli.repository.failures import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SUFFIXES = frozenset({".xlsx", ".xlsm", ".csv"})
MOST_FILES = 10_000


def unit_files(named: Sequence[str], left_out: Iterable[str | None] = ()) -> tuple[list[Path], list[Finding]]:
    """The files that paths name, each once, of a folder in the order of their names; why a folder gives none.

    Subfolders are not entered. `left_out`: files of another purpose that may lie in the same folder.
    """
    findings: list[Finding] = []
    others = {os.path.realpath(path) for path in left_out if path is not None}
    found: dict[str, Path] = {}
    for text in named:
        path = Path(text)
        if not is_folder(path):
            found.setdefault(os.path.realpath(path), path)
            continue
        listed = [each for each in _tables_in(path, findings) if os.path.realpath(each) not in others]
        if len(listed) > MOST_FILES:
            findings.append(Finding("TD571", Span(path.as_posix()), {"limit": str(MOST_FILES)}, "many"))
            continue
        if not listed and not any(finding.span.path == path.as_posix() for finding in findings):
            findings.append(Finding("TD571", Span(path.as_posix())))
        for each in listed:
            found.setdefault(os.path.realpath(each), each)
    return list(found.values()), findings


def plan_beside(table: Path) -> Path | None:
    """The `plan.yaml` beside a table; of a folder of tables the one in it, or beside it."""
    folders = (table, table.parent) if is_folder(table) else (table.parent,)
    return next((folder / PLAN_NAME for folder in folders if (folder / PLAN_NAME).is_file()), None)


def is_folder(path: Path) -> bool:
    """Whether there is a folder; of what cannot be asked about it is said when it is read."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _tables_in(folder: Path, findings: list[Finding]) -> Iterator[Path]:
    """The tables of a folder; what Excel keeps beside an open file, and hidden files, are passed over."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if _is_file(entry))
    except OSError as error:
        variant = "denied" if kind_of(error) == "denied" else ""
        findings.append(Finding("TD501", Span(folder.as_posix()), {}, variant))
        return
    for name in names:
        if Path(name).suffix.lower() in SUFFIXES and not name.startswith((".", "~$")):
            yield folder / name


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads to itself
        return False
