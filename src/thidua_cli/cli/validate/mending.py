"""`--fix` and `--diff`: the files that `validate` reads, with their fixes made, shown or written."""

from __future__ import annotations

import sys
from collections import Counter
from difflib import unified_diff
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.cli.language import t
from thidua_cli.rules.mending import Mended, mend
from thidua_cli.source.encodings import UTF8_BOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.selection import Selection
    from thidua_cli.rules.plan_law import LawFiles
    from thidua_cli.source.text import SourceText

FROM_STREAM = Path()


def to_be_made(selection: Selection, unsafe: bool) -> Callable[[Finding], bool]:
    """Which fixes are to be made: of the findings selected, and the unsafe ones only where asked for."""

    def wanted(finding: Finding) -> bool:
        safe = finding.fix is not None and (finding.fix.safe or unsafe)
        return safe and selection.keeps(finding.code)

    return wanted


class Change(NamedTuple):
    """A file, its text as read, and as mended."""

    path: Path
    before: SourceText
    mended: Mended


def mend_files(
    paths: Sequence[str], as_of: date | None, law: list[str], wanted: Callable[[Finding], bool]
) -> tuple[list[Change], list[Finding]]:
    """What would change in the files named and in those that plans name; and why others cannot be read."""
    from thidua_cli.cli.law.packs import law_files
    from thidua_cli.cli.options.plan_files import read_plans

    changes: dict[Path, Change] = {}
    unread: list[Finding] = []
    for plan, source, problems in read_plans(paths):
        if plan is None or source is None:
            unread += problems
            continue
        path = plan.path or FROM_STREAM
        check = _Validation(as_of, law_files(plan.path, law))
        changes.setdefault(path.resolve(), Change(path, source, mend(source, check, wanted)))
        for text in check.beside:
            beside = Path(text.path)
            if beside.resolve() not in changes:
                changes[beside.resolve()] = Change(beside, text, mend(text, _Validation(as_of), wanted))
    return [change for change in changes.values() if change.mended.fixed], unread


class _Validation:
    """What `validate` says of a text, whatever it turns out to be; `beside` are the files it named last."""

    def __init__(self, as_of: date | None, files: LawFiles | None = None) -> None:
        self._as_of = as_of
        self._files = files
        self.beside: tuple[SourceText, ...] = ()

    def __call__(self, text: SourceText) -> list[Finding]:
        from thidua_cli.rules.file_kinds import FileKind, kind_of_file
        from thidua_cli.rules.validation import validate_other, validate_source

        kind = kind_of_file(text)
        if kind is FileKind.PLAN and self._files is not None:
            read = validate_source(text, self._as_of, self._files)
        else:
            read = validate_other(text, kind)
        self.beside = read.sources[1:]
        return read.findings


def write_changes(changes: Iterable[Change]) -> list[Finding]:
    """Write the mended files and say so on stderr; the findings tell what could not be written."""
    from thidua_cli.repository.rewriting import rewrite

    faults: list[Finding] = []
    for path, before, mended in changes:
        fault = rewrite(path, before, mended.source)
        if fault is not None:
            faults.append(fault)
            continue
        if not mended.finished:
            sys.stderr.write(t("validate.unfinished", path=before.path) + "\n")
        counts = Counter(each.code for each in mended.fixed)
        codes = ", ".join(
            f"{code} ({times})" if times > 1 else code for code, times in sorted(counts.items())
        )
        sys.stderr.write(t("validate.mended", path=before.path, count=counts.total(), codes=codes) + "\n")
    return faults


def show_changes(changes: Sequence[Change], unread: Sequence[Finding]) -> int:
    """Print the changes as one patch; 1 where there are any, 2 where a file cannot be read."""
    from thidua_cli.cli.output.reports import emit
    from thidua_cli.findings.report import Report

    for change in changes:
        sys.stdout.writelines(_patch(change))
    code = emit(Report(None, "", tuple(unread)), stream=sys.stderr) if unread else 0
    return max(code, int(bool(changes)))


def _patch(change: Change) -> Iterable[str]:
    """The lines of a unified diff, as `git apply` takes it; a byte order mark is part of the first line."""
    shown, mark = change.before.path, _mark(change.path)
    old, new = (
        StringIO(mark + text.text, newline="\n").readlines() for text in (change.before, change.mended.source)
    )
    # A patch names files from the root of a repository; one elsewhere is named by its whole path.
    a, b = ("", "") if Path(shown).is_absolute() else ("a/", "b/")
    for line in unified_diff(old, new, a + shown, b + shown):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _mark(path: Path) -> str:
    if path == FROM_STREAM:
        return ""
    with path.open("rb") as stream:
        return UTF8_BOM.decode() if stream.read(len(UTF8_BOM)) == UTF8_BOM else ""
