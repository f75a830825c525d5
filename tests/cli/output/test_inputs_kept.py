"""No command writes over a file that it reads, `--force` or not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from thidua_cli.cli.main import execute

CRITERIA = """\
thidua: 1
name: Bảng thử
criteria:
  - id: hop
    name: Dự họp
    kind: yes_no
    max: 5
"""
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
    name: CSTĐCS không quá 15%
    numbers:
      - from: 2024-02-01
        value: 15%
        document: qd-1
        at: Điều 5
        checked: 2026-11-20
"""
PLAN = (Path(__file__).parents[3] / "plans" / "ha-tinh-2022" / "plan.yaml").read_text("utf-8")
FILES = {
    "u.csv": "Đơn vị;hop;Tổng số;ldtt;cstdcs\nSở A;có;10;9;1\n",
    "criteria.yaml": CRITERIA,
    "plan.yaml": PLAN + "law:\n  - goi.yaml\n",
    "goi.yaml": PACK,
    "rieng.yaml": PACK.replace("name: mau", "name: rieng"),
    "late.csv": "Đơn vị;Tiêu chí;Điểm;Lý do;Ngày;Người quyết định\nSở A;;0,5;Bổ sung;15/01/2026;Hội đồng\n",
    "roster.csv": "Đơn vị\nSở A\n",
    "awards.csv": "STT;Họ và tên;Đơn vị;Danh hiệu\n1;Nguyễn Văn A;Phòng B;LĐTT\n",
}
SCORE = (
    *("score", "u.csv", "--plan", "plan.yaml", "--criteria", "criteria.yaml", "--adjustments", "late.csv"),
    *("--roster", "roster.csv", "--law", "rieng.yaml"),
)
QUOTA = ("quota", "u.csv", "--plan", "plan.yaml", "--law", "rieng.yaml")
SHARE = (*QUOTA, "--allocate", "CSTĐCS", "--total", "1", "--by", "Tổng số")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (SCORE, "u.csv"),
        (SCORE, "criteria.yaml"),
        (SCORE, "plan.yaml"),
        (SCORE, "goi.yaml"),
        (SCORE, "rieng.yaml"),
        (SCORE, "late.csv"),
        (SCORE, "roster.csv"),
        # The criteria that the plan names.
        (("score", "u.csv"), "criteria.yaml"),
        (QUOTA, "u.csv"),
        (QUOTA, "plan.yaml"),
        (QUOTA, "goi.yaml"),
        (QUOTA, "rieng.yaml"),
        (SHARE, "u.csv"),
        (("bonus", "awards.csv", "--date", "2024-12-31"), "awards.csv"),
        (("form", "criteria.yaml", "--units", "roster.csv"), "roster.csv"),
        (("form", "criteria.yaml"), "criteria.yaml"),
        (("form", "plan.yaml"), "criteria.yaml"),
        (("form", "plan.yaml"), "plan.yaml"),
        (("render", "plan.yaml", "--docx"), "plan.yaml"),
    ],
)
def test_an_input_under_any_name_is_kept(
    command: tuple[str, ...], name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = {"form": "kq.xlsx", "render": "out"}.get(command[0], "kq.csv")
    target = folder / (f"out/{folder.name}.docx" if command[0] == "render" else output)
    target.parent.mkdir(exist_ok=True)
    os.link(folder / name, target)
    assert execute([*command, "-o", output, "--force"]) == 1
    err = capsys.readouterr().err
    assert "TD922" in err
    assert name in err
    assert (folder / name).read_text("utf-8") == FILES[name]
    target.unlink()
    execute([*command, "-o", output])
    assert "TD922" not in capsys.readouterr().err
    assert target.exists()


def test_the_table_itself_is_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["score", "u.csv", "--criteria", "criteria.yaml", "-o", "u.csv", "--force"]) == 1
    assert "u.csv:1:1: lỗi[TD922] “u.csv” chính là tệp đầu vào" in capsys.readouterr().err
    assert (folder / "u.csv").read_text("utf-8") == FILES["u.csv"]


def test_results_in_the_folder_of_the_tables_are_no_input_of_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "phieu").mkdir()
    (tmp_path / "phieu" / "u.csv").write_text("Đơn vị;hop\nSở A;có\n", "utf-8")
    (tmp_path / "criteria.yaml").write_text(CRITERIA, "utf-8")
    command = ["score", "phieu", "--criteria", "criteria.yaml", "-o", "phieu/ket-qua.csv"]
    assert [execute(command), execute(command)] == [0, 0]
