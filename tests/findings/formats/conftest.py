"""One report with everything in it."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.findings.finding import Basis, Finding, Fix, Related, Severity
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling, Verdict

DECREE = Basis(
    "Nghị định 91/2017/NĐ-CP", "khoản 3 Điều 9", date(2017, 10, 1), date(2024, 1, 1), "không quá 15%"
)


@pytest.fixture
def report() -> Report:
    place = Span("plan.yaml", 4, 10, 4, 12)
    anniversary = Finding(
        "TD201",
        place,
        {"name": "Ngày thành lập, 1%", "stated": "91", "computed": "92"},
        related=(Related(Span("plan.yaml", 3, 11, 3, 21), "origin"), Related(Span("law.yaml", 7))),
        fix=Fix(place, "92", safe=True),
    )
    law = Finding("TD301", Span("plan.yaml", 5, 1, 6, 4), {"subject": "CSTĐCS"}, basis=(DECREE,))
    cell = Finding(
        "TD202",
        Span("units.csv", 3, 1, 3, 1, "B3"),
        {"day": "9\n10"},
        severity=Severity.INFO,
        excerpt=("Sở A;9",),
    )
    verdicts = (
        Verdict(
            "TD301",
            "CSTĐCS",
            Ruling.FAIL,
            date(2022, 12, 31),
            law.span,
            values={"subject": "CSTĐCS"},
            basis=(DECREE,),
            trace=("15/90 = 16,67% > 15%",),
        ),
        Verdict("TD999", "TTLĐTT", Ruling.UNDECIDED, date(2022, 12, 31), place),
    )
    lines = ["kỷ niệm:", "  株式: [1]", "  origin: 1831-01-01", "  years:\t91", "targets:", "  - a"]
    return Report(
        date(2022, 12, 31),
        "vn-2026.11",
        (cell, law, anniversary),
        verdicts,
        ("plan.yaml", "units.csv"),
        {"plan.yaml": lines},
    )


@pytest.fixture
def empty() -> Report:
    return Report(None, "", (), (), ("plan.yaml",))
