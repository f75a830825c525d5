"""What rules measure: the facts of a record and the head counts of a table, their scales and their words."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import national

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NO_VALUES: Mapping[str, Mapping[str, str]] = MappingProxyType({})


class FactKind(NamedTuple):
    """A fact: its type (count, flag, day, year, titles, word, or a scale) and its names by language.

    `values`: the names of the words that may stand, by id; empty where any may. Of a count: `part_of` what it
    is never more than, `sum_of` what makes it up, `apart_from` what shares nobody with it in the same whole,
    `counted_with` what the law takes together with it, `chosen_from` what it should not pass by law.
    """

    id: str
    type: str
    names: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]] = _NO_VALUES
    part_of: str = ""
    sum_of: tuple[str, ...] = ()
    apart_from: tuple[str, ...] = ()
    counted_with: tuple[str, ...] = ()
    chosen_from: str = ""

    @property
    def name(self) -> str:
        """Its Vietnamese name, as traces write it."""
        return self.names["vi"]

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that may stand: the steps of its scale, or its values; empty where any may."""
        return tuple(scales().get(self.type, self.values))


@cache
def fact_kinds() -> Mapping[str, FactKind]:
    """Every fact, by id."""
    return {
        ident: FactKind(
            id=ident,
            type=item["type"],
            names={"vi": item["vi"], "en": item["en"]},
            values={one["id"]: {"vi": one["vi"], "en": one["en"]} for one in item.get("values", ())},
            part_of=item.get("part_of", ""),
            sum_of=tuple(item.get("sum_of", ())),
            apart_from=tuple(item.get("apart_from", ())),
            counted_with=tuple(item.get("counted_with", ())),
            chosen_from=item.get("chosen_from", ""),
        )
        for ident, item in national()["facts"].items()
    }


@cache
def wholes() -> tuple[tuple[str, str], ...]:
    """Every pair of counts of which the first is never more than the second, or should not be by law."""
    pairs = ((kind.id, whole) for kind in fact_kinds().values() for whole in _above(kind))
    return tuple(pairs)


def _above(kind: FactKind) -> Iterator[str]:
    if kind.chosen_from:
        yield kind.chosen_from
    whole = kind.part_of
    while whole:
        yield whole
        whole = fact_kinds()[whole].part_of


def fact_name(ident: str, lang: str = "vi") -> str:
    """A fact in words, `số người đạt Lao động tiên tiến`; what is none as it is written."""
    known = fact_kinds().get(ident)
    return known.names[lang] if known else ident


def fact_value(ident: str, value: object, lang: str = "vi") -> str:
    """A value of a fact in words: a step of its scale, one of its words; any other as it is written."""
    known = fact_kinds().get(ident)
    if known and str(value) in known.values:
        return known.values[str(value)][lang]
    steps = national()["scales"].get(known.type, ()) if known else ()
    return next((step[lang] for step in steps if step["id"] == value), str(value))


@cache
def scales() -> Mapping[str, Mapping[str, str]]:
    """Every scale: the Vietnamese word of each step by id, from the least to the most."""
    return {name: {step["id"]: step["vi"] for step in steps} for name, steps in national()["scales"].items()}


def rank_of(scale: str, step: str) -> int | None:
    """The place of a step on its scale; None for what is no step of it."""
    steps = list(scales()[scale])
    return steps.index(step) if step in steps else None


def phrase(key: str, scale: str = "", /, **values: object) -> str:
    """A line of a trace; of a scale in its own words, where it has some."""
    known = national()["phrases"]
    return str(known.get(f"{key}.{scale}", known[key])).format(**values)
