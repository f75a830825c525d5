"""What an award is worth by the day of its decision."""

from __future__ import annotations

import csv
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from thidua_cli.law.bonuses.amounts import Doubt, last_verified_salary, money_for

PERSON, COLLECTIVE = "ca-nhan", "tap-the"
DECREES = {
    "nd91": (date(2022, 12, 31), 1_490_000, ROUND_HALF_UP),
    "nd98": (date(2024, 12, 31), 2_340_000, ROUND_CEILING),
    "nd152": (date(2025, 12, 31), 2_340_000, ROUND_CEILING),
}
with (Path(__file__).with_name("cases") / "multiples.csv").open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream, delimiter=";"))


@pytest.mark.parametrize(
    ("title", "holder", "day", "amounts"),
    [
        # The worked examples of the reference: a reading to the nearest and one upwards where they differ.
        ("LDTT", PERSON, date(2019, 7, 1), (450_000,)),
        ("GKX", PERSON, date(2022, 1, 1), (220_000, 230_000)),
        ("TTLDTT", COLLECTIVE, date(2022, 1, 1), (1_190_000, 1_200_000)),
        ("BKT", PERSON, date(2022, 1, 1), (1_490_000,)),
        ("BKT", COLLECTIVE, date(2022, 1, 1), (2_980_000,)),
        # From 2024 upwards.
        ("LDTT", PERSON, date(2024, 7, 1), (710_000,)),
        ("TTLDTT", COLLECTIVE, date(2024, 7, 1), (1_880_000,)),
        ("CSTDCS", PERSON, date(2024, 7, 1), (2_340_000,)),
        ("CSTDTQ", PERSON, date(2024, 7, 1), (10_530_000,)),
        ("CTDCP", COLLECTIVE, date(2024, 7, 1), (28_080_000,)),
        ("TTLDXS", COLLECTIVE, date(2025, 6, 30), (3_510_000,)),
        # Nothing verified says how the decree of 2025 rounds.
        ("LDTT", PERSON, date(2025, 7, 1), (710_000, 700_000)),
        ("CSTDCS", PERSON, date(2025, 7, 1), (2_340_000,)),
        ("BKT", PERSON, date(2025, 7, 1), (3_510_000,)),
        ("BKT", COLLECTIVE, date(2025, 7, 1), (7_020_000,)),
        ("HCLD3", PERSON, date(2025, 7, 1), (10_530_000,)),
        ("HCLD3", COLLECTIVE, date(2025, 7, 1), (21_060_000,)),
    ],
)
def test_amounts(title: str, holder: str, day: date, amounts: tuple[int, ...]) -> None:
    money = money_for(title, holder, day)
    assert money.amounts == amounts
    assert (money.certain is None) == (len(amounts) > 1)
    assert bool(money.doubts) == (len(amounts) > 1)


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2018, 7, 1), 390_000, 420_000),
        (date(2019, 7, 1), 420_000, 450_000),
        (date(2023, 7, 1), 450_000, 540_000),
        (date(2024, 7, 1), 540_000, 710_000),
    ],
)
def test_the_base_salary_changes_on_its_day(day: date, before: int, after: int) -> None:
    assert money_for("LDTT", PERSON, day.fromordinal(day.toordinal() - 1)).amounts[0] == before
    assert money_for("LDTT", PERSON, day).amounts[0] == after


@pytest.mark.parametrize(
    ("title", "holder", "day", "doubts", "amounts"),
    [
        ("LDTT", PERSON, date(2017, 9, 30), {Doubt.BEYOND_DATA}, ()),
        ("LDTT", PERSON, date(2018, 6, 30), {Doubt.SALARY}, (390_000,)),
        # 1,5 is from memory in 2024; the last verified multiple is 1,0.
        ("BKT", PERSON, date(2024, 7, 1), {Doubt.MULTIPLE}, (3_510_000, 2_340_000)),
        ("GKX", PERSON, date(2024, 7, 1), {Doubt.MULTIPLE}, (360_000,)),
        ("GKX", PERSON, date(2025, 7, 1), {Doubt.MULTIPLE, Doubt.ROUNDING}, (360_000, 350_000)),
        ("KNC", PERSON, date(2025, 7, 1), {Doubt.CEILING, Doubt.ROUNDING}, (1_410_000, 1_400_000)),
        # The base salary of 07/2026 is not verified, but the one before it has ended.
        ("LDTT", PERSON, date(2026, 7, 1), {Doubt.SALARY}, (760_000,)),
        ("TTLDTT", COLLECTIVE, date(2026, 7, 1), {Doubt.SALARY, Doubt.ROUNDING}, (2_030_000, 2_020_000)),
        ("XTB", COLLECTIVE, date(2023, 12, 31), {Doubt.NOT_NAMED}, ()),
        ("HTXSNV", PERSON, date(2024, 7, 1), {Doubt.NOT_NAMED}, ()),
        ("CSTDCS", COLLECTIVE, date(2024, 7, 1), {Doubt.NOT_NAMED}, ()),
    ],
)
def test_what_is_not_verified_is_never_certain(
    title: str, holder: str, day: date, doubts: set[Doubt], amounts: tuple[int, ...]
) -> None:
    money = money_for(title, holder, day)
    assert (money.doubts, money.amounts, money.certain) == (doubts, amounts, None)


def test_readings_show_how_each_amount_comes_about() -> None:
    money = money_for("BKT", PERSON, date(2024, 7, 1))
    shown = [(reading.multiple.value, reading.exact, reading.amounts) for reading in money.readings]
    assert shown == [(Fraction(3, 2), 3_510_000, (3_510_000,)), (1, 2_340_000, (2_340_000,))]
    assert money.doubts == {Doubt.MULTIPLE}


@pytest.mark.parametrize(
    ("day", "amount"),
    [(date(2018, 6, 30), None), (date(2024, 7, 1), 2_340_000), (date(2026, 7, 1), 2_340_000)],
)
def test_the_last_verified_base_salary(day: date, amount: int | None) -> None:
    found = last_verified_salary(day)
    assert (found.amount if found else None) == amount


def test_articles_are_those_of_the_day() -> None:
    multiple, salary, rounding = money_for("CSTDCS", PERSON, date(2024, 7, 1)).basis
    assert (multiple.document, multiple.at) == ("Nghị định 98/2023/NĐ-CP", "Điều 54")
    assert salary.document == "Nghị định 73/2024/NĐ-CP"
    assert rounding.at == "khoản 2 Điều 53"
    assert money_for("LDTT", PERSON, date(2016, 1, 1)).basis == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['title']}-{case['holder']}")
def test_the_amount_is_the_rounded_multiple_of_each_decree(case: dict[str, str]) -> None:
    for decree, (day, salary, mode) in DECREES.items():
        money = money_for(case["title"], case["holder"], day)
        if not case[decree]:
            assert money.amounts == ()
            continue
        exact = Decimal(case[decree]) * salary
        expected = (exact / 10_000).quantize(Decimal(1), mode) * 10_000
        assert money.readings[0].exact == exact
        assert money.amounts[0] == expected
