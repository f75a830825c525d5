"""What a title of collectives asks for in heads: how many of how many, and how many are still lacking."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.rulings.heads import heads
from thidua_cli.law.rulings.rules import Kind, State, Subject
from thidua_cli.law.rulings.stated import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from fractions import Fraction

    from thidua_cli.law.rulings.rules import DatedValue, Rule

IN_HEADS = frozenset({Kind.RATIO_FLOOR, Kind.MINIMUM_COUNT, Kind.MAXIMUM_COUNT})


class Requirement(NamedTuple):
    """A condition in heads: `needed` at least, or for a maximum at most; None where the base is not known.

    `base`: the heads that a share is of, and `product` the exact share of them; None for a plain count.
    `have`: those there are, None where nobody counted them.
    """

    rule: Rule
    number: DatedValue
    base: int | None
    product: Fraction | None
    needed: int | None
    have: int | None

    @property
    def at_most(self) -> bool:
        """Whether the number is a ceiling, not a floor."""
        return self.rule.kind is Kind.MAXIMUM_COUNT

    @property
    def lacking(self) -> int | None:
        """How many more are needed, or how many are too many; None where that is not known."""
        if self.needed is None or self.have is None:
            return None
        return max(0, self.have - self.needed if self.at_most else self.needed - self.have)


def requirements(
    among: Iterable[Rule], title: str, counts: Mapping[str, int], day: date
) -> Iterator[Requirement]:
    """What the law of a day asks in heads of a collective for a title."""
    for rule in among:
        number = rule.on(day)
        if rule.subject is not Subject.COLLECTIVE or title not in rule.guarded:
            continue
        if number is None or number.state is not State.IN_FORCE:
            continue
        if rule.kind not in IN_HEADS:
            continue
        have = heads((rule.numerator,), [counts]).known
        if rule.kind is Kind.RATIO_FLOOR:
            base = heads((rule.base or TOTAL,), [counts]).known
            product = None if base is None else number.bound * base
            needed = None if product is None else _least(product, number)
            yield Requirement(rule, number, base, product, needed, have)
        else:
            yield Requirement(rule, number, None, None, int(number.bound), have)


def _least(product: Fraction, number: DatedValue) -> int:
    """The fewest heads that reach a share; `more than` has to pass it."""
    return floor(product) + 1 if number.strict else ceil(product)
