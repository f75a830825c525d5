"""`--what-if`: other values thought into some cells, and who moves by them."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.output.result_forms import Handed
from thidua_cli.cli.output.sheet_page import page_of
from thidua_cli.cli.score.forms import SCHEMA, report_data, say
from thidua_cli.cli.score.targets import find_inner, find_target, near
from thidua_cli.scoring.results.pages.notes import grade_of, total_of
from thidua_cli.scoring.results.unit_data import total_data
from thidua_cli.scoring.what_if import Change, input_name, what_if
from thidua_cli.tables.writing.sheets import Column, Kind, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.report import Report
    from thidua_cli.scoring.standings.results import Results, UnitResult
    from thidua_cli.scoring.what_if import Move, Refusal, WhatIf
    from thidua_cli.tables.table import Cell
    from thidua_cli.tables.writing.sheets import Content

# Signs that compare: a value is only put in, never compared with.
_OPERATOR = re.compile(r"[=<>!:~≤≥≠+*-]$")
ARROW = " → "
UNRANKED = "–"


class ChangedCell(NamedTuple):
    """A cell as it is, and as it is thought to be; `name`: of its criterion."""

    unit: str
    name: str
    cell: Cell
    after: str


def think(results: Results, known: Sequence[Finding], asked: Sequence[str]) -> WhatIf:
    """The results that other values would give; what cannot be thought through is a usage error.

    `known`: what was found in scoring the table as it is.
    """
    found, refusals = what_if(results, known, [_change(results, text) for text in asked])
    if found is None:
        raise typer.BadParameter("; ".join(map(_refused, refusals)))
    return found


def _change(results: Results, text: str) -> Change:
    """`Sở A.c1=60`, `Sở A/c1=60`; the value stands behind the last `=`."""
    target, sign, value = text.rpartition("=")
    target = target.strip()
    if not sign or _OPERATOR.search(target):
        raise typer.BadParameter(t("score.what_if_form", text=text))
    unit, rest = find_target(results, target)
    if not rest:
        inner = find_inner(results, target)
        if inner is not None:
            places = {"text": target, "unit": inner.unit.unit, "criterion": inner.rest, "value": value}
            raise typer.BadParameter(t("score.what_if_ambiguous", **places))
        raise typer.BadParameter(t("score.what_if_form", text=text))
    return Change(unit.unit, rest, value)


def _refused(refusal: Refusal) -> str:
    change = refusal.change
    names = ", ".join(refusal.known) if refusal.reason == "criteria" else ""
    message = t(f"score.refused.{refusal.reason}", unit=change.unit, criterion=change.criterion, names=names)
    return message + (near(change.criterion, refusal.known) if refusal.reason == "criterion" else "")


def moves_forms(found: WhatIf, report: Report, further: Report) -> Handed:
    """Who moves, in every form."""
    sheet = _sheet(found)
    return Handed(partial(page_of, sheet), lambda: [sheet], partial(_data, found, report, further))


def told_changes(found: WhatIf) -> list[str]:
    """What is thought to say something else, a line a cell."""
    return [_told(each) for each in _changed_cells(found)] or [say("if_nothing")]


def _sheet(found: WhatIf) -> Sheet:
    """The units that move in the order of the new ranking, each value as it was and as it would be."""
    graded = bool(found.before.criteria.grades)
    columns = (
        Column(say("column.unit")),
        Column(say("column.total"), Kind.CENTRED),
        Column(say("column.rank"), Kind.CENTRED),
        *([Column(say("column.grade"))] if graded else []),
        Column(say("column.moved_by")),
    )
    rows = [_row(found, move, graded) for move in found.moves]
    notes = [] if rows else [say("nobody_moves")]
    titles = (say("title.moves"), *told_changes(found))
    return Sheet(say("sheet.moves"), columns, rows, titles, notes)


def _told(changed: ChangedCell) -> str:
    cell = changed.cell
    places = {"unit": changed.unit, "name": changed.name, "cell": cell.address}
    return say("if", **places, before=cell.text or UNRANKED, after=changed.after or UNRANKED)


def _row(found: WhatIf, move: Move, graded: bool) -> list[Content]:
    names = {item.id: item.name for item in found.before.criteria.scored()}
    before, after = move.before, move.after
    return [
        after.unit,
        _pair(total_of(found.before, before), total_of(found.after, after)),
        _pair(_rank(before), _rank(after)),
        *([_pair(_grade(found.before, before), _grade(found.after, after))] if graded else []),
        ", ".join(names[key] for key in move.criteria),
    ]


def _pair(before: str, after: str) -> str:
    before, after = before or UNRANKED, after or UNRANKED
    return after if before == after else f"{before}{ARROW}{after}"


def _rank(unit: UnitResult) -> str:
    return "" if unit.rank is None else f"{unit.rank}{'=' if unit.tied else ''}"


def _grade(results: Results, unit: UnitResult) -> str:
    return grade_of(results, unit, say)


def _changed_cells(found: WhatIf) -> Iterator[ChangedCell]:
    earlier, later = found.before.breakdowns.inputs, found.after.breakdowns.inputs
    keys = {column: key for key, column in earlier.columns.items()}
    for row, other in zip(earlier.rows, later.rows, strict=True):
        if row is other:
            continue
        for index, (was, now) in enumerate(zip(row.values, other.values, strict=True)):
            if was != now:
                name = input_name(found.before.criteria, keys[index])
                yield ChangedCell(earlier.unit(row).text, name, row.cell(index), other.cell(index).text)


def _data(found: WhatIf, report: Report, further: Report) -> dict[str, Any]:
    moves = [
        {
            "unit": move.after.unit,
            "changed": move.changed,
            "criteria": list(move.criteria),
            "before": _standing(move.before),
            "after": _standing(move.after),
        }
        for move in found.moves
    ]
    thought = {"changes": changes_data(found), "moves": moves, "report": report_data(further)}
    return {"schema": SCHEMA, "what_if": thought, "report": report_data(report)}


def changes_data(found: WhatIf) -> list[dict[str, str]]:
    """The cells that are thought to say something else, for programs."""
    return [
        {
            "unit": each.unit,
            "criterion": each.name,
            "cell": each.cell.span.place,
            "before": each.cell.text,
            "after": each.after,
        }
        for each in _changed_cells(found)
    ]


def _standing(unit: UnitResult) -> dict[str, Any]:
    return {
        "rank": unit.rank,
        "tied": unit.tied,
        **total_data(unit),
        "grade": unit.grade,
        "grading": unit.grading.state,
        "complete": unit.complete,
    }
