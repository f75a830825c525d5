"""The kind of an anniversary year: năm tròn, năm lẻ 5, năm khác."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.findings.finding import Basis
from thidua_cli.law.pack import day_of, is_verified, national
from thidua_cli.law.registers.documents import documents
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NATIONAL, AGENCY = "national", "agency"
ROUND = "tron"


class AnniversaryYear(NamedTuple):
    """The kind of a year: `tron`, `le-5` or `khac`."""

    kind: str
    basis: Basis
    grade: str

    @property
    def verified(self) -> bool:
        """Whether this may be held against a text."""
        return is_verified(self.grade)


def kind_named(text: str) -> tuple[str, str] | None:
    """The kind of year that a text names, and by which words; None where it names none."""
    folded = fold(text)
    named = ((kind, name) for kind, names in kinds().items() for name in names)
    return next(((kind, name) for kind, name in named if fold(name) in folded), None)


def kinds() -> Mapping[str, list[str]]:
    """The names of every kind, by id; the first is that of the law."""
    names: Mapping[str, list[str]] = national()["anniversary_kinds"]
    return names


def anniversary_year(years: int, day: date, commemoration: str | None = None) -> AnniversaryYear | None:
    """The kind of the anniversary of so many years, by the law of a day; None before the data begin.

    `commemoration`: its id; one of the eight national days has classes of its own, any other is the day of an
    agency.
    """
    item = next(_covering(day, commemoration), None)
    if item is None:
        return None
    digits: Mapping[str, list[int]] = item["kinds"]
    kind = next((kind for kind, ends in digits.items() if years % 10 in ends), list(digits)[-1])
    since, to = date.fromisoformat(item["from"]), day_of(item["to"])
    basis = Basis(documents()[item["document"]].label, item["at"], since, to)
    return AnniversaryYear(kind, basis, item["grade"])


def _covering(day: date, commemoration: str | None) -> Iterator[Mapping[str, Any]]:
    tables = national()["anniversary_years"]
    great = {ident for item in tables for ident in item.get("days", ())}
    wanted = NATIONAL if commemoration in great else AGENCY
    for item in tables:
        to = day_of(item["to"])
        if item["for"] == wanted and date.fromisoformat(item["from"]) <= day and (to is None or day < to):
            yield item
