"""Every case file of `tests/law/cases`, read as those of packs are: what a careful reader would rule."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from thidua_cli.findings.catalogue import entries
from thidua_cli.law.local.cases import Case, read_cases, run_case
from thidua_cli.law.local.overlay import national_law
from thidua_cli.law.rulings.judgement import verdict_of
from thidua_cli.law.rulings.rules import rule, rules
from thidua_cli.source.text import SourceText

BOOK = national_law()
FOLDER = Path(__file__).parents[1] / "cases"


def cases_of(path: Path) -> list[Case]:
    cases, findings = read_cases(SourceText(path.name, path.read_text("utf-8")), BOOK)
    assert findings == []
    return cases


FILES = {path.stem: cases_of(path) for path in sorted(FOLDER.glob("*.yaml"))}
CASES = [pytest.param(case, id=f"{case.rule}: {case.name}") for cases in FILES.values() for case in cases]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    result = run_case(case, BOOK)
    assert result.differences == ()
    verdict = verdict_of(rule(case.rule), "A", result.judgement, case.as_of, case.span)
    assert verdict.variant in entries()[case.rule].words["vi"]["messages"]
    for lang in ("vi", "en"):
        assert "{" not in entries()[case.rule].fill("messages", lang, verdict.variant, verdict.values)


@pytest.mark.parametrize("code", rules())
def test_every_rule_has_cases_on_both_sides_of_every_change(code: str) -> None:
    changes = [number.since for number in rule(code).numbers]
    sides = {side for change in changes for side in (change - timedelta(days=1), change)}
    assert sides <= {case.as_of for case in FILES[code]}


@pytest.mark.parametrize("code", rules())
def test_every_rule_has_valid_and_invalid_cases(code: str) -> None:
    assert all(case.verdict for case in FILES[code])
    found = {case.verdict for case in FILES[code]}
    decides = any(number.state.value == "in-force" for number in rule(code).numbers)
    refuses = decides and not any(number.open for number in rule(code).numbers)
    if decides:
        assert "dat" in found
    if refuses and rule(code).kind.value != "hold":
        assert "khong-dat" in found
