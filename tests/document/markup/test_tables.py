"""Table lines: cells, totals, bands, widths, and the charts made of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thidua_cli.document.blocks import Chart, Run, Series, Table
from thidua_cli.document.markup.lines import parse
from thidua_cli.document.markup.problems import Problem
from thidua_cli.document.markup.values import literal


def runs(words: str) -> tuple[Run, ...]:
    return (Run(words),)


def test_table() -> None:
    blocks, problems = parse("| Chỉ tiêu | Mức |\n|---|---:|\n| A **b** | 1 |\n| C |\n\n| X |\n| a | b |")
    assert blocks == (
        Table(
            (runs("Chỉ tiêu"), runs("Mức")),
            (((Run("A "), Run("b", bold=True)), runs("1")), (runs("C"), ())),
            numeric=frozenset({1}),
        ),
        Table((runs("X"),), ((runs("a"),),)),
    )
    assert problems == (Problem(7, "| a | b |", "table"),)


def test_a_bar_in_a_value_divides_nothing() -> None:
    blocks, _ = parse(f"| A | B |\n| {literal('x | y')} | 1 \\| 2 |")
    assert blocks == (Table((runs("A"), runs("B")), ((runs("x | y"), runs("1 | 2")),)),)


def test_a_table_is_no_wider_than_word_opens() -> None:
    line = "|" + "a|" * 64
    (table,), (problem,) = parse(f"{line}\n{'|' + 'b|' * 63}")
    assert isinstance(table, Table)
    assert [len(row) for row in (table.header, *table.rows)] == [63, 63]
    assert problem == Problem(1, line, "columns")


def test_many_values_in_one_cell() -> None:
    (table,), problems = parse("| " + (literal("a") + "b") * 200_000 + " |")
    assert isinstance(table, Table)
    assert (table.header, problems) == ((runs("ab" * 200_000),), ())


def test_caption_widths_totals_and_bands() -> None:
    text = "@caption Kết quả\n@widths 0 3\n\n|TT|Tên|\n|--|--|\n|# I. Khối A|\n|1|=x|\n|= Cộng|2|"
    (table,), problems = parse(text)
    assert problems == ()
    assert table == Table(
        (runs("TT"), runs("Tên")),
        ((runs("I. Khối A"), ()), (runs("1"), runs("=x")), (runs("Cộng"), runs("2"))),
        widths=(0, 3),
        totals=frozenset({2}),
        bands=frozenset({0}),
        caption="Kết quả",
    )


def test_a_value_makes_no_row_a_total() -> None:
    (table,), _ = parse(f"|A|\n|{literal('=1')}|\n|{literal('# b')}|\n|\\=2|")
    assert table == Table((runs("A"),), ((runs("=1"),), (runs("# b"),), (runs("=2"),)))


def test_two_tables_without_a_line_between_them() -> None:
    blocks, problems = parse("@caption Một\n|A|\n|1|\n@caption Hai\n|B|\n|2|")
    assert [block.caption for block in blocks if isinstance(block, Table)] == ["Một", "Hai"]
    assert problems == ()


def test_a_chart() -> None:
    text = (
        "@chart Xếp hạng\n@chart-unit điểm\n@chart-places 2\n@chart-description Sở A đứng đầu\n"
        "| Đơn vị | Kỳ này | Kỳ trước |\n|--|--:|--:|\n"
        f"| {literal('Sở A')} | 1.097,50 | -3 |\n| Sở B | 57,500 | |"
    )
    blocks, problems = parse(text)
    assert problems == ()
    assert blocks == (
        Chart(
            "Xếp hạng",
            ("Sở A", "Sở B"),
            (
                Series("Kỳ này", (Decimal("1097.50"), Decimal("57.500"))),
                Series("Kỳ trước", (Decimal(-3), None)),
            ),
            unit="điểm",
            places=2,
            description="Sở A đứng đầu",
        ),
    )


@pytest.mark.parametrize("text", ["@chart A\n| Đơn vị | Điểm |", "@chart A\n| Đơn vị |\n| Sở A |"])
def test_nothing_to_draw_is_no_chart(text: str) -> None:
    assert parse(text) == ((), ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("@caption A\nĐoạn.", Problem(1, "@caption A", "before_table")),
        ("@chart A\n\n# Mục", Problem(1, "@chart A", "before_table")),
        ("@widths 1 x\n|A|B|", Problem(1, "@widths 1 x", "widths")),
        ("@widths 1\n|A|B|", Problem(1, "@widths 1", "widths")),
        ("@widths 1 -1\n|A|B|", Problem(1, "@widths 1 -1", "widths")),
        ("@chart A\n@chart-places 7\n|A|B|\n|a|1|", Problem(1, "@chart A", "places")),
        ("@chart A\n|A|B|\n|a|8.76|", Problem(3, "|a|8.76|", "figure")),
        ("@chart A\n|A|B|\n|a|nhiều|", Problem(3, "|a|nhiều|", "figure")),
    ],
)
def test_what_is_wrong_before_or_in_a_table(text: str, problem: Problem) -> None:
    _, problems = parse(text)
    assert problems == (problem,)
