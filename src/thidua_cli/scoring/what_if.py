"""What would happen if some cells said something else: who moves, in points, rank and grade."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from thidua_cli.rosters.reading.vocabulary import heading_key
from thidua_cli.scoring.inputs.input_table import GatheredRow
from thidua_cli.scoring.score import score
from thidua_cli.tables.table import Row
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.scoring.inputs.input_table import InputTable
    from thidua_cli.scoring.standings.results import Results, UnitResult


class Change(NamedTuple):
    """A cell that is thought to say something else.

    `criterion`: the id or the name of a criterion with a column of its own, or the id of one with what stands
    beside it (`c1.target`).
    """

    unit: str
    criterion: str
    text: str


class Refusal(NamedTuple):
    """Why a change cannot be thought through; `known`: what could have been named, or what the name fits."""

    change: Change
    reason: Literal["unit", "unit_doubled", "criterion", "criteria", "column"]
    known: tuple[str, ...] = ()


class Move(NamedTuple):
    """A unit whose total, rank or grade differs, and the ids of the criteria whose points do.

    `changed`: one of its own cells was thought to say something else.
    """

    before: UnitResult
    after: UnitResult
    changed: bool
    criteria: tuple[str, ...]


class WhatIf(NamedTuple):
    """Both results, and the units that moved, in the order of the new ranking.

    `findings`: those at the cells that were changed.
    """

    before: Results
    after: Results
    moves: tuple[Move, ...]
    findings: tuple[Finding, ...]


def what_if(before: Results, changes: Sequence[Change]) -> tuple[WhatIf | None, list[Refusal]]:
    """Score the same table with some cells changed; everybody is scored anew, for the leader may be another.

    None where a change names no unit or criterion of the table. Of two changes of one cell the later counts.
    """
    inputs = before.breakdowns.inputs
    cells: dict[int, dict[int, str]] = {}
    refusals: list[Refusal] = []
    for change in changes:
        position, column, refusal = _cell(before.criteria, inputs, change)
        if refusal is not None:
            refusals.append(refusal)
        else:
            cells.setdefault(position, {})[column] = change.text.strip()
    if refusals:
        return None, refusals
    rows = [_said(row, cells[at]) if at in cells else row for at, row in enumerate(inputs.rows)]
    after, findings = score(before.criteria, replace(inputs, rows=rows), before.breakdowns.adjustments)
    spans = {rows[at].cell(column).span for at, columns in cells.items() for column in columns}
    moves = tuple(_moves(before, after, frozenset(cells)))
    return WhatIf(before, after, moves, tuple(each for each in findings if each.span in spans)), []


def _cell(criteria: Criteria, inputs: InputTable, change: Change) -> tuple[int, int, Refusal | None]:
    """The row and column that a change means, or why there is none."""
    wanted = fold(change.unit)
    names = [inputs.unit(row).text for row in inputs.rows]
    found = [at for at, name in enumerate(names) if fold(name) == wanted]
    if len(found) != 1:
        reason: Literal["unit", "unit_doubled"] = "unit_doubled" if found else "unit"
        return 0, 0, Refusal(change, reason, tuple(names))
    keys = _keys(criteria, change.criterion)
    if len(keys) > 1:
        return 0, 0, Refusal(change, "criteria", tuple(keys))
    if not keys:
        leaves = criteria.leaves()
        return (
            0,
            0,
            Refusal(change, "criterion", tuple(word for leaf in leaves for word in (leaf.id, leaf.name))),
        )
    if keys[0] not in inputs.columns:
        return 0, 0, Refusal(change, "column", (keys[0],))
    return found[0], inputs.columns[keys[0]], None


def _keys(criteria: Criteria, name: str) -> list[str]:
    """The inputs that a name may mean; an id goes before names."""
    leaves = criteria.leaves()
    ids = {leaf.id: leaf for leaf in leaves}
    wanted, _, side = name.rpartition(".")
    if wanted in ids and side in ids[wanted].side_columns:
        return [name]
    key = heading_key(name)
    by_id = [leaf.id for leaf in leaves if heading_key(leaf.id) == key]
    return by_id or [leaf.id for leaf in leaves if heading_key(leaf.name) == key]


def _said(row: InputRow, cells: dict[int, str]) -> InputRow:
    """The row with other texts in some cells, at the same addresses."""
    values = tuple(cells.get(at, value) for at, value in enumerate(row.values))
    if isinstance(row, Row):
        return replace(row, values=values)
    places = tuple(cell._replace(value=value) for cell, value in zip(row.cells(), values, strict=True))
    return GatheredRow(row.number, values, places)


def _moves(before: Results, after: Results, changed: frozenset[int]) -> list[Move]:
    earlier = {unit.position: unit for unit in before.units}
    found: list[Move] = []
    for unit in after.units:
        was = earlier[unit.position]
        if _place(was) != _place(unit):
            ids = [item.id for item in after.criteria.scored()]
            differ = tuple(key for key in ids if before.points(was, key) != after.points(unit, key))
            found.append(Move(was, unit, unit.position in changed, differ))
    return found


def _place(unit: UnitResult) -> tuple[object, ...]:
    return unit.total.fraction, unit.complete, unit.rank, unit.tied, unit.grade, unit.grading.state
