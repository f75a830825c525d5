"""Reading forms back: the cells that were filled in, with their addresses, nothing that a sheet computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Related, Severity
from thidua_cli.findings.span import Span
from thidua_cli.forms.blueprint import Blueprint, blueprint
from thidua_cli.forms.columns import FACT, REASON, VALUE
from thidua_cli.forms.hidden_sheet import VERSION, Marks
from thidua_cli.forms.inputs import TEXT, Input
from thidua_cli.forms.reading.filled import Filled, open_form
from thidua_cli.forms.reading.given import given_cells, report_typed_over
from thidua_cli.forms.words import word
from thidua_cli.rosters.reading.readings import is_blank
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.scoring.inputs.gathering import InputCell
from thidua_cli.scoring.inputs.input_table import VETO
from thidua_cli.tables.refusal import TableError
from thidua_cli.tables.table import FORMULA_ERRORS
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from thidua_cli.scoring.inputs.headings import Headings
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell

    Given = Mapping[tuple[str, str], Cell]

WEIGHTS = {"changed": Severity.WARNING, "period": Severity.WARNING}
MOST_NAMED = 20
SHUT = word("not_applied")


class FormReader:
    """Reads forms of one table of criteria. `period`: the one that is scored, where it is known."""

    def __init__(self, headings: Headings, period: str = "") -> None:
        self._headings, self._period = headings, period
        self._expected: dict[tuple[bool, bool], Blueprint] = {}
        self._asked = {*headings.names, *(VETO + veto.id for veto in headings.criteria.vetoes)}
        # Forms made for another table or period, by how they differ and what they were made for.
        self._strange: dict[tuple[str, str], list[str]] = {}

    def read(self, path: Path, shown: str, findings: FindingLog) -> list[InputCell]:
        """Every input of a form, blank ones too; nothing of a form that cannot be read with certainty."""
        try:
            marks, filled = open_form(path, shown)
        except TableError as refusal:
            findings.add(refusal.finding)
            return []
        except OSError:
            findings.add(Finding("TD501", Span(shown)))
            return []
        form = self._form(layered=len(marks.layers) > 1, counts=marks.counts)
        if not self._belongs(marks, form, shown, findings):
            return []
        roles = (one.role for inputs in form.inputs for one in inputs)
        if filled.lacks(roles):
            findings.add(Finding("TD583", filled.span, {}, "column"))
            return []
        filled.report_moves(marks, findings)
        unit = self._unit(marks, filled, findings)
        if unit is None:
            return []
        report_typed_over(filled, marks, findings)
        given = given_cells(form, filled, marks, findings)
        told = list(self._told(form, filled, unit, given, findings))
        if self._untouched(told, given):
            findings.add(Finding("TD586", unit.span, {"unit": unit.text}))
            # That is said of the whole form: not again of every cell.
            told = [each._replace(spoiled=each.spoiled or each.key in self._asked) for each in told]
        return told

    def close(self, findings: FindingLog) -> None:
        """Tell, once of all forms alike, which were made for another table or period."""
        for (variant, made_for), (first, *others) in self._strange.items():
            values = {"name": self._headings.criteria.name, "made_for": made_for, "period": self._period}
            values["count"] = str(1 + len(others))
            related = tuple(Related(Span(each)) for each in others[:MOST_NAMED])
            findings.add(Finding("TD581", Span(first), values, variant, WEIGHTS.get(variant), (), related))

    def _belongs(self, marks: Marks, form: Blueprint, shown: str, findings: FindingLog) -> bool:
        """Whether a form asks what the table asks; one of another period, or made before the table was
        changed, is worth a word.
        """
        if marks.version != VERSION:
            findings.add(Finding("TD580", Span(shown), {"version": marks.version}, "version"))
            return False
        differs = marks.asked != form.asked
        past = bool(marks.period and self._period) and fold(marks.period) != fold(self._period)
        if differs or past or marks.digest != form.digest:
            variant = "" if differs else "period" if past else "changed"
            made_for = ", ".join(filter(None, (f"“{marks.table}”", marks.period)))
            self._strange.setdefault((variant, made_for), []).append(shown)
        return not differs

    def _untouched(self, told: Sequence[InputCell], given: Given) -> bool:
        """Whether a unit filled in none of the cells that were open to it, and nobody else any of a layer."""
        own = self._headings.layers[0].id
        absent = {line for line, role in given if role == VALUE}
        told = [each for each in told if each.layer and not is_blank(each.cell.value)]
        return all(each.layer == own and (each.key in absent or each.cell.text == SHUT) for each in told)

    def _form(self, *, layered: bool, counts: bool) -> Blueprint:
        """What a form of the table looks like, with the columns of the review and head counts or without."""
        kind = layered, counts
        if kind not in self._expected:
            layers = self._headings.layers if layered else ()
            self._expected[kind] = blueprint(self._headings.criteria, "", layers, counts=counts)
        return self._expected[kind]

    def _unit(self, marks: Marks, filled: Filled, findings: FindingLog) -> Cell | None:
        """The cell that names the unit; a name other than the one the form was made for is asked about."""
        cell = filled.cell(UNIT, FACT)
        if cell is None or not cell.value or filled.computed(cell):
            place = filled.span if cell is None else cell.span
            findings.add(Finding("TD585", place, {"made_for": marks.unit}))
            return None
        if marks.unit and fold(cell.text) != fold(marks.unit):
            values = {"text": cell.text, "made_for": marks.unit}
            findings.add(Finding("TD585", cell.span, values, "changed", Severity.WARNING))
        return cell

    def _told(
        self, form: Blueprint, filled: Filled, unit: Cell, given: Given, findings: FindingLog
    ) -> Iterator[InputCell]:
        for fact in form.facts:
            if cell := given.get((fact.key, FACT)):
                yield InputCell(unit, fact.key, cell)
            elif fact.key not in ("", UNIT) and (cell := filled.cell(fact.key, FACT)):
                yield InputCell(unit, fact.key, cell, spoiled=_spoiled(filled, cell, findings))
        for line, inputs in zip(form.lines, form.inputs, strict=True):
            if inputs and filled.has(line.key, line.name, findings):
                yield from self._line(inputs, filled, unit, given, findings)

    def _line(
        self, inputs: Sequence[Input], filled: Filled, unit: Cell, given: Given, findings: FindingLog
    ) -> Iterator[InputCell]:
        """The cells of one line; of later layers only those that say something, and none of what was not
        assigned to the unit.
        """
        line, own = inputs[0].line, self._headings.layers[0].id
        reason = filled.cell(line, REASON)
        said = "" if reason is None or filled.computed(reason) else reason.text
        layered = any(one.layer for one in inputs)
        for one in inputs:
            cell = given.get((line, one.role)) or filled.cell(line, one.role)
            if cell is None or one.role == REASON:
                continue
            if one.layer and (is_blank(cell.value) or (line, VALUE) in given):
                continue
            spoiled = (line, one.role) not in given and _spoiled(filled, cell, findings)
            if spoiled and one.kind == TEXT:
                cell, spoiled = cell._replace(value=""), False
            main = one.role == VALUE and (layered or one.key in self._headings.names)
            yield InputCell(
                unit, one.key, cell, own if main else one.layer, said if one.layer else "", spoiled
            )


def _spoiled(filled: Filled, cell: Cell, findings: FindingLog) -> bool:
    """Whether a cell computes what should have been typed: a formula is a finding, and never trusted."""
    computed = filled.computed(cell)
    if computed:
        findings.add(Finding("TD584", cell.span, {"text": cell.text}))
    elif cell.value in FORMULA_ERRORS:
        findings.add(Finding("TD513", cell.span, {"text": cell.text}))
        return True
    return computed
