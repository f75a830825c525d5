"""Every kind held against an independent implementation in plain fractions, and its properties."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from math import ceil, floor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.exact import EXACT
from thidua_cli.scoring.points.scene import Scene
from thidua_cli.scoring.points.scoring import score_criteria
from thidua_cli.scoring.points.shapes.days import working_days
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.table import Origin, Row, StoredNumber

Column = list[Fraction]
Reference = Callable[[Column], list[Fraction | None]]

BANDS = [
    {"from": "90", "points": "20"},
    {"above": "50", "below": "90", "points": "12,5"},
    {"to": "50", "points": "3"},
]
SEGMENTS = [
    {"below": "40", "base": "1"},
    {"from": "40", "below": "90", "base": "2", "slope": "0,3"},
    {"from": "90", "base": "17", "slope": "0,1"},
]


def proportional(column: Column) -> list[Fraction | None]:
    return [min(max(20 * actual / Fraction("90.3"), Fraction(0)), Fraction(23)) for actual in column]


def lower_is_better(column: Column) -> list[Fraction | None]:
    return [
        None
        if actual < 0
        else Fraction(20)
        if not actual
        else min(20 * Fraction(7, 2) / actual, Fraction(20))
        for actual in column
    ]


def leader(column: Column) -> list[Fraction | None]:
    excess = [actual / 90 - 1 for actual in column]
    best = max(excess)
    return [
        10 + 10 * own / best if own > 0 else max(10 * actual / 90, Fraction(0))
        for own, actual in zip(excess, column, strict=True)
    ]


def relative(column: Column) -> list[Fraction | None]:
    best = max(column)
    return [None if best <= 0 else max(20 * actual / best, Fraction(0)) for actual in column]


def relative_down(column: Column) -> list[Fraction | None]:
    best = min((actual for actual in column if actual >= 0), default=Fraction(0))
    return [
        None if actual < 0 else Fraction(20) if actual == best else 20 * best / actual for actual in column
    ]


def bands(column: Column) -> list[Fraction | None]:
    return [
        Fraction(20) if actual >= 90 else Fraction(25, 2) if actual > 50 else Fraction(3) for actual in column
    ]


def segments(column: Column) -> list[Fraction | None]:
    def height(actual: Fraction) -> Fraction:
        if actual < 40:
            return Fraction(1)
        if actual < 90:
            return 2 + Fraction(3, 10) * (actual - 40)
        return 17 + Fraction(1, 10) * (actual - 90)

    return [min(height(actual), Fraction(20)) for actual in column]


def steps(rounding: Callable[[Fraction], Fraction | int]) -> Reference:
    def reference(column: Column) -> list[Fraction | None]:
        return [
            min(2 + Fraction(1, 2) * rounding((actual - 50) / Fraction("0.7")), Fraction(20))
            if actual >= 50
            else Fraction(0)
            for actual in column
        ]

    return reference


STEPS = {"start": "50", "step": "0,7", "point": "0,5", "base": "2"}
KINDS: dict[str, tuple[dict[str, Any], Reference]] = {
    "proportional": ({"kind": "proportional", "target": "90,3", "ceiling": "23"}, proportional),
    "lower": ({"kind": "proportional", "target": "3,5", "direction": "down"}, lower_is_better),
    "leader": ({"kind": "leader", "target": "90"}, leader),
    "relative": ({"kind": "relative"}, relative),
    "relative_down": ({"kind": "relative", "direction": "down"}, relative_down),
    "bands": ({"kind": "bands", "bands": BANDS}, bands),
    "segments": ({"kind": "segments", "segments": SEGMENTS}, segments),
    "full": ({"kind": "steps", **STEPS}, steps(floor)),
    "started": ({"kind": "steps", "counting": "started", **STEPS}, steps(ceil)),
    "exact": ({"kind": "steps", "counting": "exact", **STEPS}, steps(lambda share: share)),
}
FALLING = {"lower", "relative_down"}
AMOUNTS = st.lists(st.decimals("-5", "400", places=3, allow_nan=False), min_size=1, max_size=8)


def points(rule: dict[str, Any], rows: list[tuple[Any, ...]], *sides: str) -> list[Fraction | None]:
    """The points of the rows; `sides` are the keys of the cells after the first."""
    item = {"id": "c", "name": "C", "max": "20", **rule}
    criteria = Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": [item]})
    keys = ["c", *(key if key.startswith("@") else f"c.{key}" for key in sides)]
    table = [Row(number, number, row, Origin("u.csv")) for number, row in enumerate(rows, 2)]
    scene = Scene({key: at for at, key in enumerate(keys)}, table, FindingLog(), "@cluster" in keys)
    with localcontext(EXACT):
        score = score_criteria(criteria, scene)["c"]
    return [score.points(row.values) for row in table]


def column(rule: dict[str, Any], amounts: list[Decimal]) -> list[Fraction | None]:
    return points(rule, [(StoredNumber(amount),) for amount in amounts])


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None, max_examples=60)
@given(AMOUNTS)
def test_points_are_exactly_those_of_the_reference(kind: str, amounts: list[Decimal]) -> None:
    rule, reference = KINDS[kind]
    assert column(rule, amounts) == reference([Fraction(amount) for amount in amounts])


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None, max_examples=40)
@given(AMOUNTS)
def test_more_is_never_worse_and_never_above_the_cap(kind: str, amounts: list[Decimal]) -> None:
    amounts = sorted(amounts, reverse=kind in FALLING)
    found = [each for each in column(KINDS[kind][0], amounts) if each is not None]
    assert found == sorted(found)
    assert all(0 <= each <= (23 if kind == "proportional" else 20) for each in found)


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None, max_examples=30)
@given(AMOUNTS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(kind: str, amounts: list[Decimal], chance: Any) -> None:
    order = list(range(len(amounts)))
    chance.shuffle(order)
    rule = KINDS[kind][0]
    straight = column(rule, amounts)
    assert column(rule, [amounts[at] for at in order]) == [straight[at] for at in order]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60), st.booleans()), min_size=1, max_size=8))
def test_leaders_by_own_targets_within_clusters(units: list[tuple[int, int, bool]]) -> None:
    rows = [(str(actual), str(target), "I" if first else "II") for actual, target, first in units]
    found = points({"kind": "leader", "target_column": "Giao"}, rows, "target", "@cluster")
    expected = []
    for actual, target, first in units:
        best = max(Fraction(one, other) - 1 for one, other, group in units if group == first)
        own = Fraction(actual, target) - 1
        expected.append(10 + 10 * own / best if own > 0 else 10 * (own + 1))
    assert found == expected


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(st.just(""), st.integers(0, 90).map(str)), min_size=1, max_size=8))
def test_averages_are_those_of_the_other_units(cells: list[str]) -> None:
    found = points({"kind": "proportional", "target": "90", "blank": "average"}, [(cell,) for cell in cells])
    told = [Fraction(20 * int(cell), 90) for cell in cells if cell]
    mean = sum(told, Fraction(0)) / len(told) if told else None
    assert found == [mean if not cell else Fraction(20 * int(cell), 90) for cell in cells]


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["bonus", "penalty"]))
def test_occurrences_less_those_exempt(count: int, exempt: int, kind: str) -> None:
    rule = {"kind": kind, "point": "0,3", "cap": "7", "exempt_column": "Tự báo cáo"}
    item = {"id": "c", "name": "C", **rule}
    criteria = Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": [item]})
    row = Row(2, 2, (str(count), str(exempt)), Origin("u.csv"))
    with localcontext(EXACT):
        score = score_criteria(criteria, Scene({"c": 0, "c.exempt": 1}, [row], FindingLog()))["c"]
    earned = min(Fraction(3, 10) * (count - exempt), Fraction(7))
    expected = None if exempt > count else earned if kind == "bonus" else -earned
    assert score.points(row.values) == expected


@settings(deadline=None, max_examples=80)
@given(st.dates(), st.dates(), st.lists(st.dates(), max_size=5))
def test_working_days_are_those_that_a_calendar_counts(one: date, other: date, off: list[date]) -> None:
    first = min(one, other)
    last = min(max(one, other), first + timedelta(days=60)) if first < date(9999, 10, 1) else first
    days = [first + timedelta(days=each) for each in range(1, (last - first).days + 1)]
    free = {day.toordinal() for day in off if day.weekday() < 5}
    expected = sum(day.weekday() < 5 and day.toordinal() not in free for day in days)
    assert working_days(first.toordinal(), last.toordinal(), free) == expected
