"""The rules of law with their numbers by date."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.findings.finding import Basis
from thidua_cli.law.pack import day_of, is_verified, national
from thidua_cli.law.registers.documents import documents

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """The closed set of shapes that a rule can have."""

    RATIO_CAP = "ratio-cap"
    RATIO_FLOOR = "ratio-floor"
    MINIMUM_COUNT = "minimum-count"
    MAXIMUM_COUNT = "maximum-count"
    PRECONDITION = "precondition"


class State(StrEnum):
    """Whether a period has a number that may be applied."""

    IN_FORCE = "in-force"
    NONE = "none"
    UNVERIFIED = "unverified"


class DatedValue(NamedTuple):
    """What a rule says in [since, to). `value` is a share of one, or a count; None where there is none.

    `strict`: a floor means more than, a cap means less than.
    """

    since: date
    to: date | None
    state: State
    value: Fraction | None
    strict: bool
    basis: tuple[Basis, ...]
    grade: str
    checked: date | None

    @property
    def bound(self) -> Fraction:
        """The value of a number that is in force. Raises ValueError where there is none."""
        if self.value is None:
            raise ValueError("a number in force needs a value")
        return self.value

    def covers(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.since <= day and (self.to is None or day < self.to)


class Rule(NamedTuple):
    """A rule: what it measures (`numerator`, `base`: head counts by id), for which title, and its numbers.

    A precondition measures nothing: its `numerator` is the id of the step.

    `notes`: open questions (variants of the catalogue) that weigh as a note, not as a warning.
    """

    code: str
    kind: Kind
    title: str | None
    numerator: str
    base: str | None
    notes: frozenset[str]
    numbers: tuple[DatedValue, ...]

    def on(self, day: date) -> DatedValue | None:
        """What holds on a day; None where the data do not reach."""
        return next((number for number in self.numbers if number.covers(day)), None)


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule, by code."""
    return {code: _rule(code, item) for code, item in national()["rules"].items()}


def rule(code: str) -> Rule:
    """The rule of a code. Raises KeyError for an unknown one."""
    return rules()[code]


def _rule(code: str, item: Mapping[str, Any]) -> Rule:
    return Rule(
        code=code,
        kind=Kind(item["kind"]),
        title=item["title"],
        numerator=item["numerator"],
        base=item.get("base"),
        notes=frozenset(item.get("notes", ())),
        numbers=tuple(_dated(number) for number in item["numbers"]),
    )


def _dated(item: Mapping[str, Any]) -> DatedValue:
    since, to = date.fromisoformat(item["from"]), day_of(item["to"])
    state = State(item["state"])
    # A number without a verified source is never applied.
    if state is not State.UNVERIFIED and not is_verified(item["grade"]):
        state = State.UNVERIFIED
    return DatedValue(
        since=since,
        to=to,
        state=state,
        value=None if item.get("value") is None else Fraction(item["value"]),
        strict=bool(item.get("strict", False)),
        basis=tuple(_basis(source, since, to) for source in item["sources"]),
        grade=item["grade"],
        checked=day_of(item["checked"]),
    )


def _basis(source: Mapping[str, str], since: date, to: date | None) -> Basis:
    document = documents()[source["document"]]
    # The data may begin later than the document that they rest on.
    held = document.since or since
    return Basis(document.label, source.get("at", ""), held, to, source.get("quote", ""))
