"""The scoring table as a form on paper: every criterion with its maximum, the points left blank."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.plan.criteria.counted import Occurrence, Penalty
from thidua_cli.plan.criteria.table import Group, OneOf, highest, is_bonus
from thidua_cli.plan.data_tables.printed import PrintedRow, PrintedTable
from thidua_cli.plan.data_tables.words import words
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.roman import roman_or_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.plan.criteria.table import Criteria, Criterion
    from thidua_cli.plan.data_tables.printed import RowKind

# Shares of the width of the page: number, criterion, maximum, each column of points, note.
WIDTHS = (3, 19, 6)
POINTS_WIDTH, NOTE_WIDTH = 5, 6


def self_scoring_table(criteria: Criteria, caption: str, *, landscape: bool = False) -> PrintedTable:
    """A row a criterion, groups and the sum bold; a blank column for every layer of points, one for notes."""
    names = words()["form"]
    layers = [names["layer"].format(layer=layer.lower()) for layer in criteria.layers] or [names["given"]]
    blank = ("",) * (len(layers) + 1)
    lines = list(_lines(criteria.criteria, ""))
    rows = [PrintedRow(kind, (number, name, most, *blank)) for kind, number, name, most in lines]
    most = criteria.max if criteria.max is not None else sum(map(highest, criteria.criteria), Decimal(0))
    rows.append(PrintedRow("total", ("", names["total"], format_number(most), *blank)))
    return PrintedTable(
        caption,
        (words()["number"], names["name"], names["max"], *layers, names["note"]),
        tuple(rows),
        (*WIDTHS, *([POINTS_WIDTH] * len(layers)), NOTE_WIDTH),
        frozenset(range(2, 3 + len(layers))),
        count=sum(kind == "row" and number != "" for kind, number, *_ in lines),
        total=format_number(most),
        landscape=landscape,
    )


def _lines(items: Sequence[Criterion], above: str, depth: int = 0) -> Iterator[tuple[RowKind, str, str, str]]:
    """Kind, number, name and maximum of each row: what stands among outer groups has Roman figures."""
    outer = not depth and any(isinstance(item, Group) for item in items)
    for place, item in enumerate(items, 1):
        number = roman_or_arabic(place) if outer else f"{above}{place}"
        if isinstance(item, Group):
            yield "total", number, item.name, _most(item)
            yield from _lines(item.items, f"{number}." if depth else "", depth + 1)
        else:
            yield "row", number, item.name, _most(item)
        if isinstance(item, OneOf):
            yield from (("row", "", f"- {way.name}", _most(way)) for way in item.items)


def _most(item: Criterion) -> str:
    """The maximum in print; of what lies outside the scale, the word for it."""
    names = words()["form"]
    if isinstance(item, Penalty):
        return str(names["penalty"])
    if isinstance(item, Occurrence) or is_bonus(item):
        return str(names["bonus"])
    most = highest(item)
    return format_number(most) if most or not isinstance(item, Group) else ""
