"""What a cap allows: base, share, exact product, what it is rounded to; by every reading of its base."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import is_verified
from thidua_cli.law.rulings.heads import Heads, heads, sums
from thidua_cli.law.rulings.rules import State
from thidua_cli.law.rulings.stated import TOTAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thidua_cli.findings.finding import Basis
    from thidua_cli.law.rulings.rules import DatedValue, Reading, Rule


class Together(NamedTuple):
    """Those of a base and of the numerator outside it, counted together.

    `most`: how many of them the cap allows, the others being its base. `of_all`: what some offices allow,
    who take the share of all of them; no text says so.
    """

    heads: int
    most: int
    of_all: int


class Way(NamedTuple):
    """What one reading of a cap allows.

    `base`: the heads that the share is of. `product`: the share of them in heads, exact, and rounded only as
    the rule itself says; None where the base is not known. `together`: where the numerator is no part of the
    base and their sum is known; it is what decides where the base alone is not. `few`: there are so few that
    a fixed number is allowed instead of a share.
    """

    reading: Reading
    base: Heads
    product: Fraction | None
    allowed: Heads
    together: Together | None = None
    few: bool = False


class Allowance(NamedTuple):
    """What a cap allows a subject (empty: all together), and how much of it is used.

    `ways`: one a reading of the cap; empty where the law of the day has no number to apply. `used` is None
    where nobody was counted. `missing`: the counts by id that would settle what is open.
    """

    rule: Rule
    number: DatedValue | None
    subject: str
    ways: tuple[Way, ...]
    used: Heads | None
    missing: tuple[str, ...]

    @property
    def allowed(self) -> int | None:
        """The number that every reading allows; None where they differ, or none of them is verified."""
        found = {way.allowed for way in self.ways}
        several = self.number is not None and self.number.readings
        verified = not several or any(is_verified(way.reading.grade) for way in self.ways)
        return found.pop().known if len(found) == 1 and verified else None

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The articles: of the readings that may be meant where others were ruled out, else of the number."""
        if self.number is None:
            return ()
        meant = dict.fromkeys(each for way in self.ways for each in way.reading.basis)
        ruled_out = 0 < len(self.ways) < len(self.number.readings)
        return tuple(meant) if ruled_out else self.number.basis

    @property
    def questioned(self) -> bool:
        """Whether readings of the law allow different numbers, or one of them was not read."""
        return len({way.allowed for way in self.ways}) > 1


def allowance(
    rule: Rule,
    number: DatedValue | None,
    readings: Sequence[Reading],
    subject: str,
    units: Sequence[Mapping[str, int]],
) -> Allowance:
    """What a cap allows units taken together, by each of the readings that may be meant for them."""
    used = heads((rule.numerator,), units) if any(rule.numerator in unit for unit in units) else None
    if number is None or number.state is State.NONE or not _applicable(number):
        return Allowance(rule, number, subject, (), used, ())
    ways = tuple(_way(rule, number, reading, units) for reading in readings)
    wanted = (rule.numerator, *(ident for way in ways for ident in way.reading.base))
    lacking = [ident for ident in dict.fromkeys(wanted) if heads((ident,), units).known is None]
    known = used is not None and used.known is not None and all(_known(way) for way in ways)
    return Allowance(rule, number, subject, ways, used, () if known else tuple(lacking))


def _applicable(number: DatedValue) -> bool:
    """Whether there is a number to reckon with: verified, or open between readings that are."""
    return number.state is State.IN_FORCE or bool(number.readings)


def _way(rule: Rule, number: DatedValue, reading: Reading, units: Sequence[Mapping[str, int]]) -> Way:
    if reading.unread or reading.value is None:
        return Way(reading, Heads(0, None), None, Heads(0, None))
    own = number._replace(value=reading.value)
    base = heads(reading.base or (TOTAL,), units)
    few = _few(number, units)
    if few is True and number.small is not None:
        most = number.small.at_most
        return Way(reading, base, Fraction(most), Heads(most, most), few=True)
    together = _together(rule, own, reading.base, units)
    if together is not None and base.known is None:
        others = together.heads - together.most
        return Way(reading, Heads(others, others), None, Heads(together.most, together.most), together)
    product = None if base.known is None else share(own, base.known)
    low = allowed_of(own, base.low)
    high = None if base.high is None else allowed_of(own, base.high)
    if few is None and number.small is not None:
        low = min(low, number.small.at_most)
        high = None if high is None else max(high, number.small.at_most)
    return Way(reading, base, product, Heads(low, high), together)


def _few(number: DatedValue, units: Sequence[Mapping[str, int]]) -> bool | None:
    """Whether there are so few that a number stands for the share; None where that is not known."""
    if number.small is None:
        return False
    of = heads((number.small.of,), units)
    if of.high is not None and of.high < number.small.fewer_than:
        return True
    return False if of.low >= number.small.fewer_than else None


def _known(way: Way) -> bool:
    return way.reading.unread or way.allowed.known is not None


def share(number: DatedValue, base: int) -> Fraction:
    """The share of a base in heads, exact unless the rule itself rounds it."""
    return number.share_of(Fraction(base), heads=True)


def allowed_of(number: DatedValue, base: int) -> int:
    """The most heads that do not pass the share; `less than` does not reach it either."""
    product = share(number, base)
    return max(0, ceil(product) - 1) if number.strict else floor(product)


def _together(
    rule: Rule, number: DatedValue, base: Sequence[str], units: Sequence[Mapping[str, int]]
) -> Together | None:
    """The numerator and a base without it, where a count holds just both and is known."""
    parts = {rule.numerator, *base}
    whole = next(
        (whole for whole, of in sums().items() if set(of) == parts and rule.numerator not in base), None
    )
    total = heads((whole,), units).known if whole else None
    if total is None:
        return None
    return Together(total, _most_of_total(number, total), allowed_of(number, total))


def _most_of_total(number: DatedValue, total: int) -> int:
    """The most heads of a total that are within the share of the others."""
    low, high = 0, total
    while low < high:
        middle = (low + high + 1) // 2
        if middle <= allowed_of(number, total - middle):
            low = middle
        else:
            high = middle - 1
    return low
