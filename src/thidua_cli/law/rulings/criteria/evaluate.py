"""The answer of a tree of criteria for a record. A further criterion is one function in this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from thidua_cli.law.rulings.criteria import facts, years
from thidua_cli.law.rulings.criteria.answers import Answer, all_of, any_of, negated
from thidua_cli.law.rulings.criteria.tree import ALL, ANY, NOT

if TYPE_CHECKING:
    from thidua_cli.law.rulings.criteria.tree import Node
    from thidua_cli.law.rulings.records import Record

Criterion: TypeAlias = Callable[[Any, "Record", int], Answer]

CRITERIA: Mapping[str, Criterion] = {
    "at_least": facts.at_least,
    "at_most": facts.at_most,
    "below": facts.below,
    "is": facts.known_as,
    "holds": facts.holds,
    "by_day": facts.by_day,
    "chain": years.chain,
    "held": years.held,
    "times": years.times,
}


def evaluate(node: Node, record: Record, year: int) -> Answer:
    """Whether the record meets the criteria in an award year, in three values."""
    if node.name == ALL:
        return all_of(evaluate(part, record, year) for part in node.parts)
    if node.name == ANY:
        return any_of(evaluate(part, record, year) for part in node.parts)
    if node.name == NOT:
        return negated(evaluate(node.parts[0], record, year))
    return CRITERIA[node.name](node.asks, record, year)
