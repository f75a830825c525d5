"""How a command hands its report to the user: the format, the streams, the exit code."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

from thidua_cli.cli.language import language, t
from thidua_cli.findings.finding import Severity
from thidua_cli.findings.selection import EVERYTHING, Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.report import Report
    from thidua_cli.repository.outputs import Outputs


def choose_format(asked: str, stream: TextIO, environment: Mapping[str, str]) -> str:
    """The format to write: `auto` is github in GitHub Actions, text on a terminal, line in a pipe."""
    if asked != "auto":
        return asked
    if environment.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "text" if stream.isatty() else "line"


def in_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to paint: NO_COLOR forbids it, FORCE_COLOR asks for it, else a terminal gets it."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def emit(
    report: Report,
    format: str = "auto",
    *,
    verdicts: bool = False,
    fail_on: Severity = Severity.ERROR,
    selection: Selection = EVERYTHING,
    stream: TextIO | None = None,
) -> int:
    """Write a report to `stream` (stdout) in `format`; return the exit code that follows from what was shown.

    In the formats with one finding a line the counts go to stderr, so that a pipe gets findings only.
    """
    shown = report.shown(selection)
    lang = language()
    target = stream or sys.stdout
    chosen = choose_format(format, target, os.environ)
    if chosen == "text":
        _write_text(shown, lang, verdicts, target)
    elif chosen == "json":
        from thidua_cli.findings.formats import json_report

        target.write(json_report.render(shown, lang))
    else:
        _write_lines(shown, lang, chosen, verdicts, target)
    return shown.exit_code(fail_on)


def emit_beside(report: Report, said: Callable[[Finding], bool], stream: TextIO) -> int:
    """Write what a page beside it does not say, and the counts of everything; return the exit code.

    In GitHub Actions everything is written: its notes stand at the files, not on the page.
    """
    if choose_format("auto", stream, os.environ) == "github":
        return emit(report, stream=stream)
    from thidua_cli.findings.formats import line
    from thidua_cli.findings.formats.words import summary_lines

    rest = tuple(each for each in report.findings if not said(each))
    stream.writelines(line.lines(replace(report, findings=rest, verdicts=()), language(), verdicts=False))
    stream.writelines(text + "\n" for text in summary_lines(report, language()))
    return report.exit_code()


def tell_mendable(findings: Iterable[Finding]) -> None:
    """Say on stderr how many findings `--fix` can answer, with and without judgement."""
    fixes = [finding.fix for finding in findings if finding.fix is not None]
    safe = sum(fix.safe for fix in fixes)
    unsafe = len(fixes) - safe
    if fixes:
        key = "both" if safe and unsafe else "safe" if safe else "unsafe"
        sys.stderr.write(t(f"validate.mendable.{key}", safe=safe, unsafe=unsafe) + "\n")


def tell_outputs(outputs: Outputs, stream: TextIO | None = None) -> None:
    """Say on `stream` (stdout) which files were put in place, and which stood there already."""
    for key, paths in (("written", outputs.written), ("unchanged", outputs.unchanged)):
        for path in paths:
            (stream or sys.stdout).write(t(key, path=path.as_posix()) + "\n")


def _write_text(report: Report, lang: str, verdicts: bool, target: TextIO) -> None:
    from thidua_cli.findings.formats import text

    if in_colour(target, os.environ):
        from thidua_cli.findings.formats.terminal import paint

        paint(text.lines(report, lang, verdicts=verdicts), target)
    else:
        target.write(text.render(report, lang, verdicts=verdicts))


def _write_lines(report: Report, lang: str, chosen: str, verdicts: bool, target: TextIO) -> None:
    from thidua_cli.findings.formats.words import summary_lines

    if chosen == "github":
        from thidua_cli.findings.formats import github

        target.write(github.render(report, lang))
    else:
        from thidua_cli.findings.formats import line

        target.writelines(line.lines(report, lang, verdicts=verdicts))
    target.flush()
    sys.stderr.write("".join(text + "\n" for text in summary_lines(report, lang)))
