"""`thidua doctor`: what is missing is told with its cure, in both languages and as JSON."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_cli.cli.doctor import checks, page
from thidua_cli.cli.main import execute
from thidua_cli.document.pdf import libreoffice

ALL = "20-7e a0-ff 102-103 110-111 128-129 168-169 1a0-1a1 1af-1b0 1ea0-1ef9"
FONT = f"print('Tinos')\nprint('{ALL}')"
OFFICE = """
import pathlib, sys
if '--version' in sys.argv:
    print('LibreOffice 24.8')
for name in sys.argv:
    if name.endswith('.docx'):
        pathlib.Path(name).with_suffix('.pdf').write_bytes(b'%PDF-1.6 %%EOF')
"""
Machine = Callable[..., dict[str, dict[str, object]]]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Machine:
    """What the doctor says of a machine with these programs and nothing else: checks by id, and the code."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setattr(libreoffice, "PLACES", {})

    def examined(**programs: str) -> dict[str, dict[str, object]]:
        folder = tmp_path / "bin"
        folder.mkdir()
        for name, code in programs.items():
            path = folder / name.replace("_", "-")
            path.write_text(f"#!{sys.executable}\n{code}\n", "utf-8")
            path.chmod(stat.S_IRWXU)
        monkeypatch.setenv("PATH", str(folder))
        code = execute(["doctor", "--format", "json"])
        told = json.loads(capsys.readouterr().out)
        assert told["complete"] == (code == 0)
        return {check.pop("id"): check for check in told["checks"]}

    return examined


def test_a_machine_that_has_everything(machine: Machine) -> None:
    found = machine(fc_match=FONT, soffice=OFFICE)
    assert all(check["ok"] and not check["cure"] for check in found.values())
    assert found["libreoffice"]["found"] == "LibreOffice 24.8, lập được PDF"
    assert "Tinos" in str(found["font"]["found"])


@pytest.mark.parametrize(
    ("programs", "missing", "said", "cure"),
    [
        ({"fc_match": FONT}, "libreoffice", "không tìm thấy", "apt install libreoffice-writer"),
        ({"fc_match": FONT, "soffice": ""}, "libreoffice", "không chạy được", "libreoffice-writer"),
        (
            {"fc_match": FONT, "soffice": "print('LibreOffice 24.8')"},
            "libreoffice",
            "không lập được PDF từ tệp Word",
            "libreoffice-writer",
        ),
        ({"soffice": OFFICE}, "font", "không tìm thấy Times New Roman", "fonts-croscore"),
        (
            {"soffice": OFFICE, "fc_match": f"print('DejaVu Serif')\nprint('{ALL}')"},
            "font",
            "DejaVu Serif thay cho Times New Roman",
            "fonts-croscore",
        ),
        (
            {"soffice": OFFICE, "fc_match": "print('Liberation Serif')\nprint('20-7e a0-1ff')"},
            "font",
            "Liberation Serif thiếu 90 trong 146 chữ",
            "fonts-croscore",
        ),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the cures are those for Linux")
def test_what_is_missing(
    machine: Machine, programs: dict[str, str], missing: str, said: str, cure: str
) -> None:
    found = machine(**programs)
    assert [name for name, check in found.items() if not check["ok"]] == [missing]
    assert said in str(found[missing]["found"])
    assert cure in str(found[missing]["cure"])


def test_the_terminal_is_to_show_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks.locale, "getencoding", lambda: "cp1258")
    assert not checks._terminal().ok
    monkeypatch.setattr(checks.locale, "getencoding", lambda: "UTF8")
    assert checks._terminal().ok


def test_the_templates_of_an_office_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert checks._templates().state == "shipped"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "ke-hoach.j2").touch()
    assert checks._templates() == checks.Check("templates", "ok", {"path": "templates", "count": 1})
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "ke-hoach.j2")
    assert checks._templates() == checks.Check(
        "templates", "closed", {"path": "templates/ke-hoach.j2"}, ok=False
    )


def test_a_folder_that_takes_no_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert checks._output().ok
    assert list(tmp_path.iterdir()) == []

    def refuse(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(checks.tempfile, "TemporaryFile", refuse)
    assert checks._output().state == "closed"


def test_the_page(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    found = [
        checks.Check("output", "ok", {"path": "out/"}),
        checks.Check("output", "closed", {"path": "out/"}, ok=False),
    ]
    monkeypatch.setattr(checks, "all_checks", lambda: found)
    assert execute(["doctor"]) == 1
    assert capsys.readouterr().out == (
        "✓      Kết quả        ghi được vào out/\n"
        "thiếu  Kết quả        không ghi được vào out/ ở thư mục hiện tại\n"
        "    Chuyển sang thư mục mà bạn được ghi, hoặc nêu thư mục khác bằng -o.\n"
        "\nCòn 1 mục cần bổ sung.\n"
    )
    monkeypatch.setattr(checks, "all_checks", lambda: found[:1])
    assert execute(["--lang", "en", "doctor"]) == 0
    assert capsys.readouterr().out.endswith("\nThis machine has what documents and PDF files need.\n")


@pytest.mark.parametrize("system", ["linux", "win32", "darwin", "freebsd14"])
def test_every_gap_has_a_cure_on_every_system(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page.sys, "platform", system)
    for name in ("font", "libreoffice", "templates", "output"):
        assert page.cure(checks.Check(name, "none", {}, ok=False)), name
    assert page.cure(checks.Check("terminal", "other", {}, ok=False)) or system == "darwin"
