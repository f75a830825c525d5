"""Which tables and forms a command reads."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from thidua_cli.repository import unit_files as module
from thidua_cli.repository.unit_files import unit_files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ["b.xlsx", "a.CSV", "c.xlsm", "~$b.xlsx", ".d.csv", "plan.yaml", "e.docx", "sub/f.csv"]:
        path = tmp_path / "phieu" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def listed(
    *named: str, left_out: tuple[str | None, ...] = ()
) -> tuple[list[str], list[tuple[str, str, str]]]:
    files, findings = unit_files(named, left_out)
    return [file.as_posix() for file in files], [
        (item.code, item.variant, item.span.path) for item in findings
    ]


def test_a_folder_gives_its_tables_by_name(folder: Path) -> None:
    assert listed("phieu") == (["phieu/a.CSV", "phieu/b.xlsx", "phieu/c.xlsm"], [])


def test_each_file_is_taken_once_and_as_it_is_named(folder: Path) -> None:
    assert listed("phieu/c.xlsm", "phieu", "./phieu/e.docx", "no.csv")[0] == [
        "phieu/c.xlsm",
        "phieu/a.CSV",
        "phieu/b.xlsx",
        "phieu/e.docx",
        "no.csv",
    ]


def test_files_of_another_purpose_are_left_out_of_a_folder_only(folder: Path) -> None:
    assert listed("phieu", left_out=(None, "./phieu/b.xlsx"))[0] == ["phieu/a.CSV", "phieu/c.xlsm"]
    assert listed("phieu/b.xlsx", left_out=("phieu/b.xlsx",))[0] == ["phieu/b.xlsx"]


def test_a_folder_without_tables_is_told(folder: Path) -> None:
    (folder / "trong").mkdir()
    assert listed("trong", "phieu/sub") == (["phieu/sub/f.csv"], [("TD571", "", "trong")])


def test_a_folder_of_too_many_files_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 2)
    assert listed("phieu") == ([], [("TD571", "many", "phieu")])


def test_odd_names_are_left_to_who_reads_them(folder: Path) -> None:
    assert listed("x" * 5_000) == (["x" * 5_000], [])


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_a_file_is_the_file(folder: Path) -> None:
    (folder / "phieu" / "z.xlsx").symlink_to(folder / "phieu" / "b.xlsx")
    (folder / "phieu" / "loop.csv").symlink_to("loop.csv")
    assert listed("phieu")[0] == ["phieu/a.CSV", "phieu/b.xlsx", "phieu/c.xlsm"]
