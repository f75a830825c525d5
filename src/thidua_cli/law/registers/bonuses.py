"""Money that goes with an award, by the day of the decision: multiple, base salary, rounding."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.findings.finding import Basis
from thidua_cli.law.pack import day_of, is_verified, national
from thidua_cli.law.registers.documents import document_in_force, documents
from thidua_cli.law.registers.titles import COLLECTIVE, INDIVIDUAL, titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Multiple(NamedTuple):
    """How many base salaries go with a title. `at_most`: the decree sets a ceiling, not the sum itself."""

    value: Fraction
    at_most: bool
    basis: Basis
    grade: str
    verified: bool


class BaseSalary(NamedTuple):
    """The monthly base salary (mức lương cơ sở) of a day, in đồng."""

    amount: int
    basis: Basis
    grade: str
    verified: bool


class MoneyRounding(NamedTuple):
    """How a bonus is rounded to `unit` đồng: every reading of the clause (`half_up`, `up`), likelier first.

    Not `verified` where its words were not read.
    """

    unit: int
    modes: tuple[str, ...]
    basis: Basis
    grade: str
    verified: bool

    def amounts(self, exact: Fraction) -> tuple[int, ...]:
        """The amounts in đồng that the readings give, each once, in their order; one where they agree."""
        units = exact / self.unit
        ways = {"half_up": floor(units + Fraction(1, 2)), "up": ceil(units)}
        return tuple(dict.fromkeys(ways[mode] * self.unit for mode in self.modes))


def multiple_of(title_id: str, holder: str | None, day: date) -> Multiple | None:
    """The multiple for a title of a holder (ca-nhan, tap-the) under the decree of a day.

    None before the first decree of the data, where the decree's part that was read does not name the title,
    and where such a holder cannot have it. Without `holder` it is the title's own, else an individual.
    Raises KeyError for an unknown title.
    """
    own = titles()[title_id].holder
    if own and holder not in (own, None):
        return None
    schedule = _covering(national()["bonuses"], day)
    item = schedule["multiples"].get(title_id) if schedule else None
    if schedule is None or item is None:
        return None
    value, grades = Fraction(item["multiple"]), [item["grade"]]
    if (holder or own or INDIVIDUAL) == COLLECTIVE and own is None:
        value *= schedule["collective"]["factor"]
        grades.append(schedule["collective"]["grade"])
    # Of two facts the less trusted one decides: C and M come after A and B.
    grade = max(grades)
    basis = _basis({**schedule, "at": item.get("at", "")})
    verified = is_verified(grade) and document_in_force(schedule["document"], day) is True
    return Multiple(value, bool(item.get("at_most", False)), basis, grade, verified)


def base_salary_on(day: date) -> BaseSalary | None:
    """The base salary of a day; None before the data begin."""
    item = _covering(national()["base_salaries"], day)
    if item is None:
        return None
    return BaseSalary(item["amount"], _basis(item), item["grade"], is_verified(item["grade"]))


def rounding_on(day: date) -> MoneyRounding | None:
    """The rounding of a day; None before the data begin."""
    item = _covering(national()["money_rounding"], day)
    if item is None:
        return None
    verified = is_verified(item["grade"]) and len(item["modes"]) == 1
    return MoneyRounding(item["unit"], tuple(item["modes"]), _basis(item), item["grade"], verified)


def _covering(items: Iterable[Mapping[str, Any]], day: date) -> Mapping[str, Any] | None:
    found = (item for item in items if date.fromisoformat(item["from"]) <= day)
    return next((item for item in found if (to := day_of(item["to"])) is None or day < to), None)


def _basis(item: Mapping[str, Any]) -> Basis:
    since, to = date.fromisoformat(item["from"]), day_of(item["to"])
    label = documents()[item["document"]].label
    return Basis(label, item.get("at", ""), since, to, item.get("quote", ""))
