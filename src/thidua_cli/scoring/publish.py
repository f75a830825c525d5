"""Results as plain data and as rows of text, for the terminal, JSON and CSV."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from thidua_cli.scoring.explain import Explainer, Step
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.scoring.results import Results, UnitResult

# A cell that opens with one of these would be run as a formula by a sheet.
_FORMULA_MARKS = frozenset("=+-@\t\r")
YES, NO = "x", ""


def results_to_json(results: Results, *, traces: bool = False) -> dict[str, Any]:
    """Plain data; exact points as text (`55/3`), published totals as text with a decimal point.

    `traces` adds the tree of steps of every unit.
    """
    return {**_head(results), "units": list(_units(results, traces=traces))}


def json_pieces(
    results: Results, before: Mapping[str, Any], after: Mapping[str, Any], *, traces: bool = False
) -> Iterator[str]:
    """The same as JSON text between the members `before` and `after`, a unit a line, in flat memory."""
    opening = _dumped({**before, **_head(results)})
    yield f'{opening[:-1]},\n"units": ['
    separator = "\n"
    for item in _units(results, traces=traces):
        yield separator + _dumped(item)
        separator = ",\n"
    yield "\n]" + "".join(f",\n{_dumped(key)}: {_dumped(value)}" for key, value in after.items()) + "}\n"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _head(results: Results) -> dict[str, Any]:
    criteria = results.criteria
    return {
        "criteria": criteria.name,
        "illustrative": criteria.illustrative,
        "rounding": {"places": criteria.rounding.places, "mode": criteria.rounding.mode},
        "ranking": {"by": criteria.ranking.by, "ties": criteria.ranking.ties},
    }


def _units(results: Results, *, traces: bool) -> Iterator[dict[str, Any]]:
    explainer = Explainer(results)
    exact = [
        (key, score, {cell: score.ratio_of(points).text for cell, points in score.earned.items()})
        for key, score in results.columns.items()
    ]
    for unit in results.units:
        row = unit.row.values
        item: dict[str, Any] = {
            "unit": unit.unit,
            "rank": unit.rank,
            "tied": unit.tied,
            "total": str(unit.published),
            "exact": unit.total.text,
            "grade": unit.grade,
            "complete": unit.complete,
            "points": {
                key: None if score.column is None else texts.get(row[score.column])
                for key, score, texts in exact
            },
        }
        if traces:
            item["trace"] = step_to_json(explainer.unit(unit))
        yield item


def step_to_json(step: Step) -> dict[str, Any]:
    """A step as plain data; what it does not have is left out."""
    item: dict[str, Any] = {
        "kind": step.kind,
        "label": step.label,
        "formula": step.formula,
        "shown": step.shown,
        "value": step.exact,
    }
    if step.cell:
        item["cell"] = step.cell
    if step.children:
        item["steps"] = [step_to_json(child) for child in step.children]
    return item


def results_to_rows(results: Results) -> Iterator[tuple[str, ...]]:
    """A heading and a row a unit, numbers as Vietnamese sheets read them, text safe from formulas.

    Columns: hang, don_vi, a column per criterion id, tong_diem, xep_loai, du_so_lieu.
    """
    yield ("hang", "don_vi", *results.columns, "tong_diem", "xep_loai", "du_so_lieu")
    for unit in results.units:
        yield _row(results, unit)


def _row(results: Results, unit: UnitResult) -> tuple[str, ...]:
    places = results.criteria.rounding.places
    points = (results.points(unit, key) for key in results.columns)
    return (
        "" if unit.rank is None else str(unit.rank),
        safe(unit.unit),
        *("" if value is None else format_number(value, places) for value in points),
        format_number(unit.published, places),
        safe(unit.grade or ""),
        YES if unit.complete else NO,
    )


def safe(cell: str) -> str:
    """Text that no sheet takes for a formula: an apostrophe goes before it."""
    return f"'{cell}" if cell[:1] in _FORMULA_MARKS and cell else cell
