"""The steps of layers: what each of them told of a criterion, where one differs from the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.points.layout import text_of
from thidua_cli.scoring.traces.step import Step
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from thidua_cli.scoring.standings.results import Results
    from thidua_cli.tables.table import CellValue

Layers = dict[tuple[str, str], list[Step]]


def layers_of_units(results: Results) -> Layers:
    """The layers of each unit (folded) and criterion, in their order; where all agree there are none."""
    found: Layers = {}
    for each in results.differences:
        steps = found.setdefault((fold(each.unit), each.criterion), [])
        if not steps:
            steps.append(_step(each.earlier, each.before, ""))
        steps.append(_step(each.later, each.after, each.reason)._replace(place=each.place))
    return found


def _step(layer: str, value: CellValue, reason: str) -> Step:
    shown = text_of(value)
    return Step("layer", layer, shown, shown, None, values={"label": layer, "reason": reason})
