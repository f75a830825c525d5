from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from thidua_cli.reporting.standings.criteria import criteria_facts, short_name
from thidua_cli.reporting.standings.points import MOST_COLUMNS, points_parts
from thidua_cli.reporting.standings.ranking import FIRST_IN_TEXT, ranking_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.findings.finding import Finding
    from thidua_cli.scoring.standings.results import Results

    Run = Callable[..., tuple[Results | None, list[Finding]]]

ITEM = {"id": "a", "name": "A", "kind": "direct", "max": 100}
GRADES = [{"name": "Tốt", "from": 80}, {"name": "Khá", "from": 50}]


def say(key: str, **values: object) -> str:
    return key


@pytest.fixture
def scored(run: Run) -> Callable[..., Results]:
    def score(text: str, *items: dict[str, object], **more: object) -> Results:
        results, findings = run(text, *(items or (ITEM,)), **more)
        assert results is not None, findings
        return results

    return score


def test_ties_share_a_rank_and_the_next_is_skipped(scored: Callable[..., Results]) -> None:
    found = ranking_facts(scored("don_vi;a\nB;90\nA;90\nC;50\nD;\n", grades=GRADES), say, 100)
    (cluster,) = found.clusters
    assert [(one.unit, one.rank, one.tied) for one in cluster.units] == [
        ("A", "1", True),
        ("B", "1", True),
        ("C", "3", False),
        ("D", "", False),
    ]
    assert [[one.unit for one in tie.rows] for tie in found.ties.rows] == [["A", "B"]]
    assert [one.unit for one in cluster.best.rows] == ["A", "B"]
    assert [one.unit for one in cluster.worst.rows] == ["C"]
    assert [one.unit for one in found.unranked.rows] == ["D"]
    assert (found.units, found.ranked, found.mean) == (4, 3, "76,67")
    assert "Sau 02 đơn vị đồng hạng 1 là hạng 3." in found.notes
    assert "note.skip" not in found.notes


def test_how_ties_are_counted_is_told_only_where_there_is_one(scored: Callable[..., Results]) -> None:
    for rows in ("B;90\nA;80\n", "B;90\nA;80\nC;80\n"):
        notes = ranking_facts(scored(f"don_vi;a\n{rows}"), say, 100).notes
        assert not any("note.skip" in note or "đồng hạng" in note for note in notes)


def test_grades_are_counted_with_those_that_nobody_has(scored: Callable[..., Results]) -> None:
    found = ranking_facts(scored("don_vi;a\nA;10\nB;60\nC;\n", grades=GRADES), say, 100)
    assert [(one.name, one.units, one.share) for one in found.grades] == [
        ("Tốt", 0, "0,00"),
        ("Khá", 1, "33,33"),
        ("Chưa đủ số liệu", 1, "33,33"),
        ("ungraded", 1, "33,33"),
    ]


def test_clusters_are_ranked_apart(scored: Callable[..., Results]) -> None:
    text = "don_vi;cum;a\nA;Cụm 2;90\nB;Cụm 1;80\nC;Cụm 1;70\n"
    found = ranking_facts(scored(text, cluster_column="cum"), say, 100)
    assert [(one.name, [unit.unit for unit in one.units]) for one in found.clusters] == [
        ("Cụm 1", ["B", "C"]),
        ("Cụm 2", ["A"]),
    ]
    assert found.ties.rows == ()
    assert found.charted == ()


def test_a_document_lists_the_first_and_counts_all(scored: Callable[..., Results]) -> None:
    rows = "".join(f"U{number};{number % 100}\n" for number in range(200))
    results = scored(f"don_vi;a\n{rows}")
    found = ranking_facts(results, say, 50)
    (cluster,) = found.clusters
    assert (len(cluster.units), len(cluster.shown), found.listed) == (50, FIRST_IN_TEXT, FIRST_IN_TEXT)
    assert (found.units, found.ranked, found.mean) == (200, 200, "49,50")
    (part,) = points_parts(results, say, 50)
    assert (len(part.rows), part.blank) == (50, False)
    (part,) = points_parts(scored("don_vi;a\nA;\nB;1\n"), say, 50)
    assert part.blank


def test_strong_and_weak_criteria(scored: Callable[..., Results]) -> None:
    items = [
        {"id": "a", "name": "A", "kind": "direct", "max": 10},
        {"id": "b", "name": "B", "kind": "direct", "max": 10},
        {"id": "c", "name": "C", "kind": "bonus", "point": 1},
        {"id": "d", "name": "D", "kind": "penalty", "point": 1},
    ]
    found = criteria_facts(scored("don_vi;a;b;c;d\nX;10;5;2;0\nY;10;4;0;3\n", *items))
    assert [(one.name, one.share) for one in found.strong.rows] == [("A", "100,00")]
    assert [(one.name, one.share) for one in found.weak.rows] == [("B", "45,00")]
    by_name = {one.name: one for one in found.rows}
    assert (by_name["B"].mean, by_name["B"].highest, by_name["B"].lowest) == ("4,50", "5,00", "4,00")
    assert (by_name["C"].kind, by_name["C"].units, by_name["C"].mean) == ("bonus", 1, "1,00")
    assert (by_name["D"].kind, by_name["D"].units, by_name["D"].lowest) == ("penalty", 1, "-3,00")


@pytest.mark.parametrize(
    ("points", "strong", "weak"),
    [
        ("9;8;7;6;5", ["c0"], ["c4"]),  # one of five, not three and two
        ("9;8;7;6;5;4", ["c0", "c1"], ["c5", "c4"]),
        ("9;9;9;6;5", ["c0", "c1", "c2"], ["c4"]),  # who shares the share of the best is named too
        ("9;9;9;9;9", [], []),
        ("9", [], []),
    ],
)
def test_a_third_of_the_criteria_is_named(
    scored: Callable[..., Results], points: str, strong: list[str], weak: list[str]
) -> None:
    names = [f"c{at}" for at in range(len(points.split(";")))]
    items = [{"id": name, "name": name, "kind": "direct", "max": 10} for name in names]
    found = criteria_facts(scored(f"don_vi;{';'.join(names)}\nX;{points}\n", *items))
    assert [one.name for one in found.strong.rows] == strong
    assert [one.name for one in found.weak.rows] == weak


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Hồ sơ giải quyết đúng hạn (%)", "Hồ sơ giải quyết đúng hạn"),
        ("Kế hoạch (điểm)", "Kế hoạch"),
        ("Sáng kiến (cấp cơ sở)", "Sáng kiến (cấp cơ sở)"),
        ("Thu ngân sách", "Thu ngân sách"),
    ],
)
def test_the_unit_of_measure_is_no_part_of_a_sentence(name: str, short: str) -> None:
    assert short_name(name) == short


def test_many_criteria_stand_in_parts_of_like_width(scored: Callable[..., Results]) -> None:
    items = [
        {"id": f"c{number}", "name": f"C{number}", "kind": "direct", "max": 1}
        for number in range(MOST_COLUMNS + 1)
    ]
    header = ";".join(item["id"] for item in items)
    parts = points_parts(scored(f"don_vi;{header}\nA{';1' * len(items)}\n", *items), say, 10)
    assert [len(part.columns) for part in parts] == [7, 7]
    assert [part.last for part in parts] == [False, True]
    assert all(len(part.rows[0].points) == len(part.columns) for part in parts)
