"""An expression read by the rule-engine grammar into our own tree: only what is listed here passes."""

from __future__ import annotations

from decimal import localcontext
from typing import Any, NamedTuple

from thidua_cli.law.expressions.facts import Type, fact_types
from thidua_cli.law.expressions.tokens import KEYWORDS, ExpressionError, Token, tokens_of
from thidua_cli.law.expressions.tree import (
    EXACT,
    Arithmetic,
    Both,
    Compared,
    Fact,
    Literal,
    Member,
    Negative,
    Node,
    Not,
)

_ARITHMETIC = {"add": "+", "sub": "-", "mul": "*"}
_COMPARED = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
_EQUALITY = ("==", "!=")


class Typed(NamedTuple):
    """A node, its type, and the first and last fact below it (positions in the text's order of facts)."""

    node: Node
    type: Type
    first: int
    last: int


def parse_condition(text: str) -> Node:
    """The tree of a condition. Raises ExpressionError with the place of what cannot be used."""
    tokens = tokens_of(text)
    names = [token for token in tokens if token.kind == "name" and token.text not in KEYWORDS]
    for token in names:
        if token.text not in fact_types():
            raise ExpressionError("unknown-fact", token.start, token.end, found=token.text)
    if not names:
        raise ExpressionError("no-fact", 0, len(text))
    typed = _Reader(text, names).read(_parsed(text, tokens))
    if typed.type is not Type.FLAG:
        raise ExpressionError("no-condition", 0, len(text))
    return typed.node


def _parsed(text: str, tokens: list[Token]) -> Any:
    from rule_engine import Context, Rule  # type: ignore[import-untyped]  # ships no types
    from rule_engine.errors import (  # type: ignore[import-untyped]  # ships no types
        EngineError,
        RuleSyntaxError,
    )

    try:
        with localcontext(EXACT):
            # Types are checked below, where the place of a fault is known.
            return Rule(text, Context(default_timezone="utc", decimal_context=EXACT)).statement.expression
    except RuleSyntaxError as error:
        at = getattr(error.token, "lexpos", None)
        fault = next((token for token in tokens if token.start == at), None)
        if fault is None:
            raise ExpressionError("unfinished", tokens[-1].start, tokens[-1].end) from None
        raise ExpressionError("syntax", fault.start, fault.end, found=fault.text) from None
    except (EngineError, ArithmeticError, RecursionError, TypeError, ValueError):
        # Two literals do not fit together: the library names no place.
        raise ExpressionError("types", 0, len(text)) from None


class _Reader:
    """Walks the parser's tree in the order of the text, so that the facts met are the names read."""

    def __init__(self, text: str, names: list[Token]) -> None:
        self._text, self._names, self._met = text, names, 0

    def read(self, node: Any) -> Typed:
        kind = type(node).__name__
        reader = getattr(self, f"_{kind.removesuffix('Expression').lower()}", None)
        if reader is None:
            raise ExpressionError("not-allowed", 0, len(self._text), found=kind)
        first = self._met
        made: tuple[Node, Type] = reader(node)
        return Typed(*made, first, self._met)

    def _refuse(self, reason: str, first: int, **values: str) -> ExpressionError:
        """An error from the first fact below a node to the last; at the whole text where there is none."""
        below = self._names[first : self._met]
        if not below:
            return ExpressionError(reason, 0, len(self._text), **values)
        return ExpressionError(reason, below[0].start, below[-1].end, **values)

    def _symbol(self, node: Any) -> tuple[Node, Type]:
        self._met += 1
        return Fact(node.name), fact_types()[node.name].type

    def _float(self, node: Any) -> tuple[Node, Type]:
        return Literal(node.value), Type.NUMBER

    def _string(self, node: Any) -> tuple[Node, Type]:
        return Literal(node.value), Type.WORD

    def _boolean(self, node: Any) -> tuple[Node, Type]:
        return Literal(node.value), Type.FLAG

    def _logic(self, node: Any) -> tuple[Node, Type]:
        left, right = self.read(node.left), self.read(node.right)
        for side in (left, right):
            self._want(side, Type.FLAG, "not-true-or-false")
        return Both(node.type, left.node, right.node), Type.FLAG

    def _unary(self, node: Any) -> tuple[Node, Type]:
        operand = self.read(node.right)
        if node.type == "not":
            self._want(operand, Type.FLAG, "not-true-or-false")
            return Not(operand.node), Type.FLAG
        self._want(operand, Type.NUMBER, "not-a-number")
        return Negative(operand.node), Type.NUMBER

    def _add(self, node: Any) -> tuple[Node, Type]:
        if node.type not in _ARITHMETIC:
            raise ExpressionError("not-allowed", 0, len(self._text), found=node.type)
        left, right = self.read(node.left), self.read(node.right)
        for side in (left, right):
            self._want(side, Type.NUMBER, "not-a-number")
        return Arithmetic(_ARITHMETIC[node.type], left.node, right.node), Type.NUMBER

    _subtract = _arithmetic = _add

    def _comparison(self, node: Any) -> tuple[Node, Type]:
        left, right = self.read(node.left), self.read(node.right)
        sign = _COMPARED[node.type]
        if left.type is not right.type or left.type is Type.WORDS:
            raise self._refuse("types", left.first)
        self._check_words(left, right)
        scale = _scale(left.node, right.node)
        if sign not in _EQUALITY and left.type is not Type.NUMBER and not scale:
            raise self._refuse("not-ordered", left.first)
        return Compared(sign, left.node, right.node, scale), Type.FLAG

    _arithmeticcomparison = _comparison

    def _contains(self, node: Any) -> tuple[Node, Type]:
        item = self.read(node.member)
        if type(node.container).__name__ == "ArrayExpression":
            members = [self.read(member) for member in node.container.value]
            if not members or any(
                member.type is not item.type or not isinstance(member.node, Literal) for member in members
            ):
                raise self._refuse("types", item.first)
            values = tuple(member.node.value for member in members if isinstance(member.node, Literal))
            for member in members:
                self._check_words(item, member)
            flat = tuple(value for value in values if not isinstance(value, tuple))
            return Member(item.node, Literal(flat)), Type.FLAG
        container = self.read(node.container)
        if container.type is not Type.WORDS or item.type is not Type.WORD:
            raise self._refuse("types", item.first)
        self._check_words(container, item)
        return Member(item.node, container.node), Type.FLAG

    def _want(self, side: Typed, wanted: Type, reason: str) -> None:
        if side.type is not wanted:
            raise self._refuse(reason, side.first)

    def _check_words(self, left: Typed, right: Typed) -> None:
        """A word that a fact can never be is a slip, not a condition."""
        for fact, word in ((left.node, right.node), (right.node, left.node)):
            if isinstance(fact, Fact) and isinstance(word, Literal) and isinstance(word.value, str):
                allowed = fact_types()[fact.name].words
                if allowed and word.value not in allowed:
                    raise self._word_error(fact.name, word.value)

    def _word_error(self, fact: str, word: str) -> ExpressionError:
        quoted = next((mark + word + mark for mark in "\"'" if mark + word + mark in self._text), word)
        start = max(self._text.find(quoted), 0)
        return ExpressionError("unknown-word", start, start + len(quoted), fact=fact, found=word)


def _scale(left: Node, right: Node) -> tuple[str, ...]:
    """The words of the one scale that both sides belong to, from the least to the most; else none."""
    kinds = {fact_types()[side.name] for side in (left, right) if isinstance(side, Fact)}
    kind = kinds.pop() if len(kinds) == 1 else None
    return kind.words if kind is not None and kind.ordered else ()
