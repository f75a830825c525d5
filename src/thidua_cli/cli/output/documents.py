"""Documents put where the command line says, with a report of what kept one from being written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.output.progress import with_progress
from thidua_cli.cli.output.reports import emit, tell_outputs
from thidua_cli.document.writing import files_of
from thidua_cli.findings.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from thidua_cli.cli.options.documents import Target
    from thidua_cli.document.blocks import Document
    from thidua_cli.findings.finding import Finding


def put_documents(
    documents: Sequence[tuple[str, Document]],
    target: Target,
    findings: Iterable[Finding],
    *,
    force: bool,
    inputs: Iterable[Path] = (),
    read: Iterable[str] = (),
) -> int:
    """Write named documents, tell the findings on stderr and the files on stdout; the exit code.

    `inputs` are files that are never written over, `read` the shown paths that the report counts.
    """
    if target.single and len(documents) > 1:
        raise typer.BadParameter(t("documents.one_file", count=len(documents)))
    files, problems = files_of(documents, target.forms, with_progress)
    findings = [*findings, *problems]
    if target.folder is None:
        sys.stdout.writelines(content.decode() for content in files.values())
        return _told(findings, read)
    from thidua_cli.repository.outputs import write_outputs

    if target.name:
        files = dict(zip((target.name,), files.values(), strict=False))  # none where it could not be made
    outputs = write_outputs(target.folder, files, force, inputs)
    code = _told([*findings, *outputs.findings], read)
    tell_outputs(outputs)
    return code


def _told(findings: Sequence[Finding], read: Iterable[str]) -> int:
    return emit(Report(None, "", tuple(findings), (), tuple(read)), stream=sys.stderr) if findings else 0
