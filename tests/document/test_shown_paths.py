"""What is said of a template names it by a path that people can open, wherever the program runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from thidua_cli.cli.main import execute

PLAN = Path(__file__).resolve().parents[2] / "plans" / "ha-tinh-2022" / "plan.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a plan, a broken template of its own, and a folder whose name begins alike."""
    (tmp_path / "thidua.toml").touch()
    for name in ("templates", "templates2", "deep"):
        (tmp_path / name).mkdir()
    shutil.copy(PLAN, tmp_path / "plan.yaml")
    (tmp_path / "templates" / "ke-hoach.j2").write_text("Một\n{{ khong_co }}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("folder", "place"), [(".", "templates/ke-hoach.j2:2:1"), ("deep", "../templates/ke-hoach.j2:2:1")]
)
def test_paths_start_at_the_working_folder(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: str,
    place: str,
) -> None:
    monkeypatch.chdir(repository / folder)
    assert execute(["render", "--docx"]) == 1
    said = capsys.readouterr().err
    assert f"{place}: " in said
    assert str(repository) not in said
