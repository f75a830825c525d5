"""Every number opens into its steps."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.exact import EXACT, Ratio
from thidua_cli.scoring.points.formulas import number, result, sum_of
from thidua_cli.scoring.standings.results import Results
from thidua_cli.scoring.traces import leaf_steps
from thidua_cli.scoring.traces.explainer import Explainer, find_criteria
from thidua_cli.scoring.traces.step import NOT_ADDED, Step
from thidua_cli.tables.table import column_letters

Run = Callable[..., tuple[Results | None, list[Finding]]]
Item = Callable[..., dict[str, Any]]


def ratio_of(number: Fraction) -> Ratio:
    return Ratio(Decimal(number.numerator), Decimal(number.denominator))


@pytest.fixture
def results(run: Run, criterion: Item) -> Results:
    bands = [{"from": "90", "points": "5"}, {"above": "50", "below": "90", "points": "2"}]
    group = criterion(
        "group",
        "g",
        bonus_cap="2",
        items=[
            criterion("proportional", "up", max="20", target="60"),
            criterion("proportional", "down", max="6", target="2", direction="down"),
            criterion("bonus", "plus", point="1"),
        ],
    )
    rest = [
        criterion("bands", "bac", max="5", bands=bands),
        criterion("yes_no", "co", max="3"),
        criterion("penalty", "tru", point="0,5", cap="1"),
    ]
    text = "don_vi;up;down;plus;bac;co;tru\nSở A;55;4;5;89,5;có;3\nSở B;x;4;1;90;không;0\n"
    found, _ = run(text, group, *rest, penalty_cap="0,5")
    assert found is not None
    return found


def lines(step: Step, depth: int = 0) -> list[str]:
    cells = ",".join(map(column_letters, step.inputs))
    own = f"{'  ' * depth}{step.kind} {cells}: {step.formula}"
    return [own, *(line for child in step.children for line in lines(child, depth + 1))]


def total(results: Results, name: str) -> Step:
    unit = results.find(name)
    assert unit is not None
    return Explainer(results).unit(unit)


def criterion_of(results: Results, name: str, criterion: str) -> Step:
    unit = results.find(name)
    assert unit is not None
    (found,) = find_criteria(results, criterion)
    return Explainer(results).criterion(unit, found)


def test_a_total_opens_down_to_the_cells(results: Results) -> None:
    assert lines(total(results, "sở a")) == [
        "total : 23,33 + 2 + 3 - 1 + 0,5 ≈ 27,83",
        "  group : 18,33 + 3 + 5 - 3 ≈ 23,33",
        "    proportional B: 20 × 55 / 60 ≈ 18,33",
        "    proportional C: 6 × 2 / 4 = 3",
        "    bonus D: 5 × 1 = 5",
        "    bonus_cap : 2 - 5 = -3",
        "  bands E: 50 < 89,5 < 90 → 2",
        "  yes_no F: có → 3",
        "  penalty G: -(min(3 × 0,5; 1)) = -1",
        "  penalty_cap : 1 - 0,5 = 0,5",
        "  rounding : ≈ 27,83 → 27,83",
        "  rank : 1/1",
    ]


def test_one_criterion_or_group_opens_alone(results: Results) -> None:
    assert lines(criterion_of(results, "Sở A", "co")) == ["yes_no F: có → 3"]
    assert lines(criterion_of(results, "Sở A", "tiêu chí G"))[0] == "group : 18,33 + 3 + 5 - 3 ≈ 23,33"


def test_what_is_not_known_stays_unknown_up_to_the_total(results: Results) -> None:
    found = lines(total(results, "Sở B"))
    assert found[0] == "total : ? + 5 + 0 + 0 = ?"
    assert found[2] == "    proportional B: x → ?"
    assert not any("rounding" in line for line in found)


def test_criteria_are_found_by_id_before_name(results: Results) -> None:
    assert results.find("Sở C") is None
    assert find_criteria(results, "khac") == []
    assert [item.id for item in find_criteria(results, "TIEU CHI up")] == ["up"]


def test_criteria_of_one_name_are_all_found(run: Run) -> None:
    rules = [{"kind": "yes_no", "id": key, "name": "Khác", "max": "1"} for key in ("a", "b", "khac")]
    found, _ = run("don_vi;a;b;khac\nA;x;x;x\n", *rules[:2])
    assert found is not None
    assert [item.id for item in find_criteria(found, "khác")] == ["a", "b"]
    found, _ = run("don_vi;a;b;khac\nA;x;x;x\n", *rules)
    assert found is not None
    assert [item.id for item in find_criteria(found, "khác")] == ["khac"]


def test_steps_are_the_same_whether_kept_or_not(results: Results, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [total(results, unit.unit) for unit in results.units]
    monkeypatch.setattr(leaf_steps, "MOST_SHARED", 0)
    assert [total(results, unit.unit) for unit in results.units] == kept


def test_children_add_up_to_their_parent_exactly(results: Results) -> None:
    def check(step: Step) -> None:
        parts = [child for child in step.children if child.kind not in NOT_ADDED]
        if parts and step.value is not None:
            assert step.value.fraction == sum(
                (child.value.fraction for child in parts if child.value is not None), Fraction(0)
            )
        for child in parts:
            check(child)

    for unit in results.units:
        check(total(results, unit.unit))
    value = total(results, "Sở A").value
    assert value is not None
    assert value.fraction == results.units[0].total.fraction


def test_steps_are_the_same_whether_only_added_or_under_caps_that_cut_nothing(
    run: Run, criterion: Item
) -> None:
    inner = criterion(
        "group",
        "g",
        items=[
            criterion("proportional", "up", max="20", target="60"),
            criterion("group", "h", items=[criterion("proportional", "b", max="6", target="7")]),
        ],
    )
    items = [inner, criterion("bonus", "plus", point="1")]
    text = "don_vi;up;b;plus\nSở A;55;4;5\nSở B;x;4;1\nSở C;7;không giao;1\nSở C;7;1;1\n"
    plain, _ = run(text, *items)
    capped, _ = run(text, *items, cap="1000")
    assert plain is not None
    assert capped is not None
    for unit, other in zip(plain.units, capped.units, strict=True):
        first, second = Explainer(plain).unit(unit), Explainer(capped).unit(other)
        assert lines(first) == lines(second)
        assert (first.exact, first.shown) == (second.exact, second.shown)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(1, 3), "≈ 0,33"),
        (Fraction(2, 3), "≈ 0,67"),
        (Fraction(1, 8), "0,125"),
        (Fraction(1234567), "1.234.567"),
        (Fraction(-1, 3), "≈ -0,33"),
        (Fraction(100), "100"),
        (Fraction(0), "0"),
        (Fraction(10**20, 3), "≈ 33.333.333.333.333.333.333,33"),
    ],
)
def test_results_are_exact_or_marked(value: Fraction, shown: str) -> None:
    with localcontext(EXACT):
        assert result(ratio_of(value)) == shown


@settings(deadline=None, max_examples=100)
@given(st.integers(-(10**9), 10**9), st.sampled_from([3, 7, 9, 11, 1100, 3000, 7_000_000]))
def test_approximations_are_rounded_half_up_once(numerator: int, divisor: int) -> None:
    value = Fraction(numerator, divisor)
    with localcontext(EXACT):
        shown = result(ratio_of(value))
    near = Decimal(shown.removeprefix("≈ ").replace(".", "").replace(",", "."))
    limit = Fraction(1, 200) if shown.startswith("≈") else Fraction(0)
    assert abs(Fraction(near) - value) <= limit


def test_numbers_and_sums_are_written_the_vietnamese_way() -> None:
    assert [number(Decimal(text)) for text in ("1234.50", "100", "0.05", "-3.0")] == [
        "1.234,5",
        "100",
        "0,05",
        "-3",
    ]
    assert sum_of(["≈ 0,33", "-2", "1"], "-0,67") == "0,33 - 2 + 1 ≈ -0,67"
