"""A file that the program fails at is told of, and the others are still judged and shown."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from thidua_cli.cli.check import files
from thidua_cli.conformance.showing import sheet
from thidua_cli.findings.selection import Selection
from thidua_cli.repository.word_files import WordPath, word_files

WRONG = Path(__file__).parents[1] / "sai-the-thuc.docx"


@pytest.fixture
def two(tmp_path: Path) -> list[WordPath]:
    for name in "ab":
        shutil.copy(WRONG, tmp_path / f"{name}.docx")
    return word_files([tmp_path.as_posix()], tmp_path)[0]


def seen(two: list[WordPath]) -> files.Seen:
    found = files.Seen(Selection(), (), house=False)
    found.look_at(two, None, unsafe=False, shows=True)
    return found


def crashing_at_the_first(real: Any) -> Any:
    calls = iter(range(9))

    def run(*arguments: Any, **named: Any) -> Any:
        if next(calls) == 0:
            raise RecursionError("nobody thought of this")
        return real(*arguments, **named)

    return run


@pytest.mark.parametrize(
    ("module", "name", "stage", "judged"),
    [(files, "examine", "thidua check", 1), (sheet, "sheet", "thidua check --html", 2)],
    ids=["judging", "showing"],
)
def test_a_crash_in_one_file_is_one_finding(
    two: list[WordPath], monkeypatch: pytest.MonkeyPatch, module: Any, name: str, stage: str, judged: int
) -> None:
    whole = seen(two).report()
    monkeypatch.setattr(module, name, crashing_at_the_first(getattr(module, name)))
    report = seen(two).report()
    [crash] = [each for each in report.findings if each.code == "TD900"]
    assert crash.span.path == two[0].shown
    assert crash.values == {"rule": stage, "error": "RecursionError: nobody thought of this"}
    assert report.files == whole.files
    assert len(report.findings) - 1 == len(whole.findings) * judged // 2
    assert len(report.verdicts) == len(whole.verdicts) * judged // 2
    assert report.exit_code() == 2
