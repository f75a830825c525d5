"""One finding a line."""

from __future__ import annotations

import pytest

from thidua_cli.findings.finding import Finding, Fix
from thidua_cli.findings.formats import line
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span

SPAN = Span("plan.yaml", 1, 1, 1, 2)

FINDINGS = """\
plan.yaml:4:10: lỗi[TD201] Ngày thành lập, 1%: ghi 91 năm (sửa thành: 92)
plan.yaml:5:1: lỗi[TD301] CSTĐCS vượt tỷ lệ
units.csv:B3: lưu ý[TD202] ngày 9 10 lệch – “Sở A;9”
"""


def test_findings(report: Report) -> None:
    assert line.render(report, "vi") == FINDINGS


def test_verdicts(report: Report) -> None:
    assert line.render(report, "en", verdicts=True).splitlines()[3:] == [
        "plan.yaml:4:10: undecided[TD999] TTLĐTT",
        "plan.yaml:5:1: not met[TD301] CSTĐCS: CSTĐCS vượt tỷ lệ",
    ]


def test_nothing_found_prints_nothing(empty: Report) -> None:
    assert line.render(empty, "vi", verdicts=True) == ""


YEARS = {"name": "Ngày hội", "stated": "91", "computed": "92"}


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (Finding("TD201", SPAN, YEARS, fix=Fix(SPAN, "92")), "Ngày hội: ghi 91 năm (sửa thành: 92)"),
        (Finding("TD201", SPAN, YEARS, fix=Fix(SPAN, "  ")), "Ngày hội: ghi 91 năm (cần: 92 năm)"),
        (Finding("TD201", SPAN, YEARS, fix=Fix(SPAN, "9\n2")), "Ngày hội: ghi 91 năm (cần: 92 năm)"),
        (Finding("TD201", SPAN, YEARS), "Ngày hội: ghi 91 năm (cần: 92 năm)"),
        (Finding("TD201", SPAN, YEARS, fix=Fix(SPAN, "91")), "Ngày hội: ghi 91 năm"),
        (Finding("TD201", SPAN, YEARS | {"stated": "192"}), "Ngày hội: ghi 192 năm (cần: 92 năm)"),
        (Finding("TD210", SPAN), "ghi chú"),
        (Finding("TD210", SPAN, excerpt=("chú", "ghi chú này")), "ghi chú – “ghi chú này”"),
    ],
)
def test_a_line_tells_the_cure_unless_the_message_does(finding: Finding, said: str) -> None:
    (row,) = line.render(Report(None, "", (finding,)), "vi").splitlines()
    assert row.partition("] ")[2] == said
