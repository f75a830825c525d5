"""`thidua render`: which forms, where to, and what happens without LibreOffice."""

from __future__ import annotations

import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_cli.cli.main import execute

ROOT = Path(__file__).resolve().parents[3]
STARTS = {"docx": b"PK", "html": b"<!DOCTYPE html>", "md": "UBND TỈNH HÀ TĨNH".encode(), "pdf": b"%PDF"}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def render(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `thidua render ARGUMENTS…` in a folder with two plans; exit code, standard output and errors."""
    for name in ("ha-tinh-2022", "ha-nam-2022"):
        shutil.copytree(ROOT / "plans" / name, tmp_path / "plans" / name)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = execute(["render", *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a program in Python text on the PATH as LibreOffice; without text there is none anywhere."""

    def put(code: str) -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        monkeypatch.setenv("PATH", str(folder))
        if not code:
            from thidua_cli.document.pdf import libreoffice

            monkeypatch.setattr(libreoffice, "PLACES", {})
            return
        (folder / "soffice").write_text(f"#!{sys.executable}\n{code}\n", "utf-8")
        (folder / "soffice").chmod(stat.S_IRWXU)

    return put


CONVERTS = """
import pathlib, sys
for name in sys.argv:
    if name.endswith('.docx'):
        pathlib.Path(name).with_suffix('.pdf').write_bytes(b'%PDF-1.6 %%EOF')
"""


def test_every_form_of_every_plan(render: Run, program: Callable[[str], None]) -> None:
    program(CONVERTS)
    code, out, err = render("plans", "--docx", "--html", "--md", "--pdf", "-o", "van-ban")
    names = [f"{name}.{form}" for name in ("ha-nam-2022", "ha-tinh-2022") for form in STARTS]
    assert (code, err) == (0, "")
    assert out.splitlines() == [f"Đã ghi van-ban/{name}" for name in names]
    for name in names[4:]:
        assert Path("van-ban", name).read_bytes().startswith(STARTS[name.rpartition(".")[2]])


@pytest.mark.parametrize("text", ["thidua: 1\n", "thidua: 1\ndocument: {type: x}\nperiod: 2022\n"])
def test_a_plan_that_makes_no_document_was_read_all_the_same(render: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "plan.yaml").write_text(text, "utf-8")
    code, _, err = render("plan.yaml", "--md", "-o", "a.md")
    assert code == 1
    assert "(số tệp đã xem: 1)" in err


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_a_file_chooses_its_form(render: Run, form: str) -> None:
    for option in ((), (f"--{form}",)):
        code, out, _ = render("plans/ha-tinh-2022", *option, "-o", f"ke-hoach.{form}")
        assert code == 0
        assert f"ke-hoach.{form}" in out
        assert Path(f"ke-hoach.{form}").read_bytes().startswith(STARTS[form])
    assert {path.name for path in Path().iterdir()} == {"plans", f"ke-hoach.{form}", ".thidua-manifest.json"}


def test_text_goes_to_the_standard_output(render: Run) -> None:
    code, out, _ = render("plans/ha-tinh-2022", "--md", "-o", "-")
    assert code == 0
    assert out.encode().startswith(STARTS["md"])
    assert [path.name for path in Path().iterdir()] == ["plans"]


def test_a_folder_may_be_called_like_a_file(render: Run) -> None:
    Path("luu.md").mkdir()
    assert render("plans/ha-tinh-2022", "--html", "-o", "luu.md")[0] == 0
    assert Path("luu.md", "ha-tinh-2022.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--docx, --html, --md, --pdf"),
        (("--docx", "-o", "x.html"), "“x.html” không hợp với --docx"),
        (("--html", "--md", "-o", "x.html"), "“x.html” không hợp với --html, --md"),
        (("-o", "-"), "chưa chọn dạng"),
        (("--pdf", "-o", "-"), "chỉ nhận một dạng chữ: --html, --md"),
        (("--html", "--md", "-o", "-"), "chỉ nhận một dạng chữ"),
        (("-o", "x.html"), "có 2 văn bản"),
        (("--md", "-o", "-"), "có 2 văn bản"),
    ],
)
def test_what_does_not_go_together_is_refused(render: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = render("plans", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert [path.name for path in Path().iterdir()] == ["plans"]


def test_without_libreoffice_the_other_forms_are_written(render: Run, program: Callable[[str], None]) -> None:
    program("")
    code, out, err = render("plans", "--md", "--pdf", "-o", "van-ban")
    assert code == 2
    assert err.count("TD640") == 1
    assert sorted(path.suffix for path in Path("van-ban").glob("*.*")) == [".json", ".md", ".md"]
    assert len(out.splitlines()) == 2


def test_a_standing_file_outlives_a_pdf_that_fails(render: Run, program: Callable[[str], None]) -> None:
    program("pass")
    Path("ke-hoach.pdf").write_bytes(b"old")
    code, _, err = render("plans/ha-tinh-2022", "-o", "ke-hoach.pdf", "--force")
    assert code == 2
    assert "TD641" in err
    assert Path("ke-hoach.pdf").read_bytes() == b"old"


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_plan_is_never_written_over(render: Run, form: str) -> None:
    plan = Path(f"plans/ha-tinh-2022/plan.{form}")
    text = plan.with_suffix(".yaml").rename(plan).read_bytes()
    code, _, err = render(str(plan), "-o", str(plan), "--force")
    assert code == 1
    assert "TD922" in err
    assert plan.read_bytes() == text


def test_nothing_that_was_read_is_written_over(render: Run, tmp_path: Path) -> None:
    (tmp_path / "thidua.toml").touch()
    shutil.copytree(ROOT / "docs/vi-du-mau/templates", tmp_path / "templates")
    before = (tmp_path / "templates/ke-hoach.docx").read_bytes()
    code, _, err = render("plans/ha-tinh-2022", "-o", "templates/ke-hoach.docx", "--force")
    assert (code, "TD922" in err) == (1, True)
    assert (tmp_path / "templates/ke-hoach.docx").read_bytes() == before


def test_a_name_that_no_system_takes_is_told(render: Run) -> None:
    code, _, err = render("plans/ha-tinh-2022", "-o", f"{'x' * 300}.docx")
    assert (code, "TD921" in err) == (2, True)
