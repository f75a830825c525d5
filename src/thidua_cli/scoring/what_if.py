"""What would happen if some cells said something else: who moves, in points, rank and grade."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from thidua_cli.rosters.reading.rows import COUNT, UNIT
from thidua_cli.rosters.reading.vocabulary import heading_key
from thidua_cli.rosters.words import words_of
from thidua_cli.scoring.inputs.headings import USUAL_TYPE, Headings, sides_of
from thidua_cli.scoring.inputs.input_table import CLUSTER, TIE, TYPE, VETO, GatheredRow
from thidua_cli.scoring.score import score
from thidua_cli.tables.table import Row
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.span import Span
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.scoring.inputs.input_table import InputTable
    from thidua_cli.scoring.standings.results import Results, UnitResult


class Change(NamedTuple):
    """A cell that is thought to say something else.

    `criterion`: the id or the name of a criterion with a column of its own, or the id of one with what stands
    beside it (`c1.target`); or the heading of a veto, a column of a tie-break, the type, the cluster.
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

    `findings`: those at the cells that were changed, and those elsewhere that were not found before.
    """

    before: Results
    after: Results
    moves: tuple[Move, ...]
    findings: tuple[Finding, ...]


def what_if(
    before: Results, known: Sequence[Finding], changes: Sequence[Change]
) -> tuple[WhatIf | None, list[Refusal]]:
    """Score the same table with some cells changed; everybody is scored anew, for the leader may be another.

    `known`: what was found in scoring it before. None where a change names no unit or criterion of the table.
    Of two changes of one cell the later counts.
    """
    inputs = before.breakdowns.inputs
    cells: dict[int, dict[int, str]] = {}
    refusals: list[Refusal] = []
    for change in changes:
        found = _cells(before.criteria, inputs, change)
        if isinstance(found, Refusal):
            refusals.append(found)
        else:
            position, columns = found
            cells.setdefault(position, {}).update(dict.fromkeys(columns, change.text.strip()))
    if refusals:
        return None, refusals
    rows = [_said(row, cells[at]) if at in cells else row for at, row in enumerate(inputs.rows)]
    after, findings = score(before.criteria, replace(inputs, rows=rows), before.breakdowns.adjustments)
    spans = {rows[at].cell(column).span for at, changed in cells.items() for column in changed}
    moves = tuple(_moves(before, after, frozenset(cells)))
    return WhatIf(before, after, moves, tuple(_new(findings, known, spans))), []


def _new(
    findings: Iterable[Finding], known: Sequence[Finding], spans: AbstractSet[Span]
) -> Iterator[Finding]:
    """Of the findings those at some places, and those that were not known."""
    return (each for each in findings if each.span in spans or each not in known)


def _cells(criteria: Criteria, inputs: InputTable, change: Change) -> tuple[int, list[int]] | Refusal:
    """The row and the columns that a change means, or why there are none."""
    wanted = fold(change.unit)
    names = [inputs.unit(row).text for row in inputs.rows]
    found = [at for at, name in enumerate(names) if fold(name) == wanted]
    if len(found) != 1:
        return Refusal(change, "unit_doubled" if found else "unit", tuple(names))
    keys = _keys(criteria, change.criterion)
    if len(keys) > 1:
        return Refusal(change, "criteria", tuple(keys))
    keys = keys or _other_keys(criteria, change.criterion)
    if not keys:
        leaves = criteria.leaves()
        return Refusal(change, "criterion", tuple(word for leaf in leaves for word in (leaf.id, leaf.name)))
    columns = [inputs.columns[key] for key in keys if key in inputs.columns]
    return (found[0], columns) if columns else Refusal(change, "column", (keys[0],))


def _keys(criteria: Criteria, name: str) -> list[str]:
    """The inputs of criteria that a name may mean; an id goes before names."""
    leaves = criteria.leaves()
    ids = {leaf.id: leaf for leaf in leaves}
    wanted, _, side = name.rpartition(".")
    if wanted in ids and side in sides_of(ids[wanted]):
        return [name]
    key = heading_key(name)
    by_id = [leaf.id for leaf in leaves if heading_key(leaf.id) == key]
    return by_id or [leaf.id for leaf in leaves if heading_key(leaf.name) == key]


def _other_keys(criteria: Criteria, name: str) -> list[str]:
    """The inputs that a heading means: vetoes, columns of tie-breaks, type, cluster, what stands beside."""
    meaning = Headings(criteria).meaning(name)
    keys = () if meaning is None or meaning.layer or meaning.reason else meaning.keys
    return [key for key in keys if key != UNIT and not key.startswith(COUNT)]


def input_name(criteria: Criteria, key: str) -> str:
    """What people call an input of a table, by its key."""
    names = {leaf.id: leaf.name for leaf in criteria.leaves()}
    names |= {VETO + veto.id: veto.name for veto in criteria.vetoes}
    names |= {TYPE: criteria.type_column or USUAL_TYPE, CLUSTER: criteria.cluster_column or key}
    if key in names:
        return names[key]
    if key.startswith(TIE):
        return key.removeprefix(TIE)
    leaf, _, side = key.rpartition(".")
    spellings: dict[str, list[str]] = words_of("units")["sides"]
    return f"{names[leaf]} ({spellings[side][1].lower()})" if leaf in names else key


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
