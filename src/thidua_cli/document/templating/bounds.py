"""How much one rendering may use: turns of loops, text, and the size of what is built on the way."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.findings.span import Span

MAX_STEPS = 200_000  # turns of all loops of one rendering
MAX_TEXT = 4_000_000  # characters of one rendering; the weight of any text or list made on the way
MAX_WORK = 60_000_000  # the weight of all that one rendering prints, joins, compares and filters
MAPPINGS: Any = (dict, MappingProxyType)
LISTS: Any = (
    *MAPPINGS,
    list,
    tuple,
    set,
    frozenset,
    range,
    type({}.keys()),
    type({}.values()),
    type({}.items()),
)
ITEM = 20  # what a thing in a list weighs, in characters


class TooMuchError(Exception):
    """More loops or text than any document needs; `place` is in the plan, where the plan asks for it."""

    def __init__(self, place: Span | None = None) -> None:
        super().__init__()
        self.place = place


class Limit:
    """Counts what one rendering uses."""

    def __init__(self) -> None:
        self.steps = 0
        self.work = 0

    def count(self, steps: int = 1) -> None:
        """Note steps; raises TooMuchError past the bound."""
        self.steps += steps
        if self.steps > MAX_STEPS:
            raise TooMuchError

    def handle(self, *values: Any, times: int = 1) -> None:
        """Note that values are gone through; raises TooMuchError past the bound."""
        self.work += times * sum(map(weight, values))
        if self.work > MAX_WORK:
            raise TooMuchError


def weight(value: Any) -> int:
    """The characters in a value and ITEM for every thing in it; raises TooMuchError above MAX_TEXT.

    What stands in a list twice weighs twice, as it does for whoever goes through the list.
    """
    if not isinstance(value, LISTS):
        return ITEM + (len(value) if isinstance(value, str) else 0)
    total = ITEM
    left: list[Any] = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            total += len(one)
        elif isinstance(one, LISTS):
            total += ITEM * len(one)
            if total <= MAX_TEXT and not isinstance(one, range):
                left += one
            if isinstance(one, MAPPINGS):
                left += one.values()
        if total > MAX_TEXT:
            raise TooMuchError
    return total


def together(texts: Iterable[str]) -> str:
    """Texts as one; raises TooMuchError above MAX_TEXT, before a longer one is made."""
    parts: list[str] = []
    size = 0
    for text in texts:
        size += len(text)
        if size > MAX_TEXT:
            raise TooMuchError
        parts.append(text)
    return "".join(parts)
