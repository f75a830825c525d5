"""`thidua validate [PATH…]`: shape, consistency and law of plan files."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date  # noqa: TC003 - typer reads the annotation
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.parameters import AS_OF, FAIL_ON, FORMAT, IGNORE, LAW, SELECT, VERDICTS
from thidua_cli.cli.options.selecting import selection
from thidua_cli.cli.output.reports import choose_format, emit, tell_mendable
from thidua_cli.findings.finding import Severity
from thidua_cli.findings.report import Report

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.repository.discovery import PlanFile
    from thidua_cli.rules.file_kinds import FileKind
    from thidua_cli.rules.validation import Validated
    from thidua_cli.source.text import SourceText

PATHS: Any = typer.Argument(None)
FIX: Any = typer.Option(False, "--fix")
UNSAFE: Any = typer.Option(False, "--unsafe-fixes")
DIFF: Any = typer.Option(False, "--diff")
STREAM = "-"


def validate(
    paths: list[str] = PATHS,
    format: str = FORMAT,
    verdicts: bool = VERDICTS,
    fail_on: str = FAIL_ON,
    select: list[str] = SELECT,
    ignore: list[str] = IGNORE,
    as_of: date | None = AS_OF,
    law: list[str] = LAW,
    fix: bool = FIX,
    unsafe_fixes: bool = UNSAFE,
    diff: bool = DIFF,
) -> int:
    """Check every plan named, mend what is to be mended, print one report, return its exit code."""
    chosen = selection(select, ignore)
    _check_together(paths, fix, unsafe_fixes, diff, format, verdicts)
    quotes = choose_format(format, sys.stdout, os.environ) == "text"
    faults: list[Finding] = []
    if fix or diff:
        from thidua_cli.cli.validate.mending import mend_files, show_changes, to_be_made, write_changes

        changes, unread = mend_files(paths, as_of, law or [], to_be_made(chosen, unsafe_fixes))
        if diff:
            return show_changes(changes, unread)
        faults = write_changes(changes)
    report = _report(paths, as_of, law or [], quotes)
    report = replace(report, findings=(*report.findings, *faults))
    code = emit(report, format, verdicts=verdicts, fail_on=Severity(fail_on), selection=chosen)
    tell_mendable(report.shown(chosen).findings)
    return code


def _check_together(
    paths: list[str], fix: bool, unsafe: bool, diff: bool, format: str, verdicts: bool
) -> None:
    """Refuse options that contradict one another, or would be without effect."""
    if fix and diff:
        raise typer.BadParameter(t("validate.fix_or_diff"))
    if unsafe and not (fix or diff):
        raise typer.BadParameter(t("validate.unsafe_needs_fix"))
    for used, option in ((format != "auto", "--format"), (verdicts, "--verdicts")):
        if diff and used:
            raise typer.BadParameter(t("validate.diff_is_alone", option=option))
    if fix and STREAM in (paths or ()):
        raise typer.BadParameter(t("validate.fix_needs_files"))


def _report(paths: list[str], as_of: date | None, law: list[str], quotes: bool) -> Report:
    """Everything found; the lines of a file are kept only where they will be quoted."""
    from thidua_cli.cli.law.packs import law_files
    from thidua_cli.cli.options.plan_files import read_plans
    from thidua_cli.rules.file_kinds import FileKind, kind_of_file
    from thidua_cli.rules.validation import validate_other, validate_source

    seen = _Seen(quotes)
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


class _Seen:
    """What the files said so far."""

    def __init__(self, quotes: bool) -> None:
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
        from thidua_cli.law.pack import pack_name

        asked = as_of or (next(iter(self._dates)) if len(self._dates) == 1 else None)
        named = next(iter(self._laws)) if len(self._laws) == 1 else pack_name()
        findings, rulings = tuple(self.findings), tuple(self._rulings)
        return Report(asked, named, findings, rulings, tuple(self.files), self._sources)
