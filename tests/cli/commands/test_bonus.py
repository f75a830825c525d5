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
    assert (first["amount"], first["amounts"]) == (None, [760_000, 710_000, 700_000])
    assert first["doubts"] == ["lam-tron", "luong-co-so"]
    assert (data["total"]["certain"], data["total"]["low"], data["total"]["high"]) == (
        0,
        3_040_000,
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
        "Họ và tên, tập thể",
        "Đơn vị",
        "Danh hiệu, hình thức khen thưởng",
        "Hệ số",
        "Tiền thưởng (đồng)",
    ]
    at = cells.index(header)
    assert cells[at + 1] == [1, "Nguyễn Văn A", "Phòng B", "Lao động tiên tiến", 0.3, 710_000]
    assert cells[at + 3][-1] == 3_050_000
    assert cells[at + 4][0] == "Bằng chữ: Ba triệu không trăm năm mươi nghìn đồng."
    assert second.title == "Tổng hợp"


def test_csv_and_markdown(awards: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert execute(["bonus", awards, "--date", "2024-12-31", "--format", "csv"]) == 0
    rows = list(csv.reader(capsys.readouterr().out.splitlines(), delimiter=";"))
    assert rows[1][-1] == "710.000"
    target = tmp_path / "out.md"
    assert execute(["bonus", awards, "--date", "2024-12-31", "-o", str(target)]) == 0
    assert "| Tổng cộng |" in target.read_text("utf-8").replace("**", "")


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
