"""What rules measure: the facts of a record and the head counts of a table, their scales and their words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import national

if TYPE_CHECKING:
    from collections.abc import Mapping


class FactKind(NamedTuple):
    """A fact: its type (count, flag, day, year, titles, word, or a scale) and its names by language."""

    id: str
    type: str
    names: Mapping[str, str]

    @property
    def name(self) -> str:
        """Its Vietnamese name, as traces write it."""
        return self.names["vi"]


@cache
def fact_kinds() -> Mapping[str, FactKind]:
    """Every fact, by id."""
    return {
        ident: FactKind(ident, item["type"], {"vi": item["vi"], "en": item["en"]})
        for ident, item in national()["facts"].items()
    }


@cache
def scales() -> Mapping[str, Mapping[str, str]]:
    """Every scale: the Vietnamese word of each step by id, from the least to the most."""
    return {name: {step["id"]: step["vi"] for step in steps} for name, steps in national()["scales"].items()}


def rank_of(scale: str, step: str) -> int | None:
    """The place of a step on its scale; None for what is no step of it."""
    steps = list(scales()[scale])
    return steps.index(step) if step in steps else None


def phrase(key: str, **values: object) -> str:
    """A line of a trace."""
    return str(national()["phrases"][key]).format(**values)
