"""The law for one plan: the national rules, the packs of its repository, those named beside it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.law.local.overlay import Lawbook, laid_over, national_law
from thidua_cli.source.inside import lies_inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from thidua_cli.law.local.files import NamedFile
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.source.text import SourceText


class LawFiles(NamedTuple):
    """Where packs come from: the folder of the plan, the repository that bounds it, and files named apart.

    Without `folder` (a plan from a stream) the packs that the plan names are not looked for.
    """

    folder: Path | None = None
    repository: Path | None = None
    beside: Sequence[NamedFile] = ()


class PlanLaw(NamedTuple):
    """The law of a plan, the texts of its packs, and what was found in them."""

    book: Lawbook
    sources: tuple[SourceText, ...] = ()
    findings: tuple[Finding, ...] = ()


def law_of_plan(loaded: Loaded | None, files: LawFiles) -> PlanLaw:
    """The law by which a plan is judged; a pack that cannot be used is left out and told."""
    if not files.beside and not (loaded and loaded.plan.law):
        return PlanLaw(national_law())
    # Only a plan with packs pays for the reader of packs.
    from thidua_cli.law.local.files import read_packs

    findings: list[Finding] = []
    named = list(_named_by(loaded, files, findings)) if loaded else []
    read = read_packs([*named, *files.beside])
    book, clashes = laid_over(national_law().national, read.packs)
    book = book._replace(left_out=read.left_out)
    return PlanLaw(book, read.sources, (*findings, *read.findings, *clashes))


def _named_by(loaded: Loaded, files: LawFiles, findings: list[Finding]) -> Iterator[NamedFile]:
    from thidua_cli.law.local.files import NamedFile

    folder = files.folder
    for index, name in enumerate(loaded.plan.law if folder else ()):
        span = loaded.span(("law", index))
        if folder is None or not lies_inside(files.repository or folder, folder / name):
            findings.append(Finding("TD820", span, {"path": name}))
            continue
        shown = (PurePosixPath(loaded.source.path).parent / name).as_posix()
        yield NamedFile(folder / name, shown, span)
