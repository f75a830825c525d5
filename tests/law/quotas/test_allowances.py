"""What caps allow."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.quotas.allowances import Allowance, Together, allowance, allowed_of
from thidua_cli.law.rulings.caps import judge_cap
from thidua_cli.law.rulings.head_counts import UnitCounts, unit_verdicts
from thidua_cli.law.rulings.heads import Heads
from thidua_cli.law.rulings.kinds.registry import applying
from thidua_cli.law.rulings.record_verdicts import judge_record
from thidua_cli.law.rulings.records import Record
from thidua_cli.law.rulings.rules import DatedValue, Kind, Reading, Rounding, Rule, Small, State, rule
from thidua_cli.law.rulings.stated import Measure, Stated
from thidua_cli.law.rulings.table_caps import Rows

CASES = Path(__file__).with_name("cases")
DAY = date(2022, 12, 31)


def number(value: Fraction, **more: Any) -> DatedValue:
    return DatedValue(date(2020, 1, 1), None, State.IN_FORCE, value, False, (), "A", None)._replace(**more)


def cap(value: Fraction, base: str = "ldtt", **more: Any) -> Rule:
    return Rule("TD000", Kind.RATIO_CAP, None, "cstdcs", base, frozenset(), (number(value, **more),))


def of(one: Rule, *units: Mapping[str, int], day: date = DAY) -> Allowance:
    found = one.on(day)
    return allowance(one, found, one.readings(found) if found else (), "", units)


def cases(name: str) -> list[dict[str, int]]:
    with (CASES / name).open(encoding="utf-8", newline="") as stream:
        return [
            {key: int(value) for key, value in row.items()} for row in csv.DictReader(stream, delimiter=";")
        ]


@pytest.mark.parametrize("case", cases("rounding-15.csv"), ids=lambda case: str(case["base"]))
def test_a_share_is_rounded_as_the_rule_says(case: dict[str, int]) -> None:
    share = Fraction(15, 100)
    units = {"ldtt": case["base"]}
    assert of(cap(share), units).allowed == case["none"]
    for way in Rounding:
        assert of(cap(share, rounding=way), units).allowed == case[way.value], way
    assert of(cap(share, at_least_one=True), units).allowed == case["least_one"]


@pytest.mark.parametrize("case", cases("htxsnv.csv"), ids=lambda case: str(case["people"]))
def test_of_those_rated_good_or_better_the_best_are_a_share_of_the_others(case: dict[str, int]) -> None:
    for percent in (20, 25):
        one = cap(Fraction(percent, 100), "httnv")._replace(numerator="htxsnv")
        found = of(one, {"tot_tro_len": case["people"]})
        assert found.allowed == case[f"share_{percent}"]
        (way,) = found.ways
        assert way.together is not None
        assert way.together.of_all == case["people"] * percent // 100
    assert case["of_all_20"] == case["people"] // 5


def test_the_cap_of_2022_with_its_arithmetic() -> None:
    found = of(rule("TD301"), {"ldtt": 90, "cstdcs": 13})
    (way,) = found.ways
    assert (way.base.known, way.product, way.allowed.known) == (90, Fraction(27, 2), 13)
    assert found.allowed == 13
    assert found.used == Heads(13, 13)
    assert found.missing == ()


@pytest.mark.parametrize(
    ("day", "ways"),
    [(date(2014, 10, 14), 0), (date(2014, 10, 15), 1), (date(2023, 12, 31), 1), (date(2024, 1, 1), 0)],
)
def test_a_cap_allows_only_while_it_is_in_force(day: date, ways: int) -> None:
    assert len(of(rule("TD301"), {"ldtt": 90}, day=day).ways) == ways


def test_units_are_counted_together() -> None:
    found = of(rule("TD301"), {"ldtt": 50, "cstdcs": 8}, {"ldtt": 40, "cstdcs": 5})
    assert (found.allowed, found.used) == (13, Heads(13, 13))


@pytest.mark.parametrize(
    ("units", "allowed", "missing"),
    [
        ([{"tong_so": 100}], Heads(0, 15), ("cstdcs", "ldtt")),
        ([{"ldtt": 50}, {"tong_so": 40}], Heads(7, 13), ("cstdcs", "ldtt")),
        ([{"ldtt": 50}, {}], Heads(7, None), ("cstdcs", "ldtt")),
        ([], Heads(0, None), ("cstdcs", "ldtt")),
        ([{"ldtt": 50}], Heads(7, 7), ("cstdcs",)),
    ],
)
def test_what_is_not_told_bounds_what_is_allowed(
    units: list[dict[str, int]], allowed: Heads, missing: tuple[str, ...]
) -> None:
    found = of(cap(Fraction(15, 100)), *units)
    (way,) = found.ways
    assert way.allowed == allowed
    assert found.allowed == allowed.known
    assert found.missing == missing
    assert found.used is None


def test_too_many_of_the_best_may_be_counted_with_the_others() -> None:
    one = cap(Fraction(20, 100), "httnv")._replace(numerator="htxsnv")
    found = of(one, {"httnv": 24, "htxsnv": 6, "tot_tro_len": 30})
    (way,) = found.ways
    assert (way.product, way.allowed.known) == (Fraction(24, 5), 4)
    assert way.together == Together(30, 5, 6)


def test_readings_that_differ_allow_nothing_certain() -> None:
    readings = (
        Reading("text", Fraction(1, 5), ("httnv",), None, None, (), "B"),
        Reading("all", Fraction(1, 5), ("httnv", "htxsnv"), None, None, (), "B"),
    )
    one = cap(Fraction(1, 5), "httnv", readings=readings)._replace(numerator="htxsnv")
    differing = of(one, {"tot_tro_len": 30})
    assert [way.allowed.known for way in differing.ways] == [5, 6]
    assert (differing.allowed, differing.questioned) == (None, True)
    agreeing = of(one, {"tot_tro_len": 12})
    assert (agreeing.allowed, agreeing.questioned) == (2, False)


def test_a_reading_that_nobody_verified_gives_no_answer_alone() -> None:
    weak = Reading("weak", Fraction(1, 5), ("ldtt",), None, None, (), "C")
    assert of(cap(Fraction(1, 5), readings=(weak,)), {"ldtt": 10}).allowed is None
    firm = weak._replace(id="firm", grade="A")
    assert of(cap(Fraction(1, 5), readings=(weak, firm)), {"ldtt": 10}).allowed == 2
    unread = weak._replace(unread=True)
    found = of(cap(Fraction(1, 5), readings=(firm, unread)), {"ldtt": 10, "cstdcs": 1})
    assert (found.allowed, found.questioned, found.missing) == (None, True, ())


def test_among_few_a_number_stands_for_the_share() -> None:
    one = cap(Fraction(1, 5), small=Small(5, "tap_the_tong_so", 1))
    assert of(one, {"tap_the_tong_so": 4, "ldtt": 4}).allowed == 1
    assert of(one, {"tap_the_tong_so": 5, "ldtt": 4}).allowed == 0
    # How many there are is not known: either may hold.
    (way,) = of(one, {"ldtt": 4}).ways
    assert way.allowed == Heads(0, 1)


SHARES = st.fractions(Fraction(1, 100), 1, max_denominator=100)


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 400), SHARES, st.booleans(), st.none() | st.sampled_from(Rounding), st.booleans())
def test_what_is_allowed_passes_the_cap_and_one_more_does_not(
    base: int, share: Fraction, strict: bool, rounding: Rounding | None, least_one: bool
) -> None:
    held = number(share, strict=strict, rounding=rounding, at_least_one=least_one)
    allowed = allowed_of(held, base)

    def ruled(heads: int) -> Ruling:
        figure = Stated(str(heads), Measure.HEADS, Fraction(heads), Fraction(heads))
        return judge_cap(
            figure, Stated(str(base), Measure.HEADS, Fraction(base), Fraction(base)), held
        ).ruling

    assert ruled(allowed) is Ruling.PASS
    assert ruled(allowed + 1) is Ruling.FAIL


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 300), SHARES)
def test_the_most_of_a_total_is_within_the_share_of_the_rest(total: int, share: Fraction) -> None:
    one = cap(share, "httnv")._replace(numerator="htxsnv")
    most = of(one, {"tot_tro_len": total}).allowed
    assert most is not None
    assert most <= share * (total - most)
    assert most + 1 > share * (total - most - 1)


PLACE = Span("units.csv")
COUNTS = {
    "TD301": ("tong_so", "ldtt", "cstt", "cstdcs"),
    "TD312": ("tong_so", "tot_tro_len", "httnv", "htxsnv"),
    "TD313": ("tap_the_tong_so", "tap_the_httnv", "tap_the_htxsnv"),
    "TD338": ("dan_dau_cum", "ctdcp"),
}
DAYS = {
    "TD301": [date(2022, 12, 31)],
    "TD312": [date(2024, 12, 31), date(2026, 6, 30), date(2026, 12, 31), date(2027, 6, 30)],
    "TD313": [date(2026, 12, 31)],
    "TD338": [date(2022, 12, 31)],
}
KNOWN: list[dict[str, Any]] = [
    {},
    {"staff": "cong-chuc", "unit_rating": "HTTNV"},
    {"staff": "cong-chuc", "unit_rating": "HTXSNV"},
    {"staff": "vien-chuc", "own_regulation": False},
    {"staff": "nguoi-lao-dong"},
]


@st.composite
def asked(draw: st.DrawFn) -> tuple[str, date, dict[str, Any], list[dict[str, int]]]:
    code = draw(st.sampled_from(list(COUNTS)))
    row = st.dictionaries(st.sampled_from(COUNTS[code]), st.integers(0, 30), min_size=1)
    rows = draw(st.lists(row, min_size=1, max_size=3))
    return code, draw(st.sampled_from(DAYS[code])), draw(st.sampled_from(KNOWN)), rows


@settings(deadline=None, max_examples=400)
@given(asked())
def test_what_is_used_beyond_all_that_is_allowed_is_never_left_open(
    question: tuple[str, date, dict[str, Any], list[dict[str, int]]],
) -> None:
    code, day, facts, rows = question
    one = rule(code)
    found = one.on(day)
    assert found is not None
    ways = applying(one, found, Record(facts), day)
    page = allowance(one, found, ways, "", rows)
    units = [UnitCounts(str(at), counts, PLACE) for at, counts in enumerate(rows)]
    verdicts = unit_verdicts(units, day, PLACE, (), [one], facts, Rows.PARTS)
    if page.used is None or not page.ways:
        return
    (verdict,) = verdicts
    # A contradiction lies between nobody and no end.
    beyond = all(way.allowed.high is not None and page.used.low > way.allowed.high for way in page.ways)
    within = all(page.used.high is not None and page.used.high <= way.allowed.low for way in page.ways)
    if beyond:
        assert verdict.ruling is Ruling.FAIL or "chua-kiem-chung" in verdict.variant
    if within:
        assert verdict.ruling is Ruling.PASS or "chua-kiem-chung" in verdict.variant
    if verdict.ruling is Ruling.FAIL:
        assert not within


@settings(deadline=None, max_examples=200)
@given(asked())
def test_a_table_of_one_unit_and_a_record_are_ruled_alike(
    question: tuple[str, date, dict[str, Any], list[dict[str, int]]],
) -> None:
    code, day, facts, (counts, *_) = question
    found = unit_verdicts([UnitCounts("A", counts, PLACE)], day, PLACE, (), [rule(code)], facts)
    alone = judge_record(rule(code), Record({**facts, **counts}), day)
    assert [(each.ruling, each.variant, each.trace) for each in found] in (
        [],
        [(alone.ruling, alone.variant, alone.trace)],
    )
