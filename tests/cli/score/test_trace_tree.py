"""A total opened on the terminal says in words what signs alone would not."""

from __future__ import annotations

import contextlib
import io

import pytest

from thidua_cli.cli.main import execute

CRITERIA = """\
thidua: 1
name: Bảng thử
layers: [Tự chấm, Thẩm định, Thống nhất]
criteria:
  - id: ty-le
    name: Tỷ lệ
    kind: bands
    max: 10
    bands: [{from: 90, below: 100, points: 10}, {below: 90, points: 3}]
  - id: nop
    name: Nộp báo cáo
    kind: deadline
    max: 10
    due: "20/11/2025"
    days: working
    ladder: [{to: 0, points: 10}, {above: 0, points: 4}]
  - {id: diem, name: Điểm Hội đồng, kind: direct, max: 100}
  - {id: co, name: Có quy chế, kind: yes_no, max: 10, evidence: required}
  - {id: buoc, name: Chỉ số, kind: steps, max: 5, start: 92, step: 1, point: 1, floor: 1}
"""
HEADER = (
    "don_vi;ty-le;nop;diem – tự chấm;diem – thẩm định;diem – thống nhất;diem – lý do;co;co – minh chứng;buoc"
)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("tree")
    (folder / "criteria.yaml").write_text(CRITERIA, "utf-8")
    rows = [
        "Sở A;95;24/11/2025;93,5;91,2;92;Thiếu hồ sơ;Có;;90",
        "Sở B;80;19/11/2025;9,5;9,5;9,5;;Có;QĐ 5;95",
    ]
    (folder / "units.csv").write_text("\n".join([HEADER, *rows]), "utf-8")
    found = {}
    for name in ("Sở A", "Sở B"):
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            execute(
                [
                    "score",
                    str(folder / "units.csv"),
                    "--criteria",
                    str(folder / "criteria.yaml"),
                    "--explain",
                    name,
                ]
            )
        found[name] = out.getvalue()
    return found


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Sở A", "Tỷ lệ: 95 trong khoảng từ 90 đến dưới 100 → 10  ["),
        ("Sở B", "Tỷ lệ: 80 thuộc mức dưới 90 → 3  ["),
        ("Sở A", "Nộp báo cáo: 24/11/2025, hạn 20/11/2025: chậm 2 ngày làm việc → 4  ["),
        ("Sở B", "Nộp báo cáo: 19/11/2025, hạn 20/11/2025: sớm 1 ngày làm việc → 10  ["),
        ("Sở A", "Điểm Hội đồng: được chấm 92 điểm  ["),
        ("Sở A", "Tự chấm: 93,5\n"),
        ("Sở A", "Thẩm định (lý do: Thiếu hồ sơ): 91,2  ["),
        ("Sở A", "Thống nhất (lý do: Thiếu hồ sơ): 92  ["),
        ("Sở A", "Có quy chế: Có → 10 → 0 vì không có minh chứng  ["),
        ("Sở B", "Có quy chế: Có → 10  ["),
        ("Sở A", "Chỉ số: 90 chưa đến mốc 92 → 0 → nâng lên mức ít nhất 1  ["),
        ("Sở B", "Chỉ số: (95 - 92) / 1 → 3; 1 × 3 = 3  ["),
    ],
)
def test_a_step_says_why(tree: dict[str, str], name: str, line: str) -> None:
    assert line in tree[name]


def test_layers_that_agree_are_not_listed(tree: dict[str, str]) -> None:
    assert "Tự chấm" not in tree["Sở B"]
