"""A condition as a tree."""

from __future__ import annotations

from decimal import Context, Inexact, InvalidOperation, Overflow
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.law.expressions.facts import Value

# Bounds on tokens and digits keep every product far below this; a rounded figure would be an error.
EXACT = Context(prec=4000, traps=[Inexact, InvalidOperation, Overflow])


class Literal(NamedTuple):
    """A number, a word, true or false, or a list of them."""

    value: Value


class Fact(NamedTuple):
    """A fact by name."""

    name: str


class Negative(NamedTuple):
    """Minus something."""

    operand: Node


class Arithmetic(NamedTuple):
    """`+`, `-` or `*` of two numbers."""

    sign: str
    left: Node
    right: Node


class Compared(NamedTuple):
    """`==`, `!=`, `<`, `<=`, `>` or `>=` of two values of one type; words of a `scale` go by their place."""

    sign: str
    left: Node
    right: Node
    scale: tuple[str, ...] = ()


class Member(NamedTuple):
    """`item in container`."""

    item: Node
    container: Node


class Not(NamedTuple):
    """The opposite."""

    operand: Node


class Both(NamedTuple):
    """`and` or `or` of two conditions."""

    sign: str
    left: Node
    right: Node


Node: TypeAlias = Literal | Fact | Negative | Arithmetic | Compared | Member | Not | Both
Known: TypeAlias = "Mapping[str, object]"


def facts_of(node: Node) -> Iterator[str]:
    """The names of the facts in a tree, in the order of the text."""
    if isinstance(node, Fact):
        yield node.name
    elif isinstance(node, Negative | Not):
        yield from facts_of(node.operand)
    elif isinstance(node, Member):
        yield from facts_of(node.item)
        yield from facts_of(node.container)
    elif not isinstance(node, Literal):
        yield from facts_of(node.left)
        yield from facts_of(node.right)
