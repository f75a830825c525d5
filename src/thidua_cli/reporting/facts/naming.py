"""What a sentence names of many: the first of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Row = TypeVar("Row")
MOST_NAMED = 10


class Named(NamedTuple, Generic[Row]):
    """What a sentence names: the first of them, and whether there are `more`."""

    rows: tuple[Row, ...]
    more: bool = False


def named(rows: Sequence[Row]) -> Named[Row]:
    """As many as a sentence can name."""
    return Named(tuple(rows[:MOST_NAMED]), len(rows) > MOST_NAMED)
