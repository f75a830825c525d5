"""The columns of a form: what each holds, whoever fills it in, and how wide it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.forms.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.rosters.reading.vocabulary import Layer

KEY, NUMBER, NAME, MAX, MEASURE, TARGET = "key", "number", "name", "max", "measure", "target"
VALUE, POINTS, EVIDENCE, NOTE = "value", "points", "evidence", "note"
REASON, SETTLED, AGREED = "reason", "settled", "agreed"
# Hidden: the most that could be earned, and what the points of groups are made of; by the unit's figures
# and by those of the last layer.
PARTS = ("worth", "base", "bonus", "penalty")
AGREED_PARTS = ("agreed.worth", "agreed.base", "agreed.bonus", "agreed.penalty")
LAYER = "layer."
# Where the head of a form says what is known of the unit.
FACT = TARGET


class Column(NamedTuple):
    """A column. `role` names it in the hidden first row; `layer`: whose values or words it takes."""

    role: str
    heading: str = ""
    width: float = 10
    hidden: bool = False
    layer: Layer | None = None


def columns_of(layers: Sequence[Layer]) -> tuple[Column, ...]:
    """The columns from the left; `layers` are all layers, the unit's own first, or none."""
    later = layers[1:]
    columns = [
        Column(KEY, hidden=True),
        Column(NUMBER, word("column.number"), 6),
        Column(NAME, word("column.name"), 38 if later else 46),
        Column(MAX, word("column.max"), 7.5),
        Column(MEASURE, word("column.measure"), 9),
        Column(TARGET, word("column.target"), 10),
        Column(VALUE, word("column.value"), 12),
        Column(POINTS, word("column.points"), 9),
        Column(EVIDENCE, word("column.evidence"), 17 if later else 22),
        Column(NOTE, word("column.note"), 11 if later else 14),
    ]
    reasons = 1
    for layer in later:
        columns.append(Column(f"{LAYER}{layer.id}", layer.name, 17 if layer.explains else 11, layer=layer))
        if reasons and not layer.explains:
            columns.append(Column(REASON, word("column.reason"), 17))
            reasons = 0
    if later:
        columns.append(Column(AGREED, word("column.agreed_points"), 10))
        columns += [Column(role, hidden=True) for role in (SETTLED, *AGREED_PARTS)]
    columns += [Column(role, hidden=True) for role in PARTS]
    return tuple(columns)


def index_of(columns: Sequence[Column]) -> dict[str, int]:
    """Role to 0-based column."""
    return {column.role: index for index, column in enumerate(columns)}
