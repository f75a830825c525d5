"""Grades: thresholds, conditions, vetoes, and what is not known of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.inputs.input_table import Adjustment
from thidua_cli.scoring.standings.results import Results

Assess = Callable[..., tuple[Results, list[Finding]]]


def direct(key: str, most: str, **more: Any) -> dict[str, Any]:
    return {"kind": "direct", "id": key, "name": f"Tiêu chí {key}", "max": most, **more}


def count(kind: str, key: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "id": key, "name": f"Tiêu chí {key}", "point": "1", **more}


def ladder(*needs: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"name": "Khá", "from": "70"},
        {"name": "Xuất sắc", "from": "90", "needs": list(needs)},
        {"name": "Tốt", "from": "80", "needs": [{"every": "20%"}]},
        {"name": "Trung bình", "from": "50", "below": "70"},
    ]


ITEMS = [direct("a", "60"), direct("b", "40")]


def graded(results: Results, unit: str = "A") -> tuple[str, str | None, str | None]:
    found = results.find(unit)
    assert found is not None
    assert found.grade == found.grading.grade
    return found.grading.state, found.grade, found.grading.by_total


def codes(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(item.code, item.variant) for item in findings]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("60;40", ("graded", "Xuất sắc", "Xuất sắc")),
        ("60;30", ("graded", "Xuất sắc", "Xuất sắc")),
        ("60;29", ("graded", "Tốt", "Tốt")),
        ("60;10", ("graded", "Khá", "Khá")),
        ("50;0", ("graded", "Trung bình", "Trung bình")),
        ("49;0", ("none", None, None)),
        (";40", ("incomplete", None, None)),
    ],
)
def test_a_grade_goes_by_the_total(
    assess: Assess, cells: str, expected: tuple[str, str | None, str | None]
) -> None:
    results, findings = assess(f"don_vi;a;b\nA;{cells}", *ITEMS, grades=ladder())
    assert graded(results) == expected
    assert ("TD550", "") in codes(findings) if expected[0] == "none" else "TD550" not in dict(codes(findings))


def test_a_table_without_grades_gives_none(assess: Assess) -> None:
    results, findings = assess("don_vi;a;b\nA;60;40\nB;;40", *ITEMS)
    assert graded(results) == graded(results, "B") == ("no_grades", None, None)
    assert codes(findings) == [("TD530", "points")]


@pytest.mark.parametrize(
    ("need", "cells", "grade"),
    [
        ({"every": "75%"}, "60;30", "Xuất sắc"),
        ({"every": "75%"}, "58;32", "Xuất sắc"),
        ({"every": "76%"}, "60;30", "Tốt"),
        ({"criterion": "b", "reaches": "80%"}, "60;32", "Xuất sắc"),
        ({"criterion": "b", "reaches": "80%"}, "60;31,99", "Tốt"),
        ({"criterion": "b"}, "60;39", "Tốt"),
        ({"criterion": "b"}, "50;40", "Xuất sắc"),
    ],
)
def test_a_condition_that_is_not_met_lowers_the_grade(
    assess: Assess, need: dict[str, str], cells: str, grade: str
) -> None:
    results, findings = assess(f"don_vi;a;b\nA;{cells}", *ITEMS, grades=ladder(need))
    assert graded(results) == ("graded", grade, "Xuất sắc")
    lowered = results.units[0].grading.lowered_by
    assert [(each.grade, each.holds) for each in lowered] == (
        [] if grade == "Xuất sắc" else [("Xuất sắc", False)]
    )
    assert findings == []


def test_a_lower_grade_has_conditions_too(assess: Assess) -> None:
    results, _ = assess("don_vi;a;b;c\nA;60;33;1", *ITEMS, direct("c", "10"), grades=ladder({"every": "50%"}))
    assert graded(results) == ("graded", "Khá", "Xuất sắc")
    lowered = results.units[0].grading.lowered_by
    assert [(each.kind, each.grade, each.label, each.found, each.wanted) for each in lowered] == [
        ("every", "Xuất sắc", "Tiêu chí c", "10%", "50%"),
        ("every", "Tốt", "Tiêu chí c", "10%", "20%"),
    ]


def test_no_grade_may_be_left(assess: Assess) -> None:
    grades = [{"name": "Đạt", "from": "50", "needs": [{"every": "50%"}]}]
    results, findings = assess("don_vi;a;b\nA;60;0", *ITEMS, grades=grades)
    assert graded(results) == ("none", None, "Đạt")
    assert findings == []


@pytest.mark.parametrize(
    ("cells", "grade"),
    [("55;40;2;1", "Xuất sắc"), ("55;40;2;2", "Tốt"), ("55;40;0;0", "Xuất sắc"), ("55;40;0;1", "Tốt")],
)
def test_penalties_stay_within_a_share_of_the_bonuses(assess: Assess, cells: str, grade: str) -> None:
    items = [*ITEMS, count("bonus", "p"), count("penalty", "q")]
    results, _ = assess(f"don_vi;a;b;p;q\nA;{cells}", *items, grades=ladder({"penalties_within": "50%"}))
    assert graded(results)[1] == grade


def test_bonuses_and_what_is_not_assigned_fail_no_condition(assess: Assess) -> None:
    items = [*ITEMS, direct("c", "10"), count("bonus", "p", cap="5")]
    grades = ladder({"every": "50%"}, {"criterion": "c", "reaches": "100%"})
    results, _ = assess("don_vi;a;b;c;p\nA;60;40;không giao;0", *items, grades=grades)
    assert graded(results)[1] == "Xuất sắc"


VETO = {"id": "ky-luat", "name": "Có cá nhân bị kỷ luật"}


@pytest.mark.parametrize(
    ("veto", "cell", "expected", "code"),
    [
        ({}, "không", ("graded", "Xuất sắc"), None),
        ({}, "0", ("graded", "Xuất sắc"), None),
        ({}, "có", ("ungraded", None), None),
        ({}, "2", ("ungraded", None), None),
        ({}, "", ("undecided", None), "blank"),
        ({}, "?", ("undecided", None), "text"),
        ({"blank": "no"}, "", ("graded", "Xuất sắc"), None),
        ({"effect": "at_most", "grade": "Khá"}, "có", ("graded", "Khá"), None),
        ({"effect": "at_most", "grade": "Xuất sắc"}, "có", ("graded", "Xuất sắc"), None),
        # Whatever the blank means, the grade is the same.
        ({"effect": "at_most", "grade": "Xuất sắc"}, "", ("graded", "Xuất sắc"), "blank"),
        ({"effect": "at_most", "grade": "Tốt"}, "", ("undecided", None), "blank"),
        ({"effect": "at_most", "grade": "Không có"}, "có", ("undecided", None), None),
        ({"effect": "unranked"}, "có", ("graded", "Xuất sắc"), None),
        ({"effect": "unranked"}, "", ("graded", "Xuất sắc"), "blank"),
    ],
)
def test_vetoes(
    assess: Assess, veto: dict[str, str], cell: str, expected: tuple[str, str | None], code: str | None
) -> None:
    text = f"don_vi;a;b;ky-luat\nA;60;40;{cell}\nB;60;39;không"
    results, findings = assess(text, *ITEMS, grades=ladder(), vetoes=[VETO | veto])
    assert graded(results)[:2] == expected
    assert codes(findings) == ([("TD555", code)] if code else [])
    unit = results.find("A")
    assert unit is not None
    unranked = veto.get("effect") == "unranked"
    assert unit.rank == (None if unranked else 1)
    assert results.find("B") is not None
    assert (results.find("B") or unit).rank == (1 if unranked else 2)


def test_a_limit_never_raises_a_grade(assess: Assess) -> None:
    veto = VETO | {"effect": "at_most", "grade": "Tốt"}
    results, _ = assess("don_vi;a;b;ky-luat\nA;60;15;có\nB;40;0;có", *ITEMS, grades=ladder(), vetoes=[veto])
    assert graded(results)[:2] == ("graded", "Khá")
    assert graded(results, "B")[:2] == ("none", None)


def test_a_criterion_that_is_not_known_leaves_a_condition_on_every_one_open(assess: Assess) -> None:
    # 90 of the total are certain, for the group is capped at them; whether c reaches a half is not.
    group = {"kind": "group", "id": "g", "name": "G", "cap": "90", "items": [*ITEMS, direct("c", "10")]}
    results, findings = assess("don_vi;a;b;c\nA;60;40;", group, grades=ladder({"every": "50%"}))
    assert graded(results) == ("undecided", None, "Xuất sắc")
    (need, _) = results.units[0].grading.lowered_by
    assert (need.holds, need.label, need.found) == (None, "Tiêu chí c", "?")
    assert [(item.code, item.variant) for item in findings if item.code == "TD556"] == [
        ("TD556", "every")
    ] * 2
    # One that falls short anyway decides.
    results, _ = assess("don_vi;a;b;c\nA;60;10;\nB;60;40;4", group, grades=ladder({"every": "50%"}))
    assert graded(results, "B")[1] == "Tốt"


def test_not_graded_is_not_the_lowest_grade(assess: Assess) -> None:
    text = "don_vi;a;b;ky-luat\nA;50;0;có\nB;60;40;có"
    results, _ = assess(text, *ITEMS, grades=ladder(), vetoes=[VETO])
    assert graded(results) == ("ungraded", None, "Trung bình")
    assert graded(results, "B") == ("ungraded", None, "Xuất sắc")


def test_a_veto_that_says_more_than_another_one_wins(assess: Assess) -> None:
    vetoes = [
        {"id": "v1", "name": "Một", "effect": "at_most", "grade": "Khá"},
        {"id": "v2", "name": "Hai", "effect": "at_most", "grade": "Trung bình"},
        {"id": "v3", "name": "Ba"},
    ]
    text = "don_vi;a;b;v1;v2;v3\nA;60;40;có;có;không\nB;60;40;có;có;có\nC;60;40;có;;có"
    results, _ = assess(text, *ITEMS, grades=ladder(), vetoes=vetoes)
    assert graded(results)[:2] == ("graded", "Trung bình")
    assert graded(results, "B")[0] == "ungraded"
    # Not graded either way: what is blank decides nothing.
    assert graded(results, "C")[0] == "ungraded"


def test_a_veto_without_a_column_leaves_every_grade_open(assess: Assess) -> None:
    results, findings = assess("don_vi;a;b\nA;60;40", *ITEMS, grades=ladder(), vetoes=[VETO])
    assert graded(results)[0] == "undecided"
    assert [item.code for item in findings] == ["TD520"]
    results, findings = assess(
        "don_vi;a;b\nA;60;40", *ITEMS, grades=ladder(), vetoes=[VETO | {"blank": "no"}]
    )
    assert graded(results)[0] == "graded"
    assert findings == []


def test_a_condition_that_is_not_known_leaves_the_grade_open(assess: Assess) -> None:
    # The cap decides the total although a bonus is missing, but not the condition that names it.
    items = [*ITEMS, count("bonus", "p"), count("penalty", "q"), count("penalty", "r")]
    grades = ladder({"penalties_within": "50%"})
    results, findings = assess("don_vi;a;b;p;q;r\nA;60;40;1;1;", *items, grades=grades, penalty_cap="1")
    # Penalties are 1 whatever r says, which is more than half of the bonus.
    assert graded(results) == ("graded", "Tốt", "Xuất sắc")
    results, findings = assess(
        "don_vi;a;b;p;q;r\nA;60;40;1;0;", *items, grades=grades, penalty_cap="1", cap="90"
    )
    assert graded(results) == ("undecided", None, "Xuất sắc")
    assert ("TD556", "penalties_within") in codes(findings)


@pytest.mark.parametrize("rule", ["ungraded", "ignored"])
def test_a_unit_that_gave_no_self_score(assess: Assess, rule: str) -> None:
    text = "don_vi;a;b;a (Tự chấm);b (Tự chấm)"
    del text
    layers = {"layers": ["Tự chấm", "Thẩm định"], "no_self_score": rule, "grades": ladder()}
    long = "Đơn vị;Tiêu chí;Tự chấm;Thẩm định\nA;a;60;60\nA;b;40;40\nB;a;;60\nB;b;;40"
    results, _ = assess(long, *ITEMS, **layers)
    assert graded(results)[:2] == ("graded", "Xuất sắc")
    expected = ("ungraded", None) if rule == "ungraded" else ("graded", "Xuất sắc")
    assert graded(results, "B")[:2] == expected
    unit = results.find("B")
    assert unit is not None
    assert [veto.kind for veto in unit.vetoes] == (["no_self_score"] if rule == "ungraded" else [])


def test_grades_of_one_name_are_no_matter_of_order(assess: Assess, late: Callable[..., Adjustment]) -> None:
    text = "don_vi;a;b\nA;60;29"
    results, _ = assess(text, *ITEMS, grades=list(reversed(ladder())))
    assert graded(results)[1] == "Tốt"
    results, _ = assess(text, *ITEMS, grades=ladder(), adjustments=[late("A", "1")])
    assert graded(results)[1] == "Xuất sắc"
