"""The closed table of facts that a condition may name, and the type of each."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from thidua_cli.law.registers.facts import fact_kinds, scales
from thidua_cli.law.registers.titles import titles

if TYPE_CHECKING:
    from collections.abc import Mapping

Value: TypeAlias = Decimal | str | bool | tuple["Decimal | str | bool", ...]

COUNT = "count"


class Type(StrEnum):
    """What a fact, or a part of an expression, is."""

    NUMBER = "number"
    FLAG = "flag"
    WORD = "word"
    WORDS = "words"


class FactType(NamedTuple):
    """The type of a fact. `words`: all that a word may be, empty where any may stand.

    `ordered`: the words stand from the least to the most.
    """

    type: Type
    words: tuple[str, ...] = ()
    ordered: bool = False


_PLAIN = {
    COUNT: FactType(Type.NUMBER),
    "year": FactType(Type.NUMBER),
    "flag": FactType(Type.FLAG),
    "word": FactType(Type.WORD),
}


@cache
def fact_types() -> Mapping[str, FactType]:
    """Every fact by name: those of `facts.yaml` except days, which a condition does not compare."""
    ordered = {name: FactType(Type.WORD, tuple(steps), ordered=True) for name, steps in scales().items()}
    known = _PLAIN | ordered | {"titles": FactType(Type.WORDS, tuple(titles()))}
    return {
        name: known[fact.type]._replace(words=tuple(fact.values)) if fact.values else known[fact.type]
        for name, fact in fact_kinds().items()
        if fact.type in known
    }


@cache
def head_counts() -> tuple[str, ...]:
    """The names of the facts that are counts."""
    return tuple(name for name, fact in fact_kinds().items() if fact.type == COUNT)


@cache
def word_names(name: str) -> Mapping[str, str]:
    """What people call the words that a fact can be, by word; empty where any may stand."""
    kind = fact_kinds()[name].type
    if kind == "titles":
        return {title.id: title.name for title in titles().values()}
    return scales().get(kind, {})


def as_value(name: str, given: object) -> Value | None:
    """A given fact as the expression compares it; None where it is absent or not of its type."""
    kind, words, _ = fact_types()[name]
    if kind is Type.FLAG:
        return given if isinstance(given, bool) else None
    if kind is Type.NUMBER:
        return Decimal(given) if isinstance(given, int | Decimal) and not isinstance(given, bool) else None
    if kind is Type.WORD:
        return given if isinstance(given, str) and (not words or given in words) else None
    if isinstance(given, list | tuple | set | frozenset) and all(isinstance(word, str) for word in given):
        return tuple(sorted(given))
    return None
