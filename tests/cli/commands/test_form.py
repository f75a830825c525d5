from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

CRITERIA = """thidua: 1
name: Bảng thử
cluster_column: Khối
criteria:
  - id: thu
    name: Thu ngân sách
    kind: proportional
    max: 10
    target_column: Chỉ tiêu thu
  - id: hop
    name: Dự họp
    kind: yes_no
    max: 5
"""
UNITS = """Tên đơn vị;Khối;Chỉ tiêu thu;Thu ngân sách
Sở Công Thương;Khối 1;1.250,5;9
Sở công thương;Khối 1;1;1
Sở Y tế;Khối 2;nhiều;1
Sở Y-tế;Khối 2;không giao;1
"""
RunIn = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "criteria.yaml").write_text(CRITERIA, "utf-8")
    (tmp_path / "units.csv").write_text(UNITS, "utf-8")
    return tmp_path


def test_a_form_for_every_unit_of_a_table(folder: Path, thidua_in: RunIn) -> None:
    done = thidua_in(folder, "form", "criteria.yaml", "--units", "units.csv", "-o", "f")
    assert done.returncode == 1
    assert {path.name for path in (folder / "f").glob("*.xlsx")} == {
        "so-cong-thuong.xlsx",
        "so-y-te-1.xlsx",
        "so-y-te-2.xlsx",
    }
    told = done.stderr.decode()
    assert "units.csv:A3: cảnh báo[TD588]" in told
    assert "units.csv:C4: lỗi[TD587]" in told
    sheet = openpyxl.load_workbook(folder / "f" / "so-cong-thuong.xlsx")["Biểu chấm điểm"]
    texts = {cell.value for row in sheet for cell in row}
    assert {"Sở Công Thương", "Khối 1", 1250.5} <= texts


def test_filled_forms_of_a_folder_are_scored(folder: Path, thidua_in: RunIn) -> None:
    names = ("Sở Công Thương", "Sở Y tế")
    units = [part for name in names for part in ("--unit", name)]
    assert thidua_in(folder, "form", "criteria.yaml", *units, "-o", "f").returncode == 0
    for name, actual, attended in (("so-cong-thuong", 50, "Có"), ("so-y-te", 20, "Không")):
        path = folder / "f" / f"{name}.xlsx"
        book = openpyxl.load_workbook(path)
        sheet = book["Biểu chấm điểm"]
        places = {(row[0].value, row[1].value): row[2].value for row in book["_thidua"].iter_rows(min_row=7)}
        sheet[places["@cluster", "target"]] = "Khối 1"
        sheet[places["thu", "target"]], sheet[places["thu", "value"]] = 100, actual
        sheet[places["hop", "value"]] = attended
        book.save(path)
    done = thidua_in(folder, "score", "f", "--criteria", "criteria.yaml", "--format", "csv")
    assert done.returncode == 0, done.stderr.decode()
    rows = done.stdout.decode("utf-8-sig").splitlines()[1:]
    assert [row.split(";")[0] for row in rows] == ["1", "2"]
    assert "Sở Công Thương" in rows[0]
    assert "10,00" in rows[0]


def test_a_filled_form_is_not_overwritten(folder: Path, thidua_in: RunIn) -> None:
    command = ("form", "criteria.yaml", "--unit", "Sở A", "-o", "a.xlsx")
    assert thidua_in(folder, *command).returncode == 0
    book = openpyxl.load_workbook(folder / "a.xlsx")
    book["Biểu chấm điểm"]["G12"] = 5
    book.save(folder / "a.xlsx")
    filled = (folder / "a.xlsx").read_bytes()
    assert "TD922" in thidua_in(folder, *command).stderr.decode()
    assert (folder / "a.xlsx").read_bytes() == filled
    assert thidua_in(folder, *command, "--force").returncode == 0
    assert (folder / "a.xlsx").read_bytes() != filled


def test_one_file_takes_one_form(folder: Path, thidua_in: RunIn) -> None:
    done = thidua_in(folder, "form", "criteria.yaml", "--unit", "A", "--unit", "B", "-o", "a.xlsx")
    assert done.returncode == 2
    assert "a.xlsx" in done.stderr.decode()


@pytest.mark.parametrize("name", ["../../x", "con", "/etc/passwd", "=1", "…", "a" * 300, "ĐƠN VỊ"])
def test_no_name_of_a_unit_leaves_the_folder(name: str, folder: Path, thidua_in: RunIn) -> None:
    done = thidua_in(folder, "form", "criteria.yaml", "--unit", name, "-o", "f")
    assert done.returncode == 0, done.stderr.decode()
    (made,) = (folder / "f").glob("*.xlsx")
    assert made.stem == "".join(
        char for char in made.stem if char.isascii() and (char.isalnum() or char == "-")
    )
    assert sorted(path.name for path in folder.iterdir()) == ["criteria.yaml", "f", "units.csv"]


def test_a_plan_leads_to_its_criteria_and_period(thidua_in: RunIn, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    done = thidua_in(root, "form", "plans/ha-tinh-2022", "-o", str(tmp_path / "b.xlsx"), "--layers")
    assert done.returncode == 0, done.stderr.decode()
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx")["Biểu chấm điểm"]
    texts = {cell.value for row in sheet for cell in row}
    assert {"năm 2022", "Giải trình", "Đơn vị:"} <= texts


def test_what_is_missing_is_said(folder: Path, thidua_in: RunIn) -> None:
    done = thidua_in(folder, "form", "none.yaml")
    assert (done.returncode, "TD911" in done.stderr.decode()) == (2, True)
    done = thidua_in(folder, "form", "criteria.yaml", "--units", "none.csv")
    assert (done.returncode, "TD501" in done.stderr.decode()) == (2, True)
    (folder / "units.csv").write_text("Tên;Số\nA;1\n", "utf-8")
    done = thidua_in(folder, "form", "criteria.yaml", "--units", "units.csv")
    assert (done.returncode, "TD520" in done.stderr.decode()) == (1, True)


def test_a_unit_named_twice_has_one_form(folder: Path, thidua_in: RunIn) -> None:
    units = ("--unit", "Sở A", "--unit", "SỞ A", "--unit", "sở y tế", "--units", "units.csv")
    done = thidua_in(folder, "form", "criteria.yaml", *units, "-o", "f")
    assert done.stderr.decode().count("--unit: cảnh báo[TD588]") == 2
    made = {path.stem for path in (folder / "f").glob("*.xlsx")}
    assert made == {"so-a", "so-cong-thuong", "so-y-te-1", "so-y-te-2"}


def test_the_form_of_another_unit_is_kept(folder: Path, thidua_in: RunIn) -> None:
    def make(*more: str) -> Any:
        return thidua_in(folder, "form", "criteria.yaml", *more, "-o", "f")

    assert make("--unit", "Sở A").returncode == 0
    first = (folder / "f" / "so-a.xlsx").read_bytes()
    for other, words in (("SO A", "là biểu của “Sở A”"), ("Sô À", "biểu của “Sô À”")):
        done = make("--unit", other)
        told = done.stderr.decode()
        assert (done.returncode, "TD922" in told, words in told) == (1, True, True)
        assert (folder / "f" / "so-a.xlsx").read_bytes() == first
    assert make("--unit", "SỞ A", "--counts").returncode == 0
    assert (folder / "f" / "so-a.xlsx").read_bytes() != first
    assert make("--unit", "SO A", "--force").returncode == 0
    assert make("--unit", "Sở A").returncode == 1
    assert make("--unit", "don vi").returncode == 0
    assert "chưa ghi tên đơn vị" in make().stderr.decode()
