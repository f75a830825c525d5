"""`thidua validate [PATH…]`: shape, consistency and law of plan files."""

from __future__ import annotations

import os
import sys
from datetime import date  # noqa: TC003 - typer reads the annotation
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.options.parameters import AS_OF, FAIL_ON, FORMAT, IGNORE, LAW, SELECT, VERDICTS
from thidua_cli.cli.options.selecting import selection
from thidua_cli.cli.output.reports import choose_format, emit
from thidua_cli.findings.finding import Severity
from thidua_cli.findings.report import Report

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.verdict import Verdict

PATHS: Any = typer.Argument(None)


def validate(
    paths: list[str] = PATHS,
    format: str = FORMAT,
    verdicts: bool = VERDICTS,
    fail_on: str = FAIL_ON,
    select: list[str] = SELECT,
    ignore: list[str] = IGNORE,
    as_of: date | None = AS_OF,
    law: list[str] = LAW,
) -> int:
    """Check every plan named, print one report, return its exit code."""
    chosen = selection(select, ignore)
    quotes = choose_format(format, sys.stdout, os.environ) == "text"
    report = _report(paths, as_of, law or [], quotes)
    return emit(report, format, verdicts=verdicts, fail_on=Severity(fail_on), selection=chosen)


def _report(paths: list[str], as_of: date | None, law: list[str], quotes: bool) -> Report:
    """Everything found; the lines of a file are kept only where they will be quoted."""
    from thidua_cli.cli.law.packs import law_files
    from thidua_cli.cli.options.plan_files import read_plans
    from thidua_cli.law.pack import pack_name
    from thidua_cli.rules.validation import validate_source

    findings: list[Finding] = []
    rulings: list[Verdict] = []
    files: list[str] = []
    sources: dict[str, list[str]] = {}
    dates: set[date] = set()
    laws: dict[str, None] = {}
    for plan, source, problems in read_plans(paths):
        findings += problems
        if plan is not None:
            files.append(plan.shown)
        if source is None:
            continue
        result = validate_source(source, as_of, law_files(plan.path if plan else None, law))
        findings += result.findings
        rulings += result.verdicts
        if result.law:
            laws[result.law] = None
        if result.as_of:
            dates.add(result.as_of)
        if quotes and result.findings:
            sources |= {each.path: each.text.splitlines() for each in result.sources}
    asked = as_of or (dates.pop() if len(dates) == 1 else None)
    named = next(iter(laws)) if len(laws) == 1 else pack_name()
    return Report(asked, named, tuple(findings), tuple(rulings), tuple(files), sources)
