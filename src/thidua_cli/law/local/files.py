"""Packs from files: those that a command line names, and those that a plan names in its repository."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.law.local.reading import read_pack
from thidua_cli.source.text import read_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from thidua_cli.findings.span import Span
    from thidua_cli.law.local.pack import LocalPack
    from thidua_cli.source.text import SourceText

UNREADABLE = "TD001"


class ReadPacks(NamedTuple):
    """The packs that can be applied, the texts that were read, and what was found.

    `left_out`: the names of the packs that cannot be applied; empty for one whose name cannot be read.
    """

    packs: tuple[LocalPack, ...]
    sources: tuple[SourceText, ...]
    findings: list[Finding]
    left_out: tuple[str, ...] = ()


class NamedFile(NamedTuple):
    """A pack file, the path by which it is shown, and the place that names it (None: the command line)."""

    path: Path
    shown: str
    named: Span | None = None


def read_packs(files: Iterable[NamedFile]) -> ReadPacks:
    """Every pack, each file once."""
    packs: list[LocalPack] = []
    sources: list[SourceText] = []
    findings: list[Finding] = []
    left_out: list[str] = []
    met: set[Path] = set()
    for file in files:
        try:
            real = file.path.resolve()
        except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL in the name
            real = file.path
        if real in met:
            continue
        met.add(real)
        source, problems = read_source(file.path, file.shown)
        findings += [_at_its_name(problem, file) for problem in problems]
        if source is not None:
            read = read_pack(source)
            sources.append(source)
            findings += read.findings
            packs += [read.pack] if read.pack else []
            left_out += [] if read.pack else [read.name]
        else:
            left_out.append("")
    return ReadPacks(tuple(packs), tuple(sources), findings, tuple(left_out))


def _at_its_name(problem: Finding, file: NamedFile) -> Finding:
    """A file that cannot be read is told where the plan names it (TD821)."""
    if file.named is None or problem.code != UNREADABLE:
        return problem
    return Finding("TD821", file.named, {"path": file.shown}, problem.variant)
