"""Every case file of `tests/law/cases`: what a careful reader of the law would rule."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from thidua_cli.findings.catalogue import entries
from thidua_cli.law.rulings.judgement import verdict_of
from thidua_cli.law.rulings.record_verdicts import judge_record
from thidua_cli.law.rulings.records import record_of
from thidua_cli.law.rulings.rules import rule, rules

FOLDER = Path(__file__).parents[1] / "cases"
FILES = {
    path.stem: YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    for path in sorted(FOLDER.glob("*.yaml"))
}
CASES = [
    pytest.param(code, case, id=f"{code}: {case['name']}") for code, cases in FILES.items() for case in cases
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code: str, case: dict[str, Any]) -> None:
    record = record_of(case.get("facts", {}), case.get("history"), name="A")
    found = judge_record(rule(code), record, case["as_of"])
    assert found.ruling.value == case["verdict"]
    assert case.get("reason") in (None, found.variant)
    assert case.get("trace") in (None, list(found.trace))
    verdict = verdict_of(rule(code), "A", found, case["as_of"], record.span)
    assert found.variant in entries()[code].words["vi"]["messages"]
    for lang in ("vi", "en"):
        assert "{" not in entries()[code].fill("messages", lang, verdict.variant, verdict.values)


@pytest.mark.parametrize("code", rules())
def test_every_rule_has_cases_on_both_sides_of_every_change(code: str) -> None:
    days = {case["as_of"] for case in FILES[code]}
    changes = [number.since for number in rule(code).numbers]
    sides = {side for change in changes for side in (change - timedelta(days=1), change)}
    assert sides <= days
    assert all(isinstance(day, date) for day in days)


@pytest.mark.parametrize("code", rules())
def test_every_rule_has_valid_and_invalid_cases(code: str) -> None:
    found = {case["verdict"] for case in FILES[code]}
    decides = any(number.state.value == "in-force" for number in rule(code).numbers)
    refuses = decides and not any(number.open for number in rule(code).numbers)
    if decides:
        assert "dat" in found
    if refuses and rule(code).kind.value != "hold":
        assert "khong-dat" in found
