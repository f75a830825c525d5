"""`thidua bonus`: the command line, its forms and its exit codes."""

from __future__ import annotations

import csv
import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from thidua_cli.cli.main import execute

LIST = "STT;Họ và tên;Đơn vị;Danh hiệu\n1;Nguyễn Văn A;Phòng B;LĐTT\n2;Trần Thị C;Phòng B;CSTĐCS\n"


@pytest.fixture
def awards(tmp_path: Path) -> str:
    path = tmp_path / "awards.csv"
    path.write_text(LIST, "utf-8")
    return str(path)


def test_the_page_shows_the_sum_in_figures_and_words(awards: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["bonus", awards, "--date", "2024-12-31"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "3.050.000" in out
    assert "Bằng chữ: Ba triệu không trăm năm mươi nghìn đồng." in out
    assert "0,3 × 2.340.000 = 702.000 → 710.000" in out


def test_json_has_every_reading(awards: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["bonus", awards, "--date", "2026-11-20", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "thidua.bonus/1"
    first = data["payments"][0]
    assert (first["amount"], first["amounts"]) == (None, [760_000])
    assert first["doubts"] == ["luong-co-so"]
    assert (data["total"]["certain"], data["total"]["low"], data["total"]["high"]) == (
        0,
        3_290_000,
        3_290_000,
    )


def test_a_workbook_is_the_list_for_the_decision(awards: str, tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    assert execute(["bonus", awards, "--date", "2024-12-31", "-o", str(target)]) == 0
    first, second = load_workbook(BytesIO(target.read_bytes())).worksheets
    cells = [[cell.value for cell in row] for row in first.iter_rows()]
    header = next(row for row in cells if row[0] == "STT")
    assert header == [
        "STT",
        "Họ và tên",
        "Đơn vị",
        "Danh hiệu",
        "Hệ số",
        "Tiền thưởng (đồng)",
    ]
    at = cells.index(header)
    assert cells[at + 1] == [1, "Nguyễn Văn A", "Phòng B", "LĐTT", 0.3, 710_000]
    assert cells[at + 3][-1] == 3_050_000
    assert cells[at + 4][0] == "Bằng chữ: Ba triệu không trăm năm mươi nghìn đồng."
    texts = [cell for row in cells for cell in row if cell]
    assert "(Kèm theo Quyết định số ………/QĐ-……… ngày 31 tháng 12 năm 2024 của ………………………………)" in texts
    assert texts.index("NGƯỜI LẬP DANH SÁCH") < texts.index("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ")
    assert second.title == "Tổng hợp"


def test_csv_and_markdown(awards: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert execute(["bonus", awards, "--date", "2024-12-31", "--format", "csv"]) == 0
    rows = list(csv.reader(capsys.readouterr().out.splitlines(), delimiter=";"))
    assert rows[1][-1] == "710.000"
    target = tmp_path / "out.md"
    assert execute(["bonus", awards, "--date", "2024-12-31", "-o", str(target)]) == 0
    assert "| Tổng cộng |" in target.read_text("utf-8").replace("**", "")


SECTIONS = (
    "TT;Họ và tên, tên tập thể;Chức vụ;Đơn vị;Danh hiệu\n"
    "I;TẬP THỂ;;;\n"
    "1;Phòng B;;Sở;Bằng khen của UBND tỉnh Gia Lai\n"
    "2;Phòng C;;Sở;Giấy khen của Công đoàn ngành\n"
    "II;CÁ NHÂN;;;\n"
    "1;Nguyễn Văn A;Kế toán;Phòng B;LĐTT\n"
    "2;Trần Thị C;Văn thư;Phòng B;CSTĐCS\n"
    "3;Trần Thị C;Văn thư;Phòng B;CSTĐCS\n"
    ";Tổng cộng: 05;;;\n"
)


def test_the_list_keeps_its_own_order_and_tells_what_is_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "awards.csv"
    path.write_text(SECTIONS, "utf-8")
    target = tmp_path / "out.xlsx"
    assert execute(["bonus", str(path), "--date", "2025-12-31", "-o", str(target)]) == 1
    sheet = load_workbook(BytesIO(target.read_bytes())).worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(place for place, row in enumerate(cells) if row[0] == "I. TẬP THỂ")
    assert cells[at + 1][:5] == [1, "Phòng B", None, "Sở", "Bằng khen của UBND tỉnh Gia Lai"]
    # What is not understood stays, without an amount, with the number of its note.
    assert cells[at + 2] == [2, "Phòng C", None, "Sở", "Giấy khen của Công đoàn ngành", None, None, "(1)"]
    assert cells[at + 3][1:] == ["Cộng mục I", None, None, None, None, 7_020_000, None]
    assert cells[at + 4][0] == "II. CÁ NHÂN"
    assert [row[-1] for row in cells[at + 5 : at + 8]] == ["(2)", None, "(3)"]
    assert cells[at + 8][1:] == ["Cộng mục II", None, None, None, None, 2_340_000, None]
    assert cells[at + 9][1:] == ["Tổng cộng phần đã đủ căn cứ", None, None, None, None, 9_360_000, None]
    assert cells[at + 10][0].startswith("Bằng chữ (phần đã đủ căn cứ): Chín triệu ba trăm sáu mươi nghìn")
    notes = [row[0] for row in cells[at + 11 : at + 15]]
    assert notes[0] == "Còn 3 dòng chưa đủ căn cứ để chi, nêu ở cột “Ghi chú”:"
    assert notes[1].startswith("(1) “Phòng C”: chưa nhận ra tên “Giấy khen của Công đoàn ngành”")
    assert "710.000 / 700.000" in notes[2]
    assert "trùng số thứ tự 2, dòng 7" in notes[3]
    assert "từ" not in {word for note in notes for word in note.split()}
    capsys.readouterr()
    assert execute(["bonus", str(path), "--date", "2025-12-31", "--format", "md"]) == 1
    page = capsys.readouterr().out
    assert "### I. TẬP THỂ" in page
    assert "**Cộng mục I**" in page


def test_amounts_by_a_base_salary_that_is_not_verified_stand_apart(
    awards: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert execute(["bonus", awards, "--date", "2026-11-20"]) == 0
    out = capsys.readouterr().out
    assert "Bằng chữ" not in out
    assert "710.000" not in out
    assert out.count("2.340.000") == 1
    assert "thì 2 dòng cộng được 3.290.000 đồng" in out


def test_only_what_was_used_is_said_to_be_vouched_for(
    awards: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["bonus", awards, "--date", "2024-12-31", "--multiple", "CSTĐCS=1,5"]
    assert execute(command) == 1
    out, err = capsys.readouterr()
    assert "TD369" in err
    assert "xác nhận" not in out


def test_what_a_person_vouches_for_is_said_in_the_list(
    awards: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["bonus", awards, "--date", "2026-11-20", "--base-salary", "2.530.000", "--rounding", "up"]
    assert execute(command) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "3.290.000" in out
    assert "Mức lương cơ sở 2.530.000 đồng do người lập danh sách xác nhận." in out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--date", "2024-12-31", "--base-salary", "2.000.000"), 1),
        ((), 1),
        (("--date", "hôm nay"), 2),
        (("--base-salary", "x"), 2),
        (("--base-salary", "1,5"), 2),
        (("--base-salary", "0"), 2),
        (("--base-salary", "0,0"), 2),
        (("--multiple", "LDTT=0"), 2),
        (("--multiple", "LDTT=-1"), 2),
        (("--multiple", "BKB"), 2),
        (("--multiple", "XYZ=1"), 2),
        (("--rounding", "down"), 2),
        (("--date", "2024-12-31", "-o", "x.pdf"), 2),
        (("--date", "2024-12-31", "-o", "x.csv", "--format", "json"), 2),
    ],
)
def test_what_is_wrong_is_said_by_the_exit_code(
    awards: str, arguments: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert execute(["bonus", awards, *arguments]) == code
    assert capsys.readouterr().err


def test_a_list_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["bonus", "no-such.csv", "--date", "2024-12-31"]) == 2
    assert "TD501" in capsys.readouterr().err
