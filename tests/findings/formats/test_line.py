"""One finding a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.formats import line

if TYPE_CHECKING:
    from thidua_cli.findings.report import Report

FINDINGS = """\
plan.yaml:4:10: lỗi[TD201] Ngày thành lập, 1%: ghi 91 năm
plan.yaml:5:1: lỗi[TD301] CSTĐCS vượt tỷ lệ
units.csv:B3: lưu ý[TD202] ngày 9 10 lệch
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
