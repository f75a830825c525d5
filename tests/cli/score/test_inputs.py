"""What `thidua score` works on: tables, folders, the list of units, late changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import typer

from thidua_cli.cli.score.inputs import Scored, read_inputs

CRITERIA = """\
thidua: 1
name: Bảng thử
cluster_column: Cụm
criteria:
  - {id: nhiem-vu, name: Nhiệm vụ, kind: yes_no, max: 10}
  - {id: giai-ngan, name: Giải ngân, kind: proportional, max: 20, target: 100}
"""
WIDE = "Đơn vị;Cụm;Nhiệm vụ;Giải ngân\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("criteria.yaml").write_text(CRITERIA, "utf-8")
    Path("phieu").mkdir()
    return tmp_path


def write(name: str, text: str) -> str:
    Path(name).write_text(text, "utf-8")
    return name


def read(*units: str, **more: str) -> Scored:
    return read_inputs(units, None, "criteria.yaml", None, date(2025, 12, 31), **more)


def codes(scored: Scored) -> list[tuple[str, str, str]]:
    return [(item.code, item.variant, item.span.place) for item in scored.report.findings]


def ranks(scored: Scored) -> list[tuple[str, str, int | None]]:
    assert scored.results is not None
    return [(unit.unit, str(unit.published), unit.rank) for unit in scored.results.units]


def test_a_folder_of_tables_is_scored_as_one(folder: Path) -> None:
    write("phieu/a.csv", WIDE + "Sở A;I;x;90\nSở B;I;x;80\n")
    long = "Đơn vị;Tiêu chí;Giá trị;Cụm\nSở C;Nhiệm vụ;x;I\nSở C;Giải ngân;85;I\n"
    write("phieu/b.csv", long)
    book = openpyxl.Workbook()
    for row in (
        ["Đơn vị", "Giải ngân", None, None, "Nhiệm vụ", "Cụm"],
        [None, "Tự chấm", "Thẩm định", "Lý do"],
    ):
        book.active.append(row)
    book.active.append(["Sở D", 100, 95, "vốn ứng trước", "có", "I"])
    book.active.merge_cells("B1:D1")
    book.save("phieu/c.xlsx")
    scored = read("phieu")
    assert ranks(scored) == [
        ("Sở D", "29.00", 1),
        ("Sở A", "28.00", 2),
        ("Sở C", "27.00", 3),
        ("Sở B", "26.00", 4),
    ]
    assert codes(scored) == [("TD562", "", "phieu/c.xlsx:Sheet!A2")]
    assert scored.results is not None
    assert [each.place.place for each in scored.results.differences] == ["phieu/c.xlsx:Sheet!C3"]


def test_the_list_of_units_tells_clusters_and_who_is_missing(folder: Path) -> None:
    units = write("u.csv", "Đơn vị;Nhiệm vụ;Giải ngân\nSở A;x;90\nSở Bb;x;80\n")
    roster = write("ds.csv", "Đơn vị;Cụm\nSở A;I\nSở B;II\n")
    scored = read(units, roster=roster)
    assert ("TD568", "roster_near", "u.csv:A3") in codes(scored)
    assert ("TD569", "", "ds.csv:A3") in codes(scored)
    assert "TD520" not in {code for code, _, _ in codes(scored)}
    assert scored.results is not None
    assert [(unit.unit, unit.cluster) for unit in scored.results.units if unit.rank] == [("Sở A", "I")]


def test_late_changes_are_added_and_never_overwrite(folder: Path) -> None:
    units = write("u.csv", WIDE + "Sở A;I;x;90\nSở B;I;x;80\n")
    late = write("dc.csv", "Đơn vị;Tiêu chí;Điểm;Lý do\nSở B;;3;Khen đột xuất\nSở A;Giải ngân;-1;\n")
    scored = read(units, adjustments=late)
    assert ranks(scored) == [("Sở B", "29.00", 1), ("Sở A", "28.00", 2)]
    assert codes(scored) == [("TD570", "reason", "dc.csv:D3")]
    assert [each.points for each in scored.adjustments] == [Decimal(3)]


def test_one_file_that_cannot_be_read_does_not_lose_the_others(folder: Path) -> None:
    write("phieu/a.csv", WIDE + "Sở A;I;x;90\n")
    write("phieu/b.xlsx", "%PDF-1.7")
    scored = read("phieu", "khong-co.csv")
    assert ranks(scored) == [("Sở A", "28.00", 1)]
    assert codes(scored) == [("TD501", "missing", "khong-co.csv:1:1"), ("TD502", "pdf", "phieu/b.xlsx:1:1")]


def test_nothing_to_score_is_told(folder: Path) -> None:
    assert read("phieu").results is None
    assert codes(read("phieu")) == [("TD571", "", "phieu:1:1")]
    assert codes(read(write("u.csv", "Giải ngân;Nhiệm vụ;Cụm\n1;x;I\n"))) == [("TD520", "unit", "u.csv:A1")]


def test_the_plan_beside_a_folder_of_tables_is_found(folder: Path) -> None:
    write("phieu/a.csv", WIDE + "Sở A;I;x;90\n")
    with pytest.raises(typer.BadParameter):
        read_inputs(["phieu"], None, None, None, None)
    write("plan.yaml", "thidua: 1\n")
    scored = read_inputs(["phieu"], None, None, None, None)
    assert {item.span.path for item in scored.report.findings} == {"plan.yaml"}


def test_the_order_of_the_files_changes_nothing(folder: Path) -> None:
    one = write("a.csv", WIDE + "Sở A;I;x;90\nSở B;I;x;90\n")
    two = write("b.csv", WIDE + "Sở C;I;x;95\nSở A;I;x;70\n")
    first, second = read(one, two), read(two, one)
    assert (
        sorted(ranks(first)[:2]) == sorted(ranks(second)[:2]) == [("Sở B", "28.00", 2), ("Sở C", "29.00", 1)]
    )
    assert first.results is not None
    assert [unit.unit for unit in first.results.units if unit.doubled] == ["Sở A", "Sở A"]
