"""The regimes: which law and which decrees govern a day."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from thidua_cli.law.pack import day_of, national


class Regime(NamedTuple):
    """A period of law; `to` is the first day of the next one. Documents are named by id."""

    id: str
    since: date
    to: date | None
    law: str
    amendments: tuple[str, ...]
    decrees: tuple[str, ...]
    grade: str


@cache
def regimes() -> tuple[Regime, ...]:
    """Every regime, in order of time."""
    return tuple(
        Regime(
            id=item["id"],
            since=date.fromisoformat(item["from"]),
            to=day_of(item["to"]),
            law=item["law"],
            amendments=tuple(item.get("amendments", ())),
            decrees=tuple(item["decrees"]),
            grade=item["grade"],
        )
        for item in national()["regimes"]
    )


def regime_on(day: date) -> Regime | None:
    """The regime of a day; None before the first one."""
    begun = [regime for regime in regimes() if regime.since <= day]
    return next((regime for regime in begun if regime.to is None or day < regime.to), None)
