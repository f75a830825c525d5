"""The scoring table as a form: numbers, maxima, blank columns, the sum."""

from __future__ import annotations

from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.plan.data_tables.self_scoring import self_scoring_table

CRITERIA = {
    "thidua": 1,
    "name": "Bảng tiêu chí",
    "layers": ["Tự chấm", "Thẩm định"],
    "criteria": [
        {
            "id": "a",
            "kind": "group",
            "name": "Chuyên môn",
            "items": [
                {"id": "a1", "kind": "direct", "name": "Nhiệm vụ", "max": 40},
                {
                    "id": "a2",
                    "kind": "group",
                    "name": "Sáng kiến",
                    "items": [{"id": "a21", "kind": "direct", "name": "Cấp cơ sở", "max": "7,5"}],
                },
            ],
        },
        {
            "id": "b",
            "kind": "one_of",
            "name": "Phong trào",
            "items": [
                {"id": "b1", "kind": "yes_no", "name": "Có kế hoạch", "max": 5},
                {"id": "b2", "kind": "yes_no", "name": "Có báo cáo", "max": 10},
            ],
        },
        {"id": "c", "kind": "bonus", "name": "Được khen", "point": 1},
        {"id": "d", "kind": "penalty", "name": "Chậm", "point": 1},
    ],
}


def test_every_criterion_has_a_row_to_fill_in() -> None:
    table = self_scoring_table(Criteria.model_validate(CRITERIA), "Bảng tự chấm")
    assert table.header == (
        "TT",
        "Nội dung tiêu chí",
        "Điểm tối đa",
        "Điểm tự chấm",
        "Điểm thẩm định",
        "Ghi chú",
    )
    assert [(row.kind, *row.cells[:3]) for row in table.rows] == [
        ("total", "I", "Chuyên môn", "47,5"),
        ("row", "1", "Nhiệm vụ", "40"),
        ("total", "2", "Sáng kiến", "7,5"),
        ("row", "2.1", "Cấp cơ sở", "7,5"),
        ("row", "II", "Phong trào", "10"),
        ("row", "", "- Có kế hoạch", "5"),
        ("row", "", "- Có báo cáo", "10"),
        ("row", "III", "Được khen", "Điểm thưởng"),
        ("row", "IV", "Chậm", "Điểm trừ"),
        ("total", "", "Tổng điểm", "57,5"),
    ]
    assert {row.cells[3:] for row in table.rows} == {("", "", "")}
    assert {len(row.cells) for row in table.rows} == {len(table.header)} == {len(table.widths)}
    assert (table.count, table.total) == (5, "57,5")
