"""What a person vouches for where the data leave a number open: never more than that."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.registers.bonuses import multiple_of
from thidua_cli.law.registers.titles import INDIVIDUAL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thidua_cli.law.registers.bonuses import BaseSalary, MoneyRounding, Multiple


class Answers(NamedTuple):
    """The base salary in đồng, the way of rounding (`up`, `half_up`), and multiples by title as a decree
    prints them; each None or absent where the person says nothing.
    """

    base_salary: int | None = None
    mode: str | None = None
    multiples: Mapping[str, Fraction] = MappingProxyType({})

    def salary(self, stated: BaseSalary | None) -> BaseSalary | None:
        """The base salary, settled where it is not verified."""
        if stated is None or stated.verified or self.base_salary is None:
            return stated
        return stated._replace(amount=self.base_salary, verified=True)

    def rounding(self, stated: MoneyRounding | None) -> MoneyRounding | None:
        """The rounding, settled where its clause has several readings and the answer is one of them."""
        if stated is None or self.mode not in stated.modes:
            return stated
        return stated._replace(modes=(self.mode,))

    def multiple(self, title_id: str, stated: Multiple | None, day: date) -> Multiple | None:
        """The multiple, settled where it is not verified or only a ceiling is set.

        The answer is that of an individual; what a collective gets over one stays as the decree says.
        """
        answer = self.multiples.get(title_id)
        if stated is None or answer is None or (stated.verified and not stated.at_most):
            return stated
        single = multiple_of(title_id, INDIVIDUAL, day)
        factor = stated.value / single.value if single else Fraction(1)
        return stated._replace(value=answer * factor, at_most=False, verified=True)


NO_ANSWERS = Answers()
