"""A unit of the results as plain data: exact points as text (`55/3`), published ones with a decimal point."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from thidua_cli.scoring.results.point_texts import PointTexts

if TYPE_CHECKING:
    from thidua_cli.findings.span import Span
    from thidua_cli.scoring.inputs.input_table import Adjustment, Difference
    from thidua_cli.scoring.standings.results import Condition, Results, UnitResult
    from thidua_cli.tables.table import CellValue


class UnitData:
    """Tells units as data."""

    def __init__(self, results: Results) -> None:
        self._points = PointTexts(results, attrgetter("text"))
        columns = ((item.id, results.columns[item.id]) for item in results.criteria.scored())
        self._assignable = [(key, score) for key, score in columns if score.not_assigned]

    def of(self, unit: UnitResult) -> dict[str, Any]:
        """The unit; lists that would be empty are left out."""
        data: dict[str, Any] = {
            "unit": unit.unit,
            "cluster": unit.cluster or None,
            "rank": unit.rank,
            "tied": unit.tied,
            **total_data(unit),
            "possible": None if unit.possible is None else str(unit.possible),
            "percent": None if unit.percent is None else unit.percent.text,
            "grade": unit.grade,
            "grading": unit.grading.state,
            "by_total": unit.grading.by_total,
            "complete": unit.complete,
            "points": dict(self._points.of(unit)),
        }
        lists = {
            "not_assigned": self._not_assigned(unit),
            "unknown": list(unit.unknown),
            "conditions": [_condition(each) for each in unit.grading.lowered_by],
            "vetoes": [_condition(each) for each in unit.vetoes],
            "tie_breaks": [each._asdict() for each in unit.tie_breaks],
            "adjustments": [_adjustment(each) for each in unit.adjustments],
        }
        return data | {key: each for key, each in lists.items() if each}

    def _not_assigned(self, unit: UnitResult) -> list[str]:
        row = unit.row.values
        return [key for key, score in self._assignable if not score.assigned(row)]


def total_data(unit: UnitResult) -> dict[str, str | None]:
    """The total as published and exact; a unit that was assigned nothing has none."""
    if unit.nothing_assigned:
        return {"total": None, "exact": None}
    return {"total": str(unit.published), "exact": unit.total.text}


def _condition(condition: Condition) -> dict[str, Any]:
    return {
        "kind": condition.kind,
        "label": condition.label,
        "grade": condition.grade or None,
        "holds": condition.holds,
        "found": condition.found,
        "wanted": condition.wanted,
        "place": _place(condition.place),
    }


def _adjustment(late: Adjustment) -> dict[str, Any]:
    return {
        "criterion": late.criterion,
        "points": str(late.points),
        "reason": late.reason,
        "date": late.day.isoformat() if late.day else None,
        "person": late.person,
        "place": _place(late.place),
    }


def difference_data(difference: Difference) -> dict[str, Any]:
    """What one layer told otherwise than the one before."""
    return {
        "unit": difference.unit,
        "criterion": difference.criterion,
        "earlier": difference.earlier,
        "before": _said(difference.before),
        "later": difference.later,
        "after": _said(difference.after),
        "reason": difference.reason or None,
        "place": _place(difference.place),
    }


def _said(value: CellValue) -> str:
    return value if isinstance(value, str) else value.text


def _place(place: Span | None) -> str | None:
    return None if place is None else place.place
