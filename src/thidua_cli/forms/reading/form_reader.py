"""Reading forms back: the cells that were filled in, with their addresses, nothing that a sheet computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span
from thidua_cli.forms.blueprint import Blueprint, blueprint
from thidua_cli.forms.columns import MAX, REASON, VALUE
from thidua_cli.forms.hidden_sheet import VERSION, Marks
from thidua_cli.forms.inputs import TEXT, Input
from thidua_cli.forms.reading.filled import Filled, open_form
from thidua_cli.rosters.reading.readings import is_blank
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.scoring.inputs.gathering import Told
from thidua_cli.tables.refusal import TableError
from thidua_cli.tables.table import FORMULA_ERRORS
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from thidua_cli.scoring.inputs.headings import Headings
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell


class FormReader:
    """Reads forms of one table of criteria."""

    def __init__(self, headings: Headings) -> None:
        self._headings = headings
        self._expected: dict[bool, Blueprint] = {}

    def read(self, path: Path, shown: str, findings: FindingLog) -> list[Told]:
        """Every input of a form, blank ones too; nothing of a form that cannot be read with certainty."""
        try:
            marks, filled = open_form(path, shown)
        except TableError as refusal:
            findings.add(refusal.finding)
            return []
        except OSError:
            findings.add(Finding("TD501", Span(shown)))
            return []
        form = self._form(layered=len(marks.layers) > 1)
        if not _belongs(marks, form, shown, findings):
            return []
        roles = (one.role for inputs in form.inputs for one in inputs)
        if filled.lacks(roles):
            findings.add(Finding("TD583", filled.span, {}, "column"))
            return []
        filled.report_moves(marks, findings)
        unit = self._unit(marks, filled, findings)
        if unit is None:
            return []
        told = list(self._told(form, filled, unit, findings))
        own = self._headings.layers[0].id
        if all(is_blank(each.cell.value) for each in told if each.layer == own):
            findings.add(Finding("TD586", unit.span, {"unit": unit.text}))
        return told

    def _form(self, *, layered: bool) -> Blueprint:
        """What a form of the table looks like, with the columns of the review or without."""
        if layered not in self._expected:
            layers = self._headings.layers if layered else ()
            self._expected[layered] = blueprint(self._headings.criteria, "", layers)
        return self._expected[layered]

    def _unit(self, marks: Marks, filled: Filled, findings: FindingLog) -> Cell | None:
        """The cell that names the unit; a name other than the one the form was made for is asked about."""
        cell = filled.cell(UNIT, MAX)
        if cell is None or not cell.value or filled.computed(cell):
            place = filled.span if cell is None else cell.span
            findings.add(Finding("TD585", place, {"made_for": marks.unit}))
            return None
        if marks.unit and fold(cell.text) != fold(marks.unit):
            values = {"text": cell.text, "made_for": marks.unit}
            findings.add(Finding("TD585", cell.span, values, "changed", Severity.WARNING))
        return cell

    def _told(self, form: Blueprint, filled: Filled, unit: Cell, findings: FindingLog) -> Iterator[Told]:
        for fact in form.facts:
            if fact.key not in ("", UNIT) and (cell := filled.cell(fact.key, MAX)):
                yield Told(unit, fact.key, cell, spoiled=_spoiled(filled, cell, findings))
        for line, inputs in zip(form.lines, form.inputs, strict=True):
            if inputs and filled.has(line.key, line.name, findings):
                yield from self._line(inputs, filled, unit, findings)

    def _line(
        self, inputs: Sequence[Input], filled: Filled, unit: Cell, findings: FindingLog
    ) -> Iterator[Told]:
        """The cells of one line; of later layers only those that say something."""
        reason = filled.cell(inputs[0].line, REASON)
        said = "" if reason is None or filled.computed(reason) else reason.text
        own = self._headings.layers[0].id
        for one in inputs:
            if one.role == REASON:
                continue
            cell = filled.cell(one.line, one.role)
            if cell is None or (one.layer and is_blank(cell.value)):
                continue
            spoiled = _spoiled(filled, cell, findings)
            if spoiled and one.kind == TEXT:
                cell, spoiled = cell._replace(value=""), False
            main = one.role == VALUE and one.key in self._headings.names
            yield Told(unit, one.key, cell, own if main else one.layer, said if one.layer else "", spoiled)


def _belongs(marks: Marks, form: Blueprint, shown: str, findings: FindingLog) -> bool:
    """Whether a form asks what the table asks; one made before the table was changed is worth a word."""
    if marks.version != VERSION:
        findings.add(Finding("TD580", Span(shown), {"version": marks.version}, "version"))
        return False
    if marks.asked != form.asked:
        findings.add(Finding("TD581", Span(shown), {"name": form.criteria.name}))
        return False
    if marks.digest != form.digest:
        findings.add(Finding("TD581", Span(shown), {"name": form.criteria.name}, "changed", Severity.WARNING))
    return True


def _spoiled(filled: Filled, cell: Cell, findings: FindingLog) -> bool:
    """Whether a cell computes what should have been typed: a formula is a finding, and never trusted."""
    computed = filled.computed(cell)
    if computed:
        findings.add(Finding("TD584", cell.span, {"text": cell.text}))
    elif cell.value in FORMULA_ERRORS:
        findings.add(Finding("TD513", cell.span, {"text": cell.text}))
        return True
    return computed
