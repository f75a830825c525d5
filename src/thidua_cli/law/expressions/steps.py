"""The steps of a condition in words: what was compared, with the figures."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.law.expressions.facts import word_names
from thidua_cli.law.expressions.tree import Both, Compared, Fact, Known, Literal, Member, Negative, Node, Not
from thidua_cli.law.expressions.values import placed, value_of
from thidua_cli.law.registers.facts import fact_kinds, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.law.expressions.facts import Value

_PRINTED = {"*": "×", "-": "−", "==": "=", "!=": "≠", "<=": "≤", ">=": "≥"}


def steps_of(node: Node, known: Known) -> Iterator[str]:
    """One line for each comparison: what was compared, with the figures."""
    if isinstance(node, Not):
        yield from steps_of(node.operand, known)
    elif isinstance(node, Both):
        yield from steps_of(node.left, known)
        yield from steps_of(node.right, known)
    elif isinstance(node, Compared):
        left, right = value_of(node.left, known), value_of(node.right, known)
        yield _pair(node.left, _relation(node, left, right), node.right, known)
    elif isinstance(node, Member):
        yield _pair(node.item, "∉" if value_of(node, known) is False else "∈", node.container, known)
    elif not isinstance(node, Literal):
        yield _with_figure(node, known, {})


def _pair(left: Node, sign: str, right: Node, known: Known) -> str:
    """Two sides; words go by the names that the fact on either side gives them."""
    names: Mapping[str, str] = {}
    for side in (left, right):
        names = word_names(side.name) if isinstance(side, Fact) and not names else names
    return f"{_with_figure(left, known, names)} {sign} {_with_figure(right, known, names)}"


def _relation(node: Compared, left: Value | None, right: Value | None) -> str:
    """How two figures stand to each other; what was asked where one is missing."""
    if left is None or right is None:
        return _PRINTED.get(node.sign, node.sign)
    lower, upper = placed(left, node), placed(right, node)
    if lower == upper:
        return "="
    if isinstance(lower, Decimal) and isinstance(upper, Decimal):
        return "<" if lower < upper else ">"
    return "≠"


def _with_figure(node: Node, known: Known, names: Mapping[str, str]) -> str:
    """`cstdcs × 10 (120)`: as written, with its figure where it is not the figure itself."""
    value = value_of(node, known)
    if isinstance(node, Literal):
        return _shown(node.value, names)
    written = _written(node)
    return f"{written} (?)" if value is None else f"{written} ({_shown(value, names)})"


def _written(node: Node) -> str:
    if isinstance(node, Literal):
        return _shown(node.value, {})
    if isinstance(node, Fact):
        return fact_kinds()[node.name].name
    if isinstance(node, Negative):
        return f"−{_inner(node.operand)}"
    if isinstance(node, Not):
        return phrase("negated", what=_inner(node.operand))
    if isinstance(node, Member):
        return f"{_written(node.item)} ∈ {_written(node.container)}"
    return f"{_inner(node.left)} {_PRINTED.get(node.sign, node.sign)} {_inner(node.right)}"


def _inner(node: Node) -> str:
    return _written(node) if isinstance(node, Literal | Fact) else f"({_written(node)})"


def _shown(value: Value, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return phrase("is-so" if value else "is-not-so")
    if isinstance(value, tuple):
        return f"[{', '.join(_shown(each, names) for each in value)}]"
    if isinstance(value, str):
        return names.get(value, value)
    return format(value.normalize(), "f").replace(".", ",")
