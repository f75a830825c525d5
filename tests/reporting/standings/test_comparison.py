from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.reporting.standings.comparison import comparison_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.findings.finding import Finding
    from thidua_cli.scoring.standings.results import Results

    Run = Callable[..., tuple[Results | None, list[Finding]]]

ITEM = {"id": "a", "name": "A", "kind": "direct", "max": 100}


def say(key: str, **values: object) -> str:
    return key


def scored(run: Run, text: str) -> Results:
    results, _ = run(text, ITEM)
    assert results is not None
    return results


def test_totals_and_ranks_that_moved(run: Run) -> None:
    before = scored(run, "don_vi;a\nSở A;90\nSở B;80\nSở C;70\nSở D;60\n")
    now = scored(run, "don_vi;a\nSở a;60\nSở B;80\nSở C;95,5\nSở Đ;50\n")
    found = comparison_facts(now, before, say, 100)
    assert found is not None
    assert [(one.unit, one.difference, one.moved) for one in found.rows] == [
        ("Sở C", "+25,50", 2),
        ("Sở B", "0,00", 0),
        ("Sở a", "-30,00", -2),
    ]
    assert [one.size for one in found.rows] == ["25,50", "0,00", "30,00"]
    assert (found.up, found.down, found.same) == (1, 1, 1)
    assert [one.unit for one in found.risen.rows] == ["Sở C"]
    assert [one.unit for one in found.dropped.rows] == ["Sở a"]
    assert found.joined.rows == ("Sở Đ",)
    assert found.left.rows == ("Sở D",)


def test_a_total_that_is_open_is_compared_with_nothing(run: Run) -> None:
    before = scored(run, "don_vi;a\nSở A;\nSở B;80\n")
    now = scored(run, "don_vi;a\nSở A;90\nSở B;80\n")
    found = comparison_facts(now, before, say, 100)
    assert found is not None
    assert {one.unit: (one.difference, one.moved) for one in found.rows} == {
        "Sở A": ("", None),
        "Sở B": ("0,00", -1),
    }
    assert (found.up, found.down, found.same) == (0, 0, 1)


def test_no_unit_of_both_periods(run: Run) -> None:
    assert comparison_facts(scored(run, "don_vi;a\nA;1\n"), scored(run, "don_vi;a\nB;1\n"), say, 9) is None
