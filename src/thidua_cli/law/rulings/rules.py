"""The rules of law with their numbers by date."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import national

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thidua_cli.findings.finding import Basis
    from thidua_cli.law.rulings.criteria.tree import Node


class Kind(StrEnum):
    """The closed set of shapes that a rule can have; each has its function in `kinds/`."""

    RATIO_CAP = "ratio-cap"
    RATIO_FLOOR = "ratio-floor"
    MINIMUM_COUNT = "minimum-count"
    MAXIMUM_COUNT = "maximum-count"
    PRECONDITION = "precondition"
    CRITERIA = "criteria"
    HOLD = "hold"


class Subject(StrEnum):
    """What a rule speaks of: head counts of a whole table, one collective, one person, or any award."""

    TABLE = "table"
    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"
    AWARD = "award"


class State(StrEnum):
    """Whether a period has a number that may be applied."""

    IN_FORCE = "in-force"
    NONE = "none"
    UNVERIFIED = "unverified"


class Rounding(StrEnum):
    """How a share of heads becomes heads. No national text rounds persons: `không quá` is a floor."""

    FLOOR = "floor"
    NEAREST = "nearest"
    CEIL = "ceil"


class Reading(NamedTuple):
    """One way to read what a period says, where its text or its base leaves several.

    A share is of the sum of `base`. `when` tells whom the reading is for; None for everybody. `unread`: what
    applies to them is known to be another text, which was not read.
    """

    id: str
    value: Fraction | None
    base: tuple[str, ...]
    criteria: Node | None
    when: Node | None
    basis: tuple[Basis, ...]
    grade: str
    unread: bool = False


class Small(NamedTuple):
    """Where there are fewer than `fewer_than` of the head count `of`, the cap is `at_most` heads instead."""

    fewer_than: int
    of: str
    at_most: int


class DatedValue(NamedTuple):
    """What a rule says in [since, to). `value` is a share of one, or a count; None where there is none.

    `strict`: a floor means more than, a cap means less than. `readings`: the candidate texts or bases; the
    rule decides only where all that may apply agree, even where the text itself is unverified.
    `open`: not every alternative of the article was read, so that failing the known ones decides nothing.
    `delegates`: the article that leaves the number to ministries and provinces; `within`: they may only be
    stricter than it.
    """

    since: date
    to: date | None
    state: State
    value: Fraction | None
    strict: bool
    basis: tuple[Basis, ...]
    grade: str
    checked: date | None
    criteria: Node | None = None
    readings: tuple[Reading, ...] = ()
    open: bool = False
    rounding: Rounding | None = None
    at_least_one: bool = False
    small: Small | None = None
    delegates: Basis | None = None
    within: bool = False

    @property
    def bound(self) -> Fraction:
        """The value of a number that is in force. Raises ValueError where there is none."""
        if self.value is None:
            raise ValueError("a number in force needs a value")
        return self.value

    def covers(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.since <= day and (self.to is None or day < self.to)

    def share_of(self, base: Fraction, *, heads: bool) -> Fraction:
        """The share of a base, in heads as the number rounds them; exact where it states no rounding."""
        exact = self.bound * base
        if not heads:
            return exact
        if self.rounding is not None:
            ways = {
                Rounding.FLOOR: floor(exact),
                Rounding.NEAREST: floor(exact + Fraction(1, 2)),
                Rounding.CEIL: ceil(exact),
            }
            exact = Fraction(ways[self.rounding])
        # A share of nobody stays that: only a fraction of one becomes one.
        return max(exact, Fraction(1)) if self.at_least_one and self.bound * base > 0 else exact


class Rule(NamedTuple):
    """A rule: what it measures (`numerator`, `base`: facts by id), for which title, and its numbers.

    A precondition measures nothing: its `numerator` is the id of the step. `titles`: those that it guards,
    where they are several; without any it guards every award. `groups`: those for whom a cap holds, each by
    itself. `when`: for whom it is; None for everybody.

    `notes`: open questions (variants of the catalogue) that weigh as a note, not as a warning.
    """

    code: str
    kind: Kind
    title: str | None
    numerator: str
    base: str | None
    notes: frozenset[str]
    numbers: tuple[DatedValue, ...]
    subject: Subject = Subject.COLLECTIVE
    titles: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    when: Node | None = None

    def on(self, day: date) -> DatedValue | None:
        """What holds on a day; None where the data do not reach."""
        return next((number for number in self.numbers if number.covers(day)), None)

    @property
    def guarded(self) -> tuple[str, ...]:
        """The ids of the titles that it guards; empty for every award."""
        return self.titles or ((self.title,) if self.title else ())

    def readings(self, number: DatedValue) -> tuple[Reading, ...]:
        """The ways to read a number; its own words where it leaves only one."""
        base = (self.base,) if self.base else ()
        only = Reading("", number.value, base, number.criteria, None, number.basis, number.grade)
        return number.readings or (only,)


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule, by code."""
    # It builds the types of this file.
    from thidua_cli.law.rulings.rule_reading import rule_of

    tables = [items for name, items in national().items() if name.partition("_of_")[0] == "rules"]
    found = {code: item for items in tables for code, item in items.items()}
    return {code: rule_of(code, found[code]) for code in sorted(found)}


def rule(code: str) -> Rule:
    """The rule of a code. Raises KeyError for an unknown one."""
    return rules()[code]
