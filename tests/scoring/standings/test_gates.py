"""Criteria are opened after those that their conditions rest on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.standings.gates import gate_order
from thidua_cli.scoring.standings.results import Results

Assess = Callable[..., tuple[Results, list[Finding]]]


def direct(key: str, gate: str | None = None) -> dict[str, Any]:
    item: dict[str, Any] = {"kind": "direct", "id": key, "name": key, "max": "1"}
    return item if gate is None else item | {"only_if": {"criterion": gate}}


def order(*items: dict[str, Any]) -> list[str]:
    criteria = Criteria.model_validate({"thidua": "1", "name": "X", "criteria": list(items)})
    return [item.id for item in gate_order(criteria)]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.one_of(st.none(), st.integers(0, 7)), min_size=8, max_size=8), st.permutations(range(8)))
def test_a_condition_comes_before_what_rests_on_it(gates: list[int | None], shuffled: list[int]) -> None:
    # A gate that names an earlier number never leads back to itself.
    named = [None if gate is None or gate >= at else f"c{gate}" for at, gate in enumerate(gates)]
    found = order(*(direct(f"c{at}", named[at]) for at in shuffled))
    assert sorted(found) == [f"c{at}" for at in range(8)]
    for at, gate in enumerate(named):
        assert gate is None or found.index(gate) < found.index(f"c{at}")


def test_loops_and_unknown_names_end_too() -> None:
    assert sorted(order(direct("a", "b"), direct("b", "c"), direct("c", "a"), direct("d", "x"))) == list(
        "abcd"
    )
    assert order(direct("a", "a")) == ["a"]


def test_a_long_chain_of_conditions_is_no_deep_recursion(assess: Assess) -> None:
    many = 3000
    items = [direct(f"c{at}", f"c{at + 1}" if at < many else None) for at in range(many + 1)]
    header = ";".join(["don_vi", *(f"c{at}" for at in range(many + 1))])
    results, _ = assess(
        f"{header}\nA;{';'.join('1' * (many + 1))}\nB;{';'.join(['1'] * many + ['0'])}", *items
    )
    assert [str(unit.published) for unit in results.units] == [f"{many + 1}.00", "0.00"]


@pytest.mark.parametrize(("cell", "points"), [("có", "10.00"), ("không", "5.00"), ("", "5.00")])
def test_a_vetoed_unit_leads_only_where_the_table_says_so(assess: Assess, cell: str, points: str) -> None:
    item = {"kind": "relative", "id": "a", "name": "A", "max": "10"}
    vetoes = [{"id": "v", "name": "V", "effect": "unranked"}]
    text = f"don_vi;a;v\nA;5;không\nB;10;{cell}"
    results, _ = assess(text, item, vetoes=vetoes)
    unit = results.find("A")
    assert unit is not None
    assert str(unit.published) == points
    results, _ = assess(text, item, vetoes=vetoes, vetoed_lead=True)
    assert str((results.find("A") or unit).published) == "5.00"
