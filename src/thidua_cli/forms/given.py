"""What a form gives its unit and the unit may not change: its type and cluster, targets, due dates, what is
not assigned.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.forms.columns import FACT, TARGET, VALUE
from thidua_cli.forms.formulas.language import literal
from thidua_cli.plan.criteria.measured import Targeted
from thidua_cli.plan.criteria.modifiers import Judged
from thidua_cli.plan.criteria.stepped import Deadline
from thidua_cli.scoring.inputs.input_table import CLUSTER, DUE, TYPE
from thidua_cli.scoring.inputs.input_table import TARGET as TARGET_SIDE
from thidua_cli.vietnamese.printed_dates import format_short
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.forms.blueprint import Blueprint
    from thidua_cli.forms.units import FormUnit
    from thidua_cli.plan.criteria.table import Leaf

Given = Decimal | date | str


def given_to(form: Blueprint, unit: FormUnit) -> Mapping[tuple[str, str], Given]:
    """By the key of the line and the role of the column."""
    given: dict[tuple[str, str], Given] = {}
    facts = {TYPE: unit.type, CLUSTER: unit.cluster}
    for fact in form.facts:
        if facts.get(fact.key):
            given[fact.key, FACT] = facts[fact.key]
    shut = not_applied(form, unit)
    for at, line in enumerate(form.lines):
        target = None if line.leaf is None or at in shut else _target(line.leaf, unit)
        if target is not None:
            given[line.key, TARGET] = target
        if isinstance(target, str):  # that it is not assigned
            given[line.key, VALUE] = target
    return given


def not_applied(form: Blueprint, unit: FormUnit) -> frozenset[int]:
    """The lines of criteria that are known not to apply to the unit, with what belongs to them."""
    kind = fold(unit.type)
    if not kind:
        return frozenset()
    shut: set[int] = set()
    for at, line in enumerate(form.lines):
        types = line.item.applies_to if isinstance(line.item, Judged) else ()
        if line.owner in shut or at in shut or (types and kind not in map(fold, types)):
            shut |= {at, *line.inside}
    return frozenset(shut)


def said(value: Given) -> str:
    """A given value as the hidden sheet keeps it."""
    if isinstance(value, Decimal):
        return literal(value)
    return format_short(value) if isinstance(value, date) else value


def _target(leaf: Leaf, unit: FormUnit) -> Given | None:
    """The target or due date that the table of criteria, or the table of units, has set."""
    if isinstance(leaf, Targeted):
        return unit.targets.get(f"{leaf.id}.{TARGET_SIDE}") if leaf.target is None else leaf.target
    if isinstance(leaf, Deadline):
        return unit.targets.get(f"{leaf.id}.{DUE}") if leaf.due is None else leaf.due
    return None
