"""A tree of criteria as the pack writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ALL, ANY, NOT = "all", "any", "not"


class Node(NamedTuple):
    """A junction (`all`, `any`, `not`) of `parts`, or a criterion of a kind (`name`) with what it asks."""

    name: str
    parts: tuple[Node, ...] = ()
    asks: Any = None

    def leaves(self) -> Iterator[Node]:
        """Every criterion below, in order."""
        if self.name not in (ALL, ANY, NOT):
            yield self
        for part in self.parts:
            yield from part.leaves()


def tree_of(item: Mapping[str, Any] | None) -> Node | None:
    """The tree of a mapping with one key; None for none. Raises ValueError for several keys."""
    if item is None:
        return None
    ((name, asks),) = item.items()
    if name in (ALL, ANY):
        return Node(name, tuple(_part(part) for part in asks))
    if name == NOT:
        return Node(name, (_part(asks),))
    return Node(name, (), asks)


def _part(item: Mapping[str, Any]) -> Node:
    node = tree_of(item)
    if node is None:
        raise ValueError("an empty criterion")
    return node
