from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from thidua_cli.law.rulings.criteria.evaluate import evaluate
from thidua_cli.law.rulings.criteria.tree import tree_of
from thidua_cli.law.rulings.records import Record


def answer(criteria: dict[str, Any], **facts: Any) -> tuple[bool | None, tuple[str, ...]]:
    node = tree_of(criteria)
    assert node is not None
    known = {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()}
    found = evaluate(node, Record(known), 2024)
    return found.holds, found.lines


def bound(name: str, fact: str, value: Any) -> dict[str, Any]:
    return {name: {"fact": fact, "value": value}}


@pytest.mark.parametrize(
    ("criteria", "facts", "holds", "line"),
    [
        (bound("at_least", "months", 6), {"months": 6}, True, "số tháng công tác: 6 ≥ 6"),
        (bound("at_least", "months", 6), {"months": 5}, False, "số tháng công tác: 5 < 6"),
        (bound("below", "absent_months", 3), {"absent_months": 3}, False, "số tháng nghỉ trong năm: 3 ≥ 3"),
        (bound("at_most", "absent_months", 3), {"absent_months": 3}, True, "số tháng nghỉ trong năm: 3 ≤ 3"),
        (bound("at_least", "months", 6), {}, None, "thiếu: số tháng công tác"),
        # Neither a word nor a flag nor a negative number is a count.
        (bound("at_least", "months", 6), {"months": "6"}, None, "thiếu: số tháng công tác"),
        (bound("at_least", "months", 6), {"months": True}, None, "thiếu: số tháng công tác"),
        (bound("at_least", "months", 6), {"months": -1}, None, "thiếu: số tháng công tác"),
        (
            bound("at_least", "initiative", "bo-tinh"),
            {"initiative": "toan-quoc"},
            True,
            "sáng kiến, đề tài: toàn quốc, đạt mức cấp bộ, ngành, tỉnh",
        ),
        (bound("at_least", "initiative", "bo-tinh"), {"initiative": "?"}, None, "thiếu: sáng kiến, đề tài"),
        (bound("is", "registered", True), {"registered": False}, False, "đăng ký thi đua: không"),
        (bound("is", "registered", True), {"registered": "có"}, None, "thiếu: đăng ký thi đua"),
        (
            bound("is", "staff", "cong-chuc"),
            {"staff": "vien-chuc"},
            False,
            "đối tượng: viên chức",
        ),
        ({"holds": ["LDTT"]}, {"titles": ["LDTT"]}, True, "2024: LĐTT"),
        ({"holds": ["LDTT", "CSTT"]}, {"titles": []}, False, "2024: không có LĐTT hoặc CSTT"),
        ({"holds": ["LDTT"]}, {}, None, "thiếu: danh hiệu năm 2024"),
    ],
)
def test_criteria_on_one_fact(
    criteria: dict[str, Any], facts: dict[str, Any], holds: bool | None, line: str
) -> None:
    assert answer(criteria, **facts) == (holds, (line,))


@pytest.mark.parametrize(
    ("facts", "holds"),
    [
        ({"rating": "HTTNV", "unit_rating": "HTTNV"}, True),
        ({"rating": "HTXSNV", "unit_rating": "HTTNV"}, False),
        ({"rating": "HTXSNV"}, None),
        ({"unit_rating": "HTTNV"}, None),
    ],
)
def test_one_fact_against_another(facts: dict[str, Any], holds: bool | None) -> None:
    assert answer({"at_most": {"fact": "rating", "than": "unit_rating"}}, **facts)[0] is holds


@pytest.mark.parametrize(
    ("criteria", "facts", "line"),
    [
        (
            bound("below", "discipline", "khien-trach"),
            {"discipline": "khong"},
            "kỷ luật: không bị kỷ luật, chưa đến mức khiển trách",
        ),
        (
            bound("below", "discipline", "khien-trach"),
            {"discipline": "khien-trach"},
            "kỷ luật: khiển trách, đã đến mức khiển trách",
        ),
        (
            bound("at_least", "rating", "HTTNV"),
            {"rating": "HTTNV"},
            "xếp loại: hoàn thành tốt nhiệm vụ, đạt mức hoàn thành tốt nhiệm vụ",
        ),
        (
            bound("at_most", "rating", "HTNV"),
            {"rating": "HTTNV"},
            "xếp loại: hoàn thành tốt nhiệm vụ, trên mức hoàn thành nhiệm vụ",
        ),
        (
            {"at_most": {"fact": "rating", "than": "unit_rating"}},
            {"rating": "HTTNV", "unit_rating": "HTTNV"},
            "xếp loại: hoàn thành tốt nhiệm vụ, không quá mức xếp loại của đơn vị (hoàn thành tốt nhiệm vụ)",
        ),
    ],
)
def test_steps_of_a_scale_are_told_in_clauses(
    criteria: dict[str, Any], facts: dict[str, Any], line: str
) -> None:
    assert answer(criteria, **facts)[1] == (line,)


BY_OCTOBER = {"by_day": {"fact": "submitted", "by": "10-31"}}
OF_CONGRESS = {"by_day": {"fact": "submitted", "from": "01-05", "by": "02-28", "of": "congress_year"}}
IN_JANUARY = {"by_day": {"fact": "rated_on", "by": "01-14", "years_later": 1}}


@pytest.mark.parametrize(
    ("criteria", "facts", "holds", "line"),
    [
        # The award year is 2024.
        (BY_OCTOBER, {"submitted": date(2024, 10, 31)}, True, "ngày nộp hồ sơ: 31/10/2024, hạn 31/10/2024"),
        (BY_OCTOBER, {"submitted": date(2024, 11, 1)}, False, "ngày nộp hồ sơ: 01/11/2024, hạn 31/10/2024"),
        (BY_OCTOBER, {"submitted": date(2025, 2, 1)}, False, "ngày nộp hồ sơ: 01/02/2025, hạn 31/10/2024"),
        (BY_OCTOBER, {"submitted": date(2023, 12, 1)}, True, "ngày nộp hồ sơ: 01/12/2023, hạn 31/10/2024"),
        (BY_OCTOBER, {}, None, "thiếu: ngày nộp hồ sơ"),
        (IN_JANUARY, {"rated_on": date(2025, 1, 14)}, True, "ngày xếp loại: 14/01/2025, hạn 14/01/2025"),
        (IN_JANUARY, {"rated_on": date(2025, 1, 15)}, False, "ngày xếp loại: 15/01/2025, hạn 14/01/2025"),
        (IN_JANUARY, {"rated_on": date(2026, 1, 1)}, False, "ngày xếp loại: 01/01/2026, hạn 14/01/2025"),
        *(
            (OF_CONGRESS, {"submitted": day, "congress_year": 2020}, holds, None)
            for day, holds in [
                (date(2020, 1, 4), False),
                (date(2020, 1, 5), True),
                (date(2020, 2, 28), True),
                (date(2020, 2, 29), False),
                (date(2019, 2, 1), False),
                (date(2021, 2, 1), False),
            ]
        ),
        (OF_CONGRESS, {"submitted": date(2020, 2, 1)}, None, "thiếu: năm tổ chức Đại hội Thi đua yêu nước"),
        (
            OF_CONGRESS,
            {"submitted": date(2020, 3, 1)},
            False,
            "ngày nộp hồ sơ: 01/3/2020, nhận từ 05/01 đến 28/02",
        ),
    ],
)
def test_days_of_a_year(
    criteria: dict[str, Any], facts: dict[str, Any], holds: bool | None, line: str | None
) -> None:
    found = answer(criteria, **facts)
    assert found[0] is holds
    assert line in (None, *found[1])


def test_a_negation_keeps_what_is_not_known() -> None:
    asks = {"not": bound("is", "registered", True)}
    assert answer(asks, registered=True)[0] is False
    assert answer(asks, registered=False)[0] is True
    assert answer(asks)[0] is None


def test_a_tree_has_one_criterion_to_a_node() -> None:
    with pytest.raises(ValueError, match="too many values"):
        tree_of({"holds": [], "is": {}})
    assert tree_of(None) is None
