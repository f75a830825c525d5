"""Scoring tables as people write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from thidua_cli.plan.criteria.measured import Leader, Proportional
from thidua_cli.plan.criteria.table import Criteria, Group, highest, is_bonus
from thidua_cli.plan.criteria.values import Bounds


def criteria(*items: dict[str, Any], **more: Any) -> Criteria:
    return Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": list(items), **more})


def errors(*items: dict[str, Any], **more: Any) -> list[tuple[tuple[object, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        criteria(*items, **more)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


def leaf(**fields: Any) -> dict[str, Any]:
    return {"kind": "proportional", "id": "a", "name": "A", "max": "10", "target": "100", **fields}


@pytest.mark.parametrize(
    ("text", "value"),
    [("12,5", "12.5"), ("19.663", "19663"), ("8.76", "8.76"), ("05", "5"), ("0,125", "0.125")],
)
def test_numbers_by_the_vietnamese_rules(text: str, value: str) -> None:
    found = criteria(leaf(target=text)).criteria[0]
    assert isinstance(found, Proportional)
    assert found.target == Decimal(value)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("57,500", "td:TD543:ambiguous"),
        ("90%", "td:TD543:percent"),
        ("mười", "td:TD543:malformed"),
        (True, "td:TD543"),
        (None, "td:TD543"),
        (["1"], "td:TD543"),
    ],
)
def test_what_is_not_one_number_is_refused(text: object, kind: str) -> None:
    assert errors(leaf(max=text)) == [(("criteria", 0, "proportional", "max"), kind)]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"target": "0"}, "td:TD545"),
        ({"target": "-1", "direction": "down"}, "td:TD545"),
        ({"target_column": "Giao"}, "td:TD552:target_both"),
        ({"floor": "10,01"}, "td:TD552:floor_above"),
        ({"ceiling": "12", "floor": "12,01"}, "td:TD552:floor_above"),
        ({"blank": "nothing"}, "literal_error"),
        ({"only_if": {"criterion": "b", "reaches": "50"}}, "td:TD543:share"),
        ({"only_if": {"criterion": "b", "reaches": "nửa%"}}, "td:TD543:malformed"),
        ({"only_if": {"criterion": "b", "reaches": True}}, "td:TD543:share"),
        ({"rounding": {"places": "7"}}, "td:TD547:places"),
        ({"ceiling": "9,99"}, "td:TD547:ceiling"),
        ({"max": "-1"}, "td:TD543:negative"),
        ({"direction": "sideways"}, "literal_error"),
        ({"extra": "1"}, "extra_forbidden"),
    ],
)
def test_proportional_needs_something_to_divide_by(fields: dict[str, str], kind: str) -> None:
    assert [found for _, found in errors(leaf(**fields))] == [kind]


@pytest.mark.parametrize(
    "fields",
    [
        {"target": "0", "direction": "down"},
        {"ceiling": "10"},
        {"target": "0,01"},
        {"floor": "10"},
        {"ceiling": "12", "floor": "12"},
        {"only_if": {"criterion": "b"}},
    ],
)
def test_boundary_cases_are_accepted(fields: dict[str, str]) -> None:
    assert criteria(leaf(**fields))


@pytest.mark.parametrize(
    ("band", "kind"),
    [
        ({"from": "1", "above": "1"}, "td:TD546:lower"),
        ({"to": "1", "below": "1"}, "td:TD546:upper"),
        ({}, "td:TD546:open"),
        ({"from": "2", "below": "2"}, "td:TD546:empty"),
        ({"from": "3", "to": "2"}, "td:TD546:empty"),
    ],
)
def test_malformed_intervals_are_refused(band: dict[str, str], kind: str) -> None:
    bands = {"kind": "bands", "id": "a", "name": "A", "max": "1", "bands": [band | {"points": "1"}]}
    assert [found for _, found in errors(bands)] == [kind]


@pytest.mark.parametrize(
    ("bounds", "inside", "outside"),
    [
        (Bounds(Decimal(5), True, Decimal(8), False), "5 7.99", "4.99 8"),
        (Bounds(Decimal(5), False, Decimal(8), True), "5.01 8", "5 8.01"),
        (Bounds(None, False, Decimal(8), False), "-9 7", "8"),
        (Bounds(Decimal(5), True, None, False), "5 999", "4"),
    ],
)
def test_boundaries_are_exactly_as_stated(bounds: Bounds, inside: str, outside: str) -> None:
    assert all(bounds.contains(Decimal(text)) for text in inside.split())
    assert not any(bounds.contains(Decimal(text)) for text in outside.split())


def test_grades_reach_up_to_the_next_unless_stated() -> None:
    grades = [
        {"name": "B", "from": "70"},
        {"name": "A", "from": "90"},
        {"name": "C", "from": "50", "below": "60"},
    ]
    found = criteria(leaf(), grades=grades).grade_bounds()
    assert [(bounds.lower, bounds.upper) for bounds in found] == [(70, 90), (90, None), (50, 60)]


@pytest.mark.parametrize("places", ["7", "-1", "2,0", "x", "²"])
def test_rounding_has_few_places(places: str) -> None:
    assert errors(leaf(), rounding={"places": places}) == [(("rounding", "places"), "td:TD547:places")]


def test_a_share_is_a_number_of_ones() -> None:
    leaders = criteria(leaf(kind="leader", below_target="33,3%", at_target="60%")).criteria[0]
    assert isinstance(leaders, Leader)
    assert (leaders.below_target, leaders.at_target) == (Decimal("0.333"), Decimal("0.6"))


STEPS = {"kind": "steps", "id": "a", "name": "A", "max": "1", "start": "0", "step": "1", "point": "1"}
DEADLINE = {"kind": "deadline", "id": "a", "name": "A", "max": "1", "ladder": [{"to": "0", "points": "1"}]}
MATRIX = {"kind": "matrix", "id": "a", "name": "A", "max": "1", "by_column": "B", "columns": [{"from": "0"}]}
BONUS = {"kind": "bonus", "id": "b", "name": "B", "point": "1"}
PENALTY = BONUS | {"kind": "penalty"}
ONE_OF = {"kind": "one_of", "id": "o", "name": "O"}


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ({**leaf(), "target": None} | {"target": ""}, "td:TD543:empty"),
        ({key: value for key, value in leaf().items() if key != "target"}, "td:TD552:target_none"),
        (leaf(kind="leader", below_target="60%"), "td:TD552:leader_shares"),
        (leaf(kind="leader", at_target="101%"), "td:TD552:leader_shares"),
        (leaf(kind="leader", target="0"), "td:TD545"),
        (STEPS | {"step": "0"}, "td:TD552:step"),
        (STEPS | {"step": "-1"}, "td:TD552:step"),
        (DEADLINE, "td:TD552:due_none"),
        (DEADLINE | {"due": "2022-07-05", "due_column": "Hạn"}, "td:TD552:due_both"),
        (DEADLINE | {"due": "7/2022"}, "td:TD552:day"),
        (DEADLINE | {"due": "31/6/2022"}, "td:TD121:short_month"),
        (DEADLINE | {"due": "2022-07-05", "days_off": ["tháng 9/2022"]}, "td:TD552:day"),
        (MATRIX | {"rows": [{"from": "0", "points": ["1", "2"]}]}, "td:TD552:matrix"),
        (
            {"kind": "segments", "id": "a", "name": "A", "max": "1"}
            | {"segments": [{"to": "0", "base": "1", "slope": "1"}]},
            "td:TD552:segment_start",
        ),
        (PENALTY | {"floor": "1"}, "td:TD552:penalty_floor"),
        (BONUS | {"blank": "average"}, "literal_error"),
        (ONE_OF | {"items": [leaf(), BONUS]}, "td:TD552:one_of_mixed"),
        (ONE_OF | {"items": [BONUS], "blank": "average"}, "td:TD552:bonus_average"),
        (ONE_OF | {"items": [BONUS], "max": "1"}, "td:TD552:bonus_max"),
        (ONE_OF | {"items": [leaf(only_if={"criterion": "b"})]}, "td:TD552:alternative_gate"),
        (ONE_OF | {"items": [leaf(), leaf(max="12")], "floor": "12,5"}, "td:TD552:floor_above"),
        (ONE_OF | {"items": [PENALTY]}, "union_tag_invalid"),
    ],
)
def test_parts_that_do_not_fit_together_are_refused(item: dict[str, Any], kind: str) -> None:
    assert [found for _, found in errors(item)] == [kind]


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"vetoes": [{"id": "v", "name": "V", "effect": "at_most"}]}, "td:TD549:grade_missing"),
        ({"vetoes": [{"id": "v", "name": "V", "grade": "Khá"}]}, "td:TD549:grade_unused"),
        ({"grades": [{"name": "A", "from": "1", "needs": [{}]}]}, "td:TD552:need"),
        (
            {"grades": [{"name": "A", "from": "1", "needs": [{"every": "50%", "criterion": "a"}]}]},
            "td:TD552:need",
        ),
        (
            {"grades": [{"name": "A", "from": "1", "needs": [{"every": "50%", "reaches": "50%"}]}]},
            "td:TD552:need_reaches",
        ),
        ({"ranking": {"tie_breaks": [{}]}}, "td:TD552:tie_break"),
        ({"ranking": {"tie_breaks": [{"criterion": "a", "column": "B"}]}}, "td:TD552:tie_break"),
        ({"grades": [{"name": "A", "from": "9", "below": "3"}]}, "td:TD546:grade"),
        ({"grades": [{"name": "A", "from": "9", "below": "9"}]}, "td:TD546:grade"),
    ],
)
def test_standings_that_do_not_fit_together_are_refused(more: dict[str, Any], kind: str) -> None:
    assert [found for _, found in errors(leaf(), **more)] == [kind]


def test_alternatives_are_scored_as_one_and_told_each_by_itself() -> None:
    alternatives = ONE_OF | {"items": [leaf(id="a"), leaf(id="b", max="12")], "floor": "11"}
    table = criteria(alternatives, leaf(id="d"), BONUS | {"id": "e"})
    assert [item.id for item in table.scored()] == ["o", "d", "e"]
    assert [item.id for item in table.leaves()] == ["a", "b", "d", "e"]
    assert [highest(item) for item in table.scored()] == [12, 10, 0]
    assert [is_bonus(item) for item in table.scored()] == [False, False, True]


def test_alternative_bonuses_are_a_bonus() -> None:
    table = criteria(ONE_OF | {"items": [BONUS]})
    assert is_bonus(table.criteria[0])
    assert highest(table.criteria[0]) == 0


def test_an_unknown_version_is_refused() -> None:
    assert errors(leaf(), thidua="2") == [(("thidua",), "td:TD126")]


def test_groups_nest_and_give_their_leaves_in_order() -> None:
    inner = {"kind": "group", "id": "g2", "name": "G2", "items": [leaf(id="b"), leaf(id="c")]}
    outer = {"kind": "group", "id": "g1", "name": "G1", "items": [leaf(id="a"), inner]}
    table = criteria(outer, leaf(id="d"))
    assert isinstance(table.criteria[0], Group)
    assert [item.id for item in table.leaves()] == ["a", "b", "c", "d"]


def test_every_field_is_described_in_the_schema() -> None:
    schema = Criteria.model_json_schema()
    models = [schema, *schema["$defs"].values()]
    assert all("description" in field for model in models for field in model.get("properties", {}).values())
