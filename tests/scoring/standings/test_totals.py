"""Totals by hand: what is not assigned, caps and floors, conditions, late changes, what is not known."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.inputs.input_table import Adjustment
from thidua_cli.scoring.standings.results import Results

Assess = Callable[..., tuple[Results, list[Finding]]]
Late = Callable[..., Adjustment]


def direct(key: str, most: str, **more: Any) -> dict[str, Any]:
    return {"kind": "direct", "id": key, "name": f"Tiêu chí {key}", "max": most, **more}


def bonus(key: str, **more: Any) -> dict[str, Any]:
    return {"kind": "bonus", "id": key, "name": f"Thưởng {key}", "point": "1", **more}


def penalty(key: str, **more: Any) -> dict[str, Any]:
    return {"kind": "penalty", "id": key, "name": f"Trừ {key}", "point": "1", **more}


def group(key: str, *items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "group", "id": key, "name": f"Nhóm {key}", "items": list(items), **more}


def outcome(results: Results, unit: str = "A") -> tuple[str, bool]:
    found = results.find(unit)
    assert found is not None
    return str(found.published), found.complete


def codes(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(item.code, item.variant) for item in findings]


FIVES = [direct("a", "5"), direct("b", "5"), direct("c", "5"), direct("d", "5")]


def test_thirteen_of_fifteen_is_86_67_percent(assess: Assess) -> None:
    results, findings = assess("don_vi;a;b;c;d\nA;5;4;4;không giao\nB;5;5;5;5", *FIVES)
    unit = results.find("A")
    assert unit is not None
    assert unit.percent is not None
    assert unit.percent.fraction == Fraction(1300, 15)
    assert unit.possible == Decimal(15)
    assert unit.total.fraction == Fraction(13 * 20, 15)
    assert outcome(results) == ("17.33", True)
    assert outcome(results, "B") == ("20.00", True)
    assert findings == []
    assert results.points(unit, "d") is None
    assert not results.assigned(unit, "d")
    assert results.assigned(unit, "a")


def test_not_assigned_may_earn_full_points_instead(assess: Assess) -> None:
    results, _ = assess("don_vi;a;b;c;d\nA;5;4;4;không giao", *FIVES, not_assigned="full")
    unit = results.units[0]
    assert outcome(results) == ("18.00", True)
    assert (results.points(unit, "d"), unit.possible) == (Fraction(5), Decimal(20))


def test_bonuses_and_penalties_stand_outside_the_scaling(assess: Assess) -> None:
    items = [*FIVES, bonus("p"), penalty("q")]
    results, _ = assess("don_vi;a;b;c;d;p;q\nA;5;4;4;không giao;3;1\nB;5;5;5;5;không giao;1", *items)
    # 13 x 20 / 15 + 3 - 1, and nothing is scaled for a bonus that was not assigned.
    assert [(unit.unit, unit.total.fraction) for unit in results.units] == [
        ("A", Fraction(260, 15) + 2),
        ("B", Fraction(19)),
    ]


def test_types_of_units_are_scaled_to_the_stated_maximum_only(assess: Assess) -> None:
    own = [
        direct("common", "60"),
        direct("x", "40", applies_to=["Sở"]),
        direct("y", "30", applies_to=["Xã"]),
    ]
    text = "don_vi;loai;common;x;y\nA;Sở;60;20;\nB;Xã;60;;30\nC;Khác;30;;"
    results, findings = assess(text, *own, type_column="loai")
    assert codes(findings) == []
    # Without a stated maximum the table offers what the type with most can be assigned: 100.
    assert [(unit.unit, str(unit.published)) for unit in results.units] == [
        ("B", "100.00"),
        ("A", "80.00"),
        ("C", "50.00"),
    ]
    results, _ = assess(text, *own, type_column="loai", not_assigned="full")
    # Full points are for what the unit could have been assigned, not for what is meant for others.
    assert outcome(results, "A") == ("80.00", True)


def test_a_unit_that_was_assigned_nothing_is_not_scored(assess: Assess) -> None:
    text = "don_vi;a;b;c;d;p\nA;không giao;không giao;không giao;không giao;2"
    results, findings = assess(text, *FIVES, bonus("p"))
    assert outcome(results) == ("2.00", False)
    assert results.units[0].rank is None
    assert codes(findings) == [("TD559", "")]


def test_a_table_of_bonuses_alone_has_nothing_to_scale(assess: Assess) -> None:
    results, findings = assess("don_vi;p;q\nA;2;không giao", bonus("p"), bonus("q"))
    assert outcome(results) == ("2.00", True)
    assert findings == []
    assert results.units[0].percent is None


@pytest.mark.parametrize(
    ("bounds", "text", "total"),
    [
        ({"cap": "12"}, "A;5;5;4;0", "12.00"),
        ({"cap": "12"}, "A;5;5;1;0", "11.00"),
        ({"floor": "2"}, "A;1;1;0;3", "2.00"),
        ({"floor": "2"}, "A;5;5;0;3", "7.00"),
        ({"bonus_cap": "3"}, "A;1;1;9;0", "5.00"),
        ({"penalty_cap": "3"}, "A;5;5;0;9", "7.00"),
        ({"bonus_cap": "3", "cap": "12"}, "A;5;5;9;2", "11.00"),
        ({"floor": "0"}, "A;1;1;0;9", "0.00"),
    ],
)
def test_caps_and_floors_hold_for_groups_and_for_tables(
    assess: Assess, bounds: dict[str, str], text: str, total: str
) -> None:
    items = [direct("a", "5"), direct("b", "5"), bonus("p"), penalty("q")]
    header = "don_vi;a;b;p;q\n"
    assert outcome(assess(header + text, group("g", *items, **bounds))[0]) == (total, True)
    assert outcome(assess(header + text, *items, **bounds)[0]) == (total, True)


@pytest.mark.parametrize(
    ("bounds", "cells", "total"),
    [
        # What a fully assigned unit comes to at most, 12 + 10, is also the most of one without b.
        ({"cap": "12"}, "10;không giao;10;0;0", 22),
        ({"cap": "12"}, "10;không giao;5;0;0", Fraction(33, 2)),
        # 10 × 22/20 + 5 under 12, and z.
        ({"cap": "12"}, "10;không giao;10;5;0", 23),
        ({"cap": "12"}, "10;không giao;10;5;4", 23),
        ({"cap": "12"}, "10;không giao;10;0;4", 18),
        # The group is all that is left, and still counts no more than its cap.
        ({"cap": "12"}, "10;10;không giao;0;0", 12),
        ({"cap": "12"}, "3;3;không giao;0;0", 11),
        # 0 up to 6 is not scaled again; 5 × 30/20 - 4 is above 3 by itself.
        ({"floor": "6"}, "0;không giao;10;0;0", 6 + 15),
        ({"floor": "3"}, "5;không giao;10;0;4", Fraction(7, 2) + 15),
        ({"floor": "3"}, "5;không giao;10;0;9", 3 + 15),
    ],
)
def test_cap_and_floor_hold_for_what_a_group_counts_in_the_total(
    assess: Assess, bounds: dict[str, str], cells: str, total: Fraction
) -> None:
    inner = group("g", direct("a", "10"), direct("b", "10"), bonus("p"), penalty("q"), **bounds)
    results, _ = assess(f"don_vi;a;b;z;p;q\nX;{cells}", inner, direct("z", "10"))
    assert results.units[0].total.fraction == total
    assert results.breakdown(results.units[0]).groups["g"].total.fraction <= int(bounds.get("cap", 99))


def test_the_share_of_the_possible_points_knows_the_caps_of_groups(assess: Assess) -> None:
    inner = group("g", direct("a", "10"), direct("b", "10"), cap="12")
    results, _ = assess(
        "don_vi;a;b;z\nX;10;không giao;10\nY;10;10;10\nZ;10;10;không giao", inner, direct("z", "10")
    )
    shares = {unit.unit: (unit.possible, unit.percent and unit.percent.fraction) for unit in results.units}
    assert shares == {"X": (Decimal(20), 100), "Y": (Decimal(22), 100), "Z": (Decimal(12), 100)}


def test_a_group_without_any_assigned_criterion_has_no_floor(assess: Assess) -> None:
    inner = group("g", direct("a", "10"), floor="4")
    results, _ = assess("don_vi;a;b\nA;không giao;5\nB;1;5", inner, direct("b", "10"))
    assert outcome(results) == ("10.00", True)
    assert outcome(results, "B") == ("9.00", True)


GATED = [direct("a", "10"), direct("b", "5", only_if={"criterion": "a", "reaches": "80%"})]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("8;5", ("13.00", True)),
        ("7,99;5", ("7.99", True)),
        ("7;", ("7.00", True)),  # not counted whatever it says
        ("8;", ("8.00", False)),
        (";0", ("0.00", False)),
        (";5", ("0.00", False)),
        # 5 of 5, for a condition that was not assigned cannot fail: scaled from 5 to 15.
        ("không giao;5", ("15.00", True)),
        ("không giao;4", ("12.00", True)),
    ],
)
def test_a_criterion_counts_only_where_its_condition_is_met(
    assess: Assess, cells: str, expected: tuple[str, bool]
) -> None:
    results, _ = assess(f"don_vi;a;b\nA;{cells}", *GATED)
    assert outcome(results) == expected


def test_zero_points_need_no_condition(assess: Assess) -> None:
    # The condition is not known, but 0 points are 0 either way; the total lacks only the other criterion.
    results, _ = assess("don_vi;a;b;c\nA;;0;3", *GATED, direct("c", "3"))
    unit = results.units[0]
    assert results.points(unit, "b") == 0
    assert not unit.complete
    results, _ = assess("don_vi;a;b;c\nA;;5;3", *GATED, direct("c", "3"))
    assert results.points(results.units[0], "b") is None


def test_a_condition_may_rest_on_a_group_and_on_another_condition(assess: Assess) -> None:
    first = group("g", direct("a", "6"), direct("b", "4"))
    then = direct("c", "5", only_if={"criterion": "g", "reaches": "50%"})
    last = bonus("p", only_if={"criterion": "c", "reaches": "100%"})
    # The order of the file does not matter: what rests on a condition may stand before it.
    results, _ = assess(
        "don_vi;p;c;a;b\nA;1;5;1;4\nB;1;5;1;3\nC;1;4;6;4\nD;1;5;3;không giao", last, then, first
    )
    assert outcome(results) == ("11.00", True)
    assert outcome(results, "B") == ("4.00", True)
    assert outcome(results, "C") == ("14.00", True)
    # Of the group its assigned part counts: 3 of 6 reaches a half.
    assert results.points(results.find("D") or results.units[0], "c") == 5


def test_conditions_that_lead_back_to_themselves_are_not_decided(assess: Assess) -> None:
    loop = [
        direct("a", "5", only_if={"criterion": "b", "reaches": "100%"}),
        direct("b", "5", only_if={"criterion": "a", "reaches": "100%"}),
    ]
    results, _ = assess("don_vi;a;b\nA;5;5\nB;0;0", *loop)
    assert not outcome(results)[1]
    assert outcome(results, "B") == ("0.00", True)
    results, _ = assess(
        "don_vi;a\nA;5", direct("a", "5", only_if={"criterion": "khong-co", "reaches": "50%"})
    )
    assert not outcome(results)[1]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("2;;1", ("3.00", True)),
        ("1;;1", ("2.00", False)),
        (";;1", ("1.00", False)),
        ("2;5;", ("2.00", False)),
    ],
)
def test_a_cap_that_is_reached_anyway_decides_what_is_missing(
    assess: Assess, cells: str, expected: tuple[str, bool]
) -> None:
    results, _ = assess(f"don_vi;p;q;a\nA;{cells}", bonus("p"), bonus("q"), direct("a", "5"), bonus_cap="2")
    assert outcome(results) == expected


def test_a_criterion_that_cannot_earn_anything_is_never_missing(assess: Assess) -> None:
    results, _ = assess("don_vi;a;b\nA;4;", direct("a", "5"), direct("b", "0"))
    assert outcome(results) == ("4.00", True)


def test_what_is_known_of_a_missing_criterion_is_its_floor(assess: Assess) -> None:
    results, _ = assess("don_vi;a\nA;", direct("a", "5", floor="2"))
    assert outcome(results) == ("2.00", False)
    # For want of evidence there would not even be that, so a floor of 5 of 5 decides nothing either.
    item = direct("a", "5", floor="5")
    assert outcome(assess("don_vi;a\nA;", item)[0]) == ("5.00", True)
    results, _ = assess("don_vi;a;a.evidence\nA;;", item | {"evidence": "required"})
    assert outcome(results) == ("0.00", False)


@pytest.mark.parametrize(
    ("criterion", "points", "total", "variant"),
    [
        ("a", "-1,5", "11.50", None),
        (None, "-1,5", "11.50", None),
        ("a", "1", "14.00", None),
        ("a", "1,5", "14.00", "limit"),
        ("a", "-6", "9.00", "limit"),
        ("q", "2", "14.00", "limit"),
        ("q", "-2", "11.00", None),
        ("p", "3", "16.00", None),
        ("p", "9", "17.00", "limit"),
        ("g", "4", "17.00", None),
        (None, "9", "22.00", None),
    ],
)
def test_late_changes_are_added_within_the_limits_of_their_criterion(
    assess: Assess, late: Late, criterion: str | None, points: str, total: str, variant: str | None
) -> None:
    items = [direct("a", "5"), group("g", direct("b", "9"), bonus("p", cap="5")), penalty("q")]
    change = late("A", points.replace(",", "."), criterion)
    results, findings = assess("don_vi;a;b;p;q\nA;4;9;1;1", *items, adjustments=[change])
    assert outcome(results) == (total, True)
    assert codes(findings) == ([("TD557", variant)] if variant else [])
    assert results.units[0].adjustments == (change,)


def test_a_change_of_the_total_obeys_the_caps_of_the_table(assess: Assess, late: Late) -> None:
    results, _ = assess("don_vi;a\nA;9", direct("a", "10"), cap="10", adjustments=[late("a", "4")])
    assert outcome(results) == ("10.00", True)
    results, _ = assess("don_vi;a\nA;9", direct("a", "10"), floor="0", adjustments=[late("A", "-20")])
    assert outcome(results) == ("0.00", True)


def test_a_change_of_what_was_not_assigned_does_not_count(assess: Assess, late: Late) -> None:
    items = [direct("a", "5"), direct("b", "5")]
    results, findings = assess("don_vi;a;b\nA;4;không giao", *items, adjustments=[late("A", "1", "b")])
    assert outcome(results) == ("8.00", True)
    assert codes(findings) == [("TD557", "not_assigned")]
    assert findings[0].span.path == "dieu-chinh.csv"


def test_a_change_never_fills_a_gap(assess: Assess, late: Late) -> None:
    results, _ = assess("don_vi;a;b\nA;;4", *FIVES[:2], adjustments=[late("A", "1", "a")])
    assert not outcome(results)[1]


def test_changes_move_conditions_too(assess: Assess, late: Late) -> None:
    results, _ = assess("don_vi;a;b\nA;7;5", *GATED, adjustments=[late("A", "1", "a")])
    assert outcome(results) == ("13.00", True)


def test_a_change_of_an_alternative_belongs_to_the_criterion_it_is_part_of(
    assess: Assess, late: Late
) -> None:
    one_of = {
        "kind": "one_of",
        "id": "o",
        "name": "Chọn một",
        "max": "9",
        "items": [direct("a", "5"), direct("b", "9")],
    }
    results, _ = assess("don_vi;a;b\nA;4;6", one_of, adjustments=[late("A", "1", "a")])
    assert outcome(results) == ("7.00", True)


def test_more_points_come_to_more_in_a_table_that_scales_down_too(assess: Assess) -> None:
    # A stated maximum below the sum of what is assigned.
    inner = group("g", direct("a", "10"), bonus("p"), cap="12")
    items = [inner, direct("b", "10"), direct("c", "5")]
    totals = [
        assess(f"don_vi;a;p;b;c\nA;{cell};10;0;không giao", *items, max="16")[0].units[0]
        for cell in ("0", "2", "10")
    ]
    assert [str(unit.published) for unit in totals] == ["10.00", "11.60", "12.00"]
    results, _ = assess("don_vi;a;p;b;c\nA;;10;0;không giao", *items, max="16")
    assert not results.units[0].complete


def test_a_unit_of_unknown_type_has_no_certain_total(assess: Assess) -> None:
    # Whatever c says it is 5 of 5, but whether it belongs to the unit at all is not known.
    items = [direct("a", "10"), direct("c", "5", applies_to=["Xã"], floor="5")]
    results, _ = assess("don_vi;loai;a;c\nA;;5;3\nB;Xã;5;3\nC;Sở;5;3", *items, type_column="loai")
    assert not outcome(results)[1]
    assert outcome(results, "B") == ("10.00", True)
    assert outcome(results, "C") == ("7.50", True)


@pytest.mark.parametrize(
    ("item", "most"),
    [
        (
            {
                "kind": "bands",
                "max": "5",
                "bands": [{"below": "1", "points": "3"}, {"from": "1", "points": "7"}],
            },
            "7",
        ),
        ({"kind": "proportional", "max": "5", "target": "10", "ceiling": "7"}, "7"),
        ({"kind": "proportional", "max": "5", "target": "10"}, "5"),
        ({"kind": "one_of", "items": [direct("u", "4"), direct("v", "5")]}, "5"),
        ({"kind": "bonus", "point": "2", "cap": "5"}, "5"),
    ],
)
def test_what_is_missing_lies_between_the_limits_of_its_kind(
    assess: Assess, item: dict[str, Any], most: str
) -> None:
    text = "don_vi;a;m;u;v\nA;5;;;"
    missing = item | {"id": "m", "name": "Thiếu"}
    # With a cap of 5 on the group the missing points cannot matter; with one more than that they do.
    results, _ = assess(text, group("g", direct("a", "5"), missing, cap="5"))
    assert outcome(results) == ("5.00", True)
    results, _ = assess(text, group("g", direct("a", "5"), missing, cap="6"))
    assert not results.units[0].complete
    # A floor that all of them stay under decides, one that they can pass does not.
    results, _ = assess("don_vi;a;m;u;v\nA;0;;;", group("g", direct("a", "5"), missing, floor=most))
    assert outcome(results) == (f"{most}.00", True)
    results, _ = assess(
        "don_vi;a;m;u;v\nA;0;;;", group("g", direct("a", "5"), missing, floor=str(int(most) - 1))
    )
    assert not results.units[0].complete


def test_alternatives_are_for_the_types_that_any_of_them_is_for(assess: Assess) -> None:
    parts = [direct("x", "10", applies_to=["Sở"]), direct("y", "10", applies_to=["Xã"])]
    items = [direct("a", "10"), {"kind": "one_of", "id": "o", "name": "Một", "items": parts}]
    text = "don_vi;loai;a;x;y\nA;Sở;5;10;\nB;Xã;5;;10\nC;Khác;5;;\nD;Sở;5;không giao;"
    results, _ = assess(text, *items, type_column="loai")
    found = {unit.unit: str(unit.published) for unit in results.units if unit.complete}
    assert found == {"A": "15.00", "B": "15.00", "C": "10.00", "D": "10.00"}
    results, _ = assess(text, *items, type_column="loai", not_assigned="full")
    found = {unit.unit: str(unit.published) for unit in results.units if unit.complete}
    assert found == {"A": "15.00", "B": "15.00", "C": "10.00", "D": "15.00"}


def test_a_total_may_be_certain_although_a_criterion_is_not_known(assess: Assess) -> None:
    items = [direct("a", "10"), direct("b", "10")]
    results, findings = assess("don_vi;a;b\nA;6;\nB;2;\nC;;", *items, cap="5")
    first, second, third = (results.find(name) for name in "ABC")
    assert first is not None
    assert second is not None
    assert third is not None
    # What was earned of the possible points is not known, though the total is.
    assert (outcome(results), first.rank, first.percent, first.unknown) == (("5.00", True), 1, None, ("b",))
    assert (second.complete, second.rank, third.unknown) == (False, None, ("a", "b"))
    told = {(each.span.cell, each.variant) for each in findings if each.code == "TD530"}
    assert told == {("C2", "settled"), ("C3", "points"), ("B4", "points"), ("C4", "points")}


def test_an_unknown_bonus_leaves_the_share_of_the_possible_points(assess: Assess) -> None:
    results, _ = assess("don_vi;a;p;q\nA;5;9;", direct("a", "10"), bonus("p"), bonus("q"), bonus_cap="3")
    unit = results.units[0]
    assert (unit.complete, unit.percent and unit.percent.fraction, unit.unknown) == (True, 50, ("q",))
