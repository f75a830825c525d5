"""The report for programs, held against its published schema."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from thidua_cli.findings import report as report_module
from thidua_cli.findings.finding import Finding, Related
from thidua_cli.findings.formats import json_report
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling, Verdict

SCHEMA = json.loads(Path(report_module.__file__).with_name("report.schema.json").read_text("utf-8"))


def validate(data: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_the_report_fits_the_schema(report: Report, empty: Report) -> None:
    for lang in ("vi", "en"):
        known = Report(report.as_of, report.law, report.findings, report.verdicts[1:], report.files)
        validate(json.loads(json_report.render(known, lang)))
        validate(json.loads(json_report.render(empty, lang)))


def test_the_schema_refuses_what_is_not_promised(empty: Report) -> None:
    data = json_report.to_data(empty, "vi")
    for change in ({"more": 1}, {"schema": "thidua.report/2"}, {"as_of": "31/12/2022"}, {"findings": [{}]}):
        with pytest.raises(jsonschema.ValidationError):
            validate(data | change)


def test_a_finding(report: Report) -> None:
    findings = {one["code"]: one for one in json_report.to_data(report, "vi")["findings"]}
    assert [findings[code]["cell"] for code in ("TD201", "TD202")] == [None, "B3"]
    finding = findings["TD201"]
    assert finding == {
        "code": "TD201",
        "name": "so-nam-ky-niem-sai",
        "severity": "error",
        "message": "Ngày thành lập, 1%: ghi 91 năm",
        "expected": "92 năm",
        "path": "plan.yaml",
        "line": 4,
        "column": 10,
        "end_line": 4,
        "end_column": 12,
        "cell": None,
        "basis": [],
        "advice": "Sửa số năm.",
        "fix": {
            "path": "plan.yaml",
            "line": 4,
            "column": 10,
            "end_line": 4,
            "end_column": 12,
            "cell": None,
            "replacement": "92",
            "safe": True,
        },
        "related": [
            {
                "message": "nơi ghi ngày gốc",
                "path": "plan.yaml",
                "line": 3,
                "column": 11,
                "end_line": 3,
                "end_column": 21,
                "cell": None,
            },
            {
                "message": "",
                "path": "law.yaml",
                "line": 7,
                "column": 1,
                "end_line": 1,
                "end_column": 1,
                "cell": None,
            },
        ],
    }


def test_what_has_no_lines_has_no_numbers_of_them() -> None:
    span = Span("a.docx", 0, 1, 0, 1, "body:p2")
    finding = Finding("TD202", span, {"day": "a"}, related=(Related(Span("a.docx", 0)),))
    verdict = Verdict("TD301", "CSTĐCS", Ruling.PASS, date(2026, 11, 20), span, values={"subject": "a"})
    data = json_report.to_data(Report(None, "", (finding,), (verdict,), ("a.docx",)), "vi")
    validate(data)
    nowhere = dict.fromkeys(("line", "column", "end_line", "end_column"))
    assert data["findings"][0].items() >= (nowhere | {"cell": "body:p2"}).items()
    assert data["findings"][0]["related"][0].items() >= (nowhere | {"cell": None}).items()
    assert data["verdicts"][0].items() >= {"path": "a.docx", "line": None, "column": None}.items()


def test_a_verdict(report: Report) -> None:
    data = json_report.to_data(report, "vi")
    assert (data["as_of"], data["law"]) == ("2022-12-31", "vn-2026.11")
    assert data["summary"] == {
        "files": 2,
        "findings": {"error": 2, "warning": 0, "info": 1},
        "verdicts": {"dat": 0, "khong-dat": 1, "chua-du-can-cu": 1, "khong-ap-dung": 0},
    }
    assert data["verdicts"][1] == {
        "rule": "TD301",
        "name": "ty-le-vuot",
        "subject": "CSTĐCS",
        "verdict": "khong-dat",
        "date": "2022-12-31",
        "basis": [
            {
                "document": "Nghị định 91/2017/NĐ-CP",
                "at": "khoản 3 Điều 9",
                "since": "2017-10-01",
                "to": "2024-01-01",
                "quote": "không quá 15%",
            }
        ],
        "reason": "CSTĐCS vượt tỷ lệ",
        "path": "plan.yaml",
        "line": 5,
        "column": 1,
        "trace": ["15/90 = 16,67% > 15%"],
    }
