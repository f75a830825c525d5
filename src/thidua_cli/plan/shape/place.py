"""From the path of a validation error to the node it speaks of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from thidua_cli.plan.shape.fields import Choice, choices_of, is_tagged, keys_of
from thidua_cli.source.nodes import Mapping, Node, Path, Scalar, child

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from thidua_cli.findings.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A node, the key it belongs to (`name`, of the list for an item), and what the models allow there."""

    node: Node
    choices: tuple[Choice, ...]
    name: str = ""
    field: FieldInfo | None = None
    tags: frozenset[str] = frozenset()
    parent: Place | None = None

    @property
    def written(self) -> str:
        """What stands there: a scalar's text, of anything else the first line."""
        if isinstance(self.node, Scalar):
            return self.node.text
        span = self.node.span
        return self.node.source.lines.line(span.line)[span.column - 1 :].strip()

    def has(self, key: str) -> bool:
        """Whether the key is written here."""
        return isinstance(self.node, Mapping) and self.node.entry(key) is not None

    def key_span(self, key: str) -> Span:
        """Where the key stands, else the whole place."""
        entry = self.node.entry(key) if isinstance(self.node, Mapping) else None
        return entry[0].span if entry else self.node.span

    def child(self, segment: str | int) -> Place | None:
        """The place below, if it is written."""
        below = child(self.node, segment)
        if below is None:
            return None
        if isinstance(segment, int):
            return replace(self, node=below, parent=self)
        info = keys_of(self.choices).get(segment)
        if info is None:
            return Place(below, (), segment, parent=self)
        choices = tuple(choices_of(info))
        tags = frozenset(tag for choice in choices for tag in choice.tags) if is_tagged(info) else frozenset()
        return Place(below, choices, segment, info, tags, self)

    def narrowed(self, tag: str) -> Place:
        """The same place, its form known by the tag."""
        chosen = tuple(choice for choice in self.choices if tag in choice.tags)
        return replace(self, choices=chosen or self.choices, tags=frozenset())


def find_place(root: Node, model: type[BaseModel], path: Path) -> Place:
    """The place of a path; segments that are not written (tags, names of validators) are skipped.

    Right below a value whose form is chosen by a tag, that tag comes first, even where a key is called alike.
    """
    place = Place(root, (Choice(model),))
    for segment in path:
        if isinstance(segment, str) and segment in place.tags:
            place = place.narrowed(segment)
        else:
            place = place.child(segment) or place
    return place
