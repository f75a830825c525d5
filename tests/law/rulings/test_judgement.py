from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.findings.catalogue import entries
from thidua_cli.findings.finding import Basis, Severity
from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.judgement import Judgement, ask, cited, finding_of, verdict_of
from thidua_cli.law.rulings.rules import Kind, State, rule, rules

HERE = Span("plan.yaml", 3, 5, 3, 8)
THERE = Span("plan.yaml", 9, 5, 9, 8)


@pytest.mark.parametrize(
    ("day", "ruling", "variant"),
    [
        (date(2014, 10, 14), Ruling.UNDECIDED, "ngoai-du-lieu"),
        (date(2024, 1, 1), Ruling.NOT_IN_FORCE, "khong-ap-dung"),
        (date(2026, 9, 30), Ruling.NOT_IN_FORCE, "khong-ap-dung"),
        (date(2026, 10, 1), Ruling.UNDECIDED, "chua-kiem-chung"),
    ],
)
def test_the_law_may_decide_by_itself(day: date, ruling: Ruling, variant: str) -> None:
    found = ask(rule("TD301"), day, lambda _: pytest.fail("the figures were asked"))
    assert (found.ruling, found.variant, found.general) == (ruling, variant, True)


@pytest.mark.parametrize("day", [date(2014, 10, 15), date(2023, 12, 31)])
def test_a_number_in_force_leaves_the_question_to_the_figures(day: date) -> None:
    figures = Judgement(Ruling.PASS, "dat")
    assert ask(rule("TD301"), day, lambda number: figures if number.value else None) is figures


@pytest.mark.parametrize(
    ("ruling", "variant", "severity"),
    [
        (Ruling.FAIL, "vuot", Severity.ERROR),
        (Ruling.UNDECIDED, "lan-lon", Severity.WARNING),
        (Ruling.PASS, "dat", None),
        (Ruling.NOT_IN_FORCE, "khong-ap-dung", None),
    ],
)
def test_only_failures_and_open_questions_become_findings(
    ruling: Ruling, variant: str, severity: Severity | None
) -> None:
    judgement = Judgement(ruling, variant, {"ratio": "16,67%"}, ("15/90 = 16,67% > 15%",))
    verdict = verdict_of(rule("TD301"), "cstdcs", judgement, date(2022, 12, 31), HERE, [THERE])
    finding = finding_of(verdict)
    assert (finding.severity if finding else None) == severity
    if finding:
        assert (finding.code, finding.span, finding.variant) == ("TD301", HERE, variant)
        assert finding.values["ratio"] == "16,67%"
        assert [place.span for place in finding.related] == [THERE]


def test_a_question_that_a_plan_need_not_answer_is_a_note() -> None:
    verdict = verdict_of(
        rule("TD310"), "2022", Judgement(Ruling.UNDECIDED, "khong-neu"), date(2022, 12, 31), HERE
    )
    finding = finding_of(verdict)
    assert finding is not None
    assert finding.severity is Severity.INFO


def test_a_verdict_names_the_article_and_its_days() -> None:
    judgement = Judgement(Ruling.PASS, "dat")
    verdict = verdict_of(rule("TD301"), "cstdcs", judgement, date(2022, 12, 31), HERE)
    assert verdict.values["basis"] == "khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP"
    assert (verdict.values["bound"], verdict.values["as_of"]) == ("15%", "31/12/2022")
    assert [(basis.since, basis.to) for basis in verdict.basis] == [(date(2017, 10, 1), date(2024, 1, 1))]


def test_articles_are_quoted_one_after_the_other() -> None:
    assert cited([Basis("Luật A", "Điều 1"), Basis("Luật B")]) == "Điều 1 Luật A; Luật B"


DECIDED = {"dat", "khong-dat", "khong-ap-dung"}
CAPPED = {
    "dat",
    "vuot",
    "chi-ha",
    "bang-khong",
    "thieu-so-lieu",
    "mau-thuan",
    "hai-cach-hieu",
    "khong-ap-dung",
}
VARIANTS = {
    Kind.RATIO_CAP: CAPPED,
    Kind.RATIO_FLOOR: DECIDED | {"thieu-so-lieu", "mau-thuan"},
    Kind.MINIMUM_COUNT: DECIDED | {"thieu-so-lieu", "mau-thuan"},
    Kind.MAXIMUM_COUNT: DECIDED | {"thieu-so-lieu", "mau-thuan"},
    Kind.PRECONDITION: DECIDED | {"da-lam", "thieu-du-kien"},
    Kind.HOLD: {"dat", "tam-dung", "khong-neu", "khong-ap-dung"},
    Kind.CRITERIA: DECIDED | {"thieu-du-kien"},
}


@pytest.mark.parametrize("code", rules())
def test_every_rule_has_its_words(code: str) -> None:
    entry = entries()[code]
    assert entry.legal
    for lang in ("vi", "en"):
        texts = entry.words[lang]["messages"]
        assert {"chua-kiem-chung", "ngoai-du-lieu", "default"} <= set(texts)
        assert VARIANTS[rule(code).kind] <= set(texts)
        for number in rule(code).numbers:
            assert not number.open or "chua-doc-het" in texts
            assert not number.readings or "hai-cach-hieu" in texts
            if number.state is State.UNVERIFIED and any(not way.unread for way in number.readings):
                assert {"dat-moi-cach", "khong-dat-moi-cach"} <= set(texts)
        assert rule(code).notes <= set(texts)
    assert set(entry.words["vi"]["messages"]) == set(entry.words["en"]["messages"])
    assert set(entry.words["vi"].get("expected", ())) == set(entry.words["en"].get("expected", ()))
