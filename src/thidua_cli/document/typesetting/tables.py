"""What every form of a table needs: which cells span others, which are centred, what stays together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.blocks import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.document.blocks import Inline, Table

SHORT_ROWS = 8  # without sums
SHORT_TEXT = 800  # characters in the longest cells of the rows: about a third of a page
# Heads of a column that counts or ranks the rows; its figures stand in the middle.
COUNTERS = frozenset({"TT", "STT", "HẠNG"})


class Cell(NamedTuple):
    """A cell of a row: its text, its first column and how many columns it takes."""

    text: Inline
    column: int
    span: int = 1


def cells_of(table: Table, index: int) -> Iterator[Cell]:
    """The cells of a row; the label of a sum takes the empty ones up to its first figure."""
    line = table.rows[index]
    if index in table.bands:
        yield Cell(line[0], 0, len(line))
        return
    label = _label(table, index)
    for column, text in enumerate(line):
        if column == label.start:
            yield Cell(text, column, len(label))
        elif column not in label:
            yield Cell(text, column)


def _label(table: Table, index: int) -> range:
    """The columns of the label of a row of sums."""
    line = [plain(text).strip() for text in table.rows[index]]
    filled = [column for column, text in enumerate(line) if text]
    if index not in table.totals or not filled or filled[0] in table.numeric:
        return range(-1, -1)
    return range(filled[0], (*filled, len(line))[1])


def counters(table: Table) -> frozenset[int]:
    """The columns that count or rank the rows."""
    return frozenset(
        column for column, head in enumerate(table.header) if plain(head).strip().upper() in COUNTERS
    )


def is_short(table: Table) -> bool:
    """Whether the table stays on one page."""
    longest = (max((len(plain(text)) for text in line), default=0) for line in table.rows)
    return len(table.rows) - len(table.totals) <= SHORT_ROWS and sum(longest) <= SHORT_TEXT


def kept_rows(table: Table) -> frozenset[int]:
    """The rows that stay on the page of the next one, as the head does.

    All of a short table; of a long one the first, the last but one and the names of groups.
    """
    last = len(table.rows) - 1
    kept = range(last) if is_short(table) else {0, last - 1, *table.bands}
    return frozenset(index for index in kept if 0 <= index < last)
