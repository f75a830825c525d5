"""The box around a mark of urgency or circulation (Mục III, 2.b and c)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.rules.outcome import UNMEASURED, Deviation, Outcome, at, outcome_of

if TYPE_CHECKING:
    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check


def framed(case: Case, check: Check) -> Outcome:
    """A rectangle of single lines around the component, as its borders; other drawings are not judged."""

    def look(found: Recognised) -> Deviation | str | None:
        box = found.line.box
        if box:
            named = case.name(found.component)
            return None if box == "single" else at(found, named, found.component, "other")
        if _may_be_drawn(case, found):
            return UNMEASURED
        return at(found, case.name(found.component), found.component)

    return outcome_of(map(look, case.of(check.components)))


def _may_be_drawn(case: Case, found: Recognised) -> bool:
    """Whether a shape, a box of text or the cell of a table can be what frames it."""
    place = found.line.place
    bordered = {table.number for table in case.word.tables if table.bordered or table.level > 1}
    celled = any(cell.table in bordered for cell in place.cells)
    return place.story == "text-box" or celled or any(line.drawn for line in case.column(place))
