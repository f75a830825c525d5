"""`thidua validate [PATH…]`: shape, consistency and law of plan files."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date  # noqa: TC003 - typer reads the annotation
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.parameters import AS_OF, FAIL_ON, FORMAT, IGNORE, LAW, SELECT, VERDICTS
from thidua_cli.cli.options.selecting import selection
from thidua_cli.cli.output.reports import choose_format, emit, tell_mendable
from thidua_cli.findings.finding import Severity

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding

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
    from thidua_cli.cli.validate.files import report_of

    quotes = choose_format(format, sys.stdout, os.environ) == "text"
    faults: list[Finding] = []
    if fix or diff:
        from thidua_cli.cli.validate.mending import mend_files, show_changes, to_be_made, write_changes

        changes, unread = mend_files(paths, as_of, law or [], to_be_made(chosen, unsafe_fixes))
        if diff:
            return show_changes(changes, unread)
        faults = write_changes(changes)
    report = report_of(paths, as_of, law or [], quotes=quotes)
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
