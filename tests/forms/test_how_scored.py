from __future__ import annotations

from typing import Any

import pytest

from thidua_cli.forms.how_scored import how_scored

LADDER = [
    {"below": 0, "points": 10},
    {"from": 0, "to": 0, "points": 8},
    {"above": 0, "to": 3, "points": 5},
    {"above": 3, "points": 0},
]
BANDS = [
    {"from": 95, "points": 10},
    {"from": 90, "below": 95, "points": "7,5"},
    {"above": 5, "to": 10, "points": 3},
    {"below": 2, "points": 0},
]
SAID: list[tuple[dict[str, Any], list[str]]] = [
    (
        {"kind": "proportional", "max": 30, "target": 95},
        ["Đạt chỉ tiêu được 30 điểm; chưa đạt thì tính 30 × kết quả : chỉ tiêu."],
    ),
    (
        {"kind": "bands", "max": 10, "unit": "%", "bands": BANDS},
        [
            "Từ 95% trở lên được 10 điểm; từ 90% đến dưới 95% được 7,5 điểm;",
            "trên 5% đến 10% được 3 điểm; dưới 2% được 0 điểm.",
        ],
    ),
    (
        {"kind": "deadline", "max": 10, "due": "2022-11-05", "ladder": LADDER},
        [
            "Hạn: 05/11/2022. Sớm từ 1 ngày trở lên được 10 điểm; đúng hạn được 8 điểm;",
            "chậm từ 1 đến 3 ngày được 5 điểm; chậm từ 4 ngày trở lên được 0 điểm.",
        ],
    ),
    (
        {
            "kind": "deadline",
            "max": 10,
            "due_column": "Hạn",
            "days": "working",
            "ladder": [{"to": 0, "points": 10}, {"above": 0, "to": 1, "points": 5}],
        },
        [
            "Hạn của từng đơn vị ghi ở cột chỉ tiêu. Đúng hạn hoặc sớm hơn được 10 điểm;",
            "chậm 1 ngày được 5 điểm. Chỉ tính ngày làm việc.",
        ],
    ),
    (
        {
            "kind": "steps",
            "max": 2,
            "start": 92,
            "step": 1,
            "point": "0,1",
            "unit": "%",
            "evidence": "required",
            "applies_to": ["Xã", "Phường"],
        },
        [
            "Từ 92% trở lên: cứ thêm 1% được 0,1 điểm (chỉ tính bước trọn), nhiều nhất 2 điểm.",
            "Phải có minh chứng, không có thì 0 điểm. Áp dụng cho: Xã, Phường.",
        ],
    ),
    (
        {"kind": "penalty", "point": "0,5", "cap": 2, "blank": "zero"},
        ["Điểm trừ: mỗi lần trừ 0,5 điểm, nhiều nhất 2 điểm. Để trống là không có lần nào."],
    ),
    (
        {"kind": "relative", "max": 8},
        [
            "Đơn vị cao nhất được 8 điểm; đơn vị khác tính 8 × kết quả : kết quả cao nhất.",
            "Điểm so giữa các đơn vị do Hội đồng tính.",
        ],
    ),
]


@pytest.mark.parametrize(("rule", "said"), SAID)
def test_how_a_criterion_is_scored_is_said_in_plain_words(
    rule: dict[str, Any], said: list[str], criteria_of: Any
) -> None:
    leaf = criteria_of({"id": "c1", **rule}).leaves()[0]
    assert how_scored(leaf, {}, "Hội đồng") == " ".join(said)
