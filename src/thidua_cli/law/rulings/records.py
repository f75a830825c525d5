"""What is known of one person or collective: facts of the award year, and the years before it."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

Fact: TypeAlias = bool | int | str | date | tuple[str, ...]
_NOWHERE = Span("")
_NO_YEARS: Mapping[int, YearRecord] = MappingProxyType({})


class YearRecord(NamedTuple):
    """What is known of one year: the ids of the titles, and the rating; None where it is not known.

    What is told so and otherwise is not known: `doubted`, titles besides those of `titles`, and `rivals`, the
    ratings that cannot all be right.
    """

    titles: frozenset[str] | None = None
    rating: str | None = None
    doubted: frozenset[str] = frozenset()
    rivals: tuple[str, ...] = ()


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
        """What is known of a year: nothing where facts and history contradict each other."""
        said = self._said(year, award_year)
        joined = self.facts.get("joined")
        if not isinstance(joined, int) or year >= joined:
            return said
        if not any(
            _tells(self._said(one, award_year)) for one in {*self.history, award_year} if one < joined
        ):
            return EMPTY_YEAR
        # Something is told of a year before the first: neither that nor the first year can be relied on.
        return YearRecord(
            None if said.titles is None else frozenset(),
            "" if said.rating == "" else None,
            said.doubted | (said.titles or frozenset()),
            said.rivals or ((said.rating,) if said.rating else ()),
        )

    def _said(self, year: int, award_year: int) -> YearRecord:
        """What the history says of a year, and the facts of the award year."""
        known = self.history.get(year, UNKNOWN_YEAR)
        if year != award_year:
            return known
        told, rating = self.facts.get("titles"), self.facts.get("rating")
        titles, doubted = known.titles, known.doubted
        if isinstance(told, tuple):
            now = frozenset(told)
            titles, doubted = (now, doubted) if titles is None else (now & titles, doubted | (now ^ titles))
        if not isinstance(rating, str) or rating == known.rating:
            return YearRecord(titles, known.rating, doubted, known.rivals)
        if known.rating is None:
            return YearRecord(titles, rating, doubted, known.rivals)
        return YearRecord(titles, None, doubted, (rating, known.rating))

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles held or proposed in the award year, as far as known."""
        titles = self.facts.get("titles", ())
        return titles if isinstance(titles, tuple) else ()


def _tells(known: YearRecord) -> bool:
    """Whether somebody held or was rated something in a year."""
    return bool(known.titles or known.rating or known.doubted or known.rivals)
