"""Late changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from thidua_cli.scoring.inputs.adjustments import read_adjustments
from thidua_cli.scoring.inputs.headings import Headings
from thidua_cli.tables.collected import FindingLog

if TYPE_CHECKING:
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.scoring.inputs.input_table import Adjustment
    from thidua_cli.tables.table import Table

Found = tuple[tuple["Adjustment", ...], list[tuple[str, str, str]]]
Read = Callable[[str], Found]
HEADER = "Đơn vị;Tiêu chí;Điểm;Lý do;Ngày;Người quyết định\n"


@pytest.fixture
def read(table: Callable[..., Table], criteria: Callable[..., Criteria]) -> Read:
    def run(text: str) -> Found:
        findings = FindingLog()
        adjustments = read_adjustments(
            Headings(criteria()), table(text, "a.csv"), ["Sở Y tế", "Sở Tư pháp"], findings
        )
        return adjustments, [(item.code, item.variant, item.span.cell or "") for item in findings.close()]

    return run


def test_points_of_a_criterion_or_of_the_total(read: Read) -> None:
    rows = "sở y tế;Giải ngân;-1,5;Chốt lại số liệu;15/12/2025;Giám đốc\nSở Tư pháp;;+2;Khen đột xuất;;\n"
    adjustments, findings = read(HEADER + rows)
    assert [each[:6] for each in adjustments] == [
        ("Sở Y tế", "giai-ngan", Decimal("-1.5"), "Chốt lại số liệu", date(2025, 12, 15), "Giám đốc"),
        ("Sở Tư pháp", None, Decimal(2), "Khen đột xuất", None, ""),
    ]
    assert adjustments[0].place.place == "a.csv:C2"
    assert findings == []


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        ("Sở Y tế;;2;;;", ("TD570", "reason", "D2")),
        ("Sở Y tế;;hai;lý do;;", ("TD570", "points", "C2")),
        ("Sở Y tế;;;lý do;;", ("TD570", "missing", "C2")),
        ("Sở Y tế;;1,500;lý do;;", ("TD570", "ambiguous", "C2")),
        ("Sở Y tế;;5%;lý do;;", ("TD570", "points", "C2")),
        ("Sở Y tếế;;2;lý do;;", ("TD568", "adjustment_near", "A2")),
        ("Ban X;;2;lý do;;", ("TD568", "adjustment", "A2")),
        ("Sở Y tế;Giải ngânn;2;lý do;;", ("TD565", "near", "B2")),
        ("Sở Y tế;Giải ngân – tự chấm;2;lý do;;", ("TD565", "", "B2")),
        ("Sở Y tế;Đoàn kết;2;lý do;;", ("TD565", "", "B2")),
        (";;2;lý do;;", ("TD523", "", "A2")),
    ],
)
def test_what_is_not_certain_is_not_applied(read: Read, row: str, finding: tuple[str, str, str]) -> None:
    assert read(f"{HEADER}{row}\n") == ((), [finding])


def test_a_day_that_cannot_be_read_does_not_stop_it(read: Read) -> None:
    adjustments, findings = read(f"{HEADER}Sở Y tế;;2;lý do;31/02/2025;\n")
    assert [each.day for each in adjustments] == [None]
    assert findings == [("TD570", "day", "E2")]


def test_the_same_line_twice_counts_once(read: Read) -> None:
    adjustments, findings = read(HEADER + "Sở Y tế;;2;vì;;\nSở Y tế;;2;vì;;\nSở Y tế;;2;cớ khác;;\n")
    assert [each.reason for each in adjustments] == ["vì", "cớ khác"]
    assert findings == [("TD570", "twice", "C3")]


@pytest.mark.parametrize(
    ("header", "findings"),
    [
        ("Đơn vị;Điểm", [("TD520", "", "A1")]),
        ("Đơn vị;Điểm;Lý do;Số điểm", [("TD522", "", "D1")]),
        ("Đơn vị;Điểm;Lý do;Số văn bản", [("TD521", "", "D1")]),
    ],
)
def test_its_columns_are_checked(read: Read, header: str, findings: list[tuple[str, str, str]]) -> None:
    adjustments, found = read(f"{header}\nSở Y tế;1;vì;x\n"[: None if ";S" in header else -5])
    assert found == findings
    assert len(adjustments) == (findings[0][0] == "TD521")
