"""What a scoring table says against itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.span import Span
from thidua_cli.plan.criteria import Criteria
from thidua_cli.plan.criteria_checks import criteria_findings


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
