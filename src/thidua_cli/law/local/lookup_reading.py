"""A number of a local rule that depends on facts, such as two ratings: a table of them, read and checked."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.pack import LOCAL_GRADE
from thidua_cli.law.registers.facts import fact_kinds, scales
from thidua_cli.law.rulings.criteria.tree import ALL, Node
from thidua_cli.law.rulings.rules import Reading
from thidua_cli.source.nodes import Scalar
from thidua_cli.source.text import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction

    from thidua_cli.law.local.fields import Fields

_MOST_FACTS = 3
_SHOWN = 3


class _Row(NamedTuple):
    steps: Mapping[str, str]
    value: Fraction
    line: int

    def covers(self, case: tuple[str, ...], facts: tuple[str, ...]) -> bool:
        return all(self.steps.get(fact, step) == step for fact, step in zip(facts, case, strict=True))


def read_lookup(
    item: Fields, base: tuple[str, ...], value_of: Callable[[Fields], Fraction | None]
) -> tuple[Reading, ...]:
    """`value_by` and `rows`: a reading for each row, for those whose facts are so; empty for a fault.

    Every case stands in exactly one row (TD810); a row that leaves a fact out holds for all its steps.
    """
    facts = _facts(item)
    before = len(item.findings)
    rows = [row for each in item.items("rows") if (row := _row(each, facts, value_of)) is not None]
    if not facts or not rows or len(item.findings) > before:
        return ()
    _check(item, facts, rows)
    if len(item.findings) > before:
        return ()
    return tuple(Reading("", row.value, base, None, _when(row), (), LOCAL_GRADE) for row in rows)


def _facts(item: Fields) -> tuple[str, ...]:
    listed = item.list("value_by")
    known = tuple(fact.id for fact in fact_kinds().values() if fact.type in scales())
    found = [each.text if isinstance(each, Scalar) else "" for each in listed.items] if listed else []
    if listed is None or (1 <= len(set(found)) == len(found) <= _MOST_FACTS and set(found) <= set(known)):
        return tuple(found)
    shown = excerpt(", ".join(found))
    item.say("TD810", listed.span, "facts", found=shown, allowed=", ".join(known), most=str(_MOST_FACTS))
    return ()


def _row(
    fields: Fields, facts: tuple[str, ...], value_of: Callable[[Fields], Fraction | None]
) -> _Row | None:
    steps = {}
    for fact in facts:
        step = fields.word(fact, tuple(scales()[fact_kinds()[fact].type]), required=False)
        if step is not None:
            steps[fact] = step
    value = value_of(fields)
    fields.unread()
    return None if value is None else _Row(steps, value, fields.node.span.line)


def _check(item: Fields, facts: tuple[str, ...], rows: list[_Row]) -> None:
    cases = list(product(*(scales()[fact_kinds()[fact].type] for fact in facts)))
    lacking = []
    for case in cases:
        found = [row for row in rows if row.covers(case, facts)]
        if len(found) > 1:
            lines = {"first": str(found[0].line), "second": str(found[1].line)}
            item.say("TD810", item.span("rows"), "twice", case=_named(case, facts), **lines)
            return
        lacking += [] if found else [_named(case, facts)]
    if lacking:
        more = "; …" if len(lacking) > _SHOWN else ""
        item.say("TD810", item.span("rows"), "lacking", cases="; ".join(lacking[:_SHOWN]) + more)


def _named(case: tuple[str, ...], facts: tuple[str, ...]) -> str:
    kinds = [fact_kinds()[fact] for fact in facts]
    return ", ".join(
        f"{kind.name}: {scales()[kind.type][step]}" for kind, step in zip(kinds, case, strict=True)
    )


def _when(row: _Row) -> Node | None:
    parts = tuple(Node("is", (), {"fact": fact, "value": step}) for fact, step in row.steps.items())
    return Node(ALL, parts) if parts else None
