"""What each type of document cannot do without (TD130)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from thidua_cli.plan.loading import load_plan
from thidua_cli.source.text import SourceText

MEETING = {"from": "2026-01-05 08:00", "place": "A"}


def found(kind: str, **more: Any) -> list[tuple[str, str, str, int]]:
    document = {"type": kind, "issuer": {"name": "Sở"}, "subject": "Thi đua"} | more.pop("document", {})
    plan = {"thidua": 1, "document": document, "period": 2026, "outline": ["A"], **more}
    # One key a line, so that places differ.
    _, findings = load_plan(SourceText("plan.yaml", json.dumps(plan, ensure_ascii=False, indent=1)))
    return [(one.code, one.variant, one.values.get("key", ""), one.span.line) for one in findings]


@pytest.mark.parametrize(
    ("kind", "more", "variant", "key", "line"),
    [
        ("ke-hoach", {}, "signature", "signature", 3),
        ("quyet-dinh", {}, "signature", "signature", 3),
        ("bien-ban", {}, "meeting", "meeting", 1),
        ("bien-ban", {"meeting": MEETING}, "minutes", "chair”, “secretary”, “to", 14),
        ("giay-moi", {"document": {"signature": {"title": "Giám đốc"}}}, "meeting", "meeting", 1),
        ("giao-uoc", {}, "parties", "parties", 1),
    ],
)
def test_what_is_missing(kind: str, more: dict[str, Any], variant: str, key: str, line: int) -> None:
    assert found(kind, **more) == [("TD130", variant, key, line)]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("bien-ban", {"meeting": MEETING | {"to": "2026-01-05 09:00", "chair": "An", "secretary": "Bình"}}),
        ("giay-moi", {"meeting": MEETING, "document": {"signature": {"title": "Giám đốc"}}}),
        ("giao-uoc", {"parties": [{"unit": "Sở", "title": "Giám đốc"}]}),
    ],
)
def test_what_is_enough(kind: str, more: dict[str, Any]) -> None:
    assert found(kind, **more) == []


def test_several_things_are_told_at_once_with_other_mistakes() -> None:
    codes = {code for code, *_ in found("ke-hoach", meeting={"from": "15/01/2026", "place": "A"})}
    assert codes == {"TD131"}
