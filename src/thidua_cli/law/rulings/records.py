"""What is known of one person or collective: facts of the award year, and the years before it."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Fact: TypeAlias = bool | int | str | date | tuple[str, ...]
_NOWHERE = Span("")
_NO_YEARS: Mapping[int, YearRecord] = MappingProxyType({})


class YearRecord(NamedTuple):
    """What is known of one year: the ids of the titles, and the rating; None where it is not known."""

    titles: frozenset[str] | None = None
    rating: str | None = None


UNKNOWN_YEAR = YearRecord()
EMPTY_YEAR = YearRecord(frozenset(), "")


class Record(NamedTuple):
    """A person (ca-nhan) or collective (tap-the). An unknown fact is absent; so is an unknown year.

    `facts`: by id (`law/packs/national/facts.yaml`): rating, titles (held or proposed this year), discipline,
    months, initiative, registered, votes_for, head counts … `year`, the award year, and `joined`, the first
    year of all, are facts too. `span`: where the record stands.
    """

    facts: Mapping[str, Fact]
    history: Mapping[int, YearRecord] = _NO_YEARS
    holder: str | None = None
    name: str = ""
    span: Span = _NOWHERE

    def year_on(self, day: date) -> int:
        """The award year: the fact `year`, else that of the day."""
        year = self.facts.get("year")
        return year if isinstance(year, int) else day.year

    def in_year(self, year: int, award_year: int) -> YearRecord:
        """What is known of a year; in the award year the facts speak first."""
        joined = self.facts.get("joined")
        if isinstance(joined, int) and year < joined:
            return EMPTY_YEAR
        known = self.history.get(year, UNKNOWN_YEAR)
        if year != award_year:
            return known
        titles, rating = self.facts.get("titles"), self.facts.get("rating")
        return YearRecord(
            frozenset(titles) if isinstance(titles, tuple) else known.titles,
            rating if isinstance(rating, str) else known.rating,
        )

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles held or proposed in the award year, as far as known."""
        titles = self.facts.get("titles", ())
        return titles if isinstance(titles, tuple) else ()


def record_of(
    facts: Mapping[str, Any], history: Mapping[int, Mapping[str, Any]] | None = None, **about: Any
) -> Record:
    """A record from plain data, as case files write it; `about`: holder, name, span."""
    years = {
        int(year): YearRecord(_ids(known.get("titles")), known.get("rating"))
        for year, known in (history or {}).items()
    }
    plain = {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()}
    return Record(plain, years, **about)


def _ids(titles: Iterable[str] | None) -> frozenset[str] | None:
    return None if titles is None else frozenset(titles)
