"""The files of `thidua validate`, one after another, as one report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.cli.law.packs import law_files
from thidua_cli.cli.options.plan_files import read_plans
from thidua_cli.findings.report import Report
from thidua_cli.law.pack import pack_name
from thidua_cli.rules.file_kinds import FileKind, kind_of_file
from thidua_cli.rules.validation import validate_other, validate_source

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.repository.discovery import PlanFile
    from thidua_cli.rules.validation import Validated
    from thidua_cli.source.text import SourceText


def report_of(paths: list[str], as_of: date | None, law: list[str], *, quotes: bool) -> Report:
    """Everything found; the lines of a file are kept only where they will be quoted."""
    seen = Seen(quotes=quotes)
    others: list[tuple[PlanFile | None, SourceText, FileKind]] = []
    for plan, source, problems in read_plans(paths):
        seen.findings += problems
        if plan is not None:
            seen.files.append(plan.shown)
        if source is None:
            continue
        kind = kind_of_file(source)
        if kind is FileKind.PLAN:
            seen.add(validate_source(source, as_of, law_files(plan.path if plan else None, law)))
        else:
            others.append((plan, source, kind))
    # What a plan names is read with it, not again.
    read = {Path(path).resolve() for path in seen.read} if others else set()
    for plan, source, kind in others:
        if plan is None or plan.path is None or plan.path.resolve() not in read:
            seen.add(validate_other(source, kind))
    return seen.report(as_of)


class Seen:
    """What the files said so far."""

    def __init__(self, *, quotes: bool) -> None:
        self._quotes = quotes
        self.findings: list[Finding] = []
        self.files: list[str] = []
        self.read: set[str] = set()
        self._rulings: list[Verdict] = []
        self._sources: dict[str, list[str]] = {}
        self._dates: set[date] = set()
        self._laws: dict[str, None] = {}

    def add(self, result: Validated) -> None:
        """Take what one file said, and the files that it names."""
        self.findings += result.findings
        self.read |= {each.path for each in result.sources}
        self._rulings += result.verdicts
        if result.law:
            self._laws[result.law] = None
        if result.as_of:
            self._dates.add(result.as_of)
        if self._quotes and result.findings:
            self._sources |= {each.path: each.text.splitlines() for each in result.sources}

    def report(self, as_of: date | None) -> Report:
        """All of it."""
        asked = as_of or (next(iter(self._dates)) if len(self._dates) == 1 else None)
        named = next(iter(self._laws)) if len(self._laws) == 1 else pack_name()
        findings, rulings = tuple(self.findings), tuple(self._rulings)
        return Report(asked, named, findings, rulings, tuple(self.files), self._sources)
