"""Whole tables: totals, ranks, grades, and what stands in their way."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.catalogue import message_of
from thidua_cli.findings.finding import Finding
from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.inputs.reading import inputs_of
from thidua_cli.scoring.score import score
from thidua_cli.scoring.standings.results import Results
from thidua_cli.tables.table import Origin, Row, Table

if TYPE_CHECKING:
    import random

Run = Callable[..., tuple[Results | None, list[Finding]]]
Item = Callable[..., dict[str, Any]]
ONE_TO_ONE = {"kind": "proportional", "id": "a", "name": "A", "max": "100", "target": "100"}


def score_of(criteria: Criteria, table: Table) -> tuple[Results | None, list[Finding]]:
    inputs, findings = inputs_of(criteria, [table])
    assert inputs is not None
    results, problems = score(criteria, inputs)
    return results, findings + problems


def standing(results: Results | None) -> list[tuple[int | None, str, bool, str]]:
    assert results is not None
    return [(unit.rank, unit.unit, unit.tied, str(unit.published)) for unit in results.units]


def codes(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(item.code, item.variant, item.span.cell or "") for item in findings]


def memory_table(header: list[str], rows: list[list[str]]) -> Table:
    origin = Origin("m.csv")
    made = [Row(number, number, tuple(row), origin) for number, row in enumerate([header, *rows], start=1)]
    return Table(origin, tuple(made[0].cells()), tuple(made[1:]))


@pytest.mark.parametrize(("ties", "ranks"), [("skip", [1, 2, 2, 4]), ("dense", [1, 2, 2, 3])])
def test_ties_are_visible_and_in_vietnamese_order(run: Run, ties: str, ranks: list[int]) -> None:
    text = "don_vi;a\nSở Đ;7\nSở Y;5\nSở D;7\nSở Ă;9\n"
    results, _ = run(text, ONE_TO_ONE, ranking={"ties": ties})
    assert standing(results) == [
        (ranks[0], "Sở Ă", False, "9.00"),
        (ranks[1], "Sở D", True, "7.00"),
        (ranks[2], "Sở Đ", True, "7.00"),
        (ranks[3], "Sở Y", False, "5.00"),
    ]


def test_ranking_goes_by_the_published_total_unless_stated(run: Run) -> None:
    text = "don_vi;a\nB;7,001\nA;7,004\n".replace("7,00", "1007,00")
    scale = ONE_TO_ONE | {"max": "1000", "target": "10000"}
    assert [unit[0:3] for unit in standing(run(text, scale)[0])] == [(1, "A", True), (1, "B", True)]
    exact = run(text, scale, ranking={"by": "exact"})[0]
    assert [unit[0:3] for unit in standing(exact)] == [(1, "A", False), (2, "B", False)]


def test_half_points_round_up_once_at_the_end(run: Run, criterion: Item) -> None:
    thirds = [criterion("proportional", name, max="1", target="3") for name in "abc"]
    results, _ = run("don_vi;a;b;c\nA;1;1;1\n", *thirds)
    assert results is not None
    assert (results.units[0].published, results.units[0].total.fraction) == (Decimal("1.00"), Fraction(1))
    halves, _ = run("don_vi;a\nA;0,005\n".replace("0,005", "0,01"), ONE_TO_ONE | {"max": "50"})
    assert standing(halves)[0][3] == "0.01"


GRADES = [
    {"name": "Tốt", "from": "90"},
    {"name": "Khá", "from": "70"},
    {"name": "Đạt", "from": "50", "below": "60"},
]


@pytest.mark.parametrize(
    ("value", "grade"),
    [
        ("90", "Tốt"),
        ("89,99", "Khá"),
        ("70", "Khá"),
        ("69,99", None),
        ("60", None),
        ("59,99", "Đạt"),
        ("49", None),
    ],
)
def test_grades_begin_at_their_threshold(run: Run, value: str, grade: str | None) -> None:
    results, findings = run(f"don_vi;a\nA;{value}\n", ONE_TO_ONE, grades=GRADES)
    assert results is not None
    assert results.units[0].grade == grade
    assert codes(findings) == ([] if grade else [("TD550", "", "A2")])


def test_grades_go_by_the_published_total_unless_stated(run: Run) -> None:
    almost = "don_vi;a\nA;8999,5\n"
    scale = ONE_TO_ONE | {"target": "10000"}
    published, _ = run(almost, scale, grades=GRADES)
    exact, _ = run(almost, scale, grades=GRADES, ranking={"by": "exact"})
    assert published is not None
    assert exact is not None
    assert (published.units[0].grade, exact.units[0].grade) == ("Tốt", "Khá")


def test_a_missing_value_is_never_zero(run: Run) -> None:
    results, findings = run("don_vi;a\nA;\nB;3\nC;0\n", ONE_TO_ONE)
    assert standing(results) == [(1, "B", False, "3.00"), (2, "C", False, "0.00"), (None, "A", False, "0.00")]
    assert codes(findings) == [("TD530", "", "B2")]
    assert results is not None
    assert [unit.complete for unit in results.units] == [True, True, False]
    assert results.points(results.units[2], "a") is None


def test_a_missing_column_leaves_everybody_incomplete(run: Run, criterion: Item) -> None:
    results, findings = run("don_vi;a\nA;3\n", ONE_TO_ONE, criterion("yes_no", "zz-khac", max="5"))
    assert standing(results) == [(None, "A", False, "3.00")]
    assert codes(findings) == [("TD520", "criterion", "A1")]


def test_a_unit_that_stands_twice_is_not_ranked(run: Run) -> None:
    results, findings = run("don_vi;a\nSở  A;9\nB;5\nsở a;3\n", ONE_TO_ONE)
    assert [unit[0:2] for unit in standing(results)] == [(1, "B"), (None, "sở a"), (None, "Sở  A")]
    assert codes(findings) == [("TD524", "", "A4")]
    assert findings[0].related[0].span.cell == "A2"


def test_every_kind_of_unclear_cell_is_told_at_its_address(run: Run, criterion: Item) -> None:
    percent = criterion("proportional", "b", max="1", target="90", unit="%")
    bands = criterion("bands", "c", max="1", bands=[{"from": "5", "points": "1"}])
    text = "don_vi;a;b;c\nA;57,500;120;4\nB;-1;95%;9\nC;chín;901;7\nD;1;130;7\n"
    _, findings = run(text, ONE_TO_ONE, percent, bands)
    assert codes(findings) == [
        ("TD532", "", "B2"),
        ("TD533", "", "B3"),
        ("TD531", "", "B4"),
        ("TD534", "", "C2"),
        ("TD534", "far", "C4"),
        ("TD535", "hole", "D2"),
    ]


def test_caps_of_item_group_and_table(run: Run, criterion: Item) -> None:
    group = criterion(
        "group",
        "g",
        bonus_cap="4",
        penalty_cap="3",
        items=[
            criterion("bonus", "b1", point="1", cap="3"),
            criterion("bonus", "b2", point="1"),
            criterion("penalty", "p1", point="2"),
        ],
    )
    loose = [criterion("bonus", "b3", point="1"), criterion("penalty", "p2", point="1")]
    text = "don_vi;b1;b2;p1;b3;p2\nA;9;9;9;9;9\nB;1;1;1;1;1\n"
    results, _ = run(text, group, *loose, bonus_cap="6", penalty_cap="5")
    # A: bonuses min(min(3 + 9, 4) + 9, 6) = 6, penalties min(min(18, 3) + 9, 5) = 5.
    assert standing(results) == [(1, "A", False, "1.00"), (2, "B", False, "0.00")]


def test_a_total_may_be_below_zero(run: Run, criterion: Item) -> None:
    results, _ = run("don_vi;p\nA;3\n", criterion("penalty", "p", point="1,5"))
    assert standing(results) == [(1, "A", False, "-4.50")]


def test_findings_of_a_bad_column_stay_few(run: Run) -> None:
    _, findings = run("don_vi;a\n" + "".join(f"Đơn vị {n};\n" for n in range(90)), ONE_TO_ONE)
    assert len(findings) == 51
    assert findings[-1].values == {"count": "40", "code": "TD530"}


LEAVES = [
    {"kind": "proportional", "id": "up", "name": "U", "max": "12,5", "target": "37"},
    {"kind": "proportional", "id": "down", "name": "D", "max": "7", "target": "5,5", "direction": "down"},
    {"kind": "count", "id": "count", "name": "C", "max": "9", "point": "0,7"},
    {"kind": "bonus", "id": "bonus", "name": "B", "point": "1,1"},
    {"kind": "penalty", "id": "penalty", "name": "P", "point": "0,3", "cap": "5"},
    {
        "kind": "bands",
        "id": "bands",
        "name": "S",
        "max": "3",
        "bands": [{"below": "20", "points": "1"}, {"from": "20", "points": "3"}],
    },
]
IDS = [leaf["id"] for leaf in LEAVES]
VALUES = st.lists(st.lists(st.integers(0, 90), min_size=6, max_size=6), min_size=1, max_size=90)


def independent(row: list[int]) -> Fraction:
    up, down, count, bonus, penalty, bands = (Fraction(value) for value in row)
    return (
        min(Fraction("12.5") * up / 37, Fraction("12.5"))
        + (min(7 * Fraction("5.5") / down, Fraction(7)) if down else 7)
        + min(Fraction("0.7") * count, Fraction(9))
        + Fraction("1.1") * bonus
        - min(Fraction("0.3") * penalty, Fraction(5))
        + (3 if bands >= 20 else 1)
    )


def criteria_in(order: list[int]) -> Criteria:
    leaves = [LEAVES[index] for index in order]
    return Criteria.model_validate({"thidua": "1", "name": "X", "criteria": leaves})


def outcome(criteria: Criteria, table: Table) -> dict[str, tuple[object, ...]]:
    results, _ = score_of(criteria, table)
    assert results is not None
    return {
        unit.unit: (unit.total.fraction, unit.published, unit.rank, unit.tied, unit.complete)
        for unit in results.units
    }


@settings(deadline=None, max_examples=40)
@given(VALUES)
def test_totals_equal_an_independent_computation_and_the_sum_of_parts(rows: list[list[int]]) -> None:
    table = memory_table(["don_vi", *IDS], [[f"Đơn vị {n}", *map(str, row)] for n, row in enumerate(rows)])
    results, _ = score_of(criteria_in(list(range(6))), table)
    assert results is not None
    for unit in results.units:
        row = rows[int(unit.unit.removeprefix("Đơn vị "))]
        parts = [results.points(unit, key) for key in IDS]
        assert unit.total.fraction == independent(row) == sum(part for part in parts if part is not None)


def test_many_denominators_are_exact_as_well() -> None:
    rows = [[n, 1000 + n * n, 0, 0, 0, 0] for n in range(200)]
    table = memory_table(["don_vi", *IDS], [[f"Đơn vị {n}", *map(str, row)] for n, row in enumerate(rows)])
    results, _ = score_of(criteria_in(list(range(6))), table)
    assert results is not None
    for unit in results.units:
        assert unit.total.fraction == independent(rows[int(unit.unit.removeprefix("Đơn vị "))])


@settings(deadline=None, max_examples=30)
@given(VALUES, st.permutations(range(6)), st.randoms(use_true_random=False))
def test_the_order_of_units_columns_and_criteria_changes_nothing(
    rows: list[list[int]], order: list[int], chance: random.Random
) -> None:
    named = [[f"Đơn vị {n}", *map(str, row)] for n, row in enumerate(rows)]
    plain = outcome(criteria_in(list(range(6))), memory_table(["don_vi", *IDS], named))
    chance.shuffle(named)
    header = ["don_vi", *IDS]
    columns = [0, *(index + 1 for index in order)]
    shuffled = memory_table([header[c] for c in columns], [[row[c] for c in columns] for row in named])
    assert outcome(criteria_in(order), shuffled) == plain


@settings(deadline=None, max_examples=30)
@given(VALUES)
def test_ranks_follow_totals(rows: list[list[int]]) -> None:
    table = memory_table(["don_vi", *IDS], [[f"Đơn vị {n}", *map(str, row)] for n, row in enumerate(rows)])
    results, _ = score_of(criteria_in(list(range(6))), table)
    assert results is not None
    for first, second in itertools.pairwise(results.units):
        assert first.published >= second.published
        assert (first.rank == second.rank) == (first.published == second.published)
    for unit in results.units:
        better = sum(other.published > unit.published for other in results.units)
        assert unit.rank == better + 1


def test_the_campaign_of_ha_tinh_is_scored_without_a_doubt() -> None:
    from thidua_cli.plan.criteria.loading import load_criteria
    from thidua_cli.source.text import read_source
    from thidua_cli.tables.reader import read_table

    folder = Path(__file__).parents[2] / "plans" / "ha-tinh-2022"
    source, _ = read_source(folder / "criteria.yaml", "criteria.yaml")
    assert source is not None
    criteria, findings = load_criteria(source)
    assert criteria is not None
    assert findings == []
    table, _ = read_table(folder / "units.csv", "units.csv")
    assert table is not None
    results, findings = score_of(criteria, table)
    assert results is not None
    assert len(results.units) == 12
    assert all(unit.complete for unit in results.units)
    assert [unit.rank for unit in results.units] == [1, 2, 3, 4, 4, 6, 7, 8, 9, 10, 11, 12]
    assert {item.code for item in findings} == {"TD534", "TD550"}


def test_missing_evidence_quotes_what_was_answered(run: Run, criterion: Item) -> None:
    _, findings = run(
        "don_vi;a;a – minh chứng\nSở A;Có;\n", criterion("yes_no", "a", max="5", evidence="required")
    )
    found = next(each for each in findings if each.code == "TD537")
    assert (found.span.cell, "“Có” không có minh chứng" in message_of(found, "vi")) == ("C2", True)
