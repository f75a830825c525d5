"""Where verdicts of a plan stand, and how targets become comparable figures."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.judgement import finding_of
from thidua_cli.law.rulings.stated import Measure
from thidua_cli.plan.plan import Plan
from thidua_cli.rules.legal.plan_rules import legal_verdicts
from thidua_cli.rules.legal.target_figures import TargetFigures

IN_2022 = date(2022, 12, 31)


def plan(*targets: dict[str, Any], **more: Any) -> Plan:
    shortest: dict[str, Any] = {
        "thidua": "1",
        "document": {
            "type": "ke-hoach",
            "issuer": {"name": "Sở Công Thương", "symbol": "SCT"},
            "subject": "Phát động phong trào thi đua",
            "signature": {"title": "Giám đốc"},
        },
        "period": "2022",
        "outline": ["Nội dung."],
        "bases": [
            {"id": "nhan-su", "name": "cán bộ, công chức", "size": "40"},
            {"id": "phong", "name": "các phòng", "counts": "tap-the"},
        ],
    }
    return Plan.model_validate(shortest | {"targets": list(targets)} | more)


def target(ident: str, measure: str, value: str | None, **more: Any) -> dict[str, Any]:
    return {"id": ident, "measure": measure, "value": value} | more


def place(path: tuple[str | int, ...]) -> Span:
    return Span("/".join(map(str, path)))


def test_a_verdict_stands_at_the_figure_and_points_to_its_base() -> None:
    found = legal_verdicts(
        plan(target("a", "LDTT", "90%", of="nhan-su"), target("b", "CSTDCS", "15%", of="nhan-su")),
        IN_2022,
        place,
    )
    cap = next(verdict for verdict in found if verdict.rule == "TD301")
    assert (cap.subject, cap.span.path) == ("b", "targets/1/value")
    assert [span.path for span in cap.related] == ["targets/0/value"]
    finding = finding_of(cap)
    assert finding is not None
    assert finding.related[0].span.path == "targets/0/value"


def test_each_target_has_its_own_verdict() -> None:
    found = legal_verdicts(
        plan(
            target("ldtt", "LDTT", "100%", of="nhan-su"),
            target("a", "CSTDCS", "15%", of="nhan-su"),
            target("b", "CSTDCS", "16%", of="nhan-su"),
        ),
        IN_2022,
        place,
    )
    caps = {verdict.subject: verdict.ruling for verdict in found if verdict.rule == "TD301"}
    assert caps == {"a": Ruling.PASS, "b": Ruling.FAIL}


def test_of_two_bases_the_comparable_one_counts() -> None:
    found = legal_verdicts(
        plan(
            target("a", "LDTT", "90%", of="phong-khac"),
            target("b", "LDTT", "90%", of="nhan-su"),
            target("c", "CSTDCS", "15%", of="nhan-su"),
        ),
        IN_2022,
        place,
    )
    assert next(verdict.ruling for verdict in found if verdict.rule == "TD301") is Ruling.FAIL


def test_registration_stands_where_it_is_asked_for() -> None:
    asked = {"id": "dang-ky", "what": "danh hiệu thi đua"}
    found = legal_verdicts(plan(target("a", "LDTT", "90%"), registration=[asked]), IN_2022, place)
    assert [(verdict.rule, verdict.span.path) for verdict in found] == [("TD310", "registration/0/what")]


def test_a_plan_without_titles_has_no_verdict() -> None:
    assert legal_verdicts(plan(target("a", "Thu ngân sách", "100 tỷ đồng")), IN_2022, place) == []


@pytest.mark.parametrize(
    ("value", "measure", "low", "high", "gap"),
    [
        ("90%", Measure.SHARE, Fraction(9, 10), Fraction(9, 10), ""),
        ("từ 80%", Measure.SHARE, Fraction(8, 10), Fraction(8, 10), ""),
        ("từ 15 đến 20%", Measure.SHARE, Fraction(15, 100), Fraction(2, 10), ""),
        ("không quá 15%", Measure.SHARE, Fraction(0), Fraction(15, 100), ""),
        ("05 cá nhân", Measure.HEADS, Fraction(5), Fraction(5), ""),
        ("không", Measure.SHARE, Fraction(0), Fraction(0), ""),
        ("0,9", Measure.SHARE, Fraction(0), None, "khong-ro-don-vi"),
        ("đạt", Measure.SHARE, Fraction(0), None, "khong-neu-so"),
        (None, Measure.SHARE, Fraction(0), None, "khong-neu-so"),
        ("1,500%", Measure.SHARE, Fraction(15, 1000), Fraction(15), "mo-ho"),
        ("từ 20 đến 25% trở lên", Measure.SHARE, Fraction(2, 10), Fraction(25, 100), "mau-thuan"),
        ("-5%", Measure.SHARE, Fraction(0), None, "mau-thuan"),
    ],
)
def test_own_figures(
    value: str | None, measure: Measure, low: Fraction, high: Fraction | None, gap: str
) -> None:
    made = plan(target("a", "CSTDCS", value, of="nhan-su"))
    figures = TargetFigures(made)
    found = figures.figure(figures.readings(made.targets[0])[0])
    assert (found.measure, found.low, found.high, found.gap, found.base) == (
        measure,
        low,
        high,
        gap,
        "nhan-su",
    )


def test_a_share_within_a_share_is_their_product() -> None:
    made = plan(target("a", "HTTNV", "80%", of="nhan-su"), target("b", "LDTT", "50%", within="a"))
    figures = TargetFigures(made)
    (reading,) = figures.readings(made.targets[1])
    found = figures.figure(reading)
    assert (found.low, found.base, found.text) == (Fraction(4, 10), "nhan-su", "50%")


def test_a_stated_base_ends_the_climb() -> None:
    made = plan(
        target("a", "HTXSNV", "50%", of="nhan-su"),
        target("b", "HTTNV", "80%", of="nhan-su", within="a"),
        target("c", "LDTT", "50%", within="b"),
    )
    figures = TargetFigures(made)
    (reading,) = figures.readings(made.targets[2])
    assert figures.figure(reading).low == Fraction(4, 10)


def test_targets_within_each_other_end() -> None:
    made = plan(target("a", "LDTT", "80%", within="b"), target("b", "CSTDCS", "50%", within="a"))
    assert [verdict.rule for verdict in legal_verdicts(made, IN_2022, place)] == ["TD301", "TD310"]


amounts = st.sampled_from(
    ["90%", "15%", "từ 10 đến 15%", "không quá 15%", "05 cá nhân", "33", "đạt", "không", None]
)
sets = st.sampled_from(["nhan-su", "phong", None])
links = st.sampled_from(["t0", "t1", "t2", None])
one = st.tuples(st.sampled_from(["LDTT", "CSTDCS", "TTLDTT", "khác"]), amounts, sets, links, st.booleans())


@settings(deadline=None, max_examples=120)
@given(st.lists(one, min_size=1, max_size=3))
def test_any_targets_are_ruled(rows: list[tuple[Any, ...]]) -> None:
    made = plan(
        *(
            target(f"t{index}", name, value, of=base, within=link, exclude=["lãnh đạo"] if without else [])
            for index, (name, value, base, link, without) in enumerate(rows)
        )
    )
    for verdict in legal_verdicts(made, IN_2022, place):
        due = finding_of(verdict)
        assert (due is not None) == (verdict.ruling in (Ruling.FAIL, Ruling.UNDECIDED))
