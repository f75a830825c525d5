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
    asked = ["quota", "--count", "ldtt=90", "--count", "cstdcs=14", "--as-of", "2022-12-31"]
    assert execute(asked) == 1
    out, err = capsys.readouterr()
    assert "Kết luận: không đạt – Chiến sĩ thi đua cơ sở (14)" in out
    # The page has said it: of it there is only the count.
    assert "TD301" not in err
    assert err.startswith("Số lỗi: 1;")
    assert execute([*asked, "--format", "json"]) == 1
    assert "--count:cstdcs=14: lỗi[TD301]" in capsys.readouterr().err


def test_what_rests_on_no_count_has_the_option_as_its_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ("quota", "--count", "tong_so=100", "--title", "CSTDCS", "--as-of", "2022-12-31")
    execute([*asked, "--format", "json"])
    assert "--count: cảnh báo[TD351]" in capsys.readouterr().err
    execute(list(asked))
    out, _ = capsys.readouterr()
    assert "còn thiếu: số người đạt Chiến sĩ thi đua cơ sở" in " ".join(out.split())
    assert not {"cstdcs", "ldtt"} & set(out.replace(",", " ").split())


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
        # 13 of 95 together; 7 of 42 alone would be too many, but the share is of everybody.
        ("registered", 14, 13, "dat"),
    ]
    parts = told(capsys, str(TABLE), "--as-of", "2022-12-31", "--rows", "parts")
    assert parts["sets"]["registered"]["caps"][0]["ruling"] == "dat"
    agencies = told(capsys, str(TABLE), "--as-of", "2022-12-31", "--rows", "agencies")
    registered = agencies["sets"]["registered"]["caps"]
    found = [(cap["subject"], cap["ruling"]) for cap in registered if cap["rule"] == "TD301"]
    assert found[:2] == [("", "dat"), ("Phòng Tổng hợp", "khong-dat")]


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
    assert "không đạt [TD301]" in out
    assert "plan.yaml:" in out
    assert "TD301" not in err


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
    (rule,) = (each for each in data["people"] if each["rule"] == "TD314")
    assert [(each["cell"], each["unit"], each["titles"]) for each in rule["told"]] == [("A3", "P1", "LĐTT")]
    assert (rule["counts"]["dat"], rule["counts"]["khong-dat"]) == (2, 1)


def test_the_page_of_people_says_who_falls_short_and_how_many_pass(
    people: str, capsys: pytest.CaptureFixture[str]
) -> None:
    execute(["quota", people, "--as-of", "2023-12-31"])
    out = " ".join(capsys.readouterr().out.split())
    assert "- A3, P1, LĐTT: không đạt – 9 tháng, chưa đủ 10 - đạt: 2 người" in out
    assert "×" not in out.partition("Xét từng người")[2]
    assert "LDTT" not in out


def test_no_name_of_a_person_is_told(people: str, capsys: pytest.CaptureFixture[str]) -> None:
    execute(["quota", people, "--as-of", "2023-12-31"])
    out, err = capsys.readouterr()
    assert "Kín" not in out + err


def test_the_people_have_a_sheet(people: str, tmp_path: Path) -> None:
    target = tmp_path / "q.xlsx"
    execute(["quota", people, "--as-of", "2023-12-31", "-o", str(target)])
    sheet = load_workbook(target)["Từng người"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    header = ["Ô", "Đơn vị", "Danh hiệu", "Quy định", "Kết luận", "Lý do", "Căn cứ"]
    assert header in rows
    (failed,) = (row for row in rows if row[0] == "A3")
    assert failed[1:3] + failed[4:6] == ["P1", "LĐTT", "không đạt", "9 tháng, chưa đủ 10"]


def test_a_number_is_not_shared_among_people(people: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["quota", people, "--as-of", "2023-12-31", "--allocate", "LDTT"]) == 2
    assert "danh sách từng người" in capsys.readouterr().err


UNITS = "Đơn vị;Phong trào;Tổng số;LĐTT;CSTĐCS;TTLĐXS\nPhòng A;x;4;4;1;x\nPhòng B;x;30;28;3;\n"
CRITERIA = """\
thidua: 1
name: Bảng thử
criteria:
  - id: phong-trao
    name: Phong trào
    kind: yes_no
    max: 10
"""
GIA_LAI = Path(__file__).parents[3] / "docs" / "vi-du-goi" / "tinh-gia-lai.yaml"


@pytest.mark.parametrize("day", ["2022-12-31", "2024-12-31", "2026-12-31"])
@pytest.mark.parametrize("rows", [(), ("--rows", "agencies"), ("--rows", "parts")])
def test_quota_and_score_rule_alike_at_the_same_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str, rows: tuple[str, ...]
) -> None:
    table, criteria = tmp_path / "units.csv", tmp_path / "criteria.yaml"
    table.write_text(UNITS, "utf-8")
    criteria.write_text(CRITERIA, "utf-8")
    shared = [str(table), "--as-of", day, "--law", str(GIA_LAI), "--format", "json", *rows]
    found = []
    for command in (["quota"], ["score", "--criteria", str(criteria)]):
        execute([command[0], *shared, *command[1:]])
        verdicts = json.loads(capsys.readouterr().out)["report"]["verdicts"]
        found.append(
            [
                (each["rule"], each["subject"], each["verdict"], each["line"], each["column"])
                for each in verdicts
            ]
        )
    assert found[0] == found[1]
    if day == "2024-12-31":
        assert ("gia-lai:tap-the-tu-5-nguoi", "Phòng A", "khong-dat") in [each[:3] for each in found[0]]


def test_the_plan_beside_the_table_counts_whatever_day_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waiver = "\nwaivers:\n  - rule: TD301\n    by: Công văn số 10/UBND-NC\n    reason: thí điểm\n"
    (tmp_path / "plan.yaml").write_text(HA_TINH.read_text("utf-8") + waiver, "utf-8")
    table = tmp_path / "units.csv"
    table.write_text("Đơn vị;LĐTT;CSTĐCS\nPhòng A;10;2\n", "utf-8")
    for day in ((), ("--as-of", "2022-12-31")):
        assert execute(["quota", str(table), *day]) == 0
        assert "TD390" in capsys.readouterr().err


def test_a_pack_with_errors_is_named_where_it_is_missed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "mau.yaml"
    pack.write_text(PACK.replace("15%", "15x"), "utf-8")
    law = ("--as-of", "2024-12-31", "--law", str(pack))
    execute(["quota", "--count", "ldtt=90", "--count", "cstdcs=50", *law])
    assert "Chưa xét gói quy định “mau” vì gói có lỗi." in capsys.readouterr().out
    target = tmp_path / "q.xlsx"
    execute(["quota", "--count", "ldtt=90", "--count", "cstdcs=50", *law, "-o", str(target)])
    capsys.readouterr()
    cells = [cell.value for row in load_workbook(target).worksheets[0].iter_rows() for cell in row]
    assert "Chưa xét gói quy định “mau” vì gói có lỗi." in cells
    assert execute(["quota", str(TABLE), *law, "--allocate", "CSTDCS"]) == 2
    err = capsys.readouterr().err
    assert "chưa xét gói quy định “mau” vì gói có lỗi" in err
    assert execute(["quota", str(TABLE), "--as-of", "2024-12-31", "--allocate", "CSTDCS"]) == 2
    assert "không có quy định chung của Trung ương" in capsys.readouterr().err


def test_a_title_that_is_none_names_the_near_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["quota", str(TABLE), "--as-of", "2022-12-31", "--allocate", "CSTDC"]) == 2
    assert "CSTĐCS" in capsys.readouterr().err


def test_nothing_is_shared_by_a_count_that_cannot_be_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "units.csv"
    table.write_text("Đơn vị;Tổng số;LĐTT\nPhòng A;5;9\nPhòng B;9;9\n", "utf-8")
    asked = ["quota", str(table), "--as-of", "2022-12-31", "--allocate", "CSTDCS", "--total", "2"]
    assert execute(asked) == 1
    out, err = capsys.readouterr()
    assert "Được phân bổ" not in out
    assert "mâu thuẫn với một số khác của cùng đơn vị" in err
    # Names, not ids.
    assert "số người đạt Lao động tiên tiến là 9, nhiều hơn tổng số người là 5" in err


def test_a_number_that_reads_two_ways_shows_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "units.csv"
    table.write_text("Đơn vị;LĐTT\nPhòng A;1,234\n", "utf-8")
    execute(["quota", str(table), "--as-of", "2022-12-31"])
    err = capsys.readouterr().err
    assert "TD532" in err
    assert "{" not in err


def test_readings_are_said_once_for_several_units(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "units.csv"
    rows = "".join(f"Phòng {number};10;2;8\n" for number in range(6))
    table.write_text(f"Đơn vị;Tổng số;HTXSNV;HTTNV\n{rows}", "utf-8")
    execute(["quota", str(table), "--as-of", "2026-11-20"])
    out = capsys.readouterr().out
    assert out.count("không quá 25%") <= 2
    assert sum(line.strip().startswith("Phòng ") for line in out.splitlines()) == 6
    assert "vien-chuc" not in out
    assert "HTXSNV" not in out


def test_facts_may_be_told_by_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--count", "HTTNV trở lên=30", "--as-of", "2026-11-20", "--title", "HTXSNV")
    words = ("Đối tượng=viên chức", "xếp loại của đơn vị=Hoàn thành tốt nhiệm vụ", "own_regulation=có")
    facts = [part for each in words for part in ("--fact", each)]
    (cap,) = told(capsys, *asked, *facts)["sets"]["typed"]["caps"]
    assert cap["allowed"] == 5


def test_a_condition_on_people_is_not_decided_by_a_table_of_units(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "units.csv"
    table.write_text(UNITS, "utf-8")
    pack = GIA_LAI.with_name("nganh-kiem-sat.yaml")
    data = told(capsys, str(table), "--as-of", "2024-12-31", "--law", str(pack))
    (found,) = (each for each in data["report"]["verdicts"] if each["rule"] == "vksnd:ldtt-ky-luat")
    assert (found["verdict"], found["subject"]) == ("chua-du-can-cu", "LĐTT")
    assert "xét từng người" in found["reason"]


def test_thousands_are_grouped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = ["quota", "--count", "ldtt=12.345", "--count", "cstdcs=1.900", "--as-of", "2022-12-31"]
    assert execute(counts) == 1
    page = " ".join(capsys.readouterr().out.split())
    assert "12.345 × 15% = 1.851,75 → 1.851, làm tròn xuống" in page
    assert "đã dùng 1.900" in page
    table = tmp_path / "u.csv"
    table.write_text("Đơn vị;LĐTT\nA;12345\nB;0\n", "utf-8")
    share = ["quota", str(table), "--allocate", "CSTĐCS", "--as-of", "2022-12-31", "--by", "LĐTT"]
    execute([*share, "--total", "2000", "--most", "1500"])
    err = capsys.readouterr().err
    assert "phân bổ 2.000, trong khi quy định của ngày 31/12/2022 chỉ cho 1.851" in err
    assert "chỉ được 1.500, ít hơn số cần phân bổ là 2.000" in err


@pytest.mark.parametrize(
    ("weight", "words"), [("", "thiếu số để tính phần"), ("-3", "“-3” không phải số không âm")]
)
def test_a_weight_that_lacks_is_named_by_its_cell(
    weight: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"Đơn vị;Tổng số;LĐTT;CSTĐCS\nA;10;{weight};\nB;10;10;\n", "utf-8")
    asked = ("--as-of", "2022-12-31", "--allocate", "CSTDCS", "--total", "4")
    assert execute(["quota", str(table), *asked]) == 1
    told = capsys.readouterr().err
    assert f"t.csv:C2: lỗi[TD355] “A”: {words}" in told
    assert "TD357" not in told
