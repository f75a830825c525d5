"""What would happen if some cells said something else."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.scoring.inputs.input_table import Adjustment, GatheredRow, InputTable
from thidua_cli.scoring.score import score
from thidua_cli.scoring.standings.results import Results
from thidua_cli.scoring.what_if import Change, WhatIf, input_name, what_if
from thidua_cli.tables.table import Cell, Origin

Run = Callable[..., tuple[Results | None, list[Finding]]]
Item = Callable[..., dict[str, Any]]
TEXT = "don_vi;a;b\nSở A;50;10\nSở B;100;10\nSở C;25;10\n"


@pytest.fixture
def results(run: Run, criterion: Item) -> Results:
    items = [criterion("relative", "a", max="100"), criterion("direct", "b", max="20")]
    grades = [{"name": "Tốt", "from": "90"}, {"name": "Khá", "from": "0"}]
    found, _ = run(TEXT, *items, grades=grades)
    assert found is not None
    return found


def thought(results: Results, *changes: Change) -> WhatIf:
    found, refusals = what_if(results, (), changes)
    assert refusals == []
    assert found is not None
    return found


def moved(found: WhatIf) -> list[tuple[str, str, str, bool, tuple[str, ...]]]:
    return [
        (move.after.unit, str(move.before.published), str(move.after.published), move.changed, move.criteria)
        for move in found.moves
    ]


def test_everybody_is_scored_anew_when_the_leader_changes(results: Results) -> None:
    found = thought(results, Change("sở b", "a", "200"))
    assert moved(found) == [
        ("Sở A", "60.00", "35.00", False, ("a",)),
        ("Sở C", "35.00", "22.50", False, ("a",)),
    ]
    # The leader keeps its points, and so does not move.
    assert [unit.rank for unit in found.after.units] == [1, 2, 3]
    found = thought(results, Change("Sở A", "a", "200"))
    assert [(move.after.unit, move.before.rank, move.after.rank) for move in found.moves] == [
        ("Sở A", 2, 1),
        ("Sở B", 1, 2),
        ("Sở C", 3, 3),
    ]
    assert [(move.before.grade, move.after.grade) for move in found.moves] == [
        ("Khá", "Tốt"),
        ("Tốt", "Khá"),
        ("Khá", "Khá"),
    ]


def test_several_cells_may_change_at_once_and_the_last_word_counts(results: Results) -> None:
    changes = [Change("Sở C", "b", "1"), Change("Sở C", "Tiêu chí b", " 20 "), Change("Sở A", "b", "11")]
    assert moved(thought(results, *changes)) == [
        ("Sở A", "60.00", "61.00", True, ("b",)),
        ("Sở C", "35.00", "45.00", True, ("b",)),
    ]


def test_a_cell_that_says_the_same_moves_nobody(results: Results) -> None:
    found = thought(results, Change("Sở A", "a", "50"), Change("Sở B", "b", "10,0"))
    assert found.moves == ()
    assert found.findings == ()
    assert thought(results).moves == ()


def test_a_cell_that_cannot_be_read_is_told_at_its_address(results: Results) -> None:
    found = thought(results, Change("Sở B", "a", "chín"))
    assert [(item.code, item.span.cell) for item in found.findings] == [("TD531", "B3"), ("TD553", "B3")]
    assert [(move.after.unit, move.after.rank) for move in found.moves] == [
        ("Sở A", 1),
        ("Sở C", 2),
        ("Sở B", None),
    ]


@pytest.mark.parametrize(
    ("change", "reason", "known"),
    [
        (Change("Sở D", "a", "1"), "unit", ("Sở A", "Sở B", "Sở C")),
        (Change("Sở A", "c", "1"), "criterion", ("a", "Tiêu chí a", "b", "Tiêu chí b")),
        (Change("Sở A", "a.target", "1"), "criterion", ("a", "Tiêu chí a", "b", "Tiêu chí b")),
    ],
)
def test_what_is_not_in_the_table_is_refused(
    results: Results, change: Change, reason: str, known: tuple[str, ...]
) -> None:
    found, (refusal,) = what_if(results, (), [change, Change("Sở A", "a", "1")])
    assert found is None
    assert (refusal.change, refusal.reason, refusal.known) == (change, reason, known)


def test_doubtful_names_are_refused(run: Run, criterion: Item) -> None:
    twin = criterion("direct", "b", max="5") | {"name": "Tiêu chí a"}
    found, _ = run("don_vi;a\nSở A;1\nsở a;2\nSở B;3\n", criterion("direct", "a", max="5"), twin)
    assert found is not None
    changes = [Change("Sở A", "a", "1"), Change("Sở B", "tiêu chí a", "1"), Change("Sở B", "b", "1")]
    _, refusals = what_if(found, (), changes)
    assert [(each.reason, each.known) for each in refusals] == [
        ("unit_doubled", ("Sở A", "sở a", "Sở B")),
        ("criteria", ("a", "b")),
        ("column", ("b",)),
    ]


def test_a_target_of_one_unit_may_change(run: Run, criterion: Item) -> None:
    item = criterion("proportional", "a", max="10", target_column="chi-tieu")
    found, _ = run("don_vi;a;chi-tieu\nA;5;10\nB;5;10\n", item)
    assert found is not None
    # B earns what it did, but no longer shares the first place.
    assert moved(thought(found, Change("A", "a.target", "5"))) == [
        ("A", "5.00", "10.00", True, ("a",)),
        ("B", "5.00", "5.00", False, ()),
    ]


def test_gathered_cells_keep_their_own_places(criteria_of: Callable[..., Any], criterion: Item) -> None:
    def row(number: int, name: str, value: str) -> GatheredRow:
        cells = (
            Cell(name, 3, 1, 3, Origin(f"{name}.xlsx", "Phiếu")),
            Cell(value, 9, 4, 9, Origin(f"{name}.xlsx", "Phiếu")),
        )
        return GatheredRow(number, (name, value), cells)

    inputs = InputTable({"@unit": 0, "a": 1}, [row(1, "A", "4"), row(2, "B", "3")], Span("A.xlsx"))
    late = Adjustment("A", "a", Decimal(-1), "Chấm lại", None, "", Span("x.csv"))
    results, findings = score(criteria_of(criterion("direct", "a", max="5")), inputs, [late])
    assert findings == []
    assert [str(unit.published) for unit in results.units] == ["3.00", "3.00"]
    # Late changes stay: A keeps its 3 points, and only its place is its own now.
    found = thought(results, Change("B", "a", "9"))
    assert moved(found)[0] == ("A", "3.00", "3.00", False, ())
    assert [item.span.place for item in found.findings] == ["B.xlsx:Phiếu!E9"]
    assert moved(found)[1:] == [("B", "3.00", "0.00", True, ("a",))]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=5), st.integers(0, 9))
def test_moves_are_all_the_differences_of_two_scorings(rows: list[tuple[int, int]], value: int) -> None:
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.tables.table import Row

    items = [
        {"kind": "relative", "id": "a", "name": "A", "max": "10"},
        {"kind": "bonus", "id": "b", "name": "B", "point": "1"},
    ]
    criteria = Criteria.model_validate({"thidua": "1", "name": "X", "criteria": items})

    def table(rows: list[tuple[int, int]]) -> InputTable:
        made = [
            Row(at, at, (f"Đơn vị {at}", *map(str, row)), Origin("u.csv")) for at, row in enumerate(rows, 2)
        ]
        return InputTable({"@unit": 0, "a": 1, "b": 2}, made, Span("u.csv"))

    before, _ = score(criteria, table(rows))
    found = thought(before, Change("Đơn vị 2", "a", str(value)))
    after, _ = score(criteria, table([(value, rows[0][1]), *rows[1:]]))
    expected = {unit.unit: (unit.total.fraction, unit.rank, unit.tied) for unit in after.units}
    assert {unit.unit: (unit.total.fraction, unit.rank, unit.tied) for unit in found.after.units} == expected
    was = {unit.unit: (unit.total.fraction, unit.rank, unit.tied) for unit in before.units}
    assert {move.after.unit for move in found.moves} == {name for name in was if was[name] != expected[name]}


def test_vetoes_tie_breaks_types_and_clusters_may_change(run: Run, criterion: Item) -> None:
    items = [criterion("direct", "a", max="10"), criterion("direct", "b", max="10", applies_to=["Xã"])]
    more = {
        "cluster_column": "Cụm",
        "grades": [{"name": "Đạt", "from": "0"}],
        "vetoes": [{"id": "ky-luat", "name": "Có người bị kỷ luật"}],
        "ranking": {"tie_breaks": [{"column": "Tổng số"}]},
    }
    text = (
        "don_vi;Loại đơn vị;Cụm;a;b;ky-luat;Tổng số\n"
        "Sở A;Sở;Cụm 1;5;;Có;10\nSở B;Sở;Cụm 1;5;;Không;20\nSở C;Sở;Cụm 2;9;;Không;5\n"
    )
    results, _ = run(text, *items, **more)
    assert results is not None

    def standing(name: str, *changes: Change) -> tuple[int | None, str, str | None]:
        unit = thought(results, *changes).after.find(name)
        assert unit is not None
        return unit.rank, str(unit.published), unit.grade

    assert standing("Sở A") == (2, "10.00", None)
    assert standing("Sở A", Change("Sở A", "ky-luat", "Không")) == (2, "10.00", "Đạt")
    assert standing("Sở A", Change("Sở A", "Có người bị kỷ luật", "Không"))[2] == "Đạt"
    assert standing("Sở A", Change("Sở A", "Tổng số", "30"))[0] == 1
    assert standing("Sở B", Change("Sở C", "Cụm", "Cụm 1"))[0] == 2
    changes = Change("Sở A", "Loại đơn vị", "Xã"), Change("Sở A", "b", "5")
    assert standing("Sở A", *changes) == (2, "10.00", None)
    keys = ("@veto.ky-luat", "@tie.Tổng số", "@type", "a.due")
    names = [input_name(results.criteria, key) for key in keys]
    assert names == ["Có người bị kỷ luật", "Tổng số", "Loại đơn vị", f"{items[0]['name']} (hạn)"]


def test_what_was_found_before_is_not_told_again(run: Run, criterion: Item) -> None:
    found, known = run("don_vi;a\nSở A;ba\nSở B;1\n", criterion("direct", "a", max="5"))
    assert found is not None
    changes = [Change("Sở B", "a", "2")]
    told, again = (what_if(found, before, changes)[0] for before in (known, ()))
    assert told is not None
    assert again is not None
    assert (told.findings, [item.code for item in again.findings]) == ((), ["TD531"])
