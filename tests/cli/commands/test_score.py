"""`thidua score`: the forms of its results, a total opened, files kept, rows in any order."""

from __future__ import annotations

import contextlib
import io
import json
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.cli.main import execute

CRITERIA = """\
thidua: 1
name: Bảng thử
grades:
  - name: Tốt
    from: 15
criteria:
  - id: nhom
    name: Nhóm một
    kind: group
    items:
      - id: ty-le
        name: Tỷ lệ
        kind: proportional
        max: 20
        target: 60
      - id: thap
        name: Càng thấp càng tốt
        kind: proportional
        max: 7
        target: 3
        direction: down
  - id: thuong
    name: Sáng kiến
    kind: bonus
    point: 1,5
"""
HEADER = "don_vi;ty-le;thap;thuong"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "criteria.yaml").write_text(CRITERIA, "utf-8")
    return tmp_path


def run(folder: Path, rows: str, *more: str) -> tuple[int, str, str]:
    table = folder / "units.csv"
    table.write_text(rows, "utf-8")
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = execute(["score", str(table), "--criteria", str(folder / "criteria.yaml"), *more])
    return code, out.getvalue(), err.getvalue()


ROWS = f"{HEADER}\nSở A;55;4;0\nSở B;60;3;0\nSở C;60;3;0\nSở D;;2;1\nSở E;3;9;0\n"


def test_csv_for_people(folder: Path) -> None:
    code, out, _ = run(folder, ROWS, "--format", "csv")
    assert code == 1
    assert out.splitlines() == [
        "Hạng;Đồng hạng;Đơn vị;Tỷ lệ;Càng thấp càng tốt;Sáng kiến;Tổng điểm;Xếp loại;Ghi chú",
        "1;x;Sở B;20,00;7,00;0,00;27,00;Tốt;",
        "1;x;Sở C;20,00;7,00;0,00;27,00;Tốt;",
        "3;;Sở A;18,33;5,25;0,00;23,58;Tốt;",
        "4;;Sở E;1,00;2,33;0,00;3,33;không xếp loại;",
        ';;Sở D;;7,00;1,50;8,50;;"chưa xếp hạng; tổng điểm chưa có: Tỷ lệ"',
    ]


def test_csv_in_english(folder: Path) -> None:
    _, out, _ = run(folder, ROWS, "--format", "csv", "--lang", "en")
    lines = out.splitlines()
    assert lines[0] == ("Rank;Shared rank;Unit;Tỷ lệ;Càng thấp càng tốt;Sáng kiến;Total points;Grade;Note")
    assert lines[4].endswith(";not graded;")
    assert lines[5].endswith(';"not ranked; the total lacks: Tỷ lệ"')


def test_one_unit_and_one_criterion_open(folder: Path) -> None:
    assert run(folder, ROWS, "--explain", "sở a")[1].splitlines()[0] == "Sở A: 23,58 + 0 ≈ 23,58"
    for criterion in ("thap", "Càng thấp càng tốt", "CANG THAP CANG TOT"):
        _, out, _ = run(folder, ROWS, "--explain", "Sở A", "--criterion", criterion)
        assert out == "Càng thấp càng tốt: 7 × 3 / 4 = 5,25  [C2]\n"
    _, out, _ = run(folder, ROWS, "--explain", "Sở A", "--criterion", "nhom", "--format", "json")
    assert [step["cell"] for step in json.loads(out)["trace"]["steps"]] == ["B2", "C2"]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--explain", "Sở AA"], "không có đơn vị “Sở AA”. Có phải ý bạn là: Sở A"),
        (["--explain", "Sở A", "--criterion", "ty-lee"], "không có “ty-lee”. Có phải ý bạn là: ty-le"),
        (
            ["--explain", "Sở A", "--criterion", "Nhóm mộtt"],
            "không có “Nhóm mộtt”. Có phải ý bạn là: Nhóm một",
        ),
        (["--criterion", "thap"], "--criterion chỉ dùng cùng --explain"),
        (["--explain", "Sở A", "--format", "csv"], "--explain không có dạng csv"),
        (["--explain", "Sở A", "-o", "ket-qua.xlsx"], "--explain không có dạng csv hay xlsx"),
        (["--explain", "Sở A/thap", "--criterion", "nhom"], "đã nêu tiêu chí “thap” sau tên đơn vị"),
        (["--explain", "Sở AA/thap"], "không có đơn vị “Sở AA”. Có phải ý bạn là: Sở A"),
        (["--explain", "Sở A/thapp"], "không có “thapp”. Có phải ý bạn là: thap"),
        (["--traces"], "--traces chỉ dùng với dạng json"),
        (["--traces", "--explain", "Sở A", "--format", "json"], "--traces không dùng cùng --explain"),
        (["--traces", "--what-if", "Sở A.thap=1", "--format", "json"], "--traces không dùng cùng --explain"),
        (["--what-if", "Sở A.thap"], "“Sở A.thap” chưa đúng dạng"),
        (["--what-if", "Sở A=1"], "“Sở A=1” chưa đúng dạng"),
        (["--what-if", "Sở AA.thap=1"], "không có đơn vị “Sở AA”. Có phải ý bạn là: Sở A"),
        (
            ["--what-if", "Sở A.thapp=1"],
            "không có tiêu chí “thapp” ghi bằng một cột số liệu. Có phải ý bạn là: thap",
        ),
        (["--what-if", "Sở A.nhom=1"], "không có tiêu chí “nhom” ghi bằng một cột số liệu"),
        (["-o", "ket-qua.xlsx", "--format", "csv"], "không ghi được kết quả ra “ket-qua.xlsx”"),
        (["-o", "ket-qua.txt"], "dùng tệp có đuôi: xlsx, csv, json, md"),
    ],
)
def test_mistakes_of_the_command_line(folder: Path, more: list[str], message: str) -> None:
    code, out, err = run(folder, ROWS, *more)
    assert (code, out) == (2, "")
    assert message in err
    assert not list(folder.glob("ket-qua*"))


def test_results_that_a_person_edited_are_kept_until_forced(folder: Path) -> None:
    target = folder / "ket-qua.csv"
    good = f"{HEADER}\nSở A;55;4;0\n"
    assert run(folder, good, "-o", str(target))[0] == 0
    written = target.read_bytes()
    assert written.startswith("\ufeffHạng;".encode())
    assert run(folder, f"{HEADER}\nSở B;5;4;0\n", "-o", str(target))[0] == 0
    assert target.read_bytes() != written
    target.write_bytes(b"edited by hand")
    code, out, err = run(folder, good, "-o", str(target))
    assert (code, out) == (1, "")
    assert "TD922" in err
    assert target.read_bytes() == b"edited by hand"
    assert run(folder, good, "-o", str(target), "--force")[0] == 0
    assert target.read_bytes() == written


def test_a_file_holds_what_the_stream_holds(folder: Path) -> None:
    target = folder / "ket-qua.json"
    run(folder, ROWS, "-o", str(target), "--traces")
    assert target.read_text("utf-8") == run(folder, ROWS, "--format", "json", "--traces")[1]


def test_formulas_of_the_sum_and_of_the_foot_are_no_errors(folder: Path) -> None:
    foot = "Tổng cộng;#REF!;=SUM(C2:C3);1\n\nNgười lập bảng;;;Thủ trưởng đơn vị\n- Nguyễn Văn A;;;\n"
    code, _, err = run(folder, f"{HEADER}\nSở A;55;4;0\n{foot}")
    assert code == 0
    assert "TD513" not in err
    assert "TD512" not in err
    assert "TD527" in err
    code, _, err = run(folder, f"{HEADER}\nSở A;#REF!;4;0\n{foot}")
    assert code == 1
    assert err.count("TD513") == 1


@pytest.mark.parametrize(
    ("again", "ruling"), [("10", "dat"), ("11", "dat"), ("20", "chua-du-can-cu"), ("", "chua-du-can-cu")]
)
def test_a_unit_that_stands_twice_leaves_the_quota_open(folder: Path, again: str, ruling: str) -> None:
    # The cap allows 16 of the 110.
    rows = f"{HEADER};ldtt;cstdcs\nSở A;1;1;0;60;10\nSở B;2;1;0;50;5\nSở A;1;1;0;60;{again}\n"
    code, out, err = run(folder, rows, "--as-of", "2022-12-31", "--rows", "parts", "--format", "json")
    assert code == 1
    assert "TD524" in err
    counts = json.loads(out)["report"]["summary"]["verdicts"]
    assert {name for name, count in counts.items() if count} == {ruling}


@pytest.mark.parametrize(
    ("code", "table"),
    [
        ("TD501", None),
        ("TD502", b"%PDF-1.7"),
        ("TD504", (";".join(f"c{number}" for number in range(2000)) + "\n").encode()),
        ("TD505", b"don_vi;ty-le\nS\xeb A\xff\xfe;1\n"),
        ("TD506", b'don_vi;ty-le\n"So A;1\n'),
    ],
)
def test_a_table_that_cannot_be_read_is_no_mere_finding(
    folder: Path, capsys: pytest.CaptureFixture[str], code: str, table: bytes | None
) -> None:
    path = folder / "units.csv"
    if table is not None:
        path.write_bytes(table)
    assert execute(["score", str(path), "--criteria", str(folder / "criteria.yaml")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert code in err


def test_an_encoding_that_was_read_all_the_same_is_no_fault(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "units.csv"
    path.write_bytes(f"{HEADER}\nSở A;55;4;0\n".encode("utf-16"))
    assert execute(["score", str(path), "--criteria", str(folder / "criteria.yaml")]) == 0
    assert "TD505" in capsys.readouterr().err


@pytest.mark.parametrize("more", [(), ("--explain", "X\x1b[31mĐ\x07\u202e")])
def test_no_control_character_reaches_the_terminal(folder: Path, more: tuple[str, ...]) -> None:
    criteria = folder / "criteria.yaml"
    criteria.write_text(CRITERIA.replace("name: Bảng thử", 'name: "Bảng\\u202e thử"'), "utf-8")
    rows = f"{HEADER};tong_so;ldtt;cstdcs\nX\x1b[31mĐ\x07\u202e;55;4;0;9;10;10\n"
    _, out, err = run(folder, rows, "--as-of", "2022-12-31", "--verdicts", *more)
    assert r"X\x1b[31mĐ\x07" in out
    assert not set("\x1b\x07\u202e") & set(out + err)


def test_columns_stand_under_each_other_whatever_is_in_a_name(folder: Path) -> None:
    _, out, _ = run(folder, f"{HEADER}\n省廳;60;3;0\nCục\u200b\x1b;60;3;0\n")
    from thidua_cli.findings.formats.display import width

    lines = [line for line in out.splitlines() if "27,00" in line]
    assert len({width(line[: line.index("27,00")]) for line in lines}) == 1
    assert len(lines) == 2


PLAN_LINES = "thidua: 1\nsubject: Kế hoạch\nperiod: 2022\n"
COUNTED = f"{HEADER};ldtt;cstdcs\nSở A;55;4;0;100;10\n"


def test_quotas_without_a_day_are_not_passed_over_in_silence(folder: Path) -> None:
    code, out, err = run(folder, COUNTED, "--format", "json")
    assert code == 0
    assert json.loads(out)["report"]["verdicts"] == []
    assert err.count("TD561") == 1
    assert "TD561" not in run(folder, COUNTED, "--as-of", "2022-12-31")[2]
    assert "TD561" not in run(folder, ROWS)[2]


@pytest.mark.parametrize("named", [True, False])
def test_the_day_is_the_plans_even_where_the_criteria_are_others(folder: Path, named: bool) -> None:
    plan = folder / ("khac.yaml" if named else "plan.yaml")
    campaign = Path(__file__).parents[3] / "plans" / "ha-nam-2022" / "plan.yaml"
    plan.write_bytes(campaign.read_bytes())
    more = ("--plan", str(plan)) if named else ()
    _, out, err = run(folder, COUNTED, "--format", "json", *more)
    report = json.loads(out)["report"]
    assert report["as_of"] == "2022-12-31"
    assert report["verdicts"]
    assert "TD561" not in err


def test_a_plan_that_is_not_there_is_told_whatever_the_criteria(folder: Path) -> None:
    code, _, err = run(folder, ROWS, "--plan", str(folder / "khong-co.yaml"))
    assert code == 2
    assert "TD001" in err


def test_exact_totals_of_any_length_are_written(folder: Path) -> None:
    items = (
        f"  - id: a{number}\n    name: A{number}\n    kind: proportional\n    max: 10\n"
        f"    target: {10**23 + 2 * number + 1}\n"
        for number in range(200)
    )
    (folder / "criteria.yaml").write_text(f"thidua: 1\nname: Bảng\ncriteria:\n{''.join(items)}", "utf-8")
    header = ";".join(["don_vi", *(f"a{number}" for number in range(200))])
    code, out, _ = run(folder, f"{header}\nSở A{';1' * 200}\n", "--format", "json", "--traces")
    assert code == 0
    assert len(json.loads(out)["units"]) == 1
    assert max(map(len, out.split('"'))) > 4300


def test_a_negative_result_is_no_best_result(folder: Path) -> None:
    code, out, err = run(folder, f"{HEADER}\nSở A;60;-5;0\nSở B;60;3;0\n", "--format", "csv")
    assert code == 1
    assert "TD533" in err
    assert out.splitlines()[1].startswith("1;;Sở B;")
    assert out.splitlines()[2].startswith(";;Sở A;20,00;;")


CELLS = st.tuples(st.integers(0, 80), st.integers(0, 9), st.integers(0, 3), st.integers(20, 60))


@settings(deadline=None, max_examples=20)
@given(st.lists(CELLS, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_byte(
    values: list[tuple[int, int, int, int]], chance: random.Random
) -> None:
    rows = [f"Đơn vị {n};{';'.join(map(str, cells))};3" for n, cells in enumerate(values)]
    doubled = [*rows, "Đơn vị 0;1;1;1;30;3", "ĐƠN VỊ 0;2;;1;30;3", "Đơn vị 0;9;1;1;30;3"]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "criteria.yaml").write_text(CRITERIA.replace("from: 15", "from: 0"), "utf-8")
        # Findings quote cells, so a table that has some is compared in the form that has none.
        for lines, form in ((rows, "json"), (doubled, "csv")):
            outputs = [
                run(
                    folder,
                    "\n".join([f"{HEADER};ldtt;cstdcs", *order]),
                    *("--format", form, "--as-of", "2022-12-31"),
                )[:2]
                for order in (lines, chance.sample(lines, len(lines)))
            ]
            assert outputs[0] == outputs[1]
            assert "Đơn vị" in outputs[0][1]


def test_what_would_be_is_opened_like_what_is(folder: Path) -> None:
    rows = f"{HEADER}\nSở A;30;3;0\nSở B;60;3;1\n"
    code, out, _ = run(folder, rows, "--what-if", "Sở A.ty-le=60", "--explain", "Sở A")
    assert code == 0
    lines = out.splitlines()
    assert lines[0].startswith("Sở A, Tỷ lệ (ô B2): 30 → 60")
    assert lines[2] == "Sở A: 27 + 0 = 27"
    _, out, _ = run(folder, rows, "--what-if", "Sở A.ty-le=60", "--explain", "Sở A/ty-le", "--format", "json")
    told = json.loads(out)
    assert told["what_if"]["changes"][0]["after"] == "60"
    assert told["trace"]["value"] == "20"


def test_a_ranking_of_few_units_says_so(folder: Path) -> None:
    code, out, _ = run(folder, f"{HEADER}\nSở A;30;3;0\nSở B;;3;1\nSở C;;;1\n")
    assert code == 1
    assert "Mới xếp hạng 1/3 đơn vị" in " ".join(out.split())
