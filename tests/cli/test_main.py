"""The process: start-up, streams, and runs that end badly."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from thidua_cli import __version__
from thidua_cli.cli.language import use
from thidua_cli.cli.main import execute
from thidua_cli.cli.output import console
from thidua_cli.cli.output.console import describe, guarded

READERS = {"docx", "lxml", "openpyxl", "pptx", "ruamel", "xlsxwriter"}
HEAVY = READERS | {"jinja2", "pydantic", "rich", "rule_engine"}
PROBE = """
import sys
from thidua_cli.cli.main import execute
code = execute(sys.argv[1:])
loaded = sorted({name.partition(".")[0] for name in sys.modules})
sys.stderr.write(f"{code} {' '.join(loaded)}")
"""
FAULT = "from thidua_cli.cli import main\nmain.build = lambda: {}['không có']\nmain.run()\n"


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["explain", "TD901"], ["rules"], ["rules", "--in-force", "2022-12-31"]],
)
def test_light_commands_import_nothing_heavy(arguments: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], capture_output=True, check=True, encoding="utf-8"
    )
    code, *loaded = result.stderr.split()
    assert code == "0"
    assert not set(loaded) & HEAVY
    assert "thidua_cli" in loaded


def test_version(thidua) -> None:
    result = thidua("--version")
    assert (result.returncode, result.stdout, result.stderr) == (0, f"thidua {__version__}\n", "")


def test_the_version_is_the_packages_version() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == __version__


def test_output_is_utf8_whatever_the_locale(thidua) -> None:
    result = thidua("rules", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONCOERCECLOCALE="0")
    assert result.returncode == 0
    assert "Chú thích bỏ qua" in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are text on Windows")
def test_an_argument_that_is_no_text_is_shown_escaped(thidua) -> None:
    result = thidua("explain", os.fsdecode(b"TD\xff"))
    assert result.returncode == 2
    assert result.stderr.startswith("Lỗi: không có mã hay tên “TD\\udcff”.")


def test_a_fault_is_told_in_one_line() -> None:
    result = subprocess.run([sys.executable, "-c", FAULT], capture_output=True, check=False, encoding="utf-8")
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Chương trình gặp sự cố: KeyError: 'không có' (thidua_cli.cli.main:")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


def test_a_fault_with_its_traceback() -> None:
    result = subprocess.run(
        [sys.executable, "-c", FAULT],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {"THIDUA_DEBUG": "1"},
    )
    assert result.returncode == 1
    assert "Traceback" in result.stderr


@pytest.mark.parametrize(
    ("fault", "code"), [(KeyboardInterrupt(), 130), (MemoryError(), 2), (RecursionError("sâu"), 2)]
)
def test_how_a_run_can_end(
    fault: BaseException, code: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(console.DEBUG, raising=False)
    use("en")

    def action(arguments: object) -> int:
        raise fault

    assert guarded(action, []) == code
    assert ("The program failed" in capsys.readouterr().err) == (code == 2)
    use("vi")


def test_describe_folds_a_long_message() -> None:
    assert describe(ValueError("hai\n  dòng")) == "ValueError: hai dòng"


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error on Windows")
def test_a_closed_pipe_is_quiet() -> None:
    program = f"{sys.executable} -c 'from thidua_cli.cli.main import run; run()' rules"
    script = f"{program} | true; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", script], capture_output=True, check=True, encoding="utf-8")
    assert result.stderr == ""
    assert result.stdout.strip() in {"0", "141"}


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error on Windows")
def test_a_pipe_closed_before_the_last_flush() -> None:
    script = (
        "import sys, time\nfrom thidua_cli.cli import main\n"
        "def slow(arguments):\n    time.sleep(0.3)\n    print('x' * 10)\n    return 0\n"
        "main.execute = slow\nmain.run()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.read() == ""
    assert process.wait() == 141


def test_completion_answers_the_shell(thidua) -> None:
    result = thidua(_THIDUA_COMPLETE="complete_bash", COMP_WORDS="thidua ru", COMP_CWORD="1")
    assert result.stdout.split() == ["rules"]
    result = thidua(_THIDUA_COMPLETE="complete_bash", COMP_WORDS="thidua rules --format j", COMP_CWORD="3")
    assert result.stdout.split() == ["json"]
    result = thidua(_THIDUA_COMPLETE="complete_bash", COMP_WORDS="thidua explain TD90", COMP_CWORD="2")
    assert result.stdout.split()[:2] == ["TD900", "TD901"]


def in_shell(command: str) -> subprocess.CompletedProcess[str]:
    """A command line of bash in which `thidua` is the program."""
    program = f"thidua() {{ {sys.executable} -c 'from thidua_cli.cli.main import run; run()' \"$@\"; }}"
    return subprocess.run(
        ["bash", "-c", f"{program}\n{command}"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="bash closes streams")
@pytest.mark.parametrize("target", [">&-", ">/dev/full", "<&- >&-"])
def test_an_output_that_takes_nothing_is_no_fault_of_ours(target: str) -> None:
    if "full" in target and not Path("/dev/full").exists():
        pytest.skip("no such device here")
    result = in_shell(f"thidua rules {target}")
    assert result.returncode == 2
    assert result.stderr == (
        "Không ghi được kết quả ra đầu ra chuẩn: hết chỗ trống, hoặc đầu ra đã bị đóng.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="bash closes streams")
@pytest.mark.parametrize("target", ["2>&-", "2>/dev/full", ">&- 2>&-"])
@pytest.mark.parametrize(("arguments", "code"), [("bogus", 2), ("--version", 0)])
def test_the_exit_code_needs_no_stream_of_errors(arguments: str, code: int, target: str) -> None:
    result = in_shell(f"thidua {arguments} {target}")
    assert result.returncode == (2 if ">&- 2" in target else code)
    assert result.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="bash closes streams")
@pytest.mark.parametrize("source", ["<&-", "0>&1"])
def test_an_input_that_gives_nothing_is_told(source: str) -> None:
    result = in_shell(f"thidua validate --format line - {source}")
    assert result.returncode == 2
    assert "TD001" in result.stdout
    assert "không đọc được đầu vào chuẩn" in result.stdout
    assert "sự cố" not in result.stderr


def test_a_folder_that_is_gone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert execute(["--lang", "vi", "validate"]) == 2
