"""The files of `thidua check`, one after another, as one report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from thidua_cli.cli.language import language, t
from thidua_cli.cli.output.progress import with_progress
from thidua_cli.cli.output.reports import tell_outputs
from thidua_cli.conformance.examination import examine
from thidua_cli.conformance.rules.profile import profile
from thidua_cli.findings.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from thidua_cli.cli.check.copies import Copies
    from thidua_cli.conformance.examination import Examined
    from thidua_cli.conformance.rules.check import Options
    from thidua_cli.conformance.rules.profile import Check
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.selection import Selection
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.repository.word_files import WordPath

SAFE, UNSAFE = "safe", "unsafe"


class Seen:
    """What the files said so far; one that cannot be read does not stop the others."""

    def __init__(self, options: Options, chosen: Selection, problems: Iterable[Finding]) -> None:
        self._options, self._chosen = options, chosen
        self.findings = list(problems)
        self._verdicts: list[Verdict] = []
        self._files: list[str] = []
        self._mendable = dict.fromkeys((SAFE, UNSAFE), 0)
        self._sheets: list[str] = []

    def look_at(self, files: Sequence[WordPath], copies: Copies | None, *, unsafe: bool, shows: bool) -> None:
        """Judge every file, or the mended copy of it where there are to be copies."""
        for file in with_progress(files):
            examined, findings = examine(file.path, file.shown, self._options)
            if copies is not None and examined is not None:
                examined, findings = self._mended(file, examined, findings, copies, unsafe)
            self.findings += findings
            self._files.append(examined.word.shown if examined else file.shown)
            if examined is not None:
                self._add(examined)
                if shows:
                    self._show(examined, findings)

    def report(self) -> Report:
        """All of it."""
        return Report(
            None, profile().document, tuple(self.findings), tuple(self._verdicts), tuple(self._files)
        )

    def tell_mendable(self, *, unsafe: bool) -> None:
        """Say on stderr how many places `--fix` would put right, with and without judgement."""
        safe, others = self._mendable[SAFE], 0 if unsafe else self._mendable[UNSAFE]
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

    def _mended(
        self, file: WordPath, examined: Examined, findings: list[Finding], copies: Copies, unsafe: bool
    ) -> tuple[Examined | None, list[Finding]]:
        """The mended copy of a file, judged under its own name; the file itself where it is not mended."""
        from thidua_cli.conformance.mending.mend import mend

        def wanted(check: Check) -> bool:
            return (check.fix == SAFE or unsafe) and self._chosen.keeps(check.code)

        mended, refusal = mend(file.path.read_bytes(), file.shown, self._options, wanted)
        if mended is None:
            return examined, [*findings, *refusal]
        return examine(mended.data, copies.add(file, mended.data, mended.fixed), self._options)

    def _add(self, examined: Examined) -> None:
        self._verdicts += examined.checked.verdicts
        for check, deviations in examined.checked.breaches:
            if check.fix in self._mendable and self._chosen.keeps(check.code):
                self._mendable[check.fix] += len(deviations)

    def _show(self, examined: Examined, findings: Iterable[Finding]) -> None:
        from thidua_cli.conformance.showing.sheet import sheet

        kept = [each for each in findings if self._chosen.keeps(each.code)]
        self._sheets.append(sheet(examined, kept, language(), len(self._sheets) + 1))
