"""What one award is worth on the day of its decision, and how far that is certain."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from thidua_cli.law.bonuses.answers import NO_ANSWERS
from thidua_cli.law.pack import national
from thidua_cli.law.registers.bonuses import (
    BaseSalary,
    MoneyRounding,
    Multiple,
    base_salary_on,
    multiple_of,
    rounding_on,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from thidua_cli.findings.finding import Basis
    from thidua_cli.law.bonuses.answers import Answers

Dated = TypeVar("Dated", Multiple, BaseSalary)


class Doubt(StrEnum):
    """Why no single amount is certain; the value is the variant of the catalogue."""

    BEYOND_DATA = "ngoai-du-lieu"
    NOT_NAMED = "khong-neu"
    MULTIPLE = "he-so"
    SALARY = "luong-co-so"
    ROUNDING = "lam-tron"
    CEILING = "toi-da"
    HOLDER = "doi-tuong"
    DOUBLED = "trung"
    CUMULATED = "cung-ngay"


class Reading(NamedTuple):
    """One way to compute the amount: multiple and base salary, their product, and what it is rounded to.

    `amounts` has one figure for each reading of the rounding, the likelier first.
    """

    multiple: Multiple
    salary: BaseSalary
    exact: Fraction
    amounts: tuple[int, ...]


class Money(NamedTuple):
    """What goes with one award.

    `readings`: by the multiple of the day first, then, beside one that is not verified, by the last verified
    one before it. `doubts`: why nothing is certain; empty where one amount is.
    """

    readings: tuple[Reading, ...]
    rounding: MoneyRounding | None
    doubts: frozenset[Doubt]

    @property
    def amounts(self) -> tuple[int, ...]:
        """Every amount in đồng that a reading gives, once each, the likeliest first."""
        return tuple(dict.fromkeys(amount for reading in self.readings for amount in reading.amounts))

    @property
    def certain(self) -> int | None:
        """The amount in đồng; None while anything about it is in doubt."""
        return None if self.doubts else self.amounts[0]

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The articles of the multiple, the base salary and the rounding."""
        if not self.readings or self.rounding is None:
            return ()
        first = self.readings[0]
        return first.multiple.basis, first.salary.basis, self.rounding.basis


def first_day() -> date:
    """The first day for which the data tell multiples, base salary and rounding."""
    tables = ("bonuses", "base_salaries", "money_rounding")
    return max(min(date.fromisoformat(item["from"]) for item in national()[table]) for table in tables)


def money_for(title_id: str, holder: str | None, day: date, answers: Answers = NO_ANSWERS) -> Money:
    """What an award to a holder (ca-nhan, tap-the) is worth by a decision of the day.

    `answers` settle what the data leave open, and nothing else. Raises KeyError for an unknown title.
    """
    multiple = answers.multiple(title_id, multiple_of(title_id, holder, day), day)
    salary, rounding = answers.salary(base_salary_on(day)), answers.rounding(rounding_on(day))
    if salary is None or rounding is None:
        return Money((), None, frozenset({Doubt.BEYOND_DATA}))
    if multiple is None:
        return Money((), rounding, frozenset({Doubt.NOT_NAMED}))
    # A multiple that the last verified one confirms is one way to compute, not two. A base salary that is
    # not verified is the only one of its day: nobody doubts that the one before it ended.
    earlier = _last_verified(multiple, lambda before: multiple_of(title_id, holder, before)) or multiple
    multiples = (multiple,) if earlier.value == multiple.value else (multiple, earlier)
    readings = tuple(
        Reading(each, salary, each.value * salary.amount, rounding.amounts(each.value * salary.amount))
        for each in multiples
    )
    return Money(readings, rounding, _doubts(multiple, salary, readings))


def last_verified_salary(day: date) -> BaseSalary | None:
    """The last verified base salary up to a day; None where the data have none."""
    stated = base_salary_on(day)
    return stated and _last_verified(stated, base_salary_on)


def _last_verified(stated: Dated, before: Callable[[date], Dated | None]) -> Dated | None:
    """The last verified number up to this one; None where the data have none."""
    found: Dated | None = stated
    while found is not None and not found.verified:
        since = found.basis.since
        found = None if since is None else before(since - timedelta(days=1))
    return found


def _doubts(multiple: Multiple, salary: BaseSalary, readings: tuple[Reading, ...]) -> frozenset[Doubt]:
    doubts = {
        Doubt.MULTIPLE: not multiple.verified,
        Doubt.SALARY: not salary.verified,
        Doubt.ROUNDING: any(len(reading.amounts) > 1 for reading in readings),
        Doubt.CEILING: multiple.at_most,
    }
    return frozenset(doubt for doubt, there in doubts.items() if there)
