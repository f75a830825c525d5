"""Which Word files a command works on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.repository.walking import as_shown, missing, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SUFFIX = ".docx"
# Word's own file beside one that is open.
LOCK = "~$"


class WordPath(NamedTuple):
    """A file to read, the path by which it is shown, and its name below the folder that was named."""

    path: Path
    shown: str
    name: str


def word_files(paths: Sequence[str], cwd: Path) -> tuple[list[WordPath], list[Finding]]:
    """The Word files that the paths name, each once, in a stable order; what is missing becomes a finding.

    A file is taken whatever its name; a folder gives its `*.docx`, also in its subfolders.
    """
    findings: list[Finding] = []
    found: dict[Path, WordPath] = {}
    for text in paths:
        for each in _named(text, cwd, findings):
            found.setdefault(each.path.resolve(), each)
    return list(found.values()), findings


def _named(text: str, cwd: Path, findings: list[Finding]) -> Iterator[WordPath]:
    if not text:
        findings.append(Finding("TD911", Span("."), {"path": ""}, "empty"))
        return
    try:
        path = cwd / text
        if path.is_dir():
            yield from _in_folder(path, as_shown(os.path.normpath(text)), findings)
            return
        exists = path.exists()
    except (OSError, ValueError):  # too long a name, a NUL in it, a folder that may not be entered
        exists = False
    if exists:
        yield WordPath(path, as_shown(text), path.name)
    else:
        findings.append(missing(text, cwd, exists=False))


def _in_folder(folder: Path, shown: str, findings: list[Finding]) -> Iterator[WordPath]:
    refused = len(findings)
    names = walk(folder, shown, _is_word_file, findings)
    for name in names:
        yield WordPath(folder / name, name if shown == "." else f"{shown}/{name}", name)
    if not names and len(findings) == refused:
        findings.append(Finding("TD704", Span(shown), {"folder": shown}))


def _is_word_file(name: str) -> bool:
    return name.lower().endswith(SUFFIX) and not name.startswith(LOCK)
