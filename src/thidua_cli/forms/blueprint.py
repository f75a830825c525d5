"""What all forms of one table share: where every line and column stands, its words, formulas and heights."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.forms.columns import (
    AGREED,
    AGREED_PARTS,
    EVIDENCE,
    FACT,
    NAME,
    PARTS,
    POINTS,
    SETTLED,
    TARGET,
    VALUE,
    Column,
    columns_of,
    index_of,
)
from thidua_cli.forms.formulas.items import ItemFormulas, LineFormulas, Places, by_council
from thidua_cli.forms.formulas.language import fixed
from thidua_cli.forms.formulas.sums import group_formulas, total_formulas
from thidua_cli.forms.how_scored import how_scored
from thidua_cli.forms.inputs import Input, inputs_of
from thidua_cli.forms.lines import Line, lines_of
from thidua_cli.forms.words import word
from thidua_cli.plan.criteria.modifiers import Judged
from thidua_cli.plan.criteria.standings import Veto
from thidua_cli.plan.criteria.table import Group, walk
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.scoring.inputs.input_table import CLUSTER, TYPE
from thidua_cli.tables.writing.widths import lines as lines_needed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.rosters.reading.vocabulary import Layer

# Rows, 0-based: the hidden row of roles, then the head; the facts of the unit follow the title.
ROLES, COUNTRY, MOTTO, TITLE, TABLE, FACTS = 0, 1, 2, 4, 5, 6
HOW_SIZE = 10.5
# Small italics need less room than a digit, and less height.
HOW_SCALE, HOW_HEIGHT = 0.8, 0.85


class Fact(NamedTuple):
    """A line of the head that says something of the unit. `key`: as in InputTable, empty for the period."""

    key: str
    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A form without its unit. `header`, `top`: the first rows of the header and below it.

    `rows`: of every line its 0-based row; `tall`: how many lines of text it takes.

    `reviewer`: who reviews and computes, empty where nobody is named. `counts`: head counts are asked for.

    `how`: how each line is scored. `points`, `totals`: the formulas by the unit's figures, then by those of
    the last layer.
    """

    criteria: Criteria
    period: str
    reviewer: str
    counts: bool
    layers: tuple[Layer, ...]
    columns: tuple[Column, ...]
    at: Mapping[str, int]
    facts: tuple[Fact, ...]
    header: int
    top: int
    lines: tuple[Line, ...]
    rows: tuple[int, ...]
    total_row: int
    how: tuple[str, ...]
    tall: tuple[float, ...]
    points: tuple[tuple[LineFormulas, ...], ...]
    totals: tuple[LineFormulas, ...]
    inputs: tuple[tuple[Input, ...], ...]
    digest: str
    asked: str

    @property
    def council(self) -> str:
        """Who reviews and computes, within a sentence."""
        return self.reviewer or word("council")

    @property
    def last(self) -> int:
        """The last column that is shown."""
        return max(index for index, column in enumerate(self.columns) if not column.hidden)


def blueprint(
    criteria: Criteria, period: str, layers: Sequence[Layer], reviewer: str = "", *, counts: bool = False
) -> Blueprint:
    """The form of a table; `layers`: all layers, the unit's own first, or none for self-scoring alone."""
    columns = columns_of(layers)
    at = index_of(columns)
    lines = lines_of(criteria, counts=counts)
    facts = _facts(criteria, period)
    header = FACTS + len(facts) + 2
    scored = sum(not line.key.startswith("@") for line in lines)
    first = header + (2 if len(layers) > 1 else 1)
    rows = _rows(lines, first, first + scored)
    type_row = next((FACTS + index for index, fact in enumerate(facts) if fact.key == TYPE), None)
    type_cell = "" if type_row is None else fixed(type_row, at[FACT])
    kinds = [(VALUE, POINTS, PARTS), (SETTLED, AGREED, AGREED_PARTS)][: min(2, max(1, len(layers)))]
    items = [
        ItemFormulas(criteria, lines, _places(at, rows, type_cell, value, points, parts))
        for value, points, parts in kinds
    ]
    points = tuple(_points(each) for each in items)
    names = {item.id: item.name for _, item in walk(criteria.criteria, ())}
    council = reviewer or word("council")
    how = tuple(_how(line, own, names, council) for line, own in zip(lines, points[0], strict=True))
    width = columns[at[NAME]].width
    inputs = tuple(tuple(inputs_of(line, lines, layers)) for line in lines)
    return Blueprint(
        criteria,
        period,
        reviewer,
        counts,
        tuple(layers),
        columns,
        at,
        facts,
        header,
        first,
        lines,
        rows,
        first + scored,
        how,
        tuple(_tall(line, text, width) for line, text in zip(lines, how, strict=True)),
        points,
        tuple(total_formulas(each, first + scored) for each in items),
        inputs,
        _digest(criteria.model_dump(mode="json", by_alias=True, exclude_defaults=True)),
        _digest([[one[:5] for one in each] for each in inputs]),
    )


def _facts(criteria: Criteria, period: str) -> tuple[Fact, ...]:
    facts = [Fact("", word("period"), period)] if period else []
    facts.append(Fact(UNIT, word("unit")))
    if criteria.cluster_column is not None:
        facts.append(Fact(CLUSTER, word("cluster")))
    if criteria.type_column is not None or any(item.applies_to for item in criteria.scored()):
        facts.append(Fact(TYPE, word("type")))
    return tuple(facts)


def _places(
    at: Mapping[str, int],
    rows: tuple[int, ...],
    type_cell: str,
    value: str,
    points: str,
    parts: tuple[str, ...],
) -> Places:
    worth, base, bonus, penalty = (at[role] for role in parts)
    return Places(
        rows, at[value], at[TARGET], at[points], at[EVIDENCE], worth, base, bonus, penalty, type_cell
    )


def _points(items: ItemFormulas) -> tuple[LineFormulas, ...]:
    return tuple(
        group_formulas(items, at, line.item) if isinstance(line.item, Group) else items.formulas(at)
        for at, line in enumerate(items.lines)
    )


def _rows(lines: Sequence[Line], first: int, total_row: int) -> tuple[int, ...]:
    """Criteria above the total, vetoes and other figures below it, each under a heading of their own."""
    rows: list[int] = []
    row, section = first, ""
    for line in lines:
        opening = line.key[: line.key.find(".") + 1] if line.key.startswith("@") else ""
        if opening != section:
            row = max(row, total_row + 1) + 1
            section = opening
        rows.append(row)
        row += 1
    return tuple(rows)


def _how(line: Line, own: LineFormulas, names: Mapping[str, str], council: str) -> str:
    item = line.item
    if isinstance(item, Veto):
        said = word(f"how.veto.{item.effect}", grade=item.grade or "")
        return f"{said} {word('how.veto.blank')}" if item.blank == "no" else said
    if line.breaks_ties:
        return word(f"how.tie.{line.breaks_ties}")
    if item is None:
        return ""
    said = how_scored(item, names, council)
    if own.shown or not isinstance(item, Judged) or by_council(item):
        return said
    return f"{said} {word('how.too_long', council=council)}"


def _tall(line: Line, how: str, width: float) -> float:
    scale = 1.12 if isinstance(line.item, Group) else 1.0
    return lines_needed(line.name, width, scale) + (
        HOW_HEIGHT * lines_needed(how, width, HOW_SCALE) if how else 0
    )


def _digest(content: object) -> str:
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
