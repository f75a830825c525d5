from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.law.rulings.criteria.evaluate import evaluate
from thidua_cli.law.rulings.criteria.tree import tree_of
from thidua_cli.law.rulings.records import Record, YearRecord

YEAR = 2024
THREE = {"chain": {"years": 3, "each": {"titles": ["CSTDCS"]}, "ends": "either"}}
YES, NO, GAP = {"titles": ["CSTDCS"]}, {"titles": []}, {}


def answer(
    criteria: dict[str, Any], history: dict[int, dict[str, Any]], **facts: Any
) -> tuple[bool | None, tuple[str, ...]]:
    node = tree_of(criteria)
    assert node is not None
    years = {
        year: YearRecord(frozenset(told["titles"]) if "titles" in told else None, told.get("rating"))
        for year, told in history.items()
    }
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()}
    found = evaluate(node, Record(given, years), YEAR)
    return found.holds, found.lines


def known(*years: dict[str, Any]) -> dict[int, dict[str, Any]]:
    """The years up to and with the award year; a gap is an absent year."""
    first = YEAR - len(years) + 1
    return {first + place: year for place, year in enumerate(years) if year is not GAP}


@pytest.mark.parametrize(
    ("history", "holds"),
    [
        (known(YES, YES, YES), True),
        (known(YES, YES, YES, NO), True),
        (known(YES, YES, NO, YES), False),
        (known(NO, YES, YES), False),
        (known(GAP, YES, YES), None),
        (known(YES, YES, YES, GAP), True),
        (known(YES, GAP, YES, YES), None),
        (known(GAP, NO, GAP), False),
        (known(GAP, GAP, NO), None),
        ({}, None),
    ],
)
def test_three_in_a_row_to_this_year_or_the_last(history: dict[int, Any], holds: bool | None) -> None:
    assert answer(THREE, history)[0] is holds


@pytest.mark.parametrize(
    ("ends", "history", "holds"),
    [
        ("award-year", known(YES, YES, YES, NO), False),
        ("before", known(YES, YES, YES, NO), True),
        ("before", known(NO, YES, YES, YES), False),
        ("award-year", known(NO, YES, YES, YES), True),
    ],
)
def test_where_a_chain_ends(ends: str, history: dict[int, Any], holds: bool) -> None:
    asks = {"chain": {**THREE["chain"], "ends": ends}}
    assert answer(asks, history)[0] is holds


def test_the_lines_name_the_year_that_broke_or_lacks() -> None:
    assert answer(THREE, known(YES, NO, YES)) == (False, ("2023: không có CSTĐCS",))
    assert answer(THREE, known(GAP, YES, YES)) == (None, ("thiếu: danh hiệu năm 2022",))
    assert answer(THREE, known(YES, YES, YES)) == (True, ("2022 đến 2024: CSTĐCS",))


def test_before_the_first_year_of_work_there_is_nothing() -> None:
    assert answer(THREE, known(YES, YES))[0] is None
    assert answer(THREE, known(YES, YES), joined=2023)[0] is False
    # In the first year of work there may be.
    assert answer(THREE, known(YES, YES), joined=2022)[0] is None


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from([True, None, False]), min_size=3, max_size=6))
def test_what_is_not_known_is_decided_only_where_every_filling_agrees(years: list[bool | None]) -> None:
    asks = {"chain": {**THREE["chain"], "ends": "award-year"}}
    told = {True: YES, None: GAP, False: NO}
    found = answer(asks, known(*(told[year] for year in years)))[0]
    gaps = [place for place, year in enumerate(years) if year is None]
    fillings = set()
    for filling in product([True, False], repeat=len(gaps)):
        filled = list(years)
        for place, value in zip(gaps, filling, strict=True):
            filled[place] = value
        fillings.add(all(filled[-3:]))
    assert found is (fillings.pop() if len(fillings) == 1 else None)


FIVE = {
    "chain": {
        "years": 5,
        "each": {"rating": "HTTNV"},
        "ends": "before",
        "after": ["BKTTG"],
        "with": [{"titles": ["CSTDCS"], "count": 3}, {"rating": "HTXSNV", "count": 1}],
    }
}


def years(titles: int, best: int, first: int = 2019) -> dict[int, dict[str, Any]]:
    return {
        year: {
            "rating": "HTXSNV" if year - first < best else "HTTNV",
            "titles": ["CSTDCS"] if year - first < titles else [],
        }
        for year in range(first, 2024)
    }


@pytest.mark.parametrize(
    ("history", "facts", "holds"),
    [
        ({2018: {"titles": ["BKTTG"]}, **years(3, 1)}, {}, True),
        ({2018: {"titles": ["BKTTG"]}, **years(2, 1)}, {"joined": 2018}, False),
        ({2018: {"titles": ["BKTTG"]}, **years(3, 0)}, {"joined": 2018}, False),
        # The certificate came in a year of the chain: only what follows it counts.
        ({2018: {"titles": []}, **years(3, 1), 2020: {"titles": ["BKTTG"]}}, {"joined": 2018}, False),
        # Whether it came before is not known.
        (years(3, 1), {}, None),
        (years(3, 1), {"joined": 2019}, False),
        # A longer chain, with the third title in its first year.
        ({2017: {"titles": ["BKTTG"]}, **years(3, 1, 2018)}, {}, True),
        # Too few titles in five years, and what came before is not known.
        (years(2, 1), {}, None),
    ],
)
def test_a_chain_after_an_award_with_what_it_holds(
    history: dict[int, Any], facts: dict[str, Any], holds: bool | None
) -> None:
    assert answer(FIVE, history, **facts)[0] is holds


def test_a_count_that_is_short_is_told() -> None:
    found = answer(FIVE, {2018: {"titles": ["BKTTG"], "rating": "HTNV"}, **years(2, 1)}, joined=2018)
    assert "2019 đến 2023: 2 lần CSTĐCS, cần 3" in found[1]


@pytest.mark.parametrize(
    ("history", "facts", "holds"),
    [
        ({2010: {"titles": ["BKB"]}}, {}, True),
        ({2023: {"titles": []}}, {}, None),
        ({2023: {"titles": []}}, {"joined": 2023}, False),
        ({}, {"titles": ["BKT"]}, None),
    ],
)
def test_held_before_the_award_year(
    history: dict[int, Any], facts: dict[str, Any], holds: bool | None
) -> None:
    assert answer({"held": {"titles": ["BKT", "BKB"]}}, history, **facts)[0] is holds


@pytest.mark.parametrize(
    ("apart", "given_years", "holds"),
    [
        ([3], {2024, 2021}, True),
        ([3], {2023, 2020}, True),
        ([3], {2024, 2022}, False),
        ([1, 2, 3], {2024, 2022}, True),
        ([1, 2, 3], {2024, 2019}, False),
        ([3], {2024}, False),
    ],
)
def test_twice_at_a_distance(apart: list[int], given_years: set[int], holds: bool) -> None:
    history = {year: {"titles": ["CSTDT"] if year in given_years else []} for year in range(2018, YEAR + 1)}
    asks = {"times": {"titles": ["CSTDT", "CSTDB"], "apart": apart, "ends": "either"}}
    assert answer(asks, history)[0] is holds
    assert answer(asks, {})[0] is None
