"""A condition decided: by what is known, else by every way to complete the facts of few values."""

from __future__ import annotations

from collections import Counter
from decimal import localcontext
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.expressions.facts import Type, as_value, fact_types
from thidua_cli.law.expressions.steps import steps_of
from thidua_cli.law.expressions.tree import EXACT, Both, Literal, Node, Not, facts_of
from thidua_cli.law.expressions.values import truth_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua_cli.law.expressions.tree import Known

MOST_WAYS = 256
# A condition that nothing decides.
_OPEN = Literal(())


class Outcome(NamedTuple):
    """What a condition answers (None: not known), its steps, and the facts that were missing."""

    truth: bool | None
    steps: tuple[str, ...]
    missing: tuple[str, ...]


def evaluate(node: Node, known: Known) -> Outcome:
    """Decide a condition by the facts that are known, exactly.

    Facts that are missing decide nothing, unless every value they may have gives the same answer: of those
    that have few values (yes or no, steps of a scale) up to `MOST_WAYS` ways together are tried.
    """
    with localcontext(EXACT):
        missing = [name for name in dict.fromkeys(facts_of(node)) if as_value(name, known.get(name)) is None]
        truth = truth_of(node, known)
        if truth is None:
            truth = _in_every_way(node, known, missing)
        return Outcome(truth, tuple(steps_of(node, known)), tuple(missing))


def _in_every_way(node: Node, known: Known, missing: Iterable[str]) -> bool | None:
    """The one answer that all completions give; None where they differ, or one leaves it open."""
    values = _values(node, missing)
    if not values:
        return None
    left = _reduced(node, known, values)
    found: bool | None = None
    for way in product(*values.values()):
        answer = truth_of(left, {**known, **dict(zip(values, way, strict=True))})
        if answer is None or found not in (None, answer):
            return None
        found = answer
    return found


def _values(node: Node, missing: Iterable[str]) -> Mapping[str, tuple[bool | str, ...]]:
    """What each missing fact may be, as far as there are few ways; those named most often come first."""
    often = Counter(facts_of(node))
    values: dict[str, tuple[bool | str, ...]] = {}
    ways = 1
    for name in sorted(missing, key=lambda name: -often[name]):
        kind = fact_types()[name]
        own = (False, True) if kind.type is Type.FLAG else kind.words if kind.type is Type.WORD else ()
        if own and ways * len(own) <= MOST_WAYS:
            values[name] = own
            ways *= len(own)
    return values


def _reduced(node: Node, known: Known, values: Mapping[str, object]) -> Node:
    """The condition with what does not depend on these facts settled, or open for good."""
    if isinstance(node, Not):
        return Not(_reduced(node.operand, known, values))
    if isinstance(node, Both):
        return Both(node.sign, _reduced(node.left, known, values), _reduced(node.right, known, values))
    if not values.keys().isdisjoint(facts_of(node)):
        return node
    truth = truth_of(node, known)
    return _OPEN if truth is None else Literal(truth)
