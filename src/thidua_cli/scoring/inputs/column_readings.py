"""A whole column as one criterion reads it: each distinct cell once, and likely slips of the column."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.rosters.reading.readings import (
    PERCENT,
    PLAIN,
    Reading,
    read_count,
    read_date,
    read_number,
    read_yes_no,
    says_percent,
)
from thidua_cli.scoring.exact import ONE, ZERO

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from thidua_cli.tables.table import CellValue

_GROUPED_ONCE = re.compile(r"[0-9]{1,3}\.[0-9]{3}").fullmatch
_HUNDRED, _TWO_HUNDRED = Decimal(100), Decimal(200)
# Against a figure of 10% a column that never passes 1 holds shares of one: 0,95 for 95%.
_NO_SHARE = Decimal(10)
_HALF = Decimal(50)


class Manner(NamedTuple):
    """How a column is read. `percent`: its numbers are percentages; `measured`: of a size worth questioning.

    `stated`: the figures of the criterion that the numbers are compared with.
    """

    read: Callable[[CellValue], Reading]
    number: bool = False
    measured: bool = False
    percent: bool = False
    stated: tuple[Decimal, ...] = ()


def number_manner(
    unit: str | None, stated: Iterable[Decimal | None] = (), *, measured: bool = True
) -> Manner:
    """Numbers in a unit; % makes them percentages."""
    percent = unit == PERCENT
    figures = tuple(figure for figure in stated if figure)
    return Manner(lambda cell: read_number(cell, percent), True, measured, percent, figures)


COUNTED = Manner(read_count)
ANSWERED = Manner(read_yes_no)
DATED = Manner(read_date)


class Readings(NamedTuple):
    """The distinct cells of a column: the value of those that have one, the note of those that need one."""

    values: dict[CellValue, Decimal]
    notes: dict[CellValue, str]


def read_column(manner: Manner, cells: Iterable[CellValue]) -> Readings:
    """Each distinct cell of a column, read once.

    A column with decimal points cannot also group thousands by points: 8.76 makes 19.663 doubtful.
    """
    distinct = dict.fromkeys(cells)
    values: dict[CellValue, Decimal] = {}
    notes: dict[CellValue, str] = {}
    read = manner.read
    for cell in distinct:
        if manner.number and type(cell) is str and PLAIN(cell):
            values[cell] = Decimal(cell.replace(",", "."))
            if "." in cell:
                notes[cell] = "foreign"
            continue
        value, note = read(cell)
        if value is not None:
            values[cell] = value
        if note:
            notes[cell] = note
    if "foreign" in notes.values():
        for cell in distinct:
            if isinstance(cell, str) and _GROUPED_ONCE(cell.rstrip(PERCENT)):
                values.pop(cell, None)
                notes[cell] = "mixed"
    if manner.measured:
        _question(manner, values, notes)
    return Readings(values, notes)


def _question(manner: Manner, values: Mapping[CellValue, Decimal], notes: dict[CellValue, str]) -> None:
    """Note values that are computed with, but are likely slips."""
    percent = manner.percent
    most = max(manner.stated, default=ZERO)
    far = max(_TWO_HUNDRED, most)
    shares = percent and most >= _NO_SHARE and max(values.values(), default=ZERO) <= ONE
    lonely = percent and _all_large(manner.stated, values.values())
    for cell, value in values.items():
        if value < 0:
            notes[cell] = "negative"
        elif percent and value > far:
            notes[cell] = "over_200"
        elif percent and value > _HUNDRED:
            notes.setdefault(cell, "over_100")
        elif (shares or lonely) and 0 < value <= ONE and not says_percent(cell):
            notes[cell] = "share" if shares else "share_cell"


def _all_large(stated: Sequence[Decimal], values: Collection[Decimal]) -> bool:
    """Whether a figure up to 1 stands out: by all that it is compared with, else by all its neighbours."""
    if stated:
        return min(stated) >= _NO_SHARE
    others = [value for value in values if value > ONE]
    return bool(others) and min(others) >= _HALF
