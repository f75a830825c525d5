"""Where a command finds packs of local law (`--law`, or beside a plan), and what it tells of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.law.local.files import NamedFile
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.rules.plan_law import LawFiles


def law_files(plan: Path | None, law: Sequence[str] | None) -> LawFiles:
    """The files of a plan (None: one from a stream) and those of `--law`."""
    from thidua_cli.rules.plan_law import LawFiles

    if plan is None:
        return LawFiles(beside=_named(law))
    from thidua_cli.repository.discovery import repository_of

    return LawFiles(plan.parent, repository_of(plan.parent), _named(law))


def read_law(law: Sequence[str] | None) -> tuple[Lawbook, list[Finding]]:
    """The national rules with the packs of `--law` over them, and what was found in these."""
    from thidua_cli.law.local.overlay import laid_over, national_law

    named = _named(law)
    if not named:
        return national_law(), []
    from thidua_cli.law.local.files import read_packs
    from thidua_cli.law.rulings.rules import rules

    read = read_packs(named)
    book, clashes = laid_over(rules(), read.packs)
    return book._replace(left_out=read.left_out), [*read.findings, *clashes]


def packs_alone(law: Sequence[str] | None) -> tuple[Lawbook | None, list[Finding]]:
    """As `read_law`; without any pack nothing is loaded."""
    return read_law(law) if law else (None, [])


def tell_of_packs(findings: Sequence[Finding], book: Lawbook | None) -> int:
    """Print what was found in packs and cases beside the answer; the exit code that is due."""
    if not findings:
        return 0
    from thidua_cli.cli.output.reports import emit
    from thidua_cli.findings.report import Report

    return emit(Report(None, book.name if book else "", tuple(findings)), stream=sys.stderr)


def _named(law: Sequence[str] | None) -> tuple[NamedFile, ...]:
    if not law:
        return ()
    from thidua_cli.law.local.files import NamedFile

    return tuple(NamedFile(Path(text), Path(text).as_posix()) for text in law)
