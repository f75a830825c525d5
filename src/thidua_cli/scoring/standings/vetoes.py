"""Vetoes (điểm liệt): which ones apply to a unit, which ones may, by their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.rosters.reading.readings import read_count, read_yes_no
from thidua_cli.scoring.inputs.input_table import VETO
from thidua_cli.scoring.standings.results import Condition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.plan.criteria.standings import Veto
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.scoring.inputs.input_table import InputTable
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import CellValue

Vetoes = tuple[Condition, ...]


class _Answer(NamedTuple):
    """Whether a veto applies, None where that is not known; `fault`: the variant of the finding then."""

    holds: bool | None
    fault: str = ""


def read_vetoes(criteria: Criteria, inputs: InputTable, findings: FindingLog) -> Sequence[Vetoes]:
    """The vetoes of every row that apply or may apply, with a finding at each that is not known."""
    found: list[list[Condition]] = [[] for _ in inputs.rows]
    for veto in criteria.vetoes:
        column = inputs.columns.get(VETO + veto.id)
        if column is None:
            _absent(veto, found)
        else:
            _column(veto, column, inputs, found, findings)
    if criteria.no_self_score == "ungraded":
        for position in inputs.silent:
            place = inputs.unit(inputs.rows[position]).span
            found[position].append(Condition("no_self_score", "", "", True, place=place))
    return [tuple(each) for each in found]


def _absent(veto: Veto, found: list[list[Condition]]) -> None:
    """A veto without a column, which is reported with the columns: nobody is free of it unless blanks are."""
    if veto.blank == "unknown":
        for each in found:
            each.append(Condition(veto.effect, veto.grade or "", veto.name, None))


def _column(
    veto: Veto, column: int, inputs: InputTable, found: list[list[Condition]], findings: FindingLog
) -> None:
    answers: dict[CellValue, _Answer] = {}
    for position, row in enumerate(inputs.rows):
        said = row.values[column]
        answer = answers.get(said)
        if answer is None:
            answer = answers[said] = _answer(veto, said)
        if answer.holds is False:
            continue
        cell = row.cell(column)
        found[position].append(
            Condition(veto.effect, veto.grade or "", veto.name, answer.holds, cell.text, "", cell.span)
        )
        if answer.fault:
            values = {"name": veto.name, "text": cell.text, "unit": inputs.unit(row).text}
            findings.add(Finding("TD555", cell.span, values, answer.fault))


def _answer(veto: Veto, said: CellValue) -> _Answer:
    """Yes or no, or how many there are of what is vetoed."""
    value, note = read_yes_no(said)
    if note == "missing":
        return _Answer(False) if veto.blank == "no" else _Answer(None, "blank")
    if value is None:
        value, _ = read_count(said)
    if value is None and not note:  # what is wrong with it is told already
        return _Answer(None)
    return _Answer(None, "text") if value is None else _Answer(value > 0)
