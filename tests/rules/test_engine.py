"""Running all rules: a crash is one finding, the law is asked at the right day, waivers need a document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.report import Report
from thidua_cli.plan.loading import Loaded, load_plan
from thidua_cli.rules import engine
from thidua_cli.rules.engine import check_plan
from thidua_cli.rules.plan_law import LawFiles
from thidua_cli.rules.validation import validate_source
from thidua_cli.source.text import SourceText

ROOT = Path(__file__).resolve().parents[2]
HA_TINH = (ROOT / "plans" / "ha-tinh-2022" / "plan.yaml").read_text("utf-8")


def loaded(text: str) -> Loaded:
    plan, findings = load_plan(SourceText("plan.yaml", text))
    assert plan is not None, findings
    return plan


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def broken_check(_: Loaded) -> Iterator[Finding]:
    raise ZeroDivisionError("nobody thought of this")
    yield


def test_a_check_that_crashes_is_a_finding_and_the_others_still_run(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = check_plan(loaded(HA_TINH))
    monkeypatch.setattr(engine, "CHECKS", (broken_check, *engine.CHECKS))
    checked = check_plan(loaded(HA_TINH))
    crash = next(finding for finding in checked.findings if finding.code == "TD900")
    assert crash.values == {"rule": "broken_check", "error": "ZeroDivisionError: nobody thought of this"}
    assert codes(checked.findings)[1:] == codes(whole.findings)
    assert Report(None, "", tuple(checked.findings)).exit_code() == 2


def test_the_law_is_that_of_the_periods_last_day() -> None:
    assert check_plan(loaded(HA_TINH)).as_of == date(2022, 12, 31)


@pytest.mark.parametrize(
    ("as_of", "found"),
    [(date(2023, 12, 31), True), (date(2024, 1, 1), False)],
)
def test_another_day_may_be_asked_for(as_of: date, found: bool) -> None:
    assert ("TD301" in codes(check_plan(loaded(HA_TINH), as_of).findings)) is found


WAIVER = """
waivers:
  - rule: {rule}
    by: Công văn số 10/UBND-NC ngày 05/01/2022 của UBND tỉnh
    reason: thí điểm
"""


@pytest.mark.parametrize("rule", ["TD301", "cstdcs-vuot-tran"])
def test_a_waiver_turns_the_ruling_into_a_note_that_names_the_document(rule: str) -> None:
    checked = check_plan(loaded(HA_TINH + WAIVER.format(rule=rule)))
    assert "TD301" not in codes(checked.findings)
    note = next(finding for finding in checked.findings if finding.code == "TD390")
    assert note.values["by"] == "Công văn số 10/UBND-NC ngày 05/01/2022 của UBND tỉnh"
    assert [verdict.rule for verdict in checked.verdicts if verdict.ruling == "khong-dat"] == ["TD301"]


@pytest.mark.parametrize(
    ("rule", "code", "variant"),
    [("TD999", "TD391", "unknown"), ("TD204", "TD391", "not-legal"), ("TD302", "TD392", "")],
)
def test_a_waiver_that_waives_nothing_is_said(rule: str, code: str, variant: str) -> None:
    findings = check_plan(loaded(HA_TINH + WAIVER.format(rule=rule))).findings
    assert [finding.variant for finding in findings if finding.code == code] == [variant]
    assert "TD301" in codes(findings)


def test_a_comment_suppresses_a_finding_but_never_a_rule_of_law() -> None:
    noted = HA_TINH.replace("number: null # chưa vào sổ", "number: null # thidua: ignore[TD270] chưa vào sổ")
    noted = noted.replace("    value: 15%\n", "    value: 15% # thidua: ignore[TD301] như mọi năm\n")
    found = codes(validate_source(SourceText("plan.yaml", noted)).findings)
    assert "TD270" not in found
    assert {"TD301", "TD904"} <= set(found)


def test_an_unused_suppression_is_a_finding() -> None:
    noted = HA_TINH.replace("period: 2022", "period: 2022 # thidua: ignore[TD210] không còn đợt nào")
    assert "TD901" in codes(validate_source(SourceText("plan.yaml", noted)).findings)


def test_a_plan_that_cannot_be_read_still_says_what_is_wrong() -> None:
    result = validate_source(SourceText("plan.yaml", "thidua: 1\nperiod: 2022\nperiod: 2023\n"))
    assert result.as_of is None
    assert result.verdicts == []
    assert result.findings != []


def test_what_keeps_a_plan_from_being_read_is_never_switched_off() -> None:
    text = "thidua: 1 # thidua: file-ignore[TD101, TD103] bản nháp\nperiod: 2022\n"
    unread = validate_source(SourceText("plan.yaml", text.replace("# thidua", "# ghi chú")))
    assert set(codes(unread.findings)) <= set(codes(validate_source(SourceText("plan.yaml", text)).findings))


def test_the_criteria_of_a_plan_are_read_beside_it(tmp_path: Path) -> None:
    source = SourceText("plan.yaml", HA_TINH)
    assert not {"TD528", "TD540"} & set(codes(validate_source(source).findings))
    assert "TD528" in codes(validate_source(source, files=LawFiles(tmp_path)).findings)
    criteria = (ROOT / "plans" / "ha-tinh-2022" / "criteria.yaml").read_text("utf-8")
    (tmp_path / "criteria.yaml").write_text(criteria.replace("max: 100", "max: 99", 1), "utf-8")
    checked = validate_source(source, files=LawFiles(tmp_path))
    assert [finding.span.path for finding in checked.findings if finding.code == "TD540"] == ["criteria.yaml"]
    assert [each.path for each in checked.sources] == ["plan.yaml", "criteria.yaml"]
