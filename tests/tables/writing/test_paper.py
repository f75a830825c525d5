"""How a table goes onto A4."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.tables.writing.paper import ACROSS, SEVERAL, lay_out
from thidua_cli.tables.writing.sheets import Column, Kind
from thidua_cli.tables.writing.widths import fitted, lines, pixels


def columns_of(count: int, group: int) -> list[Column]:
    return [Column(f"C{n}", Kind.NUMBER, over=f"G{n // group}" if group else "") for n in range(count)]


def test_a_page_opens_where_a_group_does() -> None:
    widths = [20] * 24
    layout = lay_out(columns_of(24, 4), widths, 0)
    assert len(layout.breaks) >= 2
    assert all(at % 4 == 0 for at in layout.breaks)
    assert layout.first == layout.breaks[0]


def test_a_column_wider_than_the_page_does_not_stop_the_rest() -> None:
    assert lay_out(columns_of(1, 0), [400], 0).breaks == []
    assert lay_out(columns_of(2, 0), [400, 400], 0).breaks == [1]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(5, 44), min_size=3, max_size=60), st.integers(0, 2), st.integers(0, 9))
def test_every_page_holds_its_columns(widths: list[int], fixed: int, group: int) -> None:
    layout = lay_out(columns_of(len(widths), group), widths, fixed)
    if layout.scale is None:
        assert sum(map(pixels, widths)) * (0.62 if layout.across else 0.85) <= ACROSS
        return
    edges = [fixed, *layout.breaks, len(widths)]
    assert edges == sorted(set(edges))
    repeated = sum(map(pixels, widths[:fixed]))
    for start, end in pairwise(edges):
        own = sum(map(pixels, widths[start:end]))
        assert (repeated + own) * SEVERAL / 100 <= ACROSS or end - start == 1


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=200), st.integers(5, 50))
def test_a_text_has_as_many_lines_as_it_needs(text: str, room: int) -> None:
    count = lines(text, room, 1.0)
    assert count >= 1
    assert count >= len(text.split("\n"))
    assert lines(text, room * 2, 1.0) <= count


def test_columns_are_as_wide_as_their_content_within_bounds() -> None:
    columns = [
        Column("STT", Kind.CENTRED),
        Column("Đơn vị"),
        Column("Một tiêu đề rất dài " * 5, Kind.NUMBER, 2),
    ]
    rows = [(1, "x" * 20, 5), (2, "y" * 200, 1234)]
    assert fitted(columns, rows) == [5, 44, 14]
