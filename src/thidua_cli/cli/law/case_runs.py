"""`thidua rules test PATH…`: run case files against the law, as a test runner reports."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.law.packs import read_law, tell_of_packs
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.law.local.cases import is_case_file, read_cases, run_case
from thidua_cli.source.text import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.law.local.cases import CaseResult
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.source.text import SourceText

SUFFIXES = (".yaml", ".yml")


def run_tests(paths: Sequence[str], law: Sequence[str] | None, format: str) -> int:
    """Run the cases of files and folders; exit code 1 where one fails, 2 where one cannot be run.

    With packs alone nothing is run: only what is wrong with them is told.
    """
    if not paths and not law:
        raise typer.BadParameter(t("rules.test.no_path"))
    book, findings = read_law(law)
    results: list[CaseResult] = []
    stopped = False
    for path in paths:
        for source, problems in _files(Path(path)):
            findings += problems
            if source is not None:
                cases, problems = read_cases(source, book)
                findings += problems
                stopped |= not cases
                results += [run_case(case, book) for case in cases]
    code = tell_of_packs(findings, book)
    if format == "json":
        sys.stdout.write(json.dumps(_data(results, book), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(_lines(results))
    return max(code, 2 * stopped, int(any(result.differences for result in results)))


def _files(path: Path) -> Iterator[tuple[SourceText | None, list[Finding]]]:
    """A file as named; of a folder every YAML file that holds cases."""
    if not path.is_dir():
        yield read_source(path, path.as_posix())
        return
    found = False
    for file in sorted(path.rglob("*")):
        if file.suffix in SUFFIXES and file.is_file():
            source, problems = read_source(file, file.as_posix())
            if source is None or is_case_file(source):
                found = True
                yield source, problems
    if not found:
        shown = path.as_posix()
        yield None, [Finding("TD830", Span(shown), {"path": shown}, "none")]


def _lines(results: Sequence[CaseResult]) -> Iterator[str]:
    """Each case that fails with what was expected, then the counts of each file, then of all."""
    counts: dict[tuple[str, str], list[int]] = {}
    for result in results:
        case = result.case
        count = counts.setdefault((case.span.path, case.rule), [0, 0])
        count[bool(result.differences)] += 1
        if result.differences:
            yield t("rules.test.failed", place=case.span.place, rule=case.rule, name=case.name) + "\n"
            for each in result.differences:
                part = t(f"rules.test.{each.part}")
                words = {"part": part, "expected": each.expected, "actual": each.actual}
                yield t("rules.test.difference", **words) + "\n"
    for (path, rule), (passed, failed) in counts.items():
        key = "rules.test.file.failed" if failed else "rules.test.file"
        yield t(key, path=path, rule=rule, passed=passed, failed=failed) + "\n"
    failed = sum(bool(result.differences) for result in results)
    yield t("rules.test.total", total=len(results), passed=len(results) - failed, failed=failed) + "\n"


def _data(results: Sequence[CaseResult], book: Lawbook) -> dict[str, Any]:
    failed = sum(bool(result.differences) for result in results)
    return {
        "schema": "thidua.rules-test/1",
        "law": book.name,
        "passed": len(results) - failed,
        "failed": failed,
        "cases": [
            {
                "path": result.case.span.path,
                "line": result.case.span.line,
                "rule": result.case.rule,
                "name": result.case.name,
                "as_of": result.case.as_of.isoformat(),
                "ok": not result.differences,
                "verdict": result.judgement.ruling.value,
                "reason": result.judgement.variant,
                "trace": list(result.judgement.trace),
                "together": result.together.value,
                "differences": [each._asdict() for each in result.differences],
            }
            for result in results
        ],
    }
