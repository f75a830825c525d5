"""The steps of gates, caps, late changes, grades and ranks, and the words for each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.inputs.input_table import Adjustment, GatheredRow, InputTable
from thidua_cli.scoring.score import score
from thidua_cli.scoring.standings.results import Results
from thidua_cli.scoring.traces.explainer import Explainer, find_criteria
from thidua_cli.scoring.traces.step import WORDED, Step, addresses
from thidua_cli.tables.table import Cell, Origin, Row

Run = Callable[..., tuple[Results | None, list[Finding]]]
Item = Callable[..., dict[str, Any]]


def told(text: str, *items: dict[str, Any], late: tuple[Adjustment, ...] = (), **more: Any) -> Results:
    """Score lines of cells parted by `;`, the columns named as in an InputTable."""
    header, *lines = [line.split(";") for line in text.strip().splitlines()]
    rows = [Row(at, at, tuple(line), Origin("u.csv")) for at, line in enumerate(lines, start=2)]
    criteria = Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": list(items), **more})
    inputs = InputTable({key: at for at, key in enumerate(header)}, rows, Span("u.csv"))
    results, _ = score(criteria, inputs, late)
    return results


def lines(step: Step, depth: int = 0) -> list[str]:
    label = f" {step.label}" if step.kind in WORDED and step.label else ""
    own = f"{'  ' * depth}{step.kind}{label}: {step.formula}"
    return [own, *(line for child in step.children for line in lines(child, depth + 1))]


def opened(results: Results, name: str = "A") -> list[str]:
    unit = results.find(name)
    assert unit is not None
    return lines(Explainer(results).unit(unit))


def direct(key: str, most: str, **more: Any) -> dict[str, Any]:
    return {"kind": "direct", "id": key, "name": f"Tiêu chí {key}", "max": most, **more}


def group(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "group", "id": "g", "name": "Nhóm", "items": list(items), **more}


def late(points: str, criterion: str | None) -> Adjustment:
    place = Span("dieu-chinh.csv", 2, 1, 2, 1, "C2")
    return Adjustment("A", criterion, Decimal(points), "Chấm lại", date(2022, 12, 5), "Hội đồng", place)


def test_conditions_changes_and_limits_are_steps_of_their_criterion() -> None:
    items = [direct("a", "10"), direct("b", "5", only_if={"criterion": "a", "reaches": "80%"})]
    assert opened(told("@unit;a;b\nA;7;5", *items)) == [
        "total: 7 + 0 = 7",
        "  direct: 7 → 7",
        "  direct: 5 - 5 = 0",
        "    points Tiêu chí b: 5 → 5",
        "    gate Tiêu chí a: 0 - 5 = -5",
        "  rounding half_up: 7 → 7,00",
        "  rank: 1/1",
    ]
    assert opened(told("@unit;a;b\nA;;5", *items))[:5] == [
        "total: ? + ? = ?",
        "  direct: ?",
        "  direct: 5 + ? = ?",
        "    points Tiêu chí b: 5 → 5",
        "    gate_unknown Tiêu chí a: ?",
    ]
    assert "    gate Tiêu chí a: ? → 0" in opened(told("@unit;a;b\nA;7;", *items))
    changed = opened(told("@unit;a;b\nA;9,5;0", *items, late=(late("1", "a"), late("-2", None))))
    assert changed == [
        "total: 10 + 0 - 2 = 8",
        "  direct: 9,5 + 1 - 0,5 = 10",
        "    points Tiêu chí a: 9,5 → 9,5",
        "    adjustment Chấm lại: +1",
        "    limit 10: 10 - 10,5 = -0,5",
        "  direct: 0 → 0",
        "  adjustment Chấm lại: -2",
        "  rounding half_up: 8 → 8,00",
        "  rank: 1/1",
    ]


def test_an_adjustment_tells_who_when_why_and_where() -> None:
    results = told("@unit;a\nA;9", direct("a", "10"), late=(late("-2", None),))
    step = next(
        each for each in Explainer(results).unit(results.units[0]).children if each.kind == "adjustment"
    )
    assert step.values == {"points": "-2", "reason": "Chấm lại", "person": "Hội đồng", "date": "05/12/2022"}
    assert list(addresses(step, results.units[0].row)) == ["dieu-chinh.csv:C2"]


def test_groups_and_tables_show_what_their_caps_and_floors_do() -> None:
    inner = group(direct("a", "10"), direct("b", "10"), cap="12")
    assert opened(told("@unit;a;b\nA;8;7", inner, floor="20")) == [
        "total: 12 + 8 = 20",
        "  group: 8 + 7 - 3 = 12",
        "    direct: 8 → 8",
        "    direct: 7 → 7",
        "    cap 12: 12 - 15 = -3",
        "  floor 20: 20 - 12 = 8",
        "  rounding half_up: 20 → 20,00",
        "  rank: 1/1",
    ]


def test_what_is_not_assigned_is_scaled_in_a_step_of_its_own() -> None:
    items = [direct("a", "10"), direct("b", "5"), direct("c", "5")]
    text = "@unit;a;b;c\nA;9;4;không giao"
    assert opened(told(text, *items)) == [
        "total: 9 + 4 + 4,33 ≈ 17,33",
        "  direct: 9 → 9",
        "  direct: 4 → 4",
        "  not_assigned Tiêu chí c: không giao → –",
        "  rescale 15: 13 × 20 / 15 - 13 ≈ 4,33",
        "  rounding half_up: ≈ 17,33 → 17,33",
        "  rank: 1/1",
    ]
    assert opened(told(text, *items, not_assigned="full"))[3:6] == [
        "  direct: 5",
        "    not_assigned Tiêu chí c: không giao → –",
        "    full_points: 5",
    ]


def test_what_is_missing_but_decides_nothing_is_said() -> None:
    bonuses = [{"kind": "bonus", "id": key, "name": key, "point": "1"} for key in "pq"]
    found = opened(told("@unit;p;q\nA;3;", *bonuses, bonus_cap="2"))
    assert found[:5] == [
        "total: 3 + ? - 1 = 2",
        "  bonus: 3 × 1 = 3",
        "  bonus: ?",
        "  bonus_cap 2: 2 - 3 = -1",
        "  decided: 2",
    ]


def test_grades_ranks_and_ties_open_into_their_conditions() -> None:
    grades = [
        {"name": "Tốt", "from": "10", "needs": [{"every": "60%"}, {"criterion": "b", "reaches": "60%"}]},
        {"name": "Khá", "from": "0"},
    ]
    items = [direct("a", "10"), direct("b", "10")]
    ranking = {"tie_breaks": [{"criterion": "a"}, {"column": "tuổi", "order": "low"}]}
    vetoes = [{"id": "v", "name": "Bị kỷ luật", "effect": "at_most", "grade": "Khá"}]
    text = "@unit;a;b;@tie.tuổi;@veto.v\nA;9;5;30;không\nB;9;5;30;có\nC;8;6;;không\nD;1;1;;"
    results = told(text, *items, grades=grades, ranking=ranking, vetoes=vetoes)
    assert opened(results)[4:] == [
        "  grade Khá: 14,00 ≥ 0",
        "    need_every Tiêu chí b: 50% < 60%",
        "    need_criterion Tiêu chí b: 50% < 60%",
        "  rank_shared: 1/4",
        "    tie_criterion Tiêu chí a: 9",
        "    tie_column tuổi: 30",
    ]
    assert "  veto_at_most Bị kỷ luật: có" in opened(results, "B")
    assert opened(results, "C")[4:] == [
        "  grade Tốt: 14,00 ≥ 10",
        "  rank: 3/4",
        "    tie_criterion Tiêu chí a: 8",
    ]
    # Khá whatever the veto is, for it only limits to that grade.
    assert opened(results, "D")[4:6] == ["  veto_at_most_unknown Bị kỷ luật: ", "  grade Khá: 2,00 ≥ 0"]


def test_a_rank_counts_the_ranked_units_of_its_cluster() -> None:
    text = "@unit;@cluster;a\nA;I;1\nB;I;2\nC;I;\nD;II;5"
    results = told(text, direct("a", "5"), cluster_column="cụm")
    unit = results.find("A")
    assert unit is not None
    *_, rank = Explainer(results).unit(unit).children
    assert (rank.formula, rank.label, rank.values) == ("2/2", "I", {"rank": "2", "of": "2", "cluster": "I"})
    assert [line for line in opened(results, "C") if "rank" in line] == []


@pytest.mark.parametrize(
    ("grades", "more", "expected"),
    [
        ([{"name": "Tốt", "from": "9"}], {}, "grade_none: 5,00"),
        (
            [{"name": "Tốt", "from": "1"}],
            {"vetoes": [{"id": "v", "name": "V"}]},
            "grade_ungraded Tốt: 5,00 ≥ 1",
        ),
    ],
)
def test_no_grade_is_a_step_too(grades: list[dict[str, str]], more: dict[str, Any], expected: str) -> None:
    assert f"  {expected}" in opened(
        told("@unit;a;@veto.v\nA;5;có", direct("a", "10"), grades=grades, **more)
    )
    assert "grade" not in "".join(opened(told("@unit;a\nA;5", direct("a", "10"))))


def test_the_best_of_a_group_is_named_with_its_cell() -> None:
    item = {"kind": "relative", "id": "a", "name": "Tiêu chí a", "max": "10"}
    results = told("@unit;a\nA;5\nB;10", item)
    unit = results.find("A")
    assert unit is not None
    (leaf,) = find_criteria(results, "a")
    (standard,) = Explainer(results).criterion(unit, leaf).children
    assert (standard.kind, standard.label, standard.formula) == ("standard", "B", "10")
    assert list(addresses(standard, unit.row)) == ["u.csv:B3"]


def test_alternatives_stand_below_the_one_that_counts() -> None:
    one_of = {
        "kind": "one_of",
        "id": "o",
        "name": "Một",
        "max": "9",
        "items": [direct("a", "5"), direct("b", "9")],
    }
    found = opened(told("@unit;a;b\nA;4;6", one_of))
    assert found[1:4] == ["  one_of: max(4; 6) = 6", "    alternative: 4 → 4", "    alternative: 6 → 6"]


def test_cells_of_gathered_rows_are_told_with_file_and_sheet() -> None:
    origin = Origin("a.xlsx", "Phiếu")
    cells = (Cell("A", 2, 1, 2, origin), Cell("4", 7, 3, 7, origin))
    criteria = Criteria.model_validate({"thidua": "1", "name": "X", "criteria": [direct("a", "5")]})
    inputs = InputTable({"@unit": 0, "a": 1}, [GatheredRow(1, ("A", "4"), cells)], Span("a.xlsx"))
    results, _ = score(criteria, inputs)
    (leaf, *_) = Explainer(results).unit(results.units[0]).children
    assert list(addresses(leaf, results.units[0].row)) == ["a.xlsx:Phiếu!D7"]
