"""Head counts held against the law of a day."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.local.overlay import national_law
from thidua_cli.law.rulings.table_caps import Rows
from thidua_cli.rosters.counts.head_counts import HeadCount
from thidua_cli.rosters.counts.review import Review, open_questions, review

PLACE = Span("u.csv")
OLD, NEW, TODAY = date(2023, 12, 31), date(2024, 1, 1), date(2026, 11, 20)
KNOWN = {"staff": "vien-chuc", "unit_rating": "HTTNV", "own_regulation": True}


def held(day: date, *units: dict[str, int], title: str | None = None, **facts: str | bool) -> Review:
    counts = [
        HeadCount(f"Đơn vị {at}" if len(units) > 1 else "", values, {}) for at, values in enumerate(units)
    ]
    return review(counts, national_law(), day, PLACE, title, facts, Rows.AGENCIES)


@pytest.mark.parametrize(
    ("cstdcs", "day", "allowed", "ruling"),
    [
        (13, OLD, 13, Ruling.PASS),
        (14, OLD, 13, Ruling.FAIL),
        (14, NEW, None, Ruling.NOT_IN_FORCE),
        (14, TODAY, None, Ruling.UNDECIDED),
        (0, OLD, 13, Ruling.PASS),
    ],
)
def test_one_cap(cstdcs: int, day: date, allowed: int | None, ruling: Ruling) -> None:
    (one,) = held(day, {"ldtt": 90, "cstdcs": cstdcs}).capped
    assert one.allowance.allowed == allowed
    assert one.verdict is not None
    assert one.verdict.ruling is ruling


def test_without_those_awarded_there_is_an_allowance_and_no_ruling() -> None:
    found = held(OLD, {"ldtt": 90})
    (one,) = found.capped
    assert (one.allowance.allowed, one.verdict) == (13, None)
    assert open_questions(found, PLACE) == []


def test_a_cap_on_ratings_holds_for_each_unit_by_itself() -> None:
    found = held(TODAY, {"httnv": 25, "htxsnv": 5}, {"httnv": 5, "htxsnv": 2}, **KNOWN)
    assert [(one.allowance.subject, one.allowance.allowed) for one in found.capped] == [
        ("Đơn vị 0", 5),
        ("Đơn vị 1", 1),
    ]
    assert [one.verdict.ruling for one in found.capped if one.verdict] == [Ruling.PASS, Ruling.FAIL]


def test_an_open_fact_leaves_several_readings() -> None:
    found = held(TODAY, {"tot_tro_len": 30, "tong_so": 40}, title="HTXSNV")
    (one,) = found.capped
    assert {way.allowed.known for way in one.allowance.ways} == {5, 6, 8}
    assert one.allowance.allowed is None
    (question,) = open_questions(found, PLACE)
    assert (question.code, question.values["allowed"]) == ("TD350", "5 / 6 / 8")
    (told,) = held(TODAY, {"tot_tro_len": 30}, title="HTXSNV", **KNOWN).capped
    assert told.allowance.allowed == 5


def test_what_is_missing_is_told_with_the_bound() -> None:
    found = held(OLD, {"tong_so": 100}, title="CSTDCS")
    (question,) = open_questions(found, PLACE)
    assert (question.code, question.variant) == ("TD351", "bound")
    names = "số người đạt Chiến sĩ thi đua cơ sở, số người đạt Lao động tiên tiến"
    assert (question.values["missing"], question.values["most"]) == (names, "15")
    (unbounded,) = open_questions(held(OLD, {"canh_cao": 0}, title="CSTDCS"), PLACE)
    assert unbounded.variant == ""


def test_caps_that_no_count_bears_on_are_only_named() -> None:
    found = held(OLD, {"ldtt": 90, "cstdcs": 13})
    codes = {rule.code for rule in found.unasked}
    assert "TD301" not in codes
    assert "TD338" in codes
    # A cap that the law of the day does not know is not even named.
    assert "TD338" not in {rule.code for rule in held(date(2012, 1, 1), {"ldtt": 9}).unasked}


def test_conditions_of_a_title_that_is_claimed() -> None:
    found = held(NEW, {"tong_so": 9, "ldtt": 6, "ttldtt": 1}, {"tong_so": 9, "ldtt": 9})
    needed = {
        (one.unit, one.title, one.requirement.needed) for one in found.required if one.requirement.product
    }
    assert needed == {("Đơn vị 0", "TTLDTT", 7)}


def test_the_only_unit_is_told_what_each_title_asks() -> None:
    found = held(NEW, {"tong_so": 9})
    assert {(one.title, one.requirement.needed) for one in found.required if one.requirement.product} >= {
        ("TTLDTT", 7),
        ("TTLDXS", 7),
        ("TTLDXS", 9),
    }


def test_every_cap_is_ruled_on_once() -> None:
    found = held(OLD, {"ldtt": 60, "cstdcs": 9}, {"ldtt": 40, "cstdcs": 7})
    assert [(one.allowance.subject, one.verdict and one.verdict.ruling) for one in found.capped] == [
        ("", Ruling.FAIL),
        ("Đơn vị 0", Ruling.PASS),
        ("Đơn vị 1", Ruling.FAIL),
    ]


def test_without_an_answer_the_whole_table_stands_above_its_rows() -> None:
    counts = [HeadCount(name, {"httnv": 25, "htxsnv": 5}, {}) for name in "AB"]
    found = review(counts, national_law(), TODAY, PLACE, None, KNOWN)
    ratings = [one for one in found.capped if one.allowance.rule.code == "TD312"]
    assert [one.allowance.subject for one in ratings] == ["", "A", "B"]
    assert [one.verdict is None for one in ratings] == [False, True, True]


def test_conditions_of_a_day_that_nobody_verified_do_not_vanish() -> None:
    assert held(NEW, {"tong_so": 9}).unread == {}
    found = held(TODAY, {"tong_so": 9})
    assert found.required == ()
    assert {"TTLDTT", "TTLDXS"} <= set(found.unread)
