"""Results as plain data and as rows of text, for the terminal, JSON and CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.scoring.explain import Explainer, Step
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from thidua_cli.scoring.results import Results, UnitResult

# A cell that opens with one of these would be run as a formula by a sheet.
_FORMULA_MARKS = frozenset("=+-@\t\r")
YES, NO = "x", ""


def results_to_json(results: Results, *, traces: bool = False) -> dict[str, Any]:
    """Plain data; exact points as text (`55/3`), published totals as text with a decimal point.

    `traces` adds the tree of steps of every unit.
    """
    criteria = results.criteria
    explainer = Explainer(results)
    units = []
    for unit in results.units:
        item: dict[str, Any] = {
            "unit": unit.unit,
            "rank": unit.rank,
            "tied": unit.tied,
            "total": str(unit.published),
            "exact": str(unit.total.fraction),
            "grade": unit.grade,
            "complete": unit.complete,
            "points": {key: _exact(results.points(unit, key)) for key in results.columns},
        }
        if traces:
            item["trace"] = step_to_json(explainer.unit(unit))
        units.append(item)
    return {
        "criteria": criteria.name,
        "illustrative": criteria.illustrative,
        "rounding": {"places": criteria.rounding.places, "mode": criteria.rounding.mode},
        "ranking": {"by": criteria.ranking.by, "ties": criteria.ranking.ties},
        "units": units,
    }


def step_to_json(step: Step) -> dict[str, Any]:
    """A step as plain data; what it does not have is left out."""
    item: dict[str, Any] = {"kind": step.kind, "label": step.label, "formula": step.formula}
    item["shown"] = step.shown
    item["value"] = None if step.value is None else str(step.value.fraction)
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


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
