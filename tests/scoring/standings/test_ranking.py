"""Ranks in clusters and over the whole table, shared ranks, and ties that are broken in the stated order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.standings.results import Results

Assess = Callable[..., tuple[Results, list[Finding]]]


def direct(key: str, most: str = "100") -> dict[str, Any]:
    return {"kind": "direct", "id": key, "name": f"Tiêu chí {key}", "max": most}


A = direct("a")
Place = tuple[str, int | None, bool]


def places(results: Results) -> list[Place]:
    return [(unit.unit, unit.rank, unit.tied) for unit in results.units]


def codes(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(item.code, item.variant, item.span.cell or "") for item in findings]


CLUSTERS = "don_vi;cum;a\nA;Cụm 2;50\nB;Cụm 1;40\nC;cụm 2;60\nD;Cụm 1;40\nE;Cụm 10;1\nF;Cụm 1;30"


def test_units_are_ranked_within_their_cluster(assess: Assess) -> None:
    results, findings = assess(CLUSTERS, A, cluster_column="cum")
    assert places(results) == [
        ("B", 1, True),
        ("D", 1, True),
        ("F", 3, False),
        ("C", 1, False),
        ("A", 2, False),
        ("E", 1, False),
    ]
    assert results.clusters == ("Cụm 1", "Cụm 2", "Cụm 10")
    assert [unit.cluster for unit in results.units[3:5]] == ["Cụm 2", "Cụm 2"]
    assert findings == []


def test_clusters_may_be_for_comparison_only(assess: Assess) -> None:
    results, _ = assess(CLUSTERS, A, cluster_column="cum", ranking={"within": "table", "ties": "dense"})
    assert [place[:2] for place in places(results)] == [
        ("C", 1),
        ("A", 2),
        ("B", 3),
        ("D", 3),
        ("F", 4),
        ("E", 5),
    ]
    assert results.clusters == ()
    assert results.units[0].cluster == "Cụm 2"


def test_a_unit_of_no_known_cluster_is_not_ranked(assess: Assess) -> None:
    results, findings = assess("don_vi;cum;a\nA;;90\nB;Cụm 1;10\nC;-;80", A, cluster_column="cum")
    assert places(results) == [("B", 1, False), ("A", None, False), ("C", None, False)]
    assert codes(findings) == [("TD558", "cluster", "B2"), ("TD558", "cluster", "B4")]
    results, findings = assess("don_vi;a\nA;90\nB;10", A, cluster_column="cum")
    assert [place[1] for place in places(results)] == [None, None]
    assert [item.code for item in findings] == ["TD520"]


TIED = "don_vi;a;b;c;so-nguoi;vi-pham\nA;3;5;2;10;0\nB;3;4;3;20;1\nC;4;4;2;20;0\nD;4;3;3;20;0\nE;1;1;1;1;1"
THREE = [direct("a", "5"), direct("b", "5"), direct("c", "5")]


def ranking(*tie_breaks: dict[str, str]) -> dict[str, Any]:
    return {"ranking": {"tie_breaks": list(tie_breaks)}}


@pytest.mark.parametrize(
    ("tie_breaks", "expected"),
    [
        ([], [("A", 1), ("B", 1), ("C", 1), ("D", 1), ("E", 5)]),
        ([{"criterion": "a"}], [("C", 1), ("D", 1), ("A", 3), ("B", 3), ("E", 5)]),
        ([{"criterion": "a"}, {"criterion": "b"}], [("C", 1), ("D", 2), ("A", 3), ("B", 4), ("E", 5)]),
        ([{"column": "so-nguoi"}], [("B", 1), ("C", 1), ("D", 1), ("A", 4), ("E", 5)]),
        ([{"column": "so-nguoi", "order": "low"}], [("A", 1), ("B", 2), ("C", 2), ("D", 2), ("E", 5)]),
        (
            [{"column": "vi-pham", "order": "low"}, {"criterion": "c"}, {"criterion": "b"}],
            [("D", 1), ("A", 2), ("C", 3), ("B", 4), ("E", 5)],
        ),
    ],
)
def test_ties_are_broken_in_the_stated_order(
    assess: Assess, tie_breaks: list[dict[str, str]], expected: list[tuple[str, int]]
) -> None:
    results, findings = assess(TIED, *THREE, **ranking(*tie_breaks))
    assert [place[:2] for place in places(results)] == expected
    ranks = [rank for _, rank in expected]
    assert [unit.tied for unit in results.units] == [ranks.count(rank) > 1 for rank in ranks]
    assert [item.code for item in findings if item.code == "TD558"] == []


def test_what_was_looked_at_is_kept_of_each_unit(assess: Assess) -> None:
    results, _ = assess(TIED, *THREE, **ranking({"column": "so-nguoi", "order": "low"}, {"criterion": "a"}))
    looked = {unit.unit: [(each.label, each.shown) for each in unit.tie_breaks] for unit in results.units}
    assert looked["A"] == [("so-nguoi", "10")]
    assert looked["B"] == [("so-nguoi", "20"), ("Tiêu chí a", "3")]
    assert looked["E"] == []


def test_a_tie_break_that_is_not_known_leaves_the_rank_shared(assess: Assess) -> None:
    text = "don_vi;a;so-nguoi;khac\nA;9;;1\nB;9;7;2\nC;8;;3"
    rules = ranking({"column": "so-nguoi"}, {"column": "khac"})
    results, findings = assess(text, A, **rules)
    assert places(results) == [("A", 1, True), ("B", 1, True), ("C", 3, False)]
    assert codes(findings) == [("TD558", "column", "C2")]
    looked = {unit.unit: [each.shown for each in unit.tie_breaks] for unit in results.units}
    assert looked == {"A": ["?"], "B": ["7"], "C": []}


def test_a_criterion_that_was_not_assigned_breaks_no_tie(assess: Assess) -> None:
    items = [direct("a", "5"), direct("b", "5")]
    results, findings = assess("don_vi;a;b\nA;5;không giao\nB;5;5", *items, **ranking({"criterion": "b"}))
    assert places(results) == [("A", 1, True), ("B", 1, True)]
    assert codes(findings) == [("TD558", "criterion", "A2")]


def test_groups_break_ties_by_their_points(assess: Assess) -> None:
    group = {
        "kind": "group",
        "id": "g",
        "name": "Nhóm",
        "items": [direct("a", "5"), direct("b", "5")],
        "cap": "6",
    }
    text = "don_vi;a;b;c\nA;5;5;0\nB;2;2;2"
    results, _ = assess(text, group, direct("c", "5"), **ranking({"criterion": "g"}))
    assert places(results) == [("A", 1, False), ("B", 2, False)]


TABLE = st.lists(
    st.tuples(st.sampled_from("XYZ"), st.integers(0, 3), st.integers(0, 3), st.integers(0, 2)),
    min_size=1,
    max_size=12,
)


@settings(deadline=None, max_examples=60)
@given(TABLE, st.randoms(use_true_random=False), st.sampled_from(["skip", "dense"]))
def test_ranks_count_those_before_in_the_cluster(
    assess: Assess, rows: list[Any], chance: Any, ties: str
) -> None:
    named = [(f"Đơn vị {number:02}", *row) for number, row in enumerate(rows)]
    rules = {"ranking": {"ties": ties, "tie_breaks": [{"criterion": "b"}, {"column": "x", "order": "low"}]}}

    def result(order: list[Any]) -> dict[str, tuple[int | None, bool]]:
        lines = [";".join(map(str, row)) for row in order]
        items = [direct("a", "5"), direct("b", "5")]
        results, _ = assess("\n".join(["don_vi;cum;a;b;x", *lines]), *items, cluster_column="cum", **rules)
        return {unit.unit: (unit.rank, unit.tied) for unit in results.units}

    found = result(named)
    shuffled = list(named)
    chance.shuffle(shuffled)
    assert result(shuffled) == found

    def key(row: tuple[str, str, int, int, int]) -> tuple[int, int, int]:
        return (row[2] + row[3], row[3], -row[4])

    for row in named:
        peers = [key(other) for other in named if other[1] == row[1]]
        better = [other for other in peers if other > key(row)]
        rank = 1 + len(better if ties == "skip" else set(better))
        assert found[row[0]] == (rank, peers.count(key(row)) > 1)


def test_an_unknown_criterion_ties_only_those_whose_order_it_may_change(assess: Assess) -> None:
    # All come to the cap of 20; of b nobody knows of C, but it is at most 5.
    items = [direct("a", "40"), direct("b", "5"), direct("c", "9")]
    text = "don_vi;a;b;c\nA;40;5;9\nB;40;2;1\nC;40;;4\nD;40;2;8"
    results, findings = assess(text, *items, cap="20", **ranking({"criterion": "c"}))
    assert [(unit.unit, unit.rank) for unit in results.units] == [("A", 1), ("D", 2), ("C", 3), ("B", 4)]
    results, findings = assess(text, *items, cap="20", **ranking({"criterion": "b"}, {"criterion": "c"}))
    assert [(unit.unit, unit.rank) for unit in results.units] == [("A", 1), ("B", 1), ("C", 1), ("D", 1)]
    group = {"kind": "group", "id": "g", "name": "g", "items": [items[0], items[1]]}
    text = "don_vi;a;b;c\nA;40;5;9\nB;30;2;1\nC;33;;4\nD;30;2;8"
    results, findings = assess(
        text, group, items[2], cap="20", **ranking({"criterion": "g"}, {"criterion": "c"})
    )
    # C has 33 to 38: behind A and before B and D, whatever it is.
    assert [(unit.unit, unit.rank) for unit in results.units] == [("A", 1), ("C", 2), ("D", 3), ("B", 4)]
    assert "TD558" not in {each.code for each in findings}
