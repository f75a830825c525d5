"""The words by which components are known, ready to be looked for in folded text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from thidua_cli.vietnamese.compiled_words import compiled_words
from thidua_cli.vietnamese.text import fold, unaccent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def words() -> Mapping[str, Any]:
    """The lists of `words/*.yaml`, by their names."""
    return compiled_words(__file__)


@cache
def whole(name: str) -> frozenset[str]:
    """The phrases of a list, folded, for comparing with a whole line."""
    return frozenset(map(fold, words()[name]))


@cache
def beginning(*names: str) -> re.Pattern[str]:
    """One of the phrases of some lists where a folded text begins; the longest is found."""
    return any_of(phrase for name in names for phrase in words()[name])


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one of the phrases as whole words, in folded text; the longest is found."""
    longest = sorted(map(fold, phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def letters(text: str) -> str:
    """The bare letters of a text, without case, marks, spaces and signs."""
    return "".join(filter(str.isalpha, unaccent(fold(text))))


@cache
def bare(name: str) -> tuple[str, ...]:
    """The bare letters of the phrases of a list."""
    return tuple(map(letters, words()[name]))


@cache
def body_rank(opening: str) -> int | None:
    """How high a body stands whose name begins so, 0 the highest; None where that tells nothing."""
    ranks = words()["body_ranks"]
    return next((rank for rank, listed in enumerate(ranks) if opening in map(fold, listed)), None)


@cache
def body_beginning() -> re.Pattern[str]:
    """Where the name of a body begins."""
    listed = [phrase for rank in words()["body_ranks"] for phrase in rank]
    return any_of([*listed, *words()["body_openers"]])
