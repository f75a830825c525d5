"""`thidua score`: workbooks, Markdown, totals opened, values tried."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from thidua_cli.cli.main import execute
from thidua_cli.tables.writing import sheet_writer

CRITERIA = """\
thidua: 1
name: Bảng thử
cluster_column: Cụm
layers: [Tự chấm, Thẩm định]
grades:
  - name: Tốt
    from: 15
    needs:
      - every: 40%
  - name: Đạt
    from: 5
vetoes:
  - id: ky-luat
    name: Có người bị kỷ luật
    blank: no
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
      - id: hon-kem
        name: So với đơn vị dẫn đầu
        kind: relative
        max: 6
  - id: thuong
    name: "=Sáng kiến"
    kind: bonus
    point: 1,5
    blank: zero
"""
ROWS = """\
Đơn vị;Cụm;ty-le – Tự chấm;ty-le – Thẩm định;ty-le – Lý do;hon-kem;thuong;ky-luat;Tổng số;ldtt;cstdcs
TP. Vinh;Cụm 1;60;55;tính trùng;4;1;;100;90;10
=1+1;Cụm 1;60;60;;4;;có;100;90;10
Sở C;Cụm 2;30;30;;2;;;100;90;20
Sở D;Cụm 2;;;;8;;;;;
"""
LATE = "Đơn vị;Tiêu chí;Điểm;Lý do;Ngày;Người quyết định\nSở C;;0,5;=Bổ sung;15/01/2026;Hội đồng\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "criteria.yaml").write_text(CRITERIA, "utf-8")
    (tmp_path / "units.csv").write_text(ROWS, "utf-8")
    (tmp_path / "late.csv").write_text(LATE, "utf-8")
    return tmp_path


def run(folder: Path, *more: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    fixed = ("--criteria", str(folder / "criteria.yaml"), "--adjustments", str(folder / "late.csv"))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = execute(["score", str(folder / "units.csv"), *fixed, "--as-of", "2022-12-31", *more])
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def book(folder: Path) -> Any:
    target = folder / "ket-qua.xlsx"
    assert run(folder, "-o", str(target))[0] == 1
    return openpyxl.load_workbook(target)


def test_a_workbook_holds_every_sheet_that_has_something_to_say(book: Any) -> None:
    assert book.sheetnames == [
        "Xếp hạng",
        "Chi tiết điểm",
        "Tỷ lệ khen thưởng",
        "Chênh lệch",
        "Điều chỉnh",
        "Cần xem lại",
    ]


def test_the_ranking_is_ready_to_be_handed_on(book: Any) -> None:
    page = book["Xếp hạng"]
    assert [cell.value for cell in page[4]] == [
        "Hạng",
        "Đơn vị",
        "Tổng điểm",
        "Đạt so với điểm được giao",
        "Xếp loại",
        "Ghi chú",
    ]
    assert page["A1"].value == "KẾT QUẢ CHẤM ĐIỂM VÀ XẾP HẠNG THI ĐUA"
    assert [page[f"A{row}"].value for row in (5, 6, 7, 8, 9)] == ["Cụm 1", 1, 2, "Cụm 2", 1]
    assert (page["B6"].value, page["C6"].value, page["C6"].number_format) == ("=1+1", 26, "#,##0.00")
    assert (page["D7"].value, page["D7"].number_format) == (0.9359, "0.00%")
    assert (page.freeze_panes, page.print_title_rows, page.page_setup.paperSize) == ("A5", "$4:$4", 9)
    assert page["E6"].value == "không xếp loại"
    assert page["F6"].value == "không xếp loại vì: Có người bị kỷ luật; vẫn xếp hạng; theo tổng điểm là Tốt"


def test_details_are_frozen_and_filtered_with_the_header_of_groups(book: Any) -> None:
    page = book["Chi tiết điểm"]
    assert (page.freeze_panes, page.print_title_rows, page.auto_filter.ref) == ("C6", "$4:$5", "A5:J9")
    assert [cell.value for cell in page[5]][3:6] == [
        "Tỷ lệ (20 điểm)",
        "So với đơn vị dẫn đầu (6 điểm)",
        "Cộng nhóm",
    ]
    row = next(cells for cells in page.iter_rows(min_row=6, values_only=True) if cells[1] == "Sở C")
    assert row[3:9] == (10, 1.5, 11.5, 0, 0.5, 12)


def test_no_cell_is_a_formula(book: Any) -> None:
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    said = [cell for cell in cells if isinstance(cell.value, str) and cell.value[0] in "=+-@"]
    assert {cell.value for cell in said} >= {"=1+1", "=Sáng kiến (điểm thưởng)", "=Bổ sung"}
    assert all(cell.quotePrefix for cell in said)


def test_the_same_run_writes_the_same_bytes_and_keeps_what_a_person_edited(folder: Path) -> None:
    first, second = folder / "a.xlsx", folder / "b.xlsx"
    for target in (first, second):
        run(folder, "-o", str(target))
    assert first.read_bytes() == second.read_bytes()
    first.write_bytes(b"edited by hand")
    _, _, err = run(folder, "-o", str(first))
    assert "TD922" in err
    assert first.read_bytes() == b"edited by hand"
    run(folder, "-o", str(first), "--force")
    assert first.read_bytes() == second.read_bytes()


def test_results_that_no_sheet_holds_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_writer, "MOST_ROWS", 5)
    target = folder / "ket-qua.xlsx"
    code, out, err = run(folder, "-o", str(target))
    assert (code, out) == (2, "")
    assert "TD617" in err
    assert "Xếp hạng" in err
    assert not target.exists()


def test_markdown_has_the_ranking_open_and_all_else_folded(folder: Path) -> None:
    _, out, _ = run(folder, "--format", "md")
    assert out.startswith("## KẾT QUẢ CHẤM ĐIỂM VÀ XẾP HẠNG THI ĐUA\n\nBảng thử\n")
    assert out.count("<details>") == out.count("</details>") == 5
    assert "\n### Cụm 1\n\n| Hạng | Đơn vị | Tổng điểm |" in out
    assert "| 1 | =1+1 | 26,00 | 100,00% | không xếp loại |" in out
    for line in out.splitlines():
        assert not line.startswith("|") or line.endswith("|")


def test_the_page_tells_clusters_apart_and_what_to_know(folder: Path) -> None:
    _, out, _ = run(folder)
    assert out.index("Cụm 1") < out.index("TP. Vinh") < out.index("Cụm 2") < out.index("Sở C")
    assert "  Sở C: mức Tốt" not in out
    assert "  Sở C: điều chỉnh +0,5 điểm (Tổng điểm): =Bổ sung\n" in out
    assert "  Sở D: chưa xếp hạng; tổng điểm chưa có: Tỷ lệ\n" in out


@pytest.mark.parametrize("target", ["TP. Vinh/hon-kem", "tp. vinh.hon-kem", "TP. Vinh/So với đơn vị dẫn đầu"])
def test_a_criterion_may_be_named_behind_the_unit(folder: Path, target: str) -> None:
    _, out, _ = run(folder, "--explain", target)
    assert out.splitlines()[0].startswith("So với đơn vị dẫn đầu: 6 × 4 / 4 = 6  [F2, B2]")


def test_a_unit_whose_name_has_the_sign_goes_first(folder: Path) -> None:
    _, out, _ = run(folder, "--explain", "TP. Vinh")
    assert out.startswith("TP. Vinh: ")


def test_a_total_opens_down_to_the_veto_the_grade_and_the_rank(folder: Path) -> None:
    _, out, _ = run(folder, "--explain", "=1+1")
    assert "├─ Không xếp loại vì: Có người bị kỷ luật: có  [H3]\n" in out
    assert "├─ Không xếp loại (theo tổng điểm là Tốt): 26,00 ≥ 15\n" in out
    assert out.endswith("└─ Xếp hạng trong Cụm 1: 1/2\n")
    _, out, _ = run(folder, "--explain", "Sở C")
    assert "├─ Điều chỉnh: =Bổ sung (Hội đồng, ngày 15/01/2026): +0,5  [" in out


def test_a_tree_in_markdown_is_shown_letter_by_letter(folder: Path) -> None:
    _, tree, _ = run(folder, "--explain", "Sở C")
    _, out, _ = run(folder, "--explain", "Sở C", "--format", "md")
    assert out == f"```text\n{tree}```\n"


def test_what_if_shows_who_moves(folder: Path) -> None:
    _, out, _ = run(folder, "--what-if", "TP. Vinh.hon-kem=8", "--what-if", "=1+1/ky-luat=x")
    assert "=1+1, Có người bị kỷ luật (ô H3): có → x\n" in out
    _, out, _ = run(folder, "--what-if", "TP. Vinh.hon-kem=8")
    assert out.startswith("NẾU SỐ LIỆU KHÁC ĐI\nTP. Vinh, So với đơn vị dẫn đầu (ô F2): 4 → 8\n\n")
    assert "=1+1" in out
    assert "26,00 → 23,00" in out


def test_what_if_as_json(folder: Path) -> None:
    before = (folder / "units.csv").read_bytes()
    _, out, _ = run(folder, "--what-if", "Sở C.ty-le=60", "--format", "json")
    told = json.loads(out)["what_if"]
    assert [(each["unit"], each["before"], each["after"]) for each in told["changes"]] == [
        ("Sở C", "30", "60")
    ]
    (move,) = told["moves"]
    assert (move["unit"], move["changed"], move["criteria"]) == ("Sở C", True, ["ty-le"])
    assert (move["before"]["total"], move["after"]["total"]) == ("12.00", "22.00")
    assert (folder / "units.csv").read_bytes() == before


def test_what_if_nothing_changes_says_so(folder: Path) -> None:
    _, out, _ = run(folder, "--what-if", "Sở C.ty-le=30")
    assert "Giá trị thử giống hệt giá trị đang có." in out
    assert "Không đơn vị nào đổi điểm, hạng hay xếp loại." in out


def test_a_value_that_cannot_be_read_is_a_finding(folder: Path) -> None:
    code, out, err = run(folder, "--what-if", "Sở C.ty-le=abc")
    assert code == 1
    assert "“abc”" in err
    assert "12,00 → " in out


@pytest.mark.parametrize("form", ["md", "csv"])
def test_what_if_in_the_other_forms(folder: Path, form: str) -> None:
    _, out, _ = run(folder, "--what-if", "Sở C.ty-le=60", "--format", form)
    assert "12,00 → 22,00" in out


def test_what_if_as_a_workbook(folder: Path) -> None:
    target = folder / "thu.xlsx"
    run(folder, "--what-if", "Sở C.ty-le=60", "-o", str(target))
    page = openpyxl.load_workbook(target).active
    assert page.title == "Thử thay"
    assert "12,00 → 22,00" in [cell.value for row in page.iter_rows() for cell in row]
