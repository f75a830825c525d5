"""Steps as plain data, and the trees of units as JSON text; a step that units share is put into text once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from thidua_cli.scoring.traces.explainer import Explainer
from thidua_cli.scoring.traces.leaf_steps import MOST_SHARED
from thidua_cli.scoring.traces.step import Step, addresses
from thidua_cli.tables.table import Row, column_letters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.scoring.standings.results import Results, UnitResult

_dumped = json.JSONEncoder(ensure_ascii=False).encode


def step_to_json(step: Step, row: InputRow) -> dict[str, Any]:
    """A step of the unit in a row as plain data; what it lacks is left out.

    `cell`: the main cell that it rests on, `cells` all of them where there are more.
    """
    item = _own(step)
    places = list(addresses(step, row))
    if places:
        item["cell"] = places[0]
    if len(places) > 1:
        item["cells"] = places
    if step.children:
        item["steps"] = [step_to_json(child, row) for child in step.children]
    return item


def _own(step: Step) -> dict[str, Any]:
    own: dict[str, Any] = {
        "kind": step.kind,
        "label": step.label,
        "formula": step.formula,
        "shown": step.shown,
        "value": step.exact,
    }
    if step.values:
        own["values"] = dict(step.values)
    return own


class TraceWriter:
    """Writes the trees of units as JSON text."""

    def __init__(self, results: Results) -> None:
        self._explainer = Explainer(results)
        self._most = MOST_SHARED * len(results.columns)
        # By identity, which holds as long as the step itself is kept beside its text.
        self._shared: dict[int, tuple[str, Step]] = {}

    def text(self, unit: UnitResult) -> str:
        """The tree of a unit's total, as `step_to_json` gives it."""
        return self._text(self._explainer.unit(unit), unit.row)

    def _text(self, step: Step, row: InputRow) -> str:
        if step.children:
            own = _dumped(step_to_json(step._replace(children=()), row))
            return f'{own[:-1]}, "steps": [{", ".join(self._texts(step.children, row))}]}}'
        if isinstance(row, Row) and len(step.inputs) == 1 and step.place is None:
            return f'{self._opening(step)}{row.number}"}}'
        return _dumped(step_to_json(step, row))

    def _texts(self, steps: Iterable[Step], row: InputRow) -> list[str]:
        shared = self._shared if isinstance(row, Row) else {}
        end = f'{row.number}"}}'
        return [
            known[0] + end if (known := shared.get(id(step))) else self._text(step, row) for step in steps
        ]

    def _opening(self, step: Step) -> str:
        """A step that rests on one cell of the unit's own row, up to the number of the row."""
        text = f'{_dumped(_own(step))[:-1]}, "cell": "{column_letters(step.inputs[0])}'
        if len(self._shared) < self._most:
            self._shared[id(step)] = text, step
        return text
