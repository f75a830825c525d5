"""A workbook as an officer opens and prints it."""

from __future__ import annotations

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.tables.writing import sheet_writer
from thidua_cli.tables.writing.sheet_writer import TooLargeError
from thidua_cli.tables.writing.sheets import Band, Column, Kind, Sheet, Signature, Subtotal
from thidua_cli.tables.writing.workbook_writer import write_workbook

COLUMNS = (
    Column("STT", Kind.CENTRED),
    Column("Đơn vị"),
    Column("Kinh tế", Kind.NUMBER, 2, over="Điểm"),
    Column("Xã hội", Kind.NUMBER, 2, over="Điểm"),
    Column("Tỷ lệ", Kind.PERCENT, 2),
    Column("Tiền thưởng (đồng)", Kind.MONEY),
    Column("Ngày", Kind.DATE),
)
ROW = (1, "Sở A", Decimal("18.33"), Decimal(5), Decimal("14.57"), 1_490_000, date(2025, 9, 5))


def sheet(*rows: Any, **more: Any) -> Sheet:
    return Sheet("Kết quả", more.pop("columns", COLUMNS), rows, **more)


def opened(*sheets: Sheet) -> Any:
    return openpyxl.load_workbook(BytesIO(write_workbook(sheets, "Kết quả")))


def test_numbers_dates_and_texts_are_stored_as_what_they_are() -> None:
    page = opened(sheet(ROW, fixed=2)).active
    cells = {cell.coordinate: cell for cell in page[3]}
    assert [cell.value for cell in page[3]][:4] == [1, "Sở A", 18.33, 5]
    assert (cells["E3"].value, cells["F3"].value) == (0.1457, 1_490_000)
    assert cells["G3"].value.date() == date(2025, 9, 5)
    shapes = [cells[f"{letter}3"].number_format for letter in "ACEFG"]
    assert shapes == ["#,##0", "#,##0.00", "0.00%", "#,##0", "dd/mm/yyyy"]
    assert {cell.font.name for cell in page[3]} == {"Times New Roman"}
    assert [cells[f"{letter}3"].alignment.horizontal for letter in "ABCG"] == [
        "center",
        "left",
        "right",
        "center",
    ]


def test_titles_headings_total_and_notes_stand_where_people_look_for_them() -> None:
    book = opened(
        sheet(
            ROW,
            titles=("BẢNG ĐIỂM", "Năm 2025"),
            notes=("Ghi chú.",),
            total=(None, "Cộng", *[None] * 4, None),
        )
    )
    page = book.active
    assert [page.cell(row, 1).value for row in (1, 2, 3, 4, 6, 8)] == [
        "BẢNG ĐIỂM",
        "Năm 2025",
        None,
        "STT",
        1,
        "Ghi chú.",
    ]
    assert (page["C4"].value, page["C5"].value, page["D5"].value) == ("Điểm", "Kinh tế", "Xã hội")
    assert {str(merged) for merged in page.merged_cells.ranges} >= {"A1:G1", "C4:D4", "A4:A5", "B4:B5"}
    assert (page["B7"].value, page["B7"].font.bold) == ("Cộng", True)
    assert page.auto_filter.ref == "A5:G6"


def test_the_page_is_a4_with_its_header_repeated_and_its_number_below() -> None:
    page = opened(sheet(ROW, titles=("BẢNG ĐIỂM",), fixed=2)).active
    assert page.freeze_panes == "C5"
    assert page.print_title_rows == "$3:$4"
    assert page.page_setup.paperSize == 9
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage is True
    assert page.oddFooter.center.text == "&P/&N"


def test_few_columns_stand_upright_more_lie_across_many_go_over_several_pages() -> None:
    few = opened(sheet((1, "A"), columns=COLUMNS[:2])).active
    assert few.page_setup.orientation in (None, "default", "portrait")
    some = [Column(f"Tiêu chí {n}", Kind.NUMBER, 2) for n in range(14)]
    across = opened(sheet([Decimal(1)] * 14, columns=some)).active
    assert (across.page_setup.orientation, across.sheet_properties.pageSetUpPr.fitToPage) == (
        "landscape",
        True,
    )


def test_a_wide_table_breaks_between_columns_and_repeats_the_first_ones() -> None:
    many = [
        Column("Hạng", Kind.CENTRED),
        Column("Đơn vị"),
        *(
            Column(f"Tiêu chí số {n} về kết quả thực hiện", Kind.NUMBER, 2, over=f"Nhóm {n // 5}")
            for n in range(40)
        ),
    ]
    page = opened(sheet((1, "Sở A", *[Decimal(1)] * 40), columns=many, titles=("CHI TIẾT",), fixed=2)).active
    breaks = [each.id for each in page.col_breaks.brk]
    assert len(breaks) >= 3
    assert page.print_title_cols == "$A:$B"
    assert page.page_setup.scale == 72
    # A heading above begins anew on each page, so that none is cut in two.
    edges = {merged.min_col for merged in page.merged_cells.ranges if merged.min_row == 3}
    assert {each + 1 for each in breaks} <= edges
    title = next(merged for merged in page.merged_cells.ranges if merged.min_row == 1)
    # The repeated columns carry no piece of the title.
    assert (title.min_col, title.max_col) == (3, breaks[0])


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'x", "http://x.vn", "{=1}"]
)
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    columns = (Column(text), Column("B", Kind.NUMBER, over=text), Column("C", over=text))
    content = write_workbook(
        [Sheet(text, columns, [Band(text), (text, text, "")], (text,), (text,), (text, text, None))], text
    )
    page = openpyxl.load_workbook(BytesIO(content)).active
    cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
    assert len(cells) >= 9
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)
    said = [cell for cell in cells if cell.value not in ("B", "C")]
    assert all(bool(cell.quotePrefix) == (text[0] in "=+-@\t\r'") for cell in said)
    archive = zipfile.ZipFile(BytesIO(content))
    assert b"<f>" not in b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize(
    ("number", "stored"),
    [
        (Decimal("0.1"), 0.1),
        (Decimal("123456789012345"), 123456789012345),
        (Decimal("1234567890123456"), "1.234.567.890.123.456,00"),
        (Decimal("0.1234567890123456"), "0,1234567890123456"),
        (Decimal("1E+20"), 1e20),
        (Decimal("18.333"), 18.333),
        (Decimal("-0.5"), -0.5),
    ],
)
def test_a_number_is_stored_as_one_only_where_no_digit_is_lost(number: Decimal, stored: object) -> None:
    page = opened(sheet((number,), columns=[Column("Số", Kind.NUMBER, 2)])).active
    assert page["A2"].value == stored
    if number == Decimal("18.333"):
        assert page["A2"].number_format == "#,##0.000"


@settings(deadline=None, max_examples=40)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15))
def test_every_number_reads_back_as_it_was(number: Decimal) -> None:
    value = opened(sheet((number,), columns=[Column("Số", Kind.NUMBER)])).active["A2"].value
    read = value.replace(".", "").replace(",", ".") if isinstance(value, str) else repr(value)
    assert Decimal(read) == number


def test_days_that_excel_does_not_know_are_text() -> None:
    columns = [Column("Ngày", Kind.DATE)]
    rows = [(date(1900, 2, 28),), (date(1900, 3, 1),)]
    page = opened(sheet(*rows, columns=columns)).active
    assert page["A2"].value == "28/02/1900"
    assert page["A3"].value.date() == date(1900, 3, 1)


def test_the_same_sheets_give_the_same_bytes() -> None:
    first, second = (write_workbook([sheet(Band("Cụm"), ROW)], "Kết quả") for _ in range(2))
    assert first == second


def test_bands_part_the_rows_and_no_filter_tears_them_apart() -> None:
    page = opened(sheet(Band("Cụm số 1"), ROW, Band("Cụm số 2"), ROW)).active
    assert (page["A3"].value, page["A5"].value) == ("Cụm số 1", "Cụm số 2")
    assert page.auto_filter.ref is None


def test_long_text_wraps_within_bounds_and_its_row_is_as_high() -> None:
    page = opened(sheet((1, "Đơn vị " * 40), columns=COLUMNS[:2])).active
    assert page.column_dimensions["B"].width < 46
    assert page["B2"].alignment.wrap_text
    assert page.row_dimensions[2].height > 60


def test_text_that_no_cell_can_hold_is_cut_and_what_no_file_can_hold_is_replaced() -> None:
    page = opened(sheet((1, "x" * 40_000), (2, "a\ud800\uffffb\x01"), columns=COLUMNS[:2])).active
    assert page["B2"].value == "x" * 32_766 + "…"
    assert page["B3"].value.startswith("a\ufffd\ufffdb")


def test_sheet_names_are_made_usable_and_told_apart() -> None:
    names = ["a/b:c", "A B C", "x" * 40, "x" * 50, "", "'", "History"]
    book = opened(*(Sheet(name, COLUMNS[:1], [(1,)]) for name in names))
    assert book.sheetnames == ["a b c", "A B C (2)", "x" * 31, "x" * 27 + " (2)", "1", "1 (2)", "History (2)"]


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_writer, "MOST_ROWS", 6)
    with pytest.raises(TooLargeError, match="Kết quả"):
        write_workbook([sheet(ROW, ROW, ROW)], "")
    assert write_workbook([sheet(ROW, ROW)], "")


def test_a_sheet_without_rows_is_still_a_sheet() -> None:
    page = opened(sheet()).active
    assert (page["A1"].value, page.auto_filter.ref) == ("STT", None)


def test_subtotals_are_strong_and_rows_with_them_are_not_filtered() -> None:
    page = opened(sheet(ROW, Subtotal((None, "Cộng", *ROW[2:])))).active
    assert [page[f"B{row}"].font.bold for row in (3, 4)] == [False, True]
    assert page["F4"].value == 1_490_000
    assert page.auto_filter.ref is None


@pytest.mark.parametrize("count", [1, 2, 3])
def test_places_for_signatures_stand_side_by_side_below_all(count: int) -> None:
    signed = [Signature("……", f"BÊN {number}", "(Ký)") for number in range(count)]
    page = opened(sheet(ROW, notes=("Ghi chú",), signatures=signed)).active
    row = next(cell.row for line in page.iter_rows() for cell in line if cell.value == "BÊN 0")
    assert page["A4"].value == "Ghi chú"
    assert row > 5
    named = [(cell.column, cell.value) for cell in page[row] if cell.value]
    assert [value for _, value in named] == [one.party for one in signed]
    assert [page.cell(row + 1, column).value for column, _ in named] == ["(Ký)"] * count
    merged = [area for area in page.merged_cells.ranges if area.min_row == row]
    assert max([area.max_col for area in merged] + [column for column, _ in named]) == len(COLUMNS)
    assert page.cell(row, named[0][0]).font.bold
