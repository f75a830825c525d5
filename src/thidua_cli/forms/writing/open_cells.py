"""The cells of a form to fill in; what is given already, or not asked of the unit, stays locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.forms.columns import EVIDENCE, NOTE, REASON, TARGET, VALUE
from thidua_cli.forms.formulas.language import literal, reference
from thidua_cli.forms.given import given_to, not_applied
from thidua_cli.forms.inputs import DAY, PERCENT, TEXT, validation
from thidua_cli.forms.words import word
from thidua_cli.forms.writing.cell_writer import INPUT_FILL
from thidua_cli.plan.criteria.counted import Direct
from thidua_cli.tables.writing.looks import DAY as DAY_FORMAT

if TYPE_CHECKING:
    from thidua_cli.forms.blueprint import Blueprint
    from thidua_cli.forms.given import Given
    from thidua_cli.forms.inputs import Input
    from thidua_cli.forms.units import FormUnit
    from thidua_cli.forms.writing.cell_writer import Pen

REVIEW_FILL, GREY = "#EAF3FB", "#7F7F7F"
# At least two decimals, so that no number ends in a bare comma.
DECIMALS = "0.00######"


class OpenCells:
    """Opens the inputs of one form."""

    def __init__(self, pen: Pen, form: Blueprint, unit: FormUnit) -> None:
        self._pen, self._form, self._at = pen, form, form.at
        self._given, self._shut = given_to(form, unit), not_applied(form, unit)

    def open(self, at: int) -> None:
        """Open what is to be filled in on a line, with what may stand there."""
        line, row, inputs = self._form.lines[at], self._form.rows[at], self._form.inputs[at]
        leaf = line.leaf
        if at in self._shut:
            if leaf is not None:
                self._given_in(row, VALUE, word("not_applied"))
            return
        given = {
            role: self._given[line.key, role] for role in (TARGET, VALUE) if (line.key, role) in self._given
        }
        for one in inputs if VALUE not in given else ():
            if one.role not in given:
                self._input(one, row, literal(leaf.max) if isinstance(leaf, Direct) else "")
        for role, value in given.items():
            self._given_in(row, role, value)
        free = [NOTE] if inputs else []
        if leaf is not None and leaf.evidence == "none" and VALUE not in given:
            free.append(EVIDENCE)
        for role in free:
            self._pen.blank(row, self._at[role], border=1, locked=False, align="left", bg_color=INPUT_FILL)

    def _given_in(self, row: int, role: str, value: Given) -> None:
        grey = {"font_color": GREY} if role == VALUE else {}
        self._pen.given(row, self._at[role], value, border=1, align="center", **grey)

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
