"""What a form gave its unit, held against what it says now; and values typed over locked cells."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.forms.columns import TARGET, VALUE
from thidua_cli.forms.formulas.language import literal
from thidua_cli.forms.locks import COMPUTED, OPEN, mark_of
from thidua_cli.plan.criteria.stepped import Deadline
from thidua_cli.scoring.inputs.gathering import says_the_same
from thidua_cli.tables.table import StoredNumber

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.forms.blueprint import Blueprint
    from thidua_cli.forms.hidden_sheet import Marks
    from thidua_cli.forms.reading.filled import Filled
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, CellValue

NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?").fullmatch
MOST_NAMED = 5


def given_cells(
    form: Blueprint, filled: Filled, marks: Marks, findings: FindingLog
) -> Mapping[tuple[str, str], Cell]:
    """The cells of what was given, by line and column, each with what was given whatever stands there now."""
    names = {line.key: line.name for line in form.lines}
    names |= {fact.key: fact.label.rstrip(":") for fact in form.facts}
    dated = {line.key for line in form.lines if isinstance(line.item, Deadline)}
    cells: dict[tuple[str, str], Cell] = {}
    for (key, role), text in marks.given.items():
        now = filled.cell(key, role)
        if now is None or key not in names:
            continue
        value = _value(text, key, role)
        cell = cells[key, role] = now._replace(value=value)
        if not says_the_same(now.value, value):
            values = {"name": names[key], "cell": now.address, "text": now.text, "given": cell.text}
            kind = "fact" if key.startswith("@") else "not_assigned" if role == VALUE else ""
            variant = "cleared" if not now.text else kind or ("due" if key in dated else "")
            findings.add(Finding("TD589", now.span, values, variant))
    return cells


def report_typed_over(filled: Filled, marks: Marks, findings: FindingLog) -> None:
    """Tell, once a form, of values that were typed over locked cells."""
    typed: list[Cell] = []
    for key, written in marks.written.items():
        for role, mark in zip(marks.roles, written.split(), strict=False):
            if mark == OPEN or (key, role) in marks.given:
                continue
            cell = filled.cell(key, role)
            if cell is not None and _mark(filled, cell) != mark:
                typed.append(cell)
    if typed:
        values = {"cells": ", ".join(cell.address for cell in typed[:MOST_NAMED])}
        values |= {"text": typed[0].text, "count": str(len(typed))}
        variant = "typed" if len(typed) <= MOST_NAMED else "typed_many"
        findings.add(Finding("TD582", typed[0].span, values, variant))


def _mark(filled: Filled, cell: Cell) -> str:
    if filled.computed(cell):
        return COMPUTED
    value = cell.value
    return mark_of(value if isinstance(value, str) else literal(value.value))


def _value(text: str, key: str, role: str) -> CellValue:
    """What the hidden sheet keeps, as a cell would hold it; of the head of the form all are names."""
    number = role == TARGET and not key.startswith("@") and NUMBER(text)
    return StoredNumber(Decimal(text)) if number else text
