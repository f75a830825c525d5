"""A sheet as a page for the terminal."""

from __future__ import annotations

from decimal import Decimal

from thidua_cli.cli.output.sheet_page import page_of
from thidua_cli.findings.formats.display import width
from thidua_cli.tables.writing.sheets import Band, Column, Kind, Sheet, Subtotal

COLUMNS = (
    Column("STT", Kind.WHOLE),
    Column("Đơn vị"),
    Column("Điểm", Kind.NUMBER, places=2),
    Column("Ghi chú"),
)


def test_numbers_stand_at_the_right_and_texts_at_the_left() -> None:
    rows = [[1, "Phòng A", Decimal("9.5"), ""], Band("Cụm 1"), [12, "B", Decimal("10"), "x"]]
    page = "".join(
        page_of(Sheet("Điểm", COLUMNS, rows, ("ĐIỂM",), ("Hết.",), [None, "Cộng", Decimal("19.5"), None]))
    )
    assert page == (
        "ĐIỂM\n"
        "\n"
        "STT  Đơn vị    Điểm  Ghi chú\n"
        "───  ───────  ─────  ───────\n"
        "  1  Phòng A   9,50\n"
        "Cụm 1\n"
        " 12  B        10,00  x\n"
        "───  ───────  ─────  ───────\n"
        "     Cộng     19,50\n"
        "\n"
        "Hết.\n"
    )


def test_a_long_text_goes_on_below_itself() -> None:
    long = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba mười bốn"
    lines = list(page_of(Sheet("A", COLUMNS, [[1, long, Decimal(1), "a\nb"]])))
    assert all(width(line.rstrip("\n")) <= 78 for line in lines)
    assert " ".join(" ".join(lines).split()).count("mười") == 5


def test_a_word_that_no_column_holds_is_cut() -> None:
    lines = list(page_of(Sheet("A", COLUMNS, [[1, "x" * 100, Decimal(1), "y" * 50]])))
    assert "".join(lines).count("x") == 100
    assert "".join(lines).count("y") == 50


def test_headings_of_numbers_give_way_and_their_figures_never_do() -> None:
    columns = (Column("Đơn vị"), *(Column("Điểm tự chấm của đơn vị", Kind.NUMBER) for _ in range(4)))
    row = ["A", *(Decimal("1234567.25") for _ in range(4))]
    lines = "".join(page_of(Sheet("A", columns, [row, Subtotal(["Cộng", *row[1:]])]))).splitlines()
    assert all(width(line) <= 78 for line in lines)
    assert sum(line.count("1.234.567,25") for line in lines) == 8
