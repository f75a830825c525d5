"""By what civil servants and public employees are rated each year."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import day_of, is_verified, national

if TYPE_CHECKING:
    from collections.abc import Mapping


class Period(NamedTuple):
    """[since, to); `to` None while nothing ends it."""

    since: date
    to: date | None

    def covers(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.since <= day and (self.to is None or day < self.to)


class RatingRegime(NamedTuple):
    """The decrees (by id) by which staff (cong-chuc, vien-chuc) are rated, and when."""

    id: str
    decrees: tuple[str, ...]
    staff: Mapping[str, Period]
    grade: str

    @property
    def verified(self) -> bool:
        """Whether its days rest on a verified source."""
        return is_verified(self.grade)


@cache
def rating_regimes() -> tuple[RatingRegime, ...]:
    """Every regime, in order of time."""
    return tuple(
        RatingRegime(
            id=item["id"],
            decrees=tuple(item["decrees"]),
            staff={
                who: Period(date.fromisoformat(days["from"]), day_of(days["to"]))
                for who, days in item["staff"].items()
            },
            grade=item["grade"],
        )
        for item in national()["rating_regimes"]
    )


def rating_regimes_on(day: date) -> tuple[RatingRegime, ...]:
    """The regimes of a day: several where the law leaves several, or has one for each staff."""
    return tuple(
        regime for regime in rating_regimes() if any(period.covers(day) for period in regime.staff.values())
    )
