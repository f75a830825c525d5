"""Table lines into a table, or into the chart that stands before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.blocks import Block, Chart, Inline, Series, Table, plain
from thidua_cli.document.markup.components import Fields, one
from thidua_cli.document.markup.inline import inline
from thidua_cli.document.markup.problems import Problem
from thidua_cli.document.markup.values import VALUE_END, VALUE_START, pieces, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

SEPARATOR = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
ROW_KINDS = {"|=": "total", "|#": "band"}
MOST_COLUMNS = 63  # Word opens no wider table
MOST_PLACES = 6
# A figure as offices print it: dots between thousands, a decimal comma.
FIGURE = re.compile(r"-?[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?")

TableLine = tuple[int, str]


class _Row(NamedTuple):
    """A line of a table, its kind (`total`, `band`, empty) and its cells."""

    number: int
    line: str
    kind: str
    cells: tuple[Inline, ...]


@dataclass
class _Reading:
    """A table as far as it could be read."""

    head: _Row
    rows: list[_Row]
    numeric: frozenset[int]
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, row: _Row, kind: str) -> None:
        self.problems.append(Problem(row.number, shown(row.line), kind))


def read_table(
    before: TableLine, fields: Fields, lines: Sequence[TableLine]
) -> tuple[Block | None, list[Problem]]:
    """The block of table lines and the directives before them, the first of which stands at `before`."""
    separator = next((line for _, line in lines if SEPARATOR.fullmatch(line)), "")
    marks = enumerate(separator.strip("|").split("|"))
    numeric = frozenset(column for column, mark in marks if mark.strip().endswith(":"))
    rows = [_row(number, line) for number, line in lines if line != separator]
    if not rows or not rows[0].cells:
        return None, []
    head = rows[0]._replace(cells=rows[0].cells[:MOST_COLUMNS])
    reading = _Reading(head, rows[1:], numeric)
    if len(rows[0].cells) > MOST_COLUMNS:
        reading.wrong(head, "columns")
    for row in reading.rows:
        if len(row.cells) > len(head.cells):
            reading.wrong(row, "table")
    reading.rows = [row._replace(cells=_padded(row.cells, len(head.cells))) for row in reading.rows]
    is_chart = any(name.startswith("chart") for name, _ in fields)
    block = (_chart if is_chart else _table)(reading, _Row(*before, "", ()), fields)
    return block, reading.problems


def _row(number: int, line: str) -> _Row:
    kind = ROW_KINDS.get(line[:2], "")
    return _Row(number, line, kind, _cells(f"|{line[2:]}" if kind else line))


def _padded(cells: tuple[Inline, ...], count: int) -> tuple[Inline, ...]:
    return (cells + ((),) * count)[:count]


def _table(reading: _Reading, before: _Row, fields: Fields) -> Block:
    shares = one(fields, "widths").split()
    widths = tuple(int(share) for share in shares if share.isdecimal() and int(share) < 1000)
    if (shares and len(widths) != len(shares)) or len(widths) not in (0, len(reading.head.cells)):
        reading.wrong(before, "widths")
        widths = ()
    totals, bands = (
        frozenset(index for index, row in enumerate(reading.rows) if row.kind == kind)
        for kind in ROW_KINDS.values()
    )
    return Table(
        reading.head.cells,
        tuple(row.cells for row in reading.rows),
        widths,
        reading.numeric,
        totals,
        bands,
        one(fields, "caption"),
    )


def _chart(reading: _Reading, before: _Row, fields: Fields) -> Block | None:
    """A chart of the columns after the first; None where there is nothing to draw."""
    places = one(fields, "chart-places") or "0"
    if not places.isdecimal() or int(places) > MOST_PLACES:
        reading.wrong(before, "places")
        places = "0"
    columns = [
        Series(plain(name).strip(), tuple(_figure(reading, row, column) for row in reading.rows))
        for column, name in enumerate(reading.head.cells[1:], 1)
    ]
    if not columns or not reading.rows:
        return None
    return Chart(
        one(fields, "chart") or one(fields, "caption"),
        tuple(plain(row.cells[0]).strip() for row in reading.rows),
        tuple(columns),
        one(fields, "chart-unit"),
        int(places),
        one(fields, "chart-description"),
    )


def _figure(reading: _Reading, row: _Row, column: int) -> Decimal | None:
    text = plain(row.cells[column]).strip()
    if not text:
        return None
    if not FIGURE.fullmatch(text):
        reading.wrong(row, "figure")
        return None
    return Decimal(text.replace(".", "").replace(",", "."))


def _cells(line: str) -> tuple[Inline, ...]:
    """The cells of a table line; a bar inside a value, or after a backslash, divides nothing."""
    cells: list[list[str]] = [[]]
    for text, is_value in pieces(line):
        if is_value:
            cells[-1].append(VALUE_START + text + VALUE_END)
            continue
        for position, part in enumerate(re.split(r"(?<!\\)\|", text)):
            if position:
                cells.append([])
            cells[-1].append(part)
    texts = ["".join(cell).strip() for cell in cells]
    if not texts[-1]:
        texts.pop()
    return tuple(inline(text) for text in texts[1:])
