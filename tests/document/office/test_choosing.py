"""An office's file is taken without being asked for; one that is wrong keeps the document back."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.cli.main import execute

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[3]
CONTENT = "Mẫu của cơ quan\n{{ noi_dung }}\n{{ can_cu }}"


@pytest.fixture
def render(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], zip_of: Any
) -> Callable[..., tuple[int, str]]:
    """Run `thidua render` beside a template of the body given; exit code and errors."""
    shutil.copy(ROOT / "plans" / "ha-tinh-2022" / "plan.yaml", tmp_path / "plan.yaml")
    (tmp_path / "templates").mkdir()
    monkeypatch.chdir(tmp_path)

    def run(body: str, *arguments: str) -> tuple[int, str]:
        (tmp_path / "templates" / "ke-hoach.docx").write_bytes(zip_of(body))
        code = execute(["render", "plan.yaml", "--lang", "vi", *arguments])
        return code, capsys.readouterr().err

    return run


def words_of(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return archive.read("word/document.xml").decode()


def test_the_file_is_taken_for_word_and_for_nothing_else(
    render: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    assert render(CONTENT, "--docx", "--html", "--md", "-o", "out") == (0, "")
    (word,) = (tmp_path / "out").glob("*.docx")
    (page,) = (tmp_path / "out").glob("*.html")
    assert "Mẫu của cơ quan" in words_of(word)
    assert "MỤC ĐÍCH, YÊU CẦU" in words_of(word)
    assert "Mẫu của cơ quan" not in page.read_text("utf-8")


def test_a_wrong_file_keeps_the_document_back(render: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    code, err = render("{{ so_hieu }}", "--docx", "-o", "out")
    assert code == 1
    assert err.startswith("templates/ke-hoach.docx: đoạn 1: lỗi[TD634] ")
    assert "so_ky_hieu" in err or "ky_hieu" in err
    assert list(tmp_path.rglob("out/*.docx")) == []
    assert render("{{ so_hieu }}", "--md", "-o", "out") == (0, "")


@pytest.mark.parametrize("kind", ["link", "dangling", "folder", "letters"])
def test_what_is_there_but_not_taken_is_told(
    render: Callable[..., tuple[int, str]], tmp_path: Path, kind: str
) -> None:
    render(CONTENT, "--docx", "-o", "first.docx")
    file = tmp_path / "templates" / "ke-hoach.docx"
    content = file.read_bytes()
    file.unlink()
    (tmp_path / "real.docx").write_bytes(content)
    if kind == "folder":
        file.mkdir()
    elif kind == "letters":
        file.with_name("KE-HOACH.DOCX").write_bytes(content)
    else:
        file.symlink_to("../real.docx" if kind == "link" else "nowhere.docx")
    code = execute(["render", "plan.yaml", "--docx", "-o", "second.docx", "--lang", "vi"])
    assert code == 1
    assert not (tmp_path / "second.docx").exists()


def test_a_type_without_a_text_template_may_have_a_file(
    render: Callable[..., tuple[int, str]], tmp_path: Path, zip_of: Any
) -> None:
    plan = (tmp_path / "plan.yaml").read_text("utf-8").replace("type: ke-hoach", "type: thu-ngo")
    (tmp_path / "plan.yaml").write_text(plan, "utf-8")
    assert render("", "--docx", "-o", "a.docx")[0] == 1
    (tmp_path / "templates" / "thu-ngo.docx").write_bytes(zip_of(CONTENT))
    assert render("", "--docx", "-o", "a.docx") == (0, "")
    assert "Mẫu của cơ quan" in words_of(tmp_path / "a.docx")
