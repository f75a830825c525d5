"""The regimes: which law, decrees and circulars govern a day."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import day_of, national
from thidua_cli.law.registers.documents import document_in_force, documents
from thidua_cli.law.registers.rating_regimes import rating_regimes_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.law.registers.documents import Document


class Regime(NamedTuple):
    """A period of law; `to` is the first day of the next one. Documents are named by id."""

    id: str
    since: date
    to: date | None
    law: str
    decrees: tuple[str, ...]
    circulars: tuple[str, ...]


class Governing(NamedTuple):
    """A document that governs a day. `verified`: whether sources say that it is in force on it.

    `ratings`: it says how people are rated each year, on which the titles rest.
    """

    document: Document
    verified: bool
    ratings: bool = False


@cache
def regimes() -> tuple[Regime, ...]:
    """Every regime, in order of time."""
    return tuple(
        Regime(
            id=item["id"],
            since=date.fromisoformat(item["from"]),
            to=day_of(item["to"]),
            law=item["law"],
            decrees=tuple(item["decrees"]),
            circulars=tuple(item["circulars"]),
        )
        for item in national()["regimes"]
    )


def regime_on(day: date) -> Regime | None:
    """The regime of a day; None before the first one."""
    begun = [regime for regime in regimes() if regime.since <= day]
    return next((regime for regime in begun if regime.to is None or day < regime.to), None)


def governing(day: date) -> tuple[Governing, ...]:
    """The law of a day, its decrees and circulars, then the decrees on ratings, each with what amends it.

    Left out is what is known not to be in force on the day; empty before the first regime.
    """
    regime = regime_on(day)
    if regime is None:
        return ()
    awards = _with_amendments((regime.law, *regime.decrees, *regime.circulars), day)
    named = (ident for rated in rating_regimes_on(day) for ident in rated.decrees)
    ratings = {each.document.id: each for each in _with_amendments(tuple(named), day)}
    return (*awards, *(each._replace(ratings=True) for each in ratings.values()))


def _with_amendments(idents: tuple[str, ...], day: date) -> Iterator[Governing]:
    for ident in idents:
        amending = (document.id for document in documents().values() if ident in document.amends)
        for each in (ident, *amending):
            document = documents()[each]
            holds = document_in_force(each, day)
            if holds is not False or _still_applied(document, day):
                yield Governing(document, holds is True)


def _still_applied(document: Document, day: date) -> bool:
    """Whether some may go on by a document that has ended."""
    ending = document.ending
    return bool(ending and ending.transition and ending.on <= day < ending.transition.to)
