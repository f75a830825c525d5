"""What a scoring table says against itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.span import Span
from thidua_cli.plan.criteria.checks import criteria_findings
from thidua_cli.plan.criteria.table import Criteria


def place(path: tuple[str | int, ...]) -> Span:
    return Span("/".join(map(str, path)))


def found(*items: dict[str, Any], **more: Any) -> list[tuple[str, str, str]]:
    criteria = Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": list(items), **more})
    return [(item.code, item.variant, item.span.path) for item in criteria_findings(criteria, place)]


def leaf(id: str, points: str) -> dict[str, Any]:
    return {"kind": "yes_no", "id": id, "name": id.upper(), "max": points}


def group(id: str, *items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "group", "id": id, "name": id.upper(), "items": list(items), **more}


def bands(*steps: dict[str, str], most: str = "2") -> dict[str, Any]:
    return {"kind": "bands", "id": "b", "name": "B", "max": most, "bands": list(steps)}


@pytest.mark.parametrize(("stated", "wrong"), [("15", False), ("15,00", False), ("15,5", True), ("14", True)])
def test_a_group_states_the_sum_of_its_items(stated: str, wrong: bool) -> None:
    table = group("g", leaf("a", "10"), leaf("b", "5"), max=stated)
    assert found(table) == ([("TD540", "sum", "criteria/0/max")] if wrong else [])


def test_bonuses_and_penalties_stand_outside_the_maximum() -> None:
    extra = [{"kind": kind, "id": kind, "name": kind, "point": "3"} for kind in ("bonus", "penalty")]
    assert found(leaf("a", "10"), *extra, max="10") == []


def test_a_table_adds_up_what_its_groups_declare() -> None:
    table = [group("g", leaf("a", "10"), max="12"), leaf("b", "5")]
    assert found(*table, max="17") == [("TD540", "sum", "criteria/0/max")]
    assert found(*table, max="15") == [("TD540", "sum", "max"), ("TD540", "sum", "criteria/0/max")]


def test_an_id_is_used_once_over_the_whole_table() -> None:
    assert found(group("g", leaf("a", "1")), leaf("a", "1")) == [("TD544", "", "criteria/1/id")]
    assert found(group("a", leaf("a", "1"))) == [("TD544", "", "criteria/0/items/0/id")]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([{"from": "90"}, {"below": "90"}], None),
        ([{"above": "90"}, {"to": "90"}], None),
        ([{"from": "90"}, {"to": "90"}], "TD542"),
        ([{"above": "90"}, {"below": "90"}], "TD541"),
        ([{"from": "90"}, {"below": "80"}], "TD541"),
        ([{"from": "80"}, {"below": "90"}], "TD542"),
        ([{"from": "0"}, {"from": "20", "to": "30"}], "TD542"),
        ([{"from": "90"}, {"from": "50", "below": "90"}, {"from": "20", "below": "50"}], None),
        ([{"from": "20", "below": "50"}, {"from": "90"}, {"from": "50", "below": "90"}], None),
    ],
)
def test_holes_and_overlaps_of_bands(steps: list[dict[str, str]], expected: str | None) -> None:
    table = bands(*({**step, "points": "2"} for step in steps))
    assert [code for code, _, _ in found(table)] == ([] if expected is None else [expected])


def test_a_band_inside_another_does_not_hide_the_next() -> None:
    steps = [{"from": "0", "below": "100"}, {"from": "10", "below": "20"}, {"from": "30", "below": "40"}]
    table = bands(*({**step, "points": "2"} for step in steps))
    criteria = Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": [table]})
    told = [
        (item.code, item.values["high"], item.values["low"]) for item in criteria_findings(criteria, place)
    ]
    assert told == [("TD542", "10", "20"), ("TD542", "30", "40")]


def test_the_best_band_gives_the_maximum() -> None:
    assert found(bands({"from": "0", "points": "2"}, most="3")) == [("TD540", "bands", "criteria/0/max")]


def test_holes_and_overlaps_of_grades() -> None:
    grades = [{"name": "A", "from": "90"}, {"name": "B", "from": "70", "below": "80"}]
    assert found(leaf("a", "100"), grades=grades) == [("TD541", "grade", "grades/0")]
    grades = [{"name": "A", "from": "90"}, {"name": "B", "from": "90"}]
    assert [code for code, _, _ in found(leaf("a", "100"), grades=grades)] == ["TD542"]


def test_the_sum_may_be_that_of_one_type_of_unit() -> None:
    here, there = leaf("a", "10") | {"applies_to": ["Xã"]}, leaf("b", "10") | {"applies_to": ["Phường"]}
    assert found(group("g", here, there, leaf("c", "5"), max="15")) == []
    assert found(group("g", here, there, max="20")) == [("TD540", "sum", "criteria/0/max")]


def test_the_best_alternative_gives_the_maximum() -> None:
    one_of = {"kind": "one_of", "id": "o", "name": "O", "items": [leaf("a", "10"), leaf("b", "8")]}
    assert found(one_of | {"max": "10"}, leaf("c", "5"), max="15") == []
    assert found(one_of | {"max": "9"}) == [("TD540", "one_of", "criteria/0/max")]
    assert found(one_of, leaf("b", "1")) == [("TD544", "", "criteria/1/id")]


SEGMENTS = [{"from": "0", "to": "5", "base": "0", "slope": "1"}, {"above": "5", "base": "5", "slope": "-1"}]


def segments(most: str, *steps: dict[str, str]) -> dict[str, Any]:
    return {"kind": "segments", "id": "s", "name": "S", "max": most, "segments": list(steps)}


def test_segments_reach_the_maximum_and_may_jump() -> None:
    assert found(segments("5", *SEGMENTS)) == []
    assert found(segments("6", *SEGMENTS)) == [("TD540", "segments", "criteria/0/max")]
    assert found(segments("4", *SEGMENTS)) == []
    endless = {"from": "0", "base": "0", "slope": "1"}
    assert found(segments("99", endless)) == []
    hole = [{"to": "0", "base": "5"}, {"from": "1", "base": "5"}]
    assert found(segments("5", *hole)) == [("TD541", "segment", "criteria/0/segments/1")]


def test_both_axes_of_a_matrix() -> None:
    rows = [{"from": "10", "points": ["4", "3"]}, {"to": "10", "points": ["2", "1"]}]
    matrix = {"kind": "matrix", "id": "m", "name": "M", "max": "4", "by_column": "B", "rows": rows}
    columns = [{"above": "5"}, {"below": "5"}]
    assert found(matrix | {"columns": columns}) == [
        ("TD542", "row", "criteria/0/rows/0"),
        ("TD541", "column", "criteria/0/columns/0"),
    ]
    assert found(matrix | {"max": "5", "columns": columns})[0] == ("TD540", "bands", "criteria/0/max")


@pytest.mark.parametrize(
    ("ladder", "expected"),
    [
        ([{"to": "0"}, {"from": "1"}], None),
        ([{"to": "0"}, {"above": "0"}], None),
        ([{"below": "1"}, {"from": "1"}], None),
        ([{"to": "0"}, {"from": "2"}], "TD541"),
        ([{"to": "0,5"}, {"from": "0,7"}], None),
        ([{"to": "1"}, {"from": "1"}], "TD542"),
    ],
)
def test_a_ladder_counts_whole_days(ladder: list[dict[str, str]], expected: str | None) -> None:
    deadline = {"kind": "deadline", "id": "d", "name": "D", "max": "2", "due": "2022-07-05"}
    table = deadline | {"ladder": [{**step, "points": "2"} for step in ladder]}
    assert [(code, variant) for code, variant, _ in found(table)] == (
        [] if expected is None else [(expected, "ladder")]
    )


def gated(id: str, criterion: str) -> dict[str, Any]:
    return leaf(id, "1") | {"only_if": {"criterion": criterion}}


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([gated("a", "b"), leaf("b", "1")], []),
        ([gated("a", "g"), group("g", leaf("b", "1"))], []),
        ([gated("a", "x"), leaf("b", "1")], [("", "criteria/0")]),
        ([gated("nhiem-vu", "ho-sow"), leaf("ho-so", "1")], [("near", "criteria/0")]),
        ([gated("a", "a")], [("cycle", "criteria/0")]),
        ([gated("a", "b"), gated("b", "a")], [("cycle", "criteria/0"), ("cycle", "criteria/1")]),
        ([group("g", gated("a", "g"))], [("cycle", "criteria/0/items/0")]),
        (
            [gated("a", "p"), {"kind": "penalty", "id": "p", "name": "P", "point": "1"}],
            [("no_max", "criteria/0")],
        ),
    ],
)
def test_conditions_rest_on_other_criteria(
    items: list[dict[str, Any]], expected: list[tuple[str, str]]
) -> None:
    assert found(*items) == [("TD548", variant, f"{path}/only_if/criterion") for variant, path in expected]


def test_an_alternative_is_no_criterion_to_rest_on() -> None:
    one_of = {"kind": "one_of", "id": "o", "name": "O", "items": [leaf("b", "1")]}
    assert [variant for _, variant, _ in found(gated("a", "o"), one_of)] == []
    assert [code for code, _, _ in found(gated("a", "b"), one_of)] == ["TD548"]


def test_grades_tie_breaks_and_vetoes_name_what_there_is() -> None:
    grades = [{"name": "Khá", "from": "0", "needs": [{"criterion": "x"}, {"criterion": "a"}]}]
    vetoes = [
        {"id": "v", "name": "V", "effect": "at_most", "grade": "Khá"},
        {"id": "a", "name": "W", "effect": "at_most", "grade": "Kha"},
        {"id": "w", "name": "W", "effect": "at_most", "grade": "Xuất sắc"},
    ]
    ranking = {"tie_breaks": [{"criterion": "p"}, {"criterion": "y"}, {"column": "Quân số"}]}
    penalty = {"kind": "penalty", "id": "p", "name": "P", "point": "1"}
    assert found(leaf("a", "1"), penalty, grades=grades, vetoes=vetoes, ranking=ranking) == [
        ("TD544", "", "vetoes/1/id"),
        ("TD548", "", "grades/0/needs/0/criterion"),
        ("TD548", "", "ranking/tie_breaks/1/criterion"),
        ("TD549", "near", "vetoes/1/grade"),
        ("TD549", "", "vetoes/2/grade"),
    ]


@settings(deadline=None, max_examples=80)
@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 6), st.booleans(), st.booleans()).filter(
            lambda step: step[1] > 0 or (step[2] and step[3])
        ),
        min_size=1,
        max_size=4,
    )
)
def test_overlaps_are_found_exactly_where_a_value_is_in_two_bands(
    steps: list[tuple[int, int, bool, bool]],
) -> None:
    written = [
        {
            ("from" if low_in else "above"): str(low),
            ("to" if high_in else "below"): str(low + width),
            "points": "2",
        }
        for low, width, low_in, high_in in steps
    ]
    table = bands(*written)
    parsed = Criteria.model_validate({"thidua": "1", "name": "X", "criteria": [table]}).criteria[0]
    values = [Decimal(quarter) / 4 for quarter in range(4 * 20)]
    doubled = any(sum(band.bounds.contains(value) for band in parsed.bands) > 1 for value in values)  # type: ignore[union-attr] # bands by construction
    assert any(code == "TD542" for code, _, _ in found(table)) == doubled


NARROW = {"cap": "1", "floor": "5"}


def test_least_points_lie_within_the_most() -> None:
    assert found(leaf("a", "10"), **NARROW) == [("TD552", "floor_above", "floor")]
    assert found(leaf("a", "10"), cap="5", floor="5") == []
    assert found(group("g", leaf("a", "10"), **NARROW)) == [("TD552", "floor_above", "criteria/0/floor")]
    # Without a cap the maximum holds, unless a bonus may go past it.
    assert found(leaf("a", "10"), max="10", floor="11") == [("TD552", "floor_above", "floor")]
    bonus = {"kind": "bonus", "id": "t", "name": "T", "point": "1"}
    assert found(leaf("a", "10"), bonus, max="10", floor="11") == []


def direct(id: str, most: str = "10", **more: Any) -> dict[str, Any]:
    return {"kind": "direct", "id": id, "name": id.upper(), "max": most, **more}


@pytest.mark.parametrize("heading", ["a", "A", "Số đo"])
def test_what_stands_beside_a_value_has_a_column_of_its_own(heading: str) -> None:
    own = {"id": "a", "name": "A", "max": "1", "aliases": ["số đo"]}
    targeted = own | {"kind": "proportional", "target_column": heading}
    assert found(targeted) == [("TD552", "own_column", "criteria/0/target_column")]
    grid = {"rows": [{"from": "0", "points": ["1"]}], "columns": [{"from": "0"}]}
    matrix = own | grid | {"kind": "matrix", "by_column": heading}
    assert found(matrix) == [("TD552", "own_column", "criteria/0/by_column")]
    assert found(targeted | {"target_column": "b"}, direct("b")) == []


GROUPED = group("g", direct("x"), {"kind": "penalty", "id": "p", "name": "P", "point": "1"})
CEILING = {"kind": "proportional", "id": "x", "name": "X", "max": "10", "target": "1", "ceiling": "15"}


@pytest.mark.parametrize(
    ("share", "variant"), [("100%", ""), ("100,5%", "never_reached"), ("0%", "always_reached"), ("0,5%", "")]
)
def test_what_a_grade_asks_of_every_criterion_can_hold_and_can_fail(share: str, variant: str) -> None:
    grades = [{"name": "Tốt", "from": "5", "needs": [{"every": share}]}]
    expected = [("TD552", variant, "grades/0/needs/0/every")] if variant else []
    assert found(direct("x"), direct("y"), grades=grades) == expected


@pytest.mark.parametrize(
    ("item", "share", "variant"),
    [
        (direct("x"), "100%", ""),
        (direct("x"), "100,5%", "never_reached"),
        (direct("x"), "0%", "always_reached"),
        (CEILING, "150%", ""),
        (CEILING, "151%", "never_reached"),
        (GROUPED, "500%", "never_reached"),
        # A penalty may take the group below nothing.
        (GROUPED, "0%", ""),
        (GROUPED | {"floor": "0"}, "0%", "always_reached"),
        # A floor may lift what is assigned past its maximum.
        (GROUPED | {"floor": "0"}, "500%", ""),
        (group("g", CEILING), "150%", ""),
        (group("g", direct("x"), {"kind": "bonus", "id": "t", "name": "T", "point": "1"}), "500%", ""),
    ],
)
def test_a_condition_can_hold_and_can_fail(item: dict[str, Any], share: str, variant: str) -> None:
    need = {"criterion": item["id"], "reaches": share}
    gated = direct("z", only_if=need)
    wrong = [("TD552", variant, "criteria/1/only_if/reaches")] if variant else []
    assert found(item, gated) == wrong
    grades = [{"name": "Tốt", "from": "5", "needs": [need]}]
    wrong = [("TD552", variant, "grades/0/needs/0/reaches")] if variant else []
    assert found(item, grades=grades) == wrong


def test_a_heading_belongs_to_one_criterion() -> None:
    same = direct("b", name="a ")
    assert found(direct("a", name="Điểm"), direct("b", name="điểm")) == [("TD544", "name", "criteria/1/name")]
    assert found(direct("a", name="Điểm"), same) == [("TD544", "heading", "criteria/1/name")]
    for taken in ("a", "Điểm", "Số"):
        first = direct("a", name="Điểm", aliases=["Số"])
        place = [("TD544", "heading", "criteria/1/aliases/0")]
        assert found(first, direct("b", aliases=[taken])) == place
    assert found(direct("a", name="Điểm", aliases=["a", "Điểm"])) == []
    # A group has no column.
    assert found(group("g", direct("a", name="G"))) == []


@pytest.mark.parametrize("field", ["cluster_column", "type_column"])
def test_the_column_of_units_is_no_other(field: str) -> None:
    assert found(leaf("a", "1"), **{field: "Đơn vị"}) == [("TD544", field, field)]
    assert found(leaf("a", "1"), unit_column="Cụm", **{field: "cụm"}) == [("TD544", field, field)]
    assert found(leaf("a", "1"), unit_column="Tên", **{field: "Đơn vị"}) == []
