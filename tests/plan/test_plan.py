"""The plan language: values as people write them, shorthand, and the order of facts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from thidua_cli.plan.plan import Plan, walk_blocks
from thidua_cli.vietnamese.amounts import AmountKind


def minimal(**more: Any) -> dict[str, Any]:
    plan: dict[str, Any] = {
        "thidua": "1",
        "document": {
            "type": "ke-hoach",
            "issuer": {"name": "Sở Công Thương", "symbol": "SCT"},
            "subject": "Phát động phong trào thi đua năm 2022",
            "signature": {"title": "Giám đốc"},
        },
        "period": "2022",
        "outline": ["Nội dung."],
    }
    return plan | more


def error_types(data: dict[str, Any]) -> set[str]:
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate(data)
    return {error["type"] for error in caught.value.errors()}


def test_the_shortest_plan() -> None:
    plan = Plan.model_validate(minimal())
    assert (plan.period.first, plan.period.last) == (date(2022, 1, 1), date(2022, 12, 31))
    assert plan.outline[0].text == "Nội dung."
    assert list(plan.facts()) == []


def test_a_blank_day_keeps_its_month() -> None:
    data = minimal()
    data["document"]["date"] = "tháng 3/2022"
    issued = Plan.model_validate(data).document.date
    assert issued is not None
    assert issued.exact is None
    assert (issued.first, issued.last) == (date(2022, 3, 1), date(2022, 3, 31))


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit"),
    [
        ("90%", AmountKind.EXACTLY, "90", "90", "%"),
        ("từ 15 đến 20%", AmountKind.RANGE, "15", "20", "%"),
        ("từ 80%", AmountKind.AT_LEAST, "80", None, "%"),
        ("174.186,0 tỷ đồng", AmountKind.EXACTLY, "174186.0", "174186.0", "tỷ đồng"),
        ("từ 01 đến 02 đơn vị", AmountKind.RANGE, "1", "2", "đơn vị"),
    ],
)
def test_a_target_reads_its_value_as_written(
    text: str, kind: AmountKind, low: str, high: str | None, unit: str
) -> None:
    plan = Plan.model_validate(minimal(targets=[{"id": "a", "measure": "LDTT", "value": text}]))
    value = plan.targets[0].value
    assert value is not None
    assert (value.kind, value.low, value.unit, value.text) == (kind, Decimal(low), unit, text)
    assert value.high == (None if high is None else Decimal(high))


def test_one_line_stands_for_a_recipient_and_a_block() -> None:
    data = minimal()
    data["document"]["recipients"] = ["UBND tỉnh", {"name": "Sở Nội vụ", "purpose": "b/c"}]
    plan = Plan.model_validate(data)
    assert [recipient.name for recipient in plan.document.recipients] == ["UBND tỉnh", "Sở Nội vụ"]


def test_decomposed_letters_are_composed() -> None:
    plan = Plan.model_validate(minimal(theme="Đoa\u0300n kê\u0301t"))
    assert plan.theme == "Đoàn kết"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"thidua": "2"}, "td:TD126"),
        ({"targets": [{"id": "Có dấu", "measure": "x"}]}, "td:TD124"),
        ({"targets": [{"id": "a" * 65, "measure": "x"}]}, "td:TD124:long"),
        ({"outline": [{}]}, "td:TD129"),
        ({"commemorations": [{"id": "a"}]}, "td:TD127"),
        ({"targets": [{"id": "a", "measure": "x", "award": {"any": ["Cờ"], "all": ["Cờ"]}}]}, "td:TD128"),
        ({"muc-tieu": "x"}, "extra_forbidden"),
    ],
)
def test_what_is_refused(change: dict[str, Any], error: str) -> None:
    assert error in error_types(minimal(**change))


@pytest.mark.parametrize(
    ("section", "fact", "family"),
    [
        ("targets", {"id": "a", "measure": "x", "value": "nhiều"}, "td:TD120"),
        ("phases", {"id": "a", "name": "Đợt 1", "from": "31/02/2022", "to": "hết năm"}, "td:TD122"),
    ],
)
def test_an_unreadable_value_names_its_kind(section: str, fact: dict[str, Any], family: str) -> None:
    assert any(kind.startswith(family) for kind in error_types(minimal(**{section: [fact]})))


def test_blocks_are_walked_parents_first() -> None:
    plan = Plan.model_validate(
        minimal(outline=[{"heading": "A", "items": ["B", {"heading": "C", "items": ["D"]}]}])
    )
    walked = [(path, block.heading or block.text) for path, block in walk_blocks(plan.outline, ("outline",))]
    assert walked == [
        (("outline", 0), "A"),
        (("outline", 0, "items", 0), "B"),
        (("outline", 0, "items", 1), "C"),
        (("outline", 0, "items", 1, "items", 0), "D"),
    ]
