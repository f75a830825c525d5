"""The layers of a score: self-score, review, explanation, second review, agreed; the last one counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.rosters.reading.vocabulary import Layer, heading_key, vocabulary

if TYPE_CHECKING:
    from thidua_cli.plan.criteria.table import Criteria


def layers_of(criteria: Criteria) -> tuple[Layer, ...]:
    """The layers in their order: those that the criteria file names, else the usual ones."""
    usual = vocabulary().layers
    if not criteria.layers:
        return usual
    by_key = {key: layer for layer in usual for key in layer.keys}
    layers: list[Layer] = []
    for name in criteria.layers:
        key = heading_key(name)
        known = by_key.get(key)
        layers.append(known._replace(name=name) if known else Layer(key, name, frozenset({key})))
    return tuple(layers)
