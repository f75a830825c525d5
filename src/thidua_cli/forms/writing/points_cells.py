"""The cells of a form that show points, by the unit's own figures and by those of the last layer."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from thidua_cli.forms.columns import AGREED, AGREED_PARTS, PARTS, POINTS, SETTLED, VALUE
from thidua_cli.forms.formulas.language import literal, quoted, reference
from thidua_cli.forms.words import word
from thidua_cli.plan.criteria.modifiers import Judged
from thidua_cli.plan.criteria.table import highest
from thidua_cli.scoring.standings.limits import declared
from thidua_cli.tables.writing.looks import number_format
from thidua_cli.tables.writing.sheets import Kind
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from thidua_cli.forms.blueprint import Blueprint
    from thidua_cli.forms.formulas.items import LineFormulas
    from thidua_cli.forms.writing.cell_writer import Pen

ZERO = Decimal(0)
ROLES = ((POINTS, PARTS), (AGREED, AGREED_PARTS))


class PointsCells:
    """Writes the formulas of one form."""

    def __init__(self, pen: Pen, form: Blueprint) -> None:
        self._pen, self._form, self._at = pen, form, form.at

    def line(self, at: int, look: dict[str, Any]) -> None:
        """The points of a line; a dash where the council computes them."""
        form, item, row = self._form, self._form.lines[at].item, self._form.rows[at]
        own = item.rounding if isinstance(item, Judged) else None
        for (role, hidden), formulas in zip(ROLES, form.points, strict=False):
            if not formulas[at].shown and isinstance(item, Judged):
                self._pen.text(row, self._at[role], word("dash"), **look)
            self._write(row, role, hidden, formulas[at], look, own.places if own else None)
        if len(form.points) > 1 and any(one.role == VALUE for one in form.inputs[at]):
            self._pen.formula(row, self._at[SETTLED], self._settled(row))

    def total(self, look: dict[str, Any]) -> None:
        """The total, as it is published."""
        for (role, hidden), formulas in zip(ROLES, self._form.totals, strict=False):
            self._write(self._form.total_row, role, hidden, formulas, look, None)

    def assigned(self) -> str:
        """A formula that says, where something is not assigned, of how many points the total is a share."""
        criteria = self._form.criteria
        worth = reference(self._form.total_row, self._at[PARTS[0]])
        whole = sum(map(highest, criteria.scored()), ZERO)
        if criteria.not_assigned == "full" or not whole:
            return ""
        before, after = map(quoted, word("assigned", max=format_number(declared(criteria))).split("…"))
        return f'=IF({worth}={literal(whole)},"",{before}&{worth}&{after})'

    def _write(
        self,
        row: int,
        role: str,
        hidden: tuple[str, ...],
        formulas: LineFormulas,
        look: dict[str, Any],
        places: int | None,
    ) -> None:
        shown = self._form.criteria.rounding.places if places is None else places
        numbers = number_format(shown, Kind.NUMBER)
        if formulas.shown:
            self._pen.formula(row, self._at[role], formulas.shown, **look, num_format=numbers)
        for part, formula in zip(hidden, formulas.hidden, strict=True):
            if formula:
                self._pen.formula(row, self._at[part], formula)

    def _settled(self, row: int) -> str:
        """The value of the last layer that gave one."""
        own = reference(row, self._at[VALUE])
        expression = f'IF({own}="","",{own})'
        for column in self._form.columns:
            if column.layer is not None and not column.layer.explains:
                later = reference(row, self._at[column.role])
                expression = f'IF({later}="",{expression},{later})'
        return f"={expression}"
