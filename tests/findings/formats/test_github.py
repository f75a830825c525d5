"""Annotations of GitHub Actions."""

from __future__ import annotations

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.formats import github
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span


def test_annotations(report: Report) -> None:
    assert github.render(report, "vi").splitlines() == [
        "::error title=TD201 so-nam-ky-niem-sai,file=plan.yaml,line=4,col=10,endLine=4,endColumn=12"
        "::Ngày thành lập, 1%25: ghi 91 năm%0Acần: 92 năm",
        "::error title=TD301 ty-le-vuot,file=plan.yaml,line=5,endLine=6::CSTĐCS vượt tỷ lệ",
        "::notice title=TD202 ngay-lech,file=units.csv,line=3,endLine=3::B3: ngày 9%0A10 lệch",
    ]


def test_properties_are_escaped() -> None:
    finding = Finding("TD202", Span("a,b:c%\r\n.yaml"), {"day": "a,b:c\r"})
    report = Report(None, "", (finding,))
    assert github.render(report, "en") == (
        "::warning title=TD202 ngay-lech,file=a%2Cb%3Ac%25%0D%0A.yaml,line=1,col=1,endLine=1,endColumn=1"
        "::ngày a,b:c%0D lệch\n"
    )


def test_what_has_no_lines_is_shown_at_the_file() -> None:
    finding = Finding("TD202", Span("a.docx", 0, 1, 0, 1, "body:p2"), {"day": "a"})
    assert github.render(Report(None, "", (finding,)), "vi") == (
        "::warning title=TD202 ngay-lech,file=a.docx::đoạn 2: ngày a lệch\n"
    )
