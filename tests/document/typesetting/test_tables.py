"""What spans, what is centred, and what stays together in a table, whatever it is written as."""

from __future__ import annotations

import pytest

from thidua_cli.document.blocks import Run, Table
from thidua_cli.document.typesetting.tables import cells_of, counters, is_short, kept_rows


def table(header: str, *rows: str, **own: frozenset[int]) -> Table:
    """A table of cells that are parted by `|`."""
    header_cells, *lines = (tuple((Run(text),) for text in line.split("|")) for line in (header, *rows))
    return Table(header_cells, tuple(lines), **own)


@pytest.mark.parametrize(
    ("row", "spans"),
    [
        ("|Cộng||5", [1, 2, 1]),
        ("Cộng|||5", [3, 1]),
        ("|Cộng|4|5", [1, 1, 1, 1]),
        ("|Cộng: 03 mục||", [1, 3]),
        ("||4|5", [1, 1, 1, 1]),
    ],
)
def test_the_label_of_a_sum_spans_the_empty_cells_behind_it(row: str, spans: list[int]) -> None:
    made = table("TT|Tên|Mức|Điểm", row, totals=frozenset({0}), numeric=frozenset({2, 3}))
    assert [cell.span for cell in cells_of(made, 0)] == spans
    assert [cell.column for cell in cells_of(made, 0)] == [sum(spans[:place]) for place in range(len(spans))]
    assert [cell.span for cell in cells_of(table("TT|Tên|Mức|Điểm", row), 0)] == [1] * 4


@pytest.mark.parametrize(("header", "found"), [("TT|Tên", {0}), ("Tên|stt", {1}), ("Hạng|Điểm", {0})])
def test_columns_that_count(header: str, found: set[int]) -> None:
    assert counters(table(header)) == found


@pytest.mark.parametrize(
    ("rows", "text", "own", "kept"),
    [
        (1, "a", {}, set()),
        (8, "a", {}, set(range(7))),
        (9, "a", {"totals": frozenset({8})}, set(range(8))),
        (9, "a", {}, {0, 7}),
        (30, "a", {"bands": frozenset({0, 12})}, {0, 12, 28}),
        (8, "dài " * 100, {}, {0, 6}),
    ],
)
def test_short_tables_stay_whole_and_no_row_stands_alone(
    rows: int, text: str, own: dict[str, frozenset[int]], kept: set[int]
) -> None:
    made = table("A", *[text] * rows, **own)
    assert kept_rows(made) == kept
    assert is_short(made) == (len(kept) == rows - 1)
