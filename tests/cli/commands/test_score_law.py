"""`thidua score`: a table that tells everything a collective title asks of its people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from thidua_cli.cli.main import execute

CRITERIA = """\
thidua: 1
name: Bảng thử
criteria:
  - id: phong-trao
    name: Phong trào
    kind: yes_no
    max: 10
"""
HEADER = "Đơn vị;Phong trào;Tổng số;LĐTT;CSTĐCS;TTLĐTT;TTLĐXS;{};{}"
FULL = ("Hoàn thành nhiệm vụ trở lên", "Số người bị kỷ luật từ cảnh cáo trở lên")


def verdicts(folder: Path, capsys: pytest.CaptureFixture[str], day: str, *rows: str) -> dict[str, str]:
    (folder / "criteria.yaml").write_text(CRITERIA, "utf-8")
    table = folder / "units.csv"
    table.write_text("\n".join([HEADER.format(*FULL), *rows]), "utf-8")
    criteria = str(folder / "criteria.yaml")
    code = execute(["score", str(table), "--criteria", criteria, "--as-of", day, "--format", "json"])
    out, err = capsys.readouterr()
    assert "TD521" not in err
    found = json.loads(out)["report"]["verdicts"]
    assert code == any(verdict["verdict"] == "khong-dat" for verdict in found)
    return {verdict["rule"]: verdict["verdict"] for verdict in found}


def test_discipline_and_completed_tasks_are_read_from_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = verdicts(tmp_path, capsys, "2022-12-31", "Phòng A;x;10;9;1;x;x;10;0")
    assert found == dict.fromkeys(
        ["TD301", "TD302", "TD303", "TD304", "TD305", "TD306", "TD307", "TD308"], "dat"
    ) | dict.fromkeys(["TD309", "TD311"], "chua-du-can-cu")


@pytest.mark.parametrize(("done", "warned", "broken"), [("9", "0", {"TD305"}), ("10", "1", {"TD304"})])
def test_one_person_is_enough_to_break_a_condition(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], done: str, warned: str, broken: set[str]
) -> None:
    found = verdicts(tmp_path, capsys, "2024-12-31", f"Phòng A;x;10;9;1;x;x;{done};{warned}")
    assert {code for code, ruling in found.items() if ruling == "khong-dat"} == broken


def test_a_waiver_of_the_plan_holds_for_its_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    campaign = Path(__file__).resolve().parents[3] / "plans" / "ha-tinh-2022"
    plan = (campaign / "plan.yaml").read_text("utf-8")
    waiver = "\nwaivers:\n  - rule: TD301\n    by: Công văn số 10/UBND-NC\n    reason: thí điểm\n"
    (tmp_path / "criteria.yaml").write_text(CRITERIA, "utf-8")
    (tmp_path / "units.csv").write_text("Đơn vị;Phong trào;Tổng số;LĐTT;CSTĐCS\nSở A;có;10;10;2\n", "utf-8")
    codes = []
    for text in (plan, plan + waiver):
        (tmp_path / "plan.yaml").write_text(text, "utf-8")
        exit_code = execute(["score", str(tmp_path / "units.csv"), "--format", "json"])
        report = json.loads(capsys.readouterr().out)["report"]
        codes.append((exit_code, [finding["code"] for finding in report["findings"]]))
        assert [each["verdict"] for each in report["verdicts"]] == ["khong-dat"]
    assert codes == [(1, ["TD301"]), (0, ["TD390"])]
