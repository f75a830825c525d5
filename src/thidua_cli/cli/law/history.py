"""A rule of law over time: its periods in words, each source and each quote once, and as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.cli.language import t
from thidua_cli.cli.law.words import checked_words, delegation_words, period_words
from thidua_cli.findings.formats.words import source_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thidua_cli.cli.law.words import Said
    from thidua_cli.findings.finding import Basis
    from thidua_cli.law.rulings.rules import DatedValue, Rule


class Period(NamedTuple):
    """One period in words: its days, what holds, its sources, how far they are trusted, who may differ."""

    days: str
    said: Said
    sources: tuple[str, ...]
    trust: str
    delegation: str


def periods(rule: Rule, saying: Callable[[DatedValue], Said]) -> Iterator[Period]:
    """The periods of a rule, oldest first. A quote stands with its source the first time only."""
    quoted: set[str] = set()
    for number in rule.numbers:
        words = saying(number)
        yield Period(
            period_words(number),
            words,
            tuple(_sources(number, quoted, several=len(words.ways) > 1)),
            checked_words(number),
            delegation_words(number),
        )


def _sources(number: DatedValue, quoted: set[str], *, several: bool) -> Iterator[str]:
    """Each source once, with the readings that rest on it; that of a reading is the more exact one."""
    places: dict[tuple[str, str], list[int]] = {}
    quotes: dict[tuple[str, str], Basis] = {}
    own = {basis.document for reading in number.readings for basis in reading.basis}
    general = [basis for basis in number.basis if basis.document not in own]
    for place, listed in enumerate([general, *(reading.basis for reading in number.readings)]):
        for basis in listed:
            key = (basis.document, basis.at)
            places.setdefault(key, []).append(place)
            if key not in quotes or basis.quote:
                quotes[key] = basis
    for key, basis in quotes.items():
        # What all readings rest on needs no mark.
        marks = ", ".join(f"({place})" for place in places[key] if place) if len(quotes) > 1 else ""
        new = basis.quote not in quoted
        quoted.add(basis.quote)
        article = source_text(basis._replace(quote=""))
        named = t("law.source.readings", source=article, readings=marks) if several and marks else article
        yield f"{named}: “{basis.quote}”" if basis.quote and new else named


def history_data(rule: Rule) -> list[dict[str, Any]]:
    """The numbers of a rule as plain data, oldest first; values are exact fractions as text."""
    return [
        {
            "since": number.since.isoformat(),
            "to": number.to.isoformat() if number.to else None,
            "state": number.state.value,
            "value": None if number.value is None else str(number.value),
            "strict": number.strict,
            "rounding": number.rounding.value if number.rounding else None,
            "at_least_one": number.at_least_one,
            "grade": number.grade,
            "checked": number.checked.isoformat() if number.checked else None,
            "basis": [_basis_data(one) for one in number.basis],
            "delegates": _basis_data(number.delegates) if number.delegates else None,
            "readings": [
                {
                    "id": reading.id,
                    "value": None if reading.value is None else str(reading.value),
                    "base": list(reading.base),
                    "grade": reading.grade,
                    "basis": [_basis_data(one) for one in reading.basis],
                }
                for reading in number.readings
            ],
        }
        for number in rule.numbers
    ]


def _basis_data(basis: Basis) -> dict[str, str]:
    return {"document": basis.document, "at": basis.at, "quote": basis.quote}
