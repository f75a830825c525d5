"""Every case file of `cases/`, ruled by the law of its day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from thidua_cli.findings.catalogue import entries
from thidua_cli.findings.span import Span
from thidua_cli.law.rulings.head_counts import UnitCounts, unit_verdicts
from thidua_cli.law.rulings.rules import rules
from thidua_cli.plan.plan import Plan
from thidua_cli.rules.legal.plan_rules import legal_verdicts

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.findings.verdict import Verdict

FOLDER = Path(__file__).with_name("cases")
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
]


def plan_of(case: dict[str, Any]) -> Plan:
    shortest = {
        "thidua": "1",
        "document": {
            "type": "ke-hoach",
            "issuer": {"name": "Sở Công Thương", "symbol": "SCT"},
            "subject": "Phát động phong trào thi đua",
            "signature": {"title": "Giám đốc"},
        },
        "period": str(case["date"].year),
        "outline": ["Nội dung."],
    }
    return Plan.model_validate(
        shortest | {key: case.get(key, []) for key in ("bases", "targets", "registration")}
    )


def verdicts_of(code: str, case: dict[str, Any]) -> list[Verdict]:
    day: date = case["date"]
    if "units" in case:
        rows = [dict(row) for row in case["units"]]
        units = [
            UnitCounts(row.pop("don_vi"), row, Span("units.csv", line)) for line, row in enumerate(rows, 2)
        ]
        found = unit_verdicts(units, day, Span("units.csv"))
    else:
        found = legal_verdicts(plan_of(case), day, lambda path: Span("/".join(map(str, path))))
    return [verdict for verdict in found if verdict.rule == code]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code: str, case: dict[str, Any]) -> None:
    verdicts = verdicts_of(code, case)
    assert [verdict.ruling.value for verdict in verdicts] == case["rulings"]
    if "trace" in case:
        assert list(verdicts[0].trace) == case["trace"]
    for verdict in verdicts:
        said = {
            lang: entries()[code].fill("messages", lang, verdict.variant, verdict.values)
            for lang in ("vi", "en")
        }
        assert verdict.variant in entries()[code].words["vi"]["messages"]
        assert not any("{" in text for text in said.values())
        assert all(fragment in said["vi"] for fragment in case.get("says", []))
        expected = entries()[code].fill("expected", "vi", verdict.variant, verdict.values)
        assert "{" not in expected


def test_case_files_are_of_known_rules() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} <= set(rules())
