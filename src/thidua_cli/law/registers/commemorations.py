"""The built-in list of days that campaigns greet."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import is_verified, national

if TYPE_CHECKING:
    from collections.abc import Mapping


class Commemoration(NamedTuple):
    """A commemorated day. `year` is where anniversaries are counted from; None where none should be.

    `grade` is the trust in the day, `year_grade` that in the year. A lunar day moves in the solar year.
    """

    id: str
    name: str
    day: int
    month: int
    lunar: bool
    year: int | None
    grade: str
    year_grade: str

    @property
    def origin(self) -> date | None:
        """The day of the event; None for a lunar day or one without a year to count from."""
        return None if self.lunar or self.year is None else date(self.year, self.month, self.day)

    @property
    def year_verified(self) -> bool:
        """Whether an anniversary number may be held against this year."""
        return self.year is not None and is_verified(self.year_grade)

    def observed_in(self, year: int) -> date | None:
        """The day in a given year; None for a lunar day."""
        return None if self.lunar else date(year, self.month, self.day)


@cache
def commemorations() -> Mapping[str, Commemoration]:
    """Every commemoration, by id."""
    return {
        ident: Commemoration(
            id=ident,
            name=item["name"],
            day=item["day"],
            month=item["month"],
            lunar=bool(item.get("lunar", False)),
            year=item["year"],
            grade=item["grade"],
            year_grade=item.get("year_grade", item["grade"]),
        )
        for ident, item in national()["commemorations"].items()
    }
