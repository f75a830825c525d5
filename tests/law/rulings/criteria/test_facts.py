from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from thidua_cli.law.rulings.criteria.evaluate import evaluate
from thidua_cli.law.rulings.criteria.tree import tree_of
from thidua_cli.law.rulings.records import record_of


def answer(criteria: dict[str, Any], **facts: Any) -> tuple[bool | None, tuple[str, ...]]:
    node = tree_of(criteria)
    assert node is not None
    found = evaluate(node, record_of(facts), 2024)
    return found.holds, found.lines


def bound(name: str, fact: str, value: Any) -> dict[str, Any]:
    return {name: {"fact": fact, "value": value}}


@pytest.mark.parametrize(
    ("criteria", "facts", "holds", "line"),
    [
        (bound("at_least", "months", 6), {"months": 6}, True, "số tháng công tác: 6 = 6"),
        (bound("at_least", "months", 6), {"months": 5}, False, "số tháng công tác: 5 < 6"),
        (bound("below", "absent_months", 3), {"absent_months": 3}, False, "số tháng nghỉ trong năm: 3 = 3"),
        (bound("at_most", "absent_months", 3), {"absent_months": 3}, True, "số tháng nghỉ trong năm: 3 = 3"),
        (bound("at_least", "months", 6), {}, None, "thiếu: số tháng công tác"),
        # Neither a word nor a flag nor a negative number is a count.
        (bound("at_least", "months", 6), {"months": "6"}, None, "thiếu: số tháng công tác"),
        (bound("at_least", "months", 6), {"months": True}, None, "thiếu: số tháng công tác"),
        (bound("at_least", "months", 6), {"months": -1}, None, "thiếu: số tháng công tác"),
        (
            bound("at_least", "initiative", "bo-tinh"),
            {"initiative": "toan-quoc"},
            True,
            "sáng kiến, đề tài: toàn quốc > cấp bộ, ngành, tỉnh",
        ),
        (bound("at_least", "initiative", "bo-tinh"), {"initiative": "?"}, None, "thiếu: sáng kiến, đề tài"),
        (bound("is", "registered", True), {"registered": False}, False, "đăng ký thi đua: không"),
        (bound("is", "registered", True), {"registered": "có"}, None, "thiếu: đăng ký thi đua"),
        (
            bound("is", "staff", "cong-chuc"),
            {"staff": "vien-chuc"},
            False,
            "đối tượng (cong-chuc, vien-chuc): vien-chuc",
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
    ("day", "holds"),
    [
        (date(2020, 1, 4), False),
        (date(2020, 1, 5), True),
        (date(2020, 2, 28), True),
        (date(2020, 2, 29), False),
        (None, None),
    ],
)
def test_days_of_a_year(day: date | None, holds: bool | None) -> None:
    asks = {"by_day": {"fact": "submitted", "from": "01-05", "by": "02-28"}}
    assert answer(asks, **({"submitted": day} if day else {}))[0] is holds


def test_a_negation_keeps_what_is_not_known() -> None:
    asks = {"not": bound("is", "registered", True)}
    assert answer(asks, registered=True)[0] is False
    assert answer(asks, registered=False)[0] is True
    assert answer(asks)[0] is None


def test_a_tree_has_one_criterion_to_a_node() -> None:
    with pytest.raises(ValueError, match="too many values"):
        tree_of({"holds": [], "is": {}})
    assert tree_of(None) is None
