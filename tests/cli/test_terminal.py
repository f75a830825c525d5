"""On a real (pseudo) terminal."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are those of Unix", allow_module_level=True)

import pty

EMIT = """
from thidua_cli.cli.output.console import prepare_streams
from thidua_cli.cli.output.reports import emit
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span
prepare_streams()
finding = Finding("TD903", Span("kế hoạch.yaml", 1, 1, 1, 4), {"codes": "TD201", "directive": "ignore"})
emit(Report(None, "", (finding,), (), ("kế hoạch.yaml",), {"kế hoạch.yaml": ["đơn vị: 1"]}))
"""
RUN = "import sys\nfrom thidua_cli.cli.main import run\nsys.argv[1:] = %r\nrun()\n"


def on_terminal(script: str, **environment: str) -> str:
    """What a script writes when both its streams are a terminal of 80 columns."""
    own, theirs = pty.openpty()
    names = ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "THIDUA_LANG", "COLUMNS")
    clean = {name: value for name, value in os.environ.items() if name not in names}
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=clean | {"TERM": "xterm-256color"} | environment,
    )
    os.close(theirs)
    chunks = []
    try:
        while chunk := os.read(own, 65536):
            chunks.append(chunk)
    except OSError:  # Linux reports the closed terminal as an error
        pass
    finally:
        os.close(own)
        process.wait(timeout=60)
    return b"".join(chunks).decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_the_page_in_colour() -> None:
    shown = on_terminal(EMIT)
    assert "\x1b[1;33mcảnh báo\x1b[0m" in shown
    assert "kế hoạch.yaml:1:1" in shown
    assert "^^^" in shown


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_without_colour(environment: dict[str, str]) -> None:
    shown = on_terminal(EMIT, **environment)
    assert "\x1b" not in shown
    assert shown.startswith("cảnh báo[TD903] chu-thich-bo-qua-thieu-ly-do: ")
    assert "1 | đơn vị: 1\n  | ^^^\n" in shown


def test_help_and_errors_on_a_terminal() -> None:
    assert on_terminal(RUN % (["--help"],)).startswith("Cách dùng: thidua [TÙY CHỌN] LỆNH …\n")
    assert on_terminal(RUN % (["--lang", "en", "nope"],)).startswith("Error: there is no command “nope”.\n")
    assert on_terminal(RUN % (["explain", "TD903"],)).startswith(
        "TD903 chu-thich-bo-qua-thieu-ly-do (cảnh báo)\n"
    )
