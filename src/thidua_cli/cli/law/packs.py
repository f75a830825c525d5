"""Where a command finds packs of local law: `--law FILE`, and the repository of a plan."""

from __future__ import annotations

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
    return book, [*read.findings, *clashes]


def _named(law: Sequence[str] | None) -> tuple[NamedFile, ...]:
    if not law:
        return ()
    from thidua_cli.law.local.files import NamedFile

    return tuple(NamedFile(Path(text), Path(text).as_posix()) for text in law)
