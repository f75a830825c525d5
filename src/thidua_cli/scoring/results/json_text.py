"""Results as plain data and as JSON text, a unit a line, in flat memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from thidua_cli.scoring.explain import MOST_SHARED, Explainer, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.scoring.results.results import Results, UnitResult


def json_pieces(
    results: Results, before: Mapping[str, Any], after: Mapping[str, Any], *, traces: bool = False
) -> Iterator[str]:
    """The results as JSON text between the members `before` and `after`.

    Exact points are text (`55/3`), published totals text with a decimal point; `traces` adds the tree of
    steps of every unit.
    """
    opening = dumped({**before, **_head(results)})
    yield f'{opening[:-1]},\n"units": ['
    separator = "\n"
    trace = TraceWriter(results).text if traces else None
    for unit, item in _units(results):
        text = dumped(item)
        yield separator + (text if trace is None else f'{text[:-1]}, "trace": {trace(unit)}}}')
        separator = ",\n"
    yield "\n]" + "".join(f",\n{dumped(key)}: {dumped(value)}" for key, value in after.items()) + "}\n"


# JSON text with its letters as they are; json.dumps would make the encoder anew for each of many calls.
dumped = json.JSONEncoder(ensure_ascii=False).encode


def _head(results: Results) -> dict[str, Any]:
    criteria = results.criteria
    return {
        "criteria": criteria.name,
        "illustrative": criteria.illustrative,
        "rounding": {"places": criteria.rounding.places, "mode": criteria.rounding.mode},
        "ranking": {"by": criteria.ranking.by, "ties": criteria.ranking.ties},
    }


def _units(results: Results) -> Iterator[tuple[UnitResult, dict[str, Any]]]:
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
        yield unit, item


def step_to_json(step: Step, row: int) -> dict[str, Any]:
    """A step as plain data, with the address of its input in the unit's row; what it lacks is left out."""
    item = _own(step)
    if step.column:
        item["cell"] = f"{step.column}{row}"
    if step.children:
        item["steps"] = [step_to_json(child, row) for child in step.children]
    return item


def _own(step: Step) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "label": step.label,
        "formula": step.formula,
        "shown": step.shown,
        "value": step.exact,
    }


class TraceWriter:
    """Writes the trees of units as JSON text, each step that units share only once."""

    def __init__(self, results: Results) -> None:
        self._explainer = Explainer(results)
        self._most = MOST_SHARED * len(results.columns)
        # By identity, which holds as long as the step itself is kept beside its text.
        self._shared: dict[int, tuple[str, Step]] = {}

    def text(self, unit: UnitResult) -> str:
        """The tree of a unit's total, as `step_to_json` gives it."""
        return self._text(self._explainer.unit(unit), f'{unit.row.number}"}}')

    def _text(self, step: Step, row: str) -> str:
        if step.column:
            return self._opening(step) + row
        own = dumped(_own(step))
        if not step.children:
            return own
        shared = self._shared
        steps = [
            known[0] + row if (known := shared.get(id(child))) else self._text(child, row)
            for child in step.children
        ]
        return f'{own[:-1]}, "steps": [{", ".join(steps)}]}}'

    def _opening(self, step: Step) -> str:
        """A step that rests on a column, up to the number of the row."""
        text = f'{dumped(_own(step))[:-1]}, "cell": "{step.column}'
        if len(self._shared) < self._most:
            self._shared[id(step)] = text, step
        return text
