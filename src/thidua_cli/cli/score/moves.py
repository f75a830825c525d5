"""`--what-if`: other values thought into some cells, and who moves by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.score.forms import SCHEMA, Told, report_data, say, sheets_form
from thidua_cli.cli.score.targets import find_target, near
from thidua_cli.scoring.results.pages.notes import grade_of
from thidua_cli.scoring.what_if import Change, what_if
from thidua_cli.tables.writing.sheets import Column, Kind, Sheet
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.findings.report import Report
    from thidua_cli.scoring.standings.results import Results, UnitResult
    from thidua_cli.scoring.what_if import Move, Refusal, WhatIf
    from thidua_cli.tables.table import Cell
    from thidua_cli.tables.writing.sheets import Content

ARROW = " → "
UNRANKED = "–"


class ChangedCell(NamedTuple):
    """A cell as it is, and as it is thought to be; `name`: of its criterion."""

    unit: str
    name: str
    cell: Cell
    after: str


def think(results: Results, asked: Sequence[str]) -> WhatIf:
    """The results that other values would give; what cannot be thought through is a usage error."""
    found, refusals = what_if(results, [_change(results, text) for text in asked])
    if found is None:
        raise typer.BadParameter("; ".join(map(_refused, refusals)))
    return found


def _change(results: Results, text: str) -> Change:
    """`Sở A.c1=60`, `Sở A/c1=60`; the value stands behind the last `=`."""
    target, sign, value = text.rpartition("=")
    if not sign:
        raise typer.BadParameter(t("score.what_if_form", text=text))
    unit, rest = find_target(results, target.strip())
    if not rest:
        raise typer.BadParameter(t("score.what_if_form", text=text))
    return Change(unit.unit, rest, value)


def _refused(refusal: Refusal) -> str:
    change = refusal.change
    names = ", ".join(refusal.known) if refusal.reason == "criteria" else ""
    message = t(f"score.refused.{refusal.reason}", unit=change.unit, criterion=change.criterion, names=names)
    return message + (near(change.criterion, refusal.known) if refusal.reason == "criterion" else "")


def moves_form(found: WhatIf, report: Report, further: Report, form: str) -> Told:
    """Who moves, in the form asked for."""
    if form == "json":
        import json

        data = {"schema": SCHEMA, "what_if": _data(found, further), "report": report_data(report)}
        return Told([json.dumps(data, ensure_ascii=False, indent=1) + "\n"])
    sheet = _sheet(found)
    if form == "table":
        from thidua_cli.cli.output.sheet_page import page_of

        return Told(page_of(sheet))
    if form == "csv":
        from thidua_cli.tables.writing.delimited import csv_of

        return Told(csv_of(sheet))
    return sheets_form([sheet], form)


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
    told = [_told(each) for each in _changed_cells(found)]
    notes = [] if rows else [say("nobody_moves")]
    titles = (say("title.moves"), *(told or [say("if_nothing")]))
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
        _pair(_total(found.before, before), _total(found.after, after)),
        _pair(_rank(before), _rank(after)),
        *([_pair(_grade(found.before, before), _grade(found.after, after))] if graded else []),
        ", ".join(names[key] for key in move.criteria),
    ]


def _pair(before: str, after: str) -> str:
    return after if before == after else f"{before}{ARROW}{after}"


def _total(results: Results, unit: UnitResult) -> str:
    text = format_number(unit.published, results.criteria.rounding.places)
    return text if unit.complete else f"{text}*"


def _rank(unit: UnitResult) -> str:
    return UNRANKED if unit.rank is None else f"{unit.rank}{'=' if unit.tied else ''}"


def _grade(results: Results, unit: UnitResult) -> str:
    return grade_of(results, unit, say) or UNRANKED


def _changed_cells(found: WhatIf) -> Iterator[ChangedCell]:
    earlier, later = found.before.breakdowns.inputs, found.after.breakdowns.inputs
    names = {leaf.id: leaf.name for leaf in found.before.criteria.leaves()}
    keys = {column: key for key, column in earlier.columns.items()}
    for row, other in zip(earlier.rows, later.rows, strict=True):
        if row is other:
            continue
        for index, (was, now) in enumerate(zip(row.values, other.values, strict=True)):
            if was != now:
                key, _, side = keys[index].partition(".")
                name = names.get(key, key) + (f" ({side})" if side else "")
                yield ChangedCell(earlier.unit(row).text, name, row.cell(index), other.cell(index).text)


def _data(found: WhatIf, further: Report) -> dict[str, Any]:
    return {
        "changes": [
            {
                "unit": each.unit,
                "criterion": each.name,
                "cell": each.cell.span.place,
                "before": each.cell.text,
                "after": each.after,
            }
            for each in _changed_cells(found)
        ],
        "moves": [
            {
                "unit": move.after.unit,
                "changed": move.changed,
                "criteria": list(move.criteria),
                "before": _standing(move.before),
                "after": _standing(move.after),
            }
            for move in found.moves
        ],
        "report": report_data(further),
    }


def _standing(unit: UnitResult) -> dict[str, Any]:
    return {
        "rank": unit.rank,
        "tied": unit.tied,
        "total": str(unit.published),
        "exact": unit.total.text,
        "grade": unit.grade,
        "grading": unit.grading.state,
        "complete": unit.complete,
    }
