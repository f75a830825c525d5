"""Results as JSON text, a unit a line, in flat memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from thidua_cli.scoring.results.trace_json import TraceWriter
from thidua_cli.scoring.results.unit_data import UnitData, difference_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.scoring.standings.results import Results


def json_pieces(
    results: Results, before: Mapping[str, Any], after: Mapping[str, Any], *, traces: bool = False
) -> Iterator[str]:
    """The results as JSON text between the members `before` and `after`.

    `traces` adds the tree of steps of every unit.
    """
    opening = dumped({**before, **_head(results)})
    yield f'{opening[:-1]},\n"units": ['
    separator = "\n"
    data = UnitData(results)
    trace = TraceWriter(results).text if traces else None
    for unit in results.units:
        text = dumped(data.of(unit))
        yield separator + (text if trace is None else f'{text[:-1]}, "trace": {trace(unit)}}}')
        separator = ",\n"
    yield "\n]"
    if results.differences:
        yield f',\n"differences": {dumped([difference_data(each) for each in results.differences])}'
    yield "".join(f",\n{dumped(key)}: {dumped(value)}" for key, value in after.items()) + "}\n"


# JSON text with its letters as they are; json.dumps would make the encoder anew for each of many calls.
dumped = json.JSONEncoder(ensure_ascii=False).encode


def _head(results: Results) -> dict[str, Any]:
    criteria = results.criteria
    return {
        "criteria": criteria.name,
        "illustrative": criteria.illustrative,
        "rounding": {"places": criteria.rounding.places, "mode": criteria.rounding.mode},
        "ranking": {"by": criteria.ranking.by, "ties": criteria.ranking.ties},
        "clusters": list(results.clusters),
    }
