"""The cells of a form to fill in; what is given already, or not asked of the unit, stays locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.forms.columns import EVIDENCE, NOTE, REASON, TARGET, VALUE
from thidua_cli.forms.formulas.language import literal, reference
from thidua_cli.forms.inputs import DAY, PERCENT, TEXT, validation
from thidua_cli.forms.words import word
from thidua_cli.forms.writing.cell_writer import INPUT_FILL
from thidua_cli.plan.criteria.counted import Direct
from thidua_cli.plan.criteria.measured import Targeted
from thidua_cli.plan.criteria.modifiers import Judged
from thidua_cli.plan.criteria.stepped import Deadline
from thidua_cli.scoring.inputs.input_table import DUE
from thidua_cli.scoring.inputs.input_table import TARGET as TARGET_SIDE
from thidua_cli.tables.writing.looks import DAY as DAY_FORMAT
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from thidua_cli.forms.blueprint import Blueprint
    from thidua_cli.forms.inputs import Input
    from thidua_cli.forms.units import FormUnit
    from thidua_cli.forms.writing.cell_writer import Pen
    from thidua_cli.plan.criteria.table import Leaf

REVIEW_FILL, GREY = "#EAF3FB", "#7F7F7F"
# At least two decimals, so that no number ends in a bare comma.
DECIMALS = "0.00######"


class OpenCells:
    """Opens the inputs of one form."""

    def __init__(self, pen: Pen, form: Blueprint, unit: FormUnit) -> None:
        self._pen, self._form, self._unit, self._at = pen, form, unit, form.at
        self._shut = self._of_other_units()

    def open(self, at: int) -> None:
        """Open what is to be filled in on a line, with what may stand there."""
        line, row, pen = self._form.lines[at], self._form.rows[at], self._pen
        leaf = line.leaf
        if at in self._shut:
            if leaf is not None:
                look = {"border": 1, "align": "center", "font_color": GREY}
                pen.text(row, self._at[VALUE], word("not_applied"), **look)
            return
        given = None if leaf is None else self._given(leaf)
        for one in self._form.inputs[at]:
            if one.role != TARGET or given is None:
                self._input(one, row, literal(leaf.max) if isinstance(leaf, Direct) else "")
        if given is not None:
            pen.given(row, self._at[TARGET], given, border=1, align="center")
        if leaf is not None:
            free = (NOTE, EVIDENCE) if leaf.evidence == "none" else (NOTE,)
            for role in free:
                pen.blank(row, self._at[role], border=1, locked=False, align="left")

    def _input(self, one: Input, row: int, most: str) -> None:
        column, text = self._at[one.role], one.kind == TEXT
        numbers = {DAY: DAY_FORMAT, PERCENT: DECIMALS}.get(one.kind, "General")
        look: dict[str, Any] = {"align": "left"} if text else {"align": "center", "num_format": numbers}
        by_council = one.role == REASON or (one.layer and not text)
        fill = REVIEW_FILL if by_council else INPUT_FILL
        self._pen.blank(row, column, **look, border=1, locked=False, bg_color=fill)
        allowed = validation(one, reference(row, column), most)
        if allowed is not None:
            self._pen.worksheet.data_validation(row, column, row, column, allowed)

    def _given(self, leaf: Leaf) -> Decimal | date | str | None:
        """The target or due date that the table of criteria, or the table of units, has set."""
        targets = self._unit.targets
        if isinstance(leaf, Targeted):
            return targets.get(f"{leaf.id}.{TARGET_SIDE}") if leaf.target is None else leaf.target
        if isinstance(leaf, Deadline):
            return targets.get(f"{leaf.id}.{DUE}") if leaf.due is None else leaf.due
        return None

    def _of_other_units(self) -> frozenset[int]:
        """The lines of criteria that are known not to apply to the unit, with what belongs to them."""
        kind = fold(self._unit.type)
        if not kind:
            return frozenset()
        shut: set[int] = set()
        for at, line in enumerate(self._form.lines):
            types = line.item.applies_to if isinstance(line.item, Judged) else ()
            if line.owner in shut or at in shut or (types and kind not in map(fold, types)):
                shut |= {at, *line.inside}
        return frozenset(shut)
