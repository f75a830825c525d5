"""Tables of a plan: rows of its own, files, sums, groups, and what is wrong with each at its place."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.data_tables import loading
from thidua_cli.plan.data_tables.cells import MOST_ROWS
from thidua_cli.plan.data_tables.printed import PrintedTable
from thidua_cli.plan.files import PlanFiles
from thidua_cli.plan.loading import Loaded, load_plan
from thidua_cli.source.text import SourceText

PLAN: dict[str, Any] = {
    "thidua": 1,
    "document": {
        "type": "to-trinh",
        "issuer": {"name": "Sở"},
        "subject": "Khen thưởng",
        "signature": {"title": "Giám đốc"},
    },
    "period": 2026,
    "outline": [{"table": "ds"}],
}
ROWS = [["Phòng A", "1.200"], ["Phòng B", "2,5"]]
COUNTED = ["Đơn vị", {"name": "Số", "total": True}]


def read(folder: Path | None, table: dict[str, Any]) -> tuple[PrintedTable | None, list[Finding]]:
    plan = PLAN | {"tables": [{"id": "ds", "caption": "Danh sách", **table}]}
    source = SourceText("plan.yaml", json.dumps(plan, ensure_ascii=False))
    loaded, findings = load_plan(source, PlanFiles(folder, folder))
    assert isinstance(loaded, Loaded), findings
    tables, findings = loaded.tables
    return tables.get("ds"), findings


def printed(folder: Path | None, table: dict[str, Any]) -> PrintedTable:
    made, findings = read(folder, table)
    assert findings == []
    assert made is not None
    return made


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.variant, finding.span.cell or "") for finding in findings]


def test_rows_of_the_plan_are_numbered_and_summed_exactly() -> None:
    table = printed(None, {"columns": COUNTED, "rows": ROWS})
    assert table.header == ("TT", "Đơn vị", "Số")
    assert [(row.kind, row.cells) for row in table.rows] == [
        ("row", ("1", "Phòng A", "1.200")),
        ("row", ("2", "Phòng B", "2,5")),
        ("total", ("", "Tổng cộng", "1.202,5")),
    ]
    assert (table.count, table.total, table.numeric) == (2, "1.202,5", frozenset({2}))


def test_groups_have_names_and_numbers_of_their_own() -> None:
    rows = [["Cá nhân", "An"], ["Tập thể", "Phòng A"], ["Cá nhân", "Bình"]]
    table = printed(None, {"columns": ["Đối tượng", "Tên"], "rows": rows, "group_by": "Đối tượng"})
    assert [(row.kind, row.cells) for row in table.rows] == [
        ("band", ("I. Cá nhân",)),
        ("row", ("1", "An")),
        ("row", ("2", "Bình")),
        ("band", ("II. Tập thể",)),
        ("row", ("1", "Phòng A")),
    ]
    assert table.header == ("TT", "Tên")


@pytest.mark.parametrize(
    ("columns", "widths"),
    [
        (["A", "B"], ()),
        ([{"name": "A", "width": 4}, {"name": "B", "width": 8}], (0, 4, 8)),
        ([{"name": "A", "width": 4}, "B"], (0, 4, 0)),
    ],
)
def test_widths(columns: list[Any], widths: tuple[int, ...]) -> None:
    assert printed(None, {"columns": columns, "rows": [["x", "y"]]}).widths == widths


def test_a_file_gives_the_columns_asked_for(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text("STT,ho_ten,nam_sinh,Ghi chú\n1,An,1985,x\n2,Bình,1990,\n", "utf-8")
    columns = [{"name": "Họ và tên", "from": "ho_ten"}, {"name": "Năm sinh", "from": "nam_sinh"}]
    table = printed(tmp_path, {"from": "ds.csv", "columns": columns})
    assert table.header == ("TT", "Họ và tên", "Năm sinh")
    # A year is no amount: only columns of numbers get points at the thousands.
    assert [row.cells for row in table.rows] == [("1", "An", "1985"), ("2", "Bình", "1990")]
    everything = printed(tmp_path, {"from": "ds.csv"})
    assert everything.header == ("STT", "ho_ten", "nam_sinh", "Ghi chú")


def test_a_workbook_keeps_its_numbers_exact(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Đơn vị", "Điểm"], ["A", 0.1], ["B", 0.2], ["Tổng cộng", 0.3]):
        sheet.append(row)
    book.save(tmp_path / "ds.xlsx")
    columns = ["Đơn vị", {"name": "Điểm", "places": 2, "total": True}]
    table, findings = read(tmp_path, {"from": "ds.xlsx", "columns": columns})
    assert table is not None
    assert [row.cells[2] for row in table.rows] == ["0,10", "0,20", "0,30"]
    assert told(findings) == [("TD138", "", "Sheet!A4")]
    assert (table.count, table.total) == (2, "0,30")


def workbook(path: Path, *rows: list[Any]) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)


def test_a_workbook_prints_years_telephones_and_days_as_they_are(tmp_path: Path) -> None:
    header = ["Họ và tên", "Năm sinh", "Số máy", "Hệ số", "Ngày vào Đảng", "Mức thưởng"]
    born, joined = 1975, date(2001, 3, 9)
    workbook(tmp_path / "ds.xlsx", header, ["An", born, 912345678, 4.98, joined, 1800000])
    (tmp_path / "ds.csv").write_text(
        ",".join(header) + '\nAn,1975,912345678,"4,98",09/03/2001,1.800.000\n', "utf-8"
    )
    columns = [*header[:5], {"name": "Mức thưởng", "number": True}]
    row = ("1", "An", "1975", "912345678", "4,98", "09/03/2001", "1.800.000")
    for name in ("ds.xlsx", "ds.csv"):
        assert printed(tmp_path, {"from": name, "columns": columns}).rows[0].cells == row
    grouped = printed(tmp_path, {"from": "ds.xlsx", "columns": columns, "group_by": "Năm sinh"})
    assert grouped.rows[0].cells == ("I. 1975",)


@pytest.mark.parametrize("label", ["Tổng cộng", "Cộng:"])
def test_the_row_of_sums_is_named_by_its_label(tmp_path: Path, label: str) -> None:
    workbook(tmp_path / "ds.xlsx", ["STT", "Đơn vị", "Số"], [1, "A", 5], ["", label, 5])
    for columns in (["Số", "Đơn vị"], ["Số"]):
        summed = [{"name": columns[0], "total": True}, *columns[1:]]
        table, findings = read(tmp_path, {"from": "ds.xlsx", "columns": summed})
        assert told(findings) == [("TD138", "", "Sheet!B3")]
        assert table is not None
        assert table.total == "5"


@pytest.mark.parametrize(
    ("rows", "found", "total"),
    [
        ("1,a,1\n2,b,2\nTổng,,3", [("TD138", "", "A4")], "3"),
        ("1,a,1\n2,b,2\n,TỔNG CỘNG (I + II):,3", [("TD138", "", "B4")], "3"),
        ("1,a,1\n,Cộng,1\n2,b,2", [("TD138", "inner", "B3")], "4"),
        ("1,a,1\n,Cộng,1\n2,b,2\n,Tổng,3", [("TD138", "inner", "B3"), ("TD138", "", "B5")], "4"),
        ("1,Tổng công ty A,1\n2,Cộng đồng,2", [], "3"),
    ],
)
def test_rows_of_sums(tmp_path: Path, rows: str, found: list[tuple[str, str, str]], total: str) -> None:
    (tmp_path / "ds.csv").write_text(f"TT,Tên,Số\n{rows}\n", "utf-8")
    columns = ["Tên", {"name": "Số", "total": True}]
    table, findings = read(tmp_path, {"from": "ds.csv", "columns": columns})
    assert told(findings) == found
    assert table is not None
    assert table.total == total


@pytest.mark.parametrize(
    ("heading", "columns", "cells"),
    [
        ("Tên,Tên,TÊN", [], ("a", "2", "3")),
        ("Tên,Tên,TÊN", ["TÊN"], ("3",)),
        ("Tên,Số,TÊN", ["TÊN", "Tên"], ("3", "a")),
        ("Tên,Số,Số 2", [{"name": "Họ tên", "from": "Tên"}, "ten"], ("a", "a")),
    ],
)
def test_columns_of_one_name_stand_in_their_own_places(
    tmp_path: Path, heading: str, columns: list[Any], cells: tuple[str, ...]
) -> None:
    (tmp_path / "ds.csv").write_text(f"{heading}\na,2,3\n", "utf-8")
    table = printed(tmp_path, {"from": "ds.csv", "columns": columns, "numbered": False})
    assert table.rows[0].cells == cells


@pytest.mark.parametrize(
    ("heading", "table", "found"),
    [
        ("Tên,Tên,TÊN", {"columns": ["Tên"]}, ("TD142", "", "A1, B1")),
        ("Tên,Tên,Số", {"columns": ["tên"]}, ("TD142", "", "A1, B1")),
        ("Tên,Đơn vị,Số", {"columns": ["Tên", "Số", "tên"]}, ("TD142", "twice", "1 3")),
        ("Tên,Tên,Số", {"group_by": "Tên"}, ("TD142", "group", "2")),
        ("Tên,,Số", {}, ("TD143", "", "B1")),
    ],
)
def test_a_column_in_doubt_is_told(
    tmp_path: Path, heading: str, table: dict[str, Any], found: tuple[str, str, str]
) -> None:
    (tmp_path / "ds.csv").write_text(f"{heading}\na,2,3\n", "utf-8")
    made, findings = read(tmp_path, {"from": "ds.csv", **table})
    assert made is None
    known = ("cells", "first", "second", "count", "heading")
    said = [" ".join(one.values[key] for key in known if key in one.values) for one in findings]
    assert [(one.code, one.variant) for one in findings] == [found[:2]]
    assert said == [found[2]]


def test_an_empty_column_without_a_name_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text("Tên,,Số\na,,3\n", "utf-8")
    assert printed(tmp_path, {"from": "ds.csv"}).header == ("TT", "Tên", "Số")


@pytest.mark.parametrize("rows", ["", "Tổng cộng,0\n"])
def test_a_list_without_rows_is_told(tmp_path: Path, rows: str) -> None:
    (tmp_path / "ds.csv").write_text(f"Đơn vị,Số\n{rows}", "utf-8")
    table, findings = read(tmp_path, {"from": "ds.csv", "columns": COUNTED})
    assert table is not None
    assert table.count == 0
    assert findings[-1].code == "TD144"


def test_cells_that_are_no_numbers_are_told_in_short(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text("Đơn vị,Số\n" + f"A,{'x9' * 2_500}\n" * 60, "utf-8")
    _, findings = read(tmp_path, {"from": "ds.csv", "columns": COUNTED})
    assert max(len(one.values.get("text", "")) for one in findings) < 80
    assert [one.code for one in findings] == [*["TD134"] * 50, "TD519"]


@pytest.mark.parametrize(
    ("heading", "amount", "codes"),
    [
        ("Mức thưởng (đồng)", "1.800.000,5", ["TD141"]),
        ("Mức thưởng (đồng)", "1.800.000,0", []),
        ("Số tiền (ĐVT: đồng)", "0,5", ["TD141"]),
        ("Kinh phí (triệu đồng)", "1,5", []),
        ("Điểm của Hội đồng", "1,5", []),
    ],
)
def test_a_dong_has_no_parts(heading: str, amount: str, codes: list[str]) -> None:
    columns = ["Tên", {"name": heading, "number": True}]
    _, findings = read(None, {"columns": columns, "rows": [["A", amount]]})
    assert [finding.code for finding in findings] == codes


@pytest.mark.parametrize(
    ("cell", "variant"), [("mười", "summed"), ("57,500", "ambiguous"), ("12%", "summed")]
)
def test_a_cell_that_is_no_number_has_its_place_and_its_column_no_sum(
    tmp_path: Path, cell: str, variant: str
) -> None:
    (tmp_path / "ds.csv").write_text(f'Đơn vị,Số\nA,1\nB,"{cell}"\n', "utf-8")
    table, findings = read(tmp_path, {"from": "ds.csv", "columns": COUNTED})
    assert told(findings) == [("TD134", variant, "B3")]
    assert table is not None
    assert (table.rows[-1].cells, table.total) == (("", "Tổng cộng", ""), "")
    assert table.rows[1].cells[2] == cell


@pytest.mark.parametrize(
    ("table", "code", "variant"),
    [
        ({"from": "khong-co.csv"}, "TD137", "missing"),
        ({"from": "../ngoai.csv"}, "TD136", ""),
        ({"from": "/etc/hostname"}, "TD136", ""),
        ({"from": "ds.csv", "columns": ["Đơn vịi"]}, "TD135", "near"),
        ({"from": "ds.csv", "columns": ["Xyz"]}, "TD135", ""),
        ({"from": "ds.csv", "group_by": "Cụm"}, "TD135", "group"),
        ({"from": "wide.csv"}, "TD139", "columns"),
        ({"from": "shifted.csv"}, "TD507", ""),
        ({"from": "ds.csv", "group_by": "Sốo"}, "TD135", "group-near"),
        ({"columns": ["A", "B"], "rows": [["x"]]}, "TD133", ""),
        ({"from": "khong-co.yaml"}, "TD137", "missing"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, table: dict[str, Any], code: str, variant: str) -> None:
    (tmp_path / "ds.csv").write_text("Đơn vị,Số\nA,1\n", "utf-8")
    (tmp_path / "wide.csv").write_text(",".join(f"Cột {place}" for place in range(63)) + "\nA\n", "utf-8")
    (tmp_path / "shifted.csv").write_text("Đơn vị,Số\nA,1\nB,2,3\n", "utf-8")
    made, findings = read(tmp_path, table)
    assert made is None
    assert [(finding.code, finding.variant) for finding in findings] == [(code, variant)]


def test_a_link_out_of_the_repository_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "kho"
    inside.mkdir()
    (tmp_path / "ngoai.csv").write_text("Đơn vị,Số\nA,1\n", "utf-8")
    (inside / "ds.csv").symlink_to(tmp_path / "ngoai.csv")
    assert [finding.code for finding in read(inside, {"from": "ds.csv"})[1]] == ["TD136"]


def test_a_plan_from_a_stream_has_no_files() -> None:
    table, findings = read(None, {"from": "ds.csv"})
    assert table is None
    assert [(finding.code, finding.variant) for finding in findings] == [("TD136", "stream")]


def test_a_file_without_end_is_no_table_of_a_document(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text("Đơn vị,Số\n" + "A,1\n" * (MOST_ROWS + 1), "utf-8")
    table, findings = read(tmp_path, {"from": "ds.csv"})
    assert table is None
    assert told(findings) == [("TD139", "", f"A{MOST_ROWS + 2}")]
    (tmp_path / "ds.csv").write_text("Đơn vị,Số\n" + "A,1\n" * MOST_ROWS, "utf-8")
    assert printed(tmp_path, {"from": "ds.csv"}).count == MOST_ROWS


def test_data_on_persons_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text("Họ và tên,Số CCCD\nAn,001085012345\n", "utf-8")
    table, findings = read(tmp_path, {"from": "ds.csv", "columns": ["Họ và tên"]})
    assert {finding.code for finding in findings} == {"TD022"}
    assert table is not None
    assert table.rows[0].cells == ("1", "An")


def test_a_width_that_no_table_needs_is_told_in_the_plan() -> None:
    widths = [{"name": "A", "width": 999}, {"name": "B", "width": "1000"}]
    plan = PLAN | {"tables": [{"id": "ds", "caption": "Danh sách", "columns": widths, "rows": [["a", "b"]]}]}
    source = SourceText("plan.yaml", json.dumps(plan, ensure_ascii=False))
    loaded, findings = load_plan(source)
    assert loaded is None
    assert [(one.code, one.variant) for one in findings] == [("TD108", "at-most")]
    assert source.text[findings[0].span.column - 1 :].startswith('"1000"')


def test_the_table_that_makes_too_many_cells_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MOST_CELLS", 6)
    tables = [{"id": name, "caption": "D", "columns": ["A"], "rows": [["x"], ["y"]]} for name in "abc"]
    plan = PLAN | {"tables": tables, "outline": [{"table": "a"}]}
    loaded, _ = load_plan(SourceText("plan.yaml", json.dumps(plan)))
    assert loaded is not None
    made, findings = loaded.tables
    assert list(made) == ["a"]
    assert [(one.code, one.variant, one.values["found"]) for one in findings] == [
        ("TD139", "cells", "8"),
        ("TD139", "cells", "12"),
    ]
