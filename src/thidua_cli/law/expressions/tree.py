"""A condition as a tree, and what it answers where facts are missing (the logic of Kleene)."""

from __future__ import annotations

import operator
from decimal import Context, Decimal, Inexact, InvalidOperation, Overflow, localcontext
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from thidua_cli.law.expressions.facts import as_value
from thidua_cli.law.registers.facts import fact_kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

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
_PRINTED = {"*": "×", "-": "−", "==": "=", "!=": "≠", "<=": "≤", ">=": "≥"}


class Outcome(NamedTuple):
    """What a condition answers (None: not known), its steps, and the facts that were missing."""

    truth: bool | None
    steps: tuple[str, ...]
    missing: tuple[str, ...]


def evaluate(node: Node, known: Known) -> Outcome:
    """Decide a condition by the facts that are known, exactly."""
    with localcontext(EXACT):
        missing = [name for name in dict.fromkeys(facts_of(node)) if as_value(name, known.get(name)) is None]
        return Outcome(_truth(node, known), tuple(_steps(node, known)), tuple(missing))


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


def _truth(node: Node, known: Known) -> bool | None:
    if isinstance(node, Not):
        inner = _truth(node.operand, known)
        return None if inner is None else not inner
    if isinstance(node, Both):
        sides = (_truth(node.left, known), _truth(node.right, known))
        settling = node.sign == "or"
        if settling in sides:
            return settling
        return None if None in sides else not settling
    answer = _value(node, known)
    return answer if isinstance(answer, bool) else None


def _value(node: Node, known: Known) -> Value | None:
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Fact):
        return as_value(node.name, known.get(node.name))
    if isinstance(node, Negative):
        operand = _value(node.operand, known)
        return -operand if isinstance(operand, Decimal) else None
    if isinstance(node, Member):
        item, container = _value(node.item, known), _value(node.container, known)
        if item is None or not isinstance(container, tuple):
            return None
        return item in container
    if isinstance(node, Arithmetic | Compared):
        left, right = _value(node.left, known), _value(node.right, known)
        return None if left is None or right is None else _applied(node, left, right)
    return _truth(node, known)


def _applied(node: Arithmetic | Compared, left: Value, right: Value) -> Value | None:
    if isinstance(node, Compared):
        return _COMPARED[node.sign](_placed(left, node), _placed(right, node))
    both = isinstance(left, Decimal) and isinstance(right, Decimal)
    return _ARITHMETIC[node.sign](left, right) if both else None  # type: ignore[arg-type]  # both are Decimal


def _placed(value: Value, node: Compared) -> Value:
    return Decimal(node.scale.index(value)) if isinstance(value, str) and value in node.scale else value


def _steps(node: Node, known: Known) -> Iterator[str]:
    """One line for each comparison: what was compared, with the figures."""
    if isinstance(node, Not):
        yield from _steps(node.operand, known)
    elif isinstance(node, Both):
        yield from _steps(node.left, known)
        yield from _steps(node.right, known)
    elif isinstance(node, Compared):
        left, right = _value(node.left, known), _value(node.right, known)
        sign = _relation(node, left, right)
        shown = [_with_figure(side, known) for side in (node.left, node.right)]
        yield f"{shown[0]} {sign} {shown[1]}"
    elif isinstance(node, Member):
        inside = _value(node, known)
        sign = "∉" if inside is False else "∈"
        yield f"{_with_figure(node.item, known)} {sign} {_with_figure(node.container, known)}"
    elif not isinstance(node, Literal):
        yield _with_figure(node, known)


def _relation(node: Compared, left: Value | None, right: Value | None) -> str:
    """How two figures stand to each other; what was asked where one is missing."""
    if left is None or right is None:
        return _PRINTED.get(node.sign, node.sign)
    lower, upper = _placed(left, node), _placed(right, node)
    if lower == upper:
        return "="
    if isinstance(lower, Decimal) and isinstance(upper, Decimal):
        return "<" if lower < upper else ">"
    return "≠"


def _with_figure(node: Node, known: Known) -> str:
    """`cstdcs × 10 (120)`: as written, with its figure where it is not the figure itself."""
    value = _value(node, known)
    written = _written(node)
    if isinstance(node, Literal):
        return written
    return f"{written} (?)" if value is None else f"{written} ({_shown(value)})"


def _written(node: Node) -> str:
    if isinstance(node, Literal):
        return _shown(node.value)
    if isinstance(node, Fact):
        return fact_kinds()[node.name].name
    if isinstance(node, Negative):
        return f"−{_inner(node.operand)}"
    if isinstance(node, Not):
        return f"not {_inner(node.operand)}"
    if isinstance(node, Member):
        return f"{_written(node.item)} ∈ {_written(node.container)}"
    return f"{_inner(node.left)} {_PRINTED.get(node.sign, node.sign)} {_inner(node.right)}"


def _inner(node: Node) -> str:
    return _written(node) if isinstance(node, Literal | Fact) else f"({_written(node)})"


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    if isinstance(value, str):
        return value
    return format(value.normalize(), "f").replace(".", ",")
