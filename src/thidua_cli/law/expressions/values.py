"""What a condition answers where facts are missing (the logic of Kleene)."""

from __future__ import annotations

import operator
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.law.expressions.facts import as_value
from thidua_cli.law.expressions.polynomials import difference
from thidua_cli.law.expressions.tree import (
    Arithmetic,
    Both,
    Compared,
    Fact,
    Known,
    Literal,
    Member,
    Negative,
    Node,
    Not,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from thidua_cli.law.expressions.facts import Value

_ARITHMETIC: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
_COMPARED: Mapping[str, Callable[[Value, Value], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def truth_of(node: Node, known: Known) -> bool | None:
    """Whether a condition holds; None where the facts that are known do not tell."""
    if isinstance(node, Not):
        inner = truth_of(node.operand, known)
        return None if inner is None else not inner
    if isinstance(node, Both):
        sides = (truth_of(node.left, known), truth_of(node.right, known))
        settling = node.sign == "or"
        if settling in sides:
            return settling
        return None if None in sides else not settling
    answer = value_of(node, known)
    return answer if isinstance(answer, bool) else None


def value_of(node: Node, known: Known) -> Value | None:
    """What a node comes to; None where the facts that are known do not tell."""
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Fact):
        return as_value(node.name, known.get(node.name))
    if isinstance(node, Negative):
        operand = value_of(node.operand, known)
        return -operand if isinstance(operand, Decimal) else None
    if isinstance(node, Member):
        item, container = value_of(node.item, known), value_of(node.container, known)
        if item is None or not isinstance(container, tuple):
            return None
        return item in container
    if isinstance(node, Arithmetic | Compared):
        left, right = value_of(node.left, known), value_of(node.right, known)
        if left is None or right is None:
            return _of_any(node, known) if isinstance(node, Compared) else None
        return _applied(node, left, right)
    return truth_of(node, known)


def _of_any(node: Compared, known: Known) -> bool | None:
    """What a comparison comes to whatever its missing facts are, where its sides differ by a fixed amount."""
    apart = Decimal(0) if _one_fact(node.left, node.right) else difference(node.left, node.right, known)
    return None if apart is None else _COMPARED[node.sign](apart, Decimal(0))


def _one_fact(left: Node, right: Node) -> bool:
    return isinstance(left, Fact) and isinstance(right, Fact) and left.name == right.name


def _applied(node: Arithmetic | Compared, left: Value, right: Value) -> Value | None:
    if isinstance(node, Compared):
        return _COMPARED[node.sign](placed(left, node), placed(right, node))
    both = isinstance(left, Decimal) and isinstance(right, Decimal)
    return _ARITHMETIC[node.sign](left, right) if both else None  # type: ignore[arg-type]  # both are Decimal


def placed(value: Value, node: Compared) -> Value:
    """A value as it is compared: a word of a scale by its place."""
    return Decimal(node.scale.index(value)) if isinstance(value, str) and value in node.scale else value
