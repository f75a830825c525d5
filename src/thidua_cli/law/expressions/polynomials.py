"""Numbers as polynomials of the facts that are missing, so that what does not depend on them is seen."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from thidua_cli.law.expressions.facts import as_value
from thidua_cli.law.expressions.tree import Arithmetic, Fact, Literal, Negative

if TYPE_CHECKING:
    from thidua_cli.law.expressions.tree import Known, Node

# By the facts that are multiplied (none: the constant), each as often as it stands; never a coefficient of 0.
Polynomial: TypeAlias = "dict[tuple[str, ...], Decimal]"

_MOST_TERMS = 64


def difference(left: Node, right: Node, known: Known) -> Decimal | None:
    """By how much the left exceeds the right, where that is the same whatever the missing facts are."""
    found = _polynomial(Arithmetic("-", left, right), known)
    if found is None or any(found):
        return None
    return found.get((), Decimal(0))


def _polynomial(node: Node, known: Known) -> Polynomial | None:
    """None for what is no number, or has too many terms."""
    if isinstance(node, Literal):
        return _constant(node.value)
    if isinstance(node, Fact):
        value = as_value(node.name, known.get(node.name))
        return {(node.name,): Decimal(1)} if value is None else _constant(value)
    if isinstance(node, Negative):
        operand = _polynomial(node.operand, known)
        return None if operand is None else _times(operand, {(): Decimal(-1)})
    if not isinstance(node, Arithmetic):
        return None
    left, right = _polynomial(node.left, known), _polynomial(node.right, known)
    if left is None or right is None:
        return None
    if node.sign == "*":
        return _times(left, right)
    return _plus(left, right if node.sign == "+" else _times(right, {(): Decimal(-1)}))


def _constant(value: object) -> Polynomial | None:
    if not isinstance(value, Decimal):
        return None
    return {(): value} if value else {}


def _plus(left: Polynomial, right: Polynomial | None) -> Polynomial | None:
    if right is None:
        return None
    terms = {facts: left.get(facts, Decimal(0)) + right.get(facts, Decimal(0)) for facts in {**left, **right}}
    return {facts: coefficient for facts, coefficient in terms.items() if coefficient}


def _times(left: Polynomial, right: Polynomial) -> Polynomial | None:
    made: Polynomial = {}
    for some, first in left.items():
        for others, second in right.items():
            facts = tuple(sorted((*some, *others)))
            made[facts] = made.get(facts, Decimal(0)) + first * second
            if len(made) > _MOST_TERMS:
                return None
    return {facts: coefficient for facts, coefficient in made.items() if coefficient}
