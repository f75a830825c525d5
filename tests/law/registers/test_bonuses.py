from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from thidua_cli.law.pack import national
from thidua_cli.law.registers.bonuses import MoneyRounding, base_salary_on, multiple_of, rounding_on
from thidua_cli.law.registers.documents import documents
from thidua_cli.law.registers.titles import COLLECTIVE, INDIVIDUAL, titles

R1, R2, R3 = date(2023, 12, 31), date(2024, 1, 1), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("title", "holder", "day", "value", "verified"),
    [
        ("LDTT", None, R1, "0.3", True),
        ("CSTDTQ", None, R2, "4.5", True),
        ("TTLDXS", COLLECTIVE, R3, "1.5", True),
        # The form that a change of decree raised, on the day before and the day itself.
        ("BKT", INDIVIDUAL, R1, "1", True),
        ("BKT", INDIVIDUAL, R2, "1.5", False),
        ("BKT", INDIVIDUAL, date(2025, 6, 30), "1.5", False),
        ("BKT", INDIVIDUAL, R3, "1.5", True),
        ("BKT", COLLECTIVE, R3, "3", True),
        ("HCLD3", INDIVIDUAL, R2, "4.5", True),
        ("HCLD3", COLLECTIVE, R2, "9", True),
        # Without a holder a form is that of an individual, a title that of whoever holds it.
        ("GK", None, R1, "0.3", True),
        ("CTDCP", None, R2, "12", True),
        ("CTDT", COLLECTIVE, date(2025, 6, 30), "8", True),
        ("CTDT", COLLECTIVE, R3, "8", False),
        ("GKX", INDIVIDUAL, R1, "0.15", True),
        ("GKX", INDIVIDUAL, R3, "0.15", False),
        # Once seen, the decree ends in March 2027.
        ("LDTT", None, date(2027, 2, 28), "0.3", True),
        ("LDTT", None, date(2027, 3, 1), "0.3", False),
    ],
)
def test_multiples(title: str, holder: str | None, day: date, value: str, verified: bool) -> None:
    found = multiple_of(title, holder, day)
    assert found is not None
    assert (found.value, found.verified) == (Fraction(value), verified)


@pytest.mark.parametrize(
    ("title", "holder", "day"),
    [
        ("LDTT", COLLECTIVE, R3),
        ("TTLDTT", INDIVIDUAL, R3),
        ("LDTT", None, date(2017, 9, 30)),
        ("XTB", None, R1),
        ("HTXSNV", None, R3),
    ],
)
def test_no_multiple(title: str, holder: str | None, day: date) -> None:
    assert multiple_of(title, holder, day) is None


def test_a_multiple_names_its_article() -> None:
    found = multiple_of("BKTTG", INDIVIDUAL, R3)
    assert found is not None
    assert (found.basis.document, found.basis.at) == ("Nghị định 152/2025/NĐ-CP", "điểm a khoản 1 Điều 54")
    assert (found.basis.since, found.basis.to) == (R3, None)


def test_a_commemorative_medal_has_a_ceiling() -> None:
    found = multiple_of("KNC", INDIVIDUAL, R3)
    assert found is not None
    assert (found.value, found.at_most) == (Fraction(6, 10), True)


@pytest.mark.parametrize(
    ("day", "amount", "verified"),
    [
        (date(2018, 6, 30), 1_300_000, False),
        (date(2018, 7, 1), 1_390_000, True),
        (date(2019, 6, 30), 1_390_000, True),
        (date(2019, 7, 1), 1_490_000, True),
        (date(2023, 6, 30), 1_490_000, True),
        (date(2023, 7, 1), 1_800_000, True),
        (date(2024, 6, 30), 1_800_000, True),
        (date(2024, 7, 1), 2_340_000, True),
        (date(2026, 6, 30), 2_340_000, True),
        (date(2026, 7, 1), 2_530_000, False),
    ],
)
def test_base_salaries(day: date, amount: int, verified: bool) -> None:
    found = base_salary_on(day)
    assert found is not None
    assert (found.amount, found.verified) == (amount, verified)


def test_before_the_data_nothing_is_known() -> None:
    assert base_salary_on(date(2017, 6, 30)) is None
    assert rounding_on(date(2017, 9, 30)) is None


@pytest.mark.parametrize(
    ("day", "exact", "amounts"),
    [
        (R1, "223500", (220_000, 230_000)),
        (R1, "447000", (450_000,)),
        (R1, "1192000", (1_190_000, 1_200_000)),
        (R1, "225000", (230_000,)),
        (R2, "702000", (710_000,)),
        (R2, "700000", (700_000,)),
        (date(2025, 6, 30), "1872000", (1_880_000,)),
        (R3, "1872000", (1_880_000, 1_870_000)),
        (R3, "759000", (760_000,)),
    ],
)
def test_rounding_gives_every_amount_that_the_clause_may_mean(
    day: date, exact: str, amounts: tuple[int, ...]
) -> None:
    found = rounding_on(day)
    assert found is not None
    assert found.amounts(Fraction(exact)) == amounts
    assert found.verified == (len(found.modes) == 1)


def test_the_tables_name_what_exists() -> None:
    tables = national()
    for schedule in tables["bonuses"]:
        assert set(schedule["multiples"]) <= set(titles())
        assert all(titles()[title].kind != "xep-loai" for title in schedule["multiples"])
    rows = [*tables["bonuses"], *tables["base_salaries"], *tables["money_rounding"]]
    assert {row["document"] for row in rows} <= set(documents())
    assert all(set(row["modes"]) <= {"half_up", "up"} for row in tables["money_rounding"])


@pytest.mark.parametrize("table", ["bonuses", "base_salaries", "money_rounding"])
def test_periods_follow_each_other(table: str) -> None:
    rows = national()[table]
    assert [row["to"] for row in rows[:-1]] == [row["from"] for row in rows[1:]]
    assert rows[-1]["to"] is None


def test_rounding_half_a_unit_goes_up() -> None:
    basis = rounding_on(R1)
    assert basis is not None
    nearest = MoneyRounding(10_000, ("half_up",), basis.basis, "B", True)
    assert nearest.amounts(Fraction(5_000)) == (10_000,)
    assert nearest.amounts(Fraction(4_999)) == (0,)
