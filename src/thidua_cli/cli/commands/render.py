"""`thidua render [PLAN…] --docx`: the official documents."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.parameters import FORCE
from thidua_cli.cli.output.reports import emit, tell_outputs
from thidua_cli.findings.report import Report

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding
    from thidua_cli.repository.discovery import PlanFile

PATHS: Any = typer.Argument(None)
DOCX: Any = typer.Option(False, "--docx")
OUTPUT: Any = typer.Option("out", "-o", "--output")


def render(paths: list[str] = PATHS, docx: bool = DOCX, output: str = OUTPUT, force: bool = FORCE) -> int:
    """Write a document for every plan that can be read; what keeps one from being written is reported."""
    if not docx:
        raise typer.BadParameter(t("render.no_form"))
    from thidua_cli.repository.outputs import write_outputs

    documents, plans, findings = _documents(paths)
    inputs = [plan.path for plan in plans if plan.path]
    outputs = write_outputs(Path(output), documents, force, inputs)
    files = tuple(plan.shown for plan in plans)
    report = Report(None, "", (*findings, *outputs.findings), (), files)
    code = emit(report, stream=sys.stderr) if report.findings else 0
    tell_outputs(outputs)
    return code


def _documents(paths: list[str]) -> tuple[dict[str, bytes], list[PlanFile], list[Finding]]:
    """The documents by file name, the plans read, and what kept others from being written."""
    from thidua_cli.cli.options.plan_files import read_plans
    from thidua_cli.document.compose import compose
    from thidua_cli.document.docx.writer import write_docx
    from thidua_cli.document.environment import open_templates
    from thidua_cli.document.loader import Folder
    from thidua_cli.plan.loading import load_plan
    from thidua_cli.repository.discovery import templates_folder
    from thidua_cli.repository.names import output_names

    own = templates_folder(Path.cwd())
    templates = open_templates(Folder(own, Path(os.path.relpath(own)).as_posix()) if own else None)
    plans, contents, findings = [], [], []
    for plan, source, problems in read_plans(paths):
        findings += problems
        if plan is None or source is None:
            continue
        loaded, unreadable = load_plan(source)
        if loaded is None:
            findings += unreadable
            continue
        document, faults = compose(loaded, templates)
        findings += faults
        if document is not None:
            plans.append(plan)
            contents.append(write_docx(document))
    names = output_names(plans, ".docx")
    return dict(zip(names, contents, strict=True)), plans, findings
