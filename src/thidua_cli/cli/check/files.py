"""The files of `thidua check`, one after another, as one report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from thidua_cli.cli.language import language, t
from thidua_cli.cli.output.progress import with_progress
from thidua_cli.cli.output.reports import tell_outputs
from thidua_cli.conformance.examination import examine
from thidua_cli.conformance.rules.profile import profile
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from thidua_cli.cli.check.copies import Copies
    from thidua_cli.conformance.examination import Examined
    from thidua_cli.conformance.rules.profile import Check
    from thidua_cli.findings.selection import Selection
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.repository.word_files import WordPath

SAFE, UNSAFE = "safe", "unsafe"
# The stages of a run, as a finding names the one that crashed.
JUDGING, SHOWING = "thidua check", "thidua check --html"


class Seen:
    """What the files said so far; one that cannot be read, or that crashes, does not stop the others."""

    def __init__(self, chosen: Selection, problems: Iterable[Finding], *, house: bool) -> None:
        self._chosen, self._house = chosen, house
        self.findings = list(problems)
        self._verdicts: list[Verdict] = []
        self._files: list[str] = []
        self._mendable = dict.fromkeys((SAFE, UNSAFE), 0)
        self._sheets: list[str] = []

    def look_at(self, files: Sequence[WordPath], copies: Copies | None, *, unsafe: bool, shows: bool) -> None:
        """Judge every file, or the mended copy of it where there are to be copies."""
        for file in with_progress(files):
            try:
                examined, findings = self._judged(file, copies, unsafe)
            except Exception as error:
                examined, findings = None, [_crash(JUDGING, file.shown, error)]
            self.findings += findings
            self._files.append(examined.case.word.shown if examined else file.shown)
            if examined is not None:
                self._add(examined)
                if shows:
                    self._show(examined, findings)

    def report(self) -> Report:
        """All of it."""
        return Report(
            None, profile().document, tuple(self.findings), tuple(self._verdicts), tuple(self._files)
        )

    def tell_mendable(self, *, fixed: bool, unsafe: bool) -> None:
        """Say on stderr how many places `--fix` would put right, with and without judgement.

        What is left of the kinds that were mended (`fixed`, `unsafe`) was tried and could not be.
        """
        safe, others = 0 if fixed else self._mendable[SAFE], 0 if unsafe else self._mendable[UNSAFE]
        if safe or others:
            key = "both" if safe and others else SAFE if safe else UNSAFE
            sys.stderr.write(t(f"check.mendable.{key}", safe=safe, unsafe=others) + "\n")

    def put_page(self, path: Path, force: bool, inputs: Iterable[Path]) -> list[Finding]:
        """Write the page that shows the files; the findings tell why it could not be written."""
        from thidua_cli.conformance.showing.page import page
        from thidua_cli.repository.outputs import write_outputs

        content = page(self._sheets, self.report().shown(self._chosen), language())
        outputs = write_outputs(path.parent, {path.name: content.encode()}, force, inputs)
        tell_outputs(outputs, sys.stderr)
        return list(outputs.findings)

    def _judged(
        self, file: WordPath, copies: Copies | None, unsafe: bool
    ) -> tuple[Examined | None, list[Finding]]:
        examined, findings = examine(file.path, file.shown, house=self._house)
        if copies is None or examined is None:
            return examined, findings
        return self._mended(file, examined, findings, copies, unsafe)

    def _mended(
        self, file: WordPath, examined: Examined, findings: list[Finding], copies: Copies, unsafe: bool
    ) -> tuple[Examined | None, list[Finding]]:
        """The mended copy of a file, judged under its own name; the file itself where it is not mended."""
        from thidua_cli.conformance.mending.mend import mend

        def wanted(check: Check) -> bool:
            return (check.fix == SAFE or unsafe) and self._chosen.keeps(check.code)

        mended, refusal = mend(file.path.read_bytes(), file.shown, wanted, house=self._house)
        if mended is None:
            return examined, [*findings, *refusal]
        shown = copies.add(file, mended.data, mended.fixed)
        return examine(mended.data, shown, house=self._house)

    def _add(self, examined: Examined) -> None:
        self._verdicts += examined.checked.verdicts
        for check, deviations in examined.checked.breaches:
            if check.fix in self._mendable and self._chosen.keeps(check.code):
                self._mendable[check.fix] += len(deviations)

    def _show(self, examined: Examined, findings: Iterable[Finding]) -> None:
        from thidua_cli.conformance.showing.sheet import sheet

        kept = [each for each in findings if self._chosen.keeps(each.code)]
        try:
            self._sheets.append(sheet(examined, kept, language(), len(self._sheets) + 1))
        except Exception as error:
            self.findings.append(_crash(SHOWING, examined.case.word.shown, error))


def _crash(stage: str, shown: str, error: Exception) -> Finding:
    """TD900 for a file that the program failed at."""
    return Finding("TD900", Span(shown, 0), {"rule": stage, "error": f"{type(error).__name__}: {error}"})
