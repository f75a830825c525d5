"""Where a report goes, in which form, and the exit code."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from thidua_cli.cli.language import use
from thidua_cli.cli.output.reports import choose_format, emit, in_colour, tell_outputs
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.report import Report
from thidua_cli.findings.selection import Selection
from thidua_cli.findings.span import Span
from thidua_cli.repository.outputs import Outputs

WARNING = Finding("TD903", Span("plan.yaml", 2, 3, 2, 9), {"codes": "TD201", "directive": "ignore"})
REPORT = Report(None, "", (WARNING,), (), ("plan.yaml",), {"plan.yaml": ["a: 1", "b: # thidua"]})


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    use("vi")
    for name in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("asked", "stream", "environment", "chosen"),
    [
        ("auto", io.StringIO(), {}, "line"),
        ("auto", Terminal(), {}, "text"),
        ("auto", Terminal(), {"GITHUB_ACTIONS": "true"}, "github"),
        ("auto", io.StringIO(), {"GITHUB_ACTIONS": "false"}, "line"),
        ("json", Terminal(), {"GITHUB_ACTIONS": "true"}, "json"),
    ],
)
def test_choose_format(asked: str, stream: io.StringIO, environment: dict[str, str], chosen: str) -> None:
    assert choose_format(asked, stream, environment) == chosen


@pytest.mark.parametrize(
    ("stream", "environment", "painted"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_in_colour(stream: io.StringIO, environment: dict[str, str], painted: bool) -> None:
    assert in_colour(stream, environment) is painted


def test_a_pipe_gets_findings_and_stderr_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert emit(REPORT) == 0
    out, err = capsys.readouterr()
    assert out.startswith("plan.yaml:2:3: cảnh báo[TD903] ")
    assert out.count("\n") == 1
    assert err == "Số lỗi: 0; cảnh báo: 1; lưu ý: 0 (số tệp đã xem: 1).\n"


@pytest.mark.parametrize("format", ["text", "line", "json", "github"])
def test_the_exit_code_is_the_same_in_every_format(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert emit(REPORT, format) == 0
    assert emit(REPORT, format, fail_on=Severity.WARNING) == 1
    assert emit(REPORT, format, fail_on=Severity.WARNING, selection=Selection(ignore=("TD9",))) == 0
    assert capsys.readouterr().out


def test_json_goes_alone_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    emit(REPORT, "json")
    out, err = capsys.readouterr()
    assert json.loads(out)["findings"][0]["code"] == "TD903"
    assert err == ""


def test_github(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    emit(REPORT)
    assert capsys.readouterr().out.startswith("::warning title=TD903 ")


def test_forced_colour(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    emit(REPORT, "text")
    assert "\x1b[" not in capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    emit(REPORT, "text")
    assert "\x1b[" in capsys.readouterr().out


def test_what_stood_there_already_is_not_said_to_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    tell_outputs(Outputs([Path("out/a.docx")], [Path("out/b.docx")], []))
    assert capsys.readouterr().out == "Đã ghi out/a.docx\nKhông đổi out/b.docx\n"
