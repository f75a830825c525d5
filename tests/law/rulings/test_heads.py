"""Head counts as far as they are known."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.law.registers.facts import fact_kinds, wholes
from thidua_cli.law.rulings.heads import CONTRADICTORY, Heads, ceiling, completed, heads, with_sums


@pytest.mark.parametrize(
    ("counts", "whole"),
    [
        ({"httnv": 24, "htxsnv": 6}, {"httnv": 24, "htxsnv": 6, "tot_tro_len": 30}),
        ({"tot_tro_len": 30, "htxsnv": 6}, {"httnv": 24, "htxsnv": 6, "tot_tro_len": 30}),
        ({"tot_tro_len": 30}, {"tot_tro_len": 30}),
        # What contradicts itself is left as it is.
        ({"tot_tro_len": 3, "htxsnv": 6}, {"tot_tro_len": 3, "htxsnv": 6}),
        ({"ldtt": 5}, {"ldtt": 5}),
    ],
)
def test_what_follows_from_other_counts(counts: dict[str, int], whole: dict[str, int]) -> None:
    assert completed(counts) == whole


@pytest.mark.parametrize(
    ("idents", "units", "found"),
    [
        (("ldtt",), [{"ldtt": 5}, {"ldtt": 4}], Heads(9, 9)),
        (("ldtt",), [{"ldtt": 5}, {"tong_so": 9}], Heads(5, 14)),
        (("ldtt",), [{"ldtt": 5}, {}], Heads(5, None)),
        (("ldtt",), [], Heads(0, None)),
        (("httnv",), [{"tong_so": 10, "htxsnv": 9}], Heads(0, 1)),
        (("httnv",), [{"tong_so": 10, "tot_tro_len": 6, "htxsnv": 5}], Heads(1, 1)),
        (("tot_tro_len",), [{"httnv": 6, "tong_so": 10}], Heads(6, 10)),
        (("tong_so",), [{"httnv": 6, "htxsnv": 5, "ldtt": 9}], Heads(11, None)),
        (("tong_so",), [{"ldtt": 9, "cstt": 4}], Heads(13, None)),
        (("ldtt",), [{"ldtt": 9, "cstt": 4}], Heads(13, 13)),
        (("ldtt",), [{"cstt": 4}], Heads(4, None)),
        (("ldtt",), [{"cstt": 4, "tong_so": 10}], Heads(4, 10)),
        (("cstt",), [{"ldtt": 9, "cstt": 4}], Heads(4, 4)),
        (("tap_the_httnv",), [{"tap_the_tong_so": 4, "tap_the_htxsnv": 3}], Heads(0, 1)),
        (("ldtt",), [{"ldtt": -1}], CONTRADICTORY),
        (("ldtt",), [{"ldtt": 3}, {"ldtt": 5, "tong_so": 4}], CONTRADICTORY),
        (("httnv",), [{"httnv": 6, "htxsnv": 5, "tong_so": 10}], CONTRADICTORY),
        # What is contradictory elsewhere in a unit says nothing of this count.
        (("cstdcs",), [{"cstdcs": 1, "tong_so": 4, "canh_cao": 5}], Heads(1, 1)),
        (("httnv", "htxsnv"), [{"tot_tro_len": 30}], Heads(30, 30)),
        (("httnv",), [{"tot_tro_len": 30, "tong_so": 50}], Heads(0, 30)),
        (("httnv", "htxsnv"), [{"htxsnv": 3, "tong_so": 50}], Heads(3, 50)),
        # No size bounds how many collectives a row proposes.
        (("ttldtt",), [{"tong_so": 50}], Heads(0, None)),
        (("tap_the_htxsnv",), [{"tap_the_tong_so": 4, "tong_so": 50}], Heads(0, 4)),
    ],
)
def test_sums(idents: tuple[str, ...], units: list[dict[str, int]], found: Heads) -> None:
    assert heads(idents, units) == found
    assert found.known == (found.low if found.low == found.high else None)


@pytest.mark.parametrize(
    ("ident", "unit", "most"),
    [
        ("ldtt", {"tong_so": 33, "ldtt": 20, "cstdcs": 5}, 33),
        ("ldtt", {"tong_so": 33, "ldtt": 20, "cstt": 3}, 33),
        ("ldtt", {"ldtt": 20}, None),
        # Everybody rated excellent stays so.
        ("httnv", {"tong_so": 30, "tot_tro_len": 10, "httnv": 5, "htxsnv": 5}, 25),
    ],
)
def test_how_far_a_count_could_be_raised(ident: str, unit: dict[str, int], most: int | None) -> None:
    assert ceiling((ident,), [unit]) == most


def test_what_a_count_is_never_more_than() -> None:
    assert ("cstdcs", "ldtt") in wholes()
    assert ("htxsnv", "tot_tro_len") in wholes()
    assert ("htxsnv", "tong_so") in wholes()
    for kind in fact_kinds().values():
        about = {kind.part_of, kind.chosen_from, *kind.sum_of, *kind.apart_from, *kind.counted_with} - {""}
        assert about <= {other.id for other in fact_kinds().values() if other.type == "count"}
        assert all(fact_kinds()[part].part_of == kind.id for part in kind.sum_of)


PEOPLE = st.fixed_dictionaries(
    {
        "httnv": st.integers(0, 9),
        "htxsnv": st.integers(0, 9),
        "ldtt": st.integers(0, 9),
        "cstt": st.integers(0, 9),
    }
)


@settings(deadline=None, max_examples=200)
@given(
    PEOPLE, st.integers(0, 9), st.sets(st.sampled_from(["httnv", "htxsnv", "tot_tro_len", "tong_so", "ldtt"]))
)
def test_what_is_true_lies_within_what_is_left_of_it(
    people: dict[str, int], others: int, hidden: set[str]
) -> None:
    good = people["httnv"] + people["htxsnv"]
    whole = {**people, "tot_tro_len": good, "tong_so": max(good, people["ldtt"] + people["cstt"]) + others}
    told = {ident: count for ident, count in whole.items() if ident not in hidden}
    for idents in (("httnv",), ("htxsnv",), ("tot_tro_len",), ("tong_so",), ("httnv", "htxsnv")):
        found = heads(idents, [told])
        count = sum(whole[ident] for ident in idents)
        assert found.low <= count
        assert found.high is None or count <= found.high


@pytest.mark.parametrize(
    ("counts", "summed"),
    [
        ({"ldtt": 70, "cstt": 30, "rating": "HTTNV"}, {"ldtt": 100, "cstt": 30, "rating": "HTTNV"}),
        ({"ldtt": 70}, {"ldtt": 70}),
        ({"cstt": 30}, {"cstt": 30}),
    ],
)
def test_conditions_of_packs_see_what_the_law_counts_together(
    counts: dict[str, object], summed: dict[str, object]
) -> None:
    assert with_sums(counts) == summed
