"""`thidua quota`: the command line, its forms and its exit codes."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from thidua_cli.cli.main import execute

TABLE = Path(__file__).parents[1] / "head-counts.csv"
HA_TINH = Path(__file__).parents[3] / "plans" / "ha-tinh-2022" / "plan.yaml"
PACK = """\
pack:
  name: mau
  level: province
  authority: UBND tỉnh Mẫu
documents:
  qd-1:
    symbol: 01/2024/QĐ-UBND
    date: 2024-01-15
    issuer: UBND tỉnh Mẫu
    title: Quy chế khen thưởng
    from: 2024-02-01
rules:
  cstdcs-15:
    over: TD301
    name: CSTĐCS không quá 15% tổng số người
    base: tong_so
    numbers:
      - from: 2024-02-01
        value: 15%
        rounding: nearest
        document: qd-1
        at: Điều 5
        checked: 2026-11-20
"""


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    execute(["quota", *arguments, "--format", "json"])
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def test_the_page_shows_the_arithmetic_with_its_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["quota", "--count", "ldtt=90", "--count", "cstdcs=13", "--as-of", "2022-12-31"]) == 0
    out, err = capsys.readouterr()
    assert "90 × 15% = 13,5 → 13, làm tròn xuống vì “không quá”; đã dùng 13" in " ".join(out.split())
    assert "khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP" in out
    assert "lỗi" not in err


def test_one_too_many_is_an_error_at_the_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["quota", "--count", "ldtt=90", "--count", "cstdcs=14", "--as-of", "2022-12-31"]) == 1
    assert "--count:cstdcs=14: lỗi[TD301]" in capsys.readouterr().err


def test_where_the_law_has_no_cap_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["quota", "--count", "ldtt=90", "--count", "cstdcs=50", "--as-of", "2024-12-31"]) == 0
    out = capsys.readouterr().out
    assert "không có quy định chung của Trung ương" in out
    assert "Điều 23 Luật 06/2022/QH15" in out


def test_registered_counts_are_judged_beside_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    data = told(capsys, str(TABLE), "--as-of", "2022-12-31")
    caps = {name: one["caps"][0] for name, one in data["sets"].items()}
    assert [(name, cap["allowed"], cap["used"], cap["ruling"]) for name, cap in caps.items()] == [
        ("reached", 13, 14, "khong-dat"),
        ("registered", 14, 13, "dat"),
    ]


def test_readings_are_asked_about_until_the_facts_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--count", "HTTNV trở lên=30", "--as-of", "2026-11-20", "--title", "HTXSNV")
    (cap,) = told(capsys, *asked)["sets"]["typed"]["caps"]
    assert cap["allowed"] is None
    assert {reading["allowed"] for reading in cap["readings"]} >= {5, 6}
    facts = ("--fact", "staff=vien-chuc", "--fact", "unit_rating=HTTNV", "--fact", "own_regulation=có")
    (cap,) = told(capsys, *asked, *facts)["sets"]["typed"]["caps"]
    assert cap["allowed"] == 5
    assert cap["readings"][0]["together"] == {"heads": 30, "most": 5, "of_all": 6}


def test_the_flags_of_the_government(capsys: pytest.CaptureFixture[str]) -> None:
    data = told(capsys, "--count", "dan_dau_cum=66", "--count", "ctdcp=12", "--as-of", "2022-12-31")
    (cap,) = data["sets"]["typed"]["caps"]
    assert (cap["rule"], cap["allowed"], cap["used"], cap["ruling"]) == ("TD338", 13, 12, "dat")


def test_the_targets_of_a_plan_and_its_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["quota", "--plan", str(HA_TINH)]) == 1
    out, err = capsys.readouterr()
    assert "15/90 = 16,67% > 15%" in " ".join(out.split())
    assert "lỗi[TD301]" in err


def test_a_local_pack_lies_over_the_law(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pack = tmp_path / "mau.yaml"
    pack.write_text(PACK, "utf-8")
    counts = ("--count", "tong_so=33", "--count", "cstdcs=5")
    data = told(capsys, *counts, "--as-of", "2024-12-31", "--law", str(pack))
    local = next(cap for cap in data["sets"]["typed"]["caps"] if cap["rule"] == "mau:cstdcs-15")
    assert (local["allowed"], local["ruling"], local["readings"][0]["rounding"]) == (5, "dat", "nearest")
    assert data["law"].endswith("+ mau")


def test_shares_of_what_the_law_allows(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("quota", str(TABLE), "--as-of", "2022-12-31", "--allocate", "CSTDCS", "--format", "json")
    assert execute(list(asked)) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["total"], data["weighed_by"]) == (13, "LĐTT")
    assert [(share["unit"], share["quota"], share["final"]) for share in data["shares"]] == [
        ("Phòng Tổng hợp", "52/9", 6),
        ("Phòng Hành chính", "13/3", 5),
        ("Phòng Đào tạo", "26/9", 2),
    ]


def test_shares_of_a_given_number(capsys: pytest.CaptureFixture[str]) -> None:
    asked = [
        "quota",
        str(TABLE),
        "--as-of",
        "2022-12-31",
        "--allocate",
        "CSTDCS",
        "--total",
        "20",
        "--by",
        "Tổng số",
    ]
    assert execute(asked) == 0
    out, err = capsys.readouterr()
    assert "do người dùng nêu" in out
    assert "TD353" in err


def test_a_workbook_has_the_shares_as_numbers(tmp_path: Path) -> None:
    target = tmp_path / "shares.xlsx"
    asked = [
        "quota",
        str(TABLE),
        "--as-of",
        "2022-12-31",
        "--allocate",
        "CSTDCS",
        "--most",
        "9",
        "-o",
        str(target),
    ]
    assert execute(asked) == 0
    (sheet,) = load_workbook(BytesIO(target.read_bytes())).worksheets
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    header = next(row for row in rows if row[0] == "STT")
    last = header.index("Được phân bổ")
    at = rows.index(header)
    assert [row[last] for row in rows[at + 1 : at + 5]] == [6, 5, 2, 13]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--count", "ldtt=90"), 2),
        (("--count", "ldtt", "--as-of", "2022-12-31"), 2),
        (("--count", "ldt=90", "--as-of", "2022-12-31"), 2),
        (("--count", "ldtt=1,5", "--as-of", "2022-12-31"), 2),
        (("--count", "ldtt=-1", "--as-of", "2022-12-31"), 2),
        (("--count", "ldtt=1", "--count", "LĐTT=2", "--as-of", "2022-12-31"), 2),
        (("--count", "ldtt=1", "--count", "cstdcs=2", "--as-of", "2022-12-31"), 2),
        (("--count", "ldtt=1", "--fact", "staf=x", "--as-of", "2022-12-31"), 2),
        (("--count", "ldtt=1", "--fact", "unit_rating=A", "--as-of", "2022-12-31"), 2),
        (("--count", "ldtt=1", "--title", "XYZ", "--as-of", "2022-12-31"), 2),
        (("--count", "ldtt=1", "--total", "3", "--as-of", "2022-12-31"), 2),
        (("--allocate", "CSTDCS", "--as-of", "2022-12-31"), 2),
        ((str(TABLE), "--count", "ldtt=1", "--as-of", "2022-12-31"), 2),
        ((str(TABLE), "--allocate", "CSTDCS", "--as-of", "2024-12-31"), 2),
        ((str(TABLE), "--allocate", "LDTT", "--total", "3", "--as-of", "2024-12-31"), 2),
        ((str(TABLE), "--allocate", "CSTDCS", "--total", "0,5", "--as-of", "2024-12-31"), 2),
        ((str(TABLE), "--allocate", "CSTDCS", "--least", "9", "--as-of", "2022-12-31"), 1),
        (("no-such.csv", "--as-of", "2022-12-31"), 2),
        (("--plan", "no-such.yaml"), 2),
    ],
)
def test_what_is_wrong_is_said_by_the_exit_code(
    arguments: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert execute(["quota", *arguments]) == code
    assert capsys.readouterr().err


PEOPLE = (
    "Họ và tên;Đơn vị;Nhóm;Xếp loại;Danh hiệu;Số tháng công tác\n"
    "Nguyễn Kín;P1;Lãnh đạo;HTXSNV;CSTĐCS;12\nTrần Kín;P1;Chuyên viên;HTTNV;LĐTT;9\n"
    "Lê Kín;P2;Chuyên viên;HTTNV;LĐTT;12\n"
)


@pytest.fixture
def people(tmp_path: Path) -> str:
    path = tmp_path / "nguoi.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return str(path)


def test_a_list_of_people_is_summed_up_and_judged_one_by_one(
    people: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data = told(capsys, people, "--as-of", "2023-12-31")
    cap = next(each for each in data["sets"]["reached"]["caps"] if each["rule"] == "TD301")
    assert (cap["used"], cap["allowed"], cap["ruling"]) == (1, 0, "khong-dat")
    groups = {each["subject"] for each in data["sets"]["groups"]["caps"]}
    assert groups == {"P1 – Lãnh đạo", "P1 – Chuyên viên", "P2 – Chuyên viên"}
    months = [each for each in data["report"]["verdicts"] if each["rule"] == "TD314"]
    assert sorted(each["verdict"] for each in months) == ["dat", "khong-dat"]
    assert [each["cell"] for each in data["report"]["findings"] if each["code"] == "TD314"] == ["A3"]


def test_no_name_of_a_person_is_told(people: str, capsys: pytest.CaptureFixture[str]) -> None:
    execute(["quota", people, "--as-of", "2023-12-31"])
    out, err = capsys.readouterr()
    assert "Kín" not in out + err


def test_the_people_have_a_sheet(people: str, tmp_path: Path) -> None:
    target = tmp_path / "q.xlsx"
    execute(["quota", people, "--as-of", "2023-12-31", "-o", str(target)])
    assert "Từng người" in load_workbook(target).sheetnames


def test_a_number_is_not_shared_among_people(people: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["quota", people, "--as-of", "2023-12-31", "--allocate", "LDTT"]) == 2
    assert "danh sách từng người" in capsys.readouterr().err
