"""The plan files that a command line names, read one after another."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.repository.discovery import PlanFile
    from thidua_cli.source.text import SourceText


def read_plans(
    paths: Sequence[str],
) -> Iterator[tuple[PlanFile | None, SourceText | None, list[Finding]]]:
    """Each plan with its text, or the findings that say why it cannot be read; never all texts at once.

    The first item carries no plan where discovery itself has something to say.
    """
    from thidua_cli.cli.output.progress import with_progress
    from thidua_cli.repository.discovery import discover
    from thidua_cli.source.text import read_source

    plans, findings = discover(paths, Path.cwd())
    if findings:
        yield None, None, findings
    for plan in with_progress(plans):
        if plan.path is None:
            source, problems = _read_standard_input(plan.shown)
        else:
            source, problems = read_source(plan.path, plan.shown)
        yield plan, source, problems


def _read_standard_input(shown: str) -> tuple[SourceText | None, list[Finding]]:
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.span import Span
    from thidua_cli.source.text import read_stream

    stream = getattr(sys.stdin, "buffer", None)  # none where the caller closed it
    try:
        if stream is not None:
            return read_stream(stream, shown)
    except OSError:  # a folder, for one
        pass
    return None, [Finding("TD001", Span(shown), {"path": shown}, "stdin")]
